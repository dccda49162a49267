INSERT INTO IDS011SocPerCircumstances (
  submission_id, line, LocalPatientId, SocPerCircumstance, SocPerCircumstanceRecDate)
VALUES (
  :submission_id, :line, :LocalPatientId, :SocPerCircumstance, :SocPerCircumstanceRecDate);
