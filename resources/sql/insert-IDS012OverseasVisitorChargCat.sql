INSERT INTO IDS012OverseasVisitorChargCat (
  submission_id, line, LocalPatientId, OvsVisChCat, OvsVisChCatAppDate)
SELECT :submission_id, line, LocalPatientId, OvsVisChCat, OvsVisChCatAppDate
  FROM incoming_IDS012OverseasVisitorChargCat;
