SELECT LocalPatientId, AccommodationType
  FROM IDS003AccommStatus
 WHERE submission_id = :submission
 ORDER BY AccommodationTypeDate, line;
