SELECT imported_at, imported_by, cast (round (seconds * 1000) AS INTEGER)
  FROM import
 WHERE import_id = :import_id;
