-- Every submission that is not taken back, months in order and within a month the one that counts last, with the rows
-- that were kept of each of its tables.
SELECT s.provider, s.period_start, s.period_end, s.submission_id, s.import_id, s.created, i.imported_at,
       f.table_name, f.rows_kept
  FROM submission AS s
  JOIN import AS i ON i.import_id = s.import_id
  JOIN import_file AS f ON f.submission_id = s.submission_id
 WHERE i.undone_at IS NULL
 ORDER BY s.provider, s.period_start, s.created, s.submission_id, f.table_name;
