INSERT INTO IDS601MedHistPrevDiag (
  submission_id, line, LocalPatientId, DiagSchemeInUse, PrevDiag, DiagDate)
VALUES (
  :submission_id, :line, :LocalPatientId, :DiagSchemeInUse, :PrevDiag, :DiagDate);
