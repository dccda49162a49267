INSERT INTO IDS601MedHistPrevDiag (
  submission_id, line, LocalPatientId, DiagSchemeInUse, PrevDiag, DiagDate)
SELECT :submission_id, line, LocalPatientId, DiagSchemeInUse, PrevDiag, DiagDate
  FROM incoming_IDS601MedHistPrevDiag;
