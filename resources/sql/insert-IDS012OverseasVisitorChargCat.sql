INSERT INTO IDS012OverseasVisitorChargCat (
  submission_id, line, LocalPatientId, OvsVisChCat, OvsVisChCatAppDate)
VALUES (
  :submission_id, :line, :LocalPatientId, :OvsVisChCat, :OvsVisChCatAppDate);
