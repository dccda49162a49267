SELECT LocalPatientId, GMPCodeReg, EndDateGMPRegistration
  FROM IDS002GP
 WHERE submission_id = :submission
 ORDER BY line;
