INSERT INTO IDS007DisabilityType (
  submission_id, line, LocalPatientId, DisabCode)
VALUES (
  :submission_id, :line, :LocalPatientId, :DisabCode);
