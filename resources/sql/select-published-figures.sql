-- Of one organisation, those of the publication loaded last first.
SELECT f.line, f.level, f.organisation, f.name, f.commissioner, f.period_start, f.period_end, f.measure, f.variable,
       f.group_name, f.value, p.file, f.publication_id
  FROM published_figure AS f
  JOIN active_publication AS p ON p.publication_id = f.publication_id
 WHERE f.organisation = :organisation
 ORDER BY f.publication_id DESC, f.position;
