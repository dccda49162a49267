SELECT file
  FROM publication
 WHERE import_id = :import_id
 ORDER BY publication_id;
