INSERT INTO IDS003AccommStatus (
  submission_id, line, LocalPatientId, AccommodationType, SettledAccommodationInd, AccommodationTypeDate,
  AccommodationTypeStartDate, AccommodationTypeEndDate)
VALUES (
  :submission_id, :line, :LocalPatientId, :AccommodationType, :SettledAccommodationInd,
  :AccommodationTypeDate, :AccommodationTypeStartDate, :AccommodationTypeEndDate);
