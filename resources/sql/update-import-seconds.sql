UPDATE import
   SET seconds = :milliseconds / 1000.0
 WHERE import_id = :import_id;
