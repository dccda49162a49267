INSERT INTO IDS003AccommStatus (
  submission_id, line, LocalPatientId, AccommodationType, SettledAccommodationInd, AccommodationTypeDate,
  AccommodationTypeStartDate, AccommodationTypeEndDate)
SELECT :submission_id, line, LocalPatientId, AccommodationType, SettledAccommodationInd,
       AccommodationTypeDate, AccommodationTypeStartDate, AccommodationTypeEndDate
  FROM incoming_IDS003AccommStatus;
