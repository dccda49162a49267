SELECT provider, min (period_start), max (period_end), count (DISTINCT period_start)
  FROM submission
 WHERE import_id = :import_id
 GROUP BY provider
 ORDER BY provider;
