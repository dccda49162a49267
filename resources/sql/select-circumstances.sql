SELECT LocalPatientId, SocPerCircumstance
  FROM IDS011SocPerCircumstances
 WHERE submission_id = :submission
 ORDER BY line;
