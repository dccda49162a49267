-- How many rows of each table the months that count have.
SELECT f.table_name, sum (f.rows_kept)
  FROM active_submission AS s
  JOIN import_file AS f ON f.submission_id = s.submission_id
 GROUP BY f.table_name;
