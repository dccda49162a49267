SELECT name
  FROM local_list
 WHERE import_id = :import_id
 ORDER BY name;
