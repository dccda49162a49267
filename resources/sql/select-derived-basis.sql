-- All that the rows which count now come from: another import, an import taken back, or another file differs in it.
SELECT 'salt', value, 0, 0
  FROM setting
 WHERE name = 'nhs-number-salt'
UNION ALL
SELECT 'submission', s.provider || ' ' || s.created, s.submission_id, s.period_end
  FROM active_submission AS s
UNION ALL
SELECT 'list', l.name || ' ' || l.imported_at, l.list_id, l.import_id
  FROM active_list AS l
UNION ALL
SELECT 'submission file', f.sha256, s.submission_id, f.rows_kept
  FROM active_submission AS s
  JOIN import_file AS f ON f.submission_id = s.submission_id
UNION ALL
SELECT 'list file', f.sha256, l.list_id, f.rows_kept
  FROM active_list AS l
  JOIN import_file AS f ON f.list_id = l.list_id
 ORDER BY 1, 3, 2, 4;
