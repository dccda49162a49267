-- Each once, under the name of the publication loaded last.
SELECT f.organisation, f.name, max(f.publication_id)
  FROM published_figure AS f
  JOIN active_publication AS p ON p.publication_id = f.publication_id
 WHERE f.level = :level
 GROUP BY f.organisation
 ORDER BY f.name, f.organisation;
