SELECT table_name, sha256
  FROM import_file
 WHERE submission_id = :submission_id;
