INSERT INTO IDS007DisabilityType (
  submission_id, line, LocalPatientId, DisabCode)
SELECT :submission_id, line, LocalPatientId, DisabCode
  FROM incoming_IDS007DisabilityType;
