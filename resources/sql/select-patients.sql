-- Who the month's patients are, as far as telling two of them apart goes.
SELECT LocalPatientId, NHSNumberTag
  FROM IDS001MPI
 WHERE submission_id = :submission
 ORDER BY line;
