SELECT LocalPatientId, AccommodationType
  FROM IDS003AccommStatus
 WHERE submission_id = :submission
   AND row_id >= ifnull ((SELECT first_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS003AccommStatus'), 0)
   AND row_id <= ifnull ((SELECT last_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS003AccommStatus'), 9223372036854775807)
 ORDER BY AccommodationTypeDate, row_id;
