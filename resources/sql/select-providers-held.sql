SELECT DISTINCT provider
  FROM active_submission
 ORDER BY provider;
