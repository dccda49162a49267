SELECT LocalPatientId, DisabCode
  FROM IDS007DisabilityType
 WHERE submission_id = :submission
 ORDER BY line;
