SELECT CareActId, CareContactId, CarePersLocalId, CodeProcAndProcStatus
  FROM IDS202CareActivity
 WHERE submission_id = :submission
   AND row_id >= ifnull ((SELECT first_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS202CareActivity'), 0)
   AND row_id <= ifnull ((SELECT last_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS202CareActivity'), 9223372036854775807)
 ORDER BY row_id;
