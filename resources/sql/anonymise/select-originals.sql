-- Shorter ones are found in any file by chance.
SELECT DISTINCT id
  FROM original
 WHERE length (id) >= 8;
