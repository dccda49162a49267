SELECT CareContactId, ServiceRequestId, CareContDate, CareContTime, AppType, AttendOrDNACode, PlannedCareContIndicator,
       ConsMechanism, PsychMed, IAPTLTCServiceInd, ClinContDurOfCareCont, InterpreterPresentInd
  FROM IDS201CareContact
 WHERE submission_id = :submission
   AND row_id >= ifnull ((SELECT first_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS201CareContact'), 0)
   AND row_id <= ifnull ((SELECT last_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS201CareContact'), 9223372036854775807)
 ORDER BY row_id;
