-- Submissions by provider and month, then lists by name.
SELECT 0 AS is_list, s.provider AS name, s.period_end, s.import_id, i.imported_at
  FROM active_submission AS s
  JOIN import AS i ON i.import_id = s.import_id
UNION ALL
SELECT 1, l.name, NULL, l.import_id, l.imported_at
  FROM active_list AS l
 ORDER BY 1, 2, 3;
