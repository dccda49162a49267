INSERT INTO IDS011SocPerCircumstances (
  submission_id, line, LocalPatientId, SocPerCircumstance, SocPerCircumstanceRecDate)
SELECT :submission_id, line, LocalPatientId, SocPerCircumstance, SocPerCircumstanceRecDate
  FROM incoming_IDS011SocPerCircumstances;
