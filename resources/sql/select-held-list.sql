SELECT l.list_id, l.import_id, f.sha256
  FROM active_list AS l
  JOIN import_file AS f ON f.list_id = l.list_id
 WHERE l.name = :name;
