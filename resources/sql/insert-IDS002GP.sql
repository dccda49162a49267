INSERT INTO IDS002GP (
  submission_id, line, LocalPatientId, GMPCodeReg, StartDateGMPRegistration, EndDateGMPRegistration)
VALUES (
  :submission_id, :line, :LocalPatientId, :GMPCodeReg, :StartDateGMPRegistration, :EndDateGMPRegistration);
