SELECT LocalPatientId, SocPerCircumstance
  FROM IDS011SocPerCircumstances
 WHERE submission_id = :submission
   AND row_id >= ifnull ((SELECT first_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS011SocPerCircumstances'), 0)
   AND row_id <= ifnull ((SELECT last_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS011SocPerCircumstances'), 9223372036854775807)
 ORDER BY row_id;
