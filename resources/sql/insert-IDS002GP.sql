INSERT INTO IDS002GP (
  submission_id, line, LocalPatientId, GMPCodeReg, StartDateGMPRegistration, EndDateGMPRegistration,
  OrgIDGPPrac)
SELECT :submission_id, line, LocalPatientId, GMPCodeReg, StartDateGMPRegistration, EndDateGMPRegistration,
       OrgIDGPPrac
  FROM incoming_IDS002GP;
