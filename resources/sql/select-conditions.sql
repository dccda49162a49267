SELECT ServiceRequestId, LongTermCondition
  FROM IDS602LongTermCondition
 WHERE submission_id = :submission
   AND row_id >= ifnull ((SELECT first_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS602LongTermCondition'), 0)
   AND row_id <= ifnull ((SELECT last_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS602LongTermCondition'), 9223372036854775807)
 ORDER BY row_id;
