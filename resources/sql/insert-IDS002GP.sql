INSERT INTO IDS002GP (
  submission_id, line, LocalPatientId, GMPCodeReg, StartDateGMPRegistration, EndDateGMPRegistration)
SELECT :submission_id, line, LocalPatientId, GMPCodeReg, StartDateGMPRegistration, EndDateGMPRegistration
  FROM incoming_IDS002GP;
