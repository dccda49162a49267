SELECT table_name, file, bytes, sha256, rows_read, rows_kept, rows_rejected, warnings
  FROM import_file
 WHERE import_id = :import_id
 ORDER BY position;
