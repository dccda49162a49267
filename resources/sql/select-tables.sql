-- What people brought or wrote; what was derived from it is made again.
SELECT name
  FROM sqlite_schema
 WHERE type = 'table'
   AND name NOT LIKE 'sqlite%'
   AND name NOT LIKE 'derived%'
 ORDER BY name;
