SELECT ServiceRequestId, StartDateIntEnabledTherLog, EndDateIntEnabledTherLog, IntEnabledTherProg,
       DurationIntEnabledTher, CarePersLocalId
  FROM IDS205InternetTherLog
 WHERE submission_id = :submission
   AND row_id >= ifnull ((SELECT first_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS205InternetTherLog'), 0)
   AND row_id <= ifnull ((SELECT last_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS205InternetTherLog'), 9223372036854775807)
 ORDER BY row_id;
