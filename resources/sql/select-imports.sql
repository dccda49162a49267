SELECT i.import_id, i.imported_at, i.imported_by, i.undone_at,
       coalesce (sum (f.rows_read), 0), coalesce (sum (f.rows_kept), 0),
       coalesce (sum (f.rows_rejected), 0), coalesce (sum (f.warnings), 0), count (f.position)
  FROM import AS i
  LEFT JOIN import_file AS f ON f.import_id = i.import_id
 GROUP BY i.import_id
 ORDER BY i.import_id;
