SELECT rule, level, table_name, file, line, field, value, message
  FROM finding
 WHERE import_id = :import_id
 ORDER BY finding_id;
