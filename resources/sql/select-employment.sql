SELECT LocalPatientId, EmployStatusRecDate, EmployStatus, SickAbsenceInd, SSPInd, WeekHoursWorked, BenefitRecInd,
       ESAInd, UCInd, PIPInd, EmpSupportInd, EmpSupportReferral, EmpSupportDischargeDate
  FROM IDS004EmpStatus
 WHERE submission_id = :submission
   AND row_id >= ifnull ((SELECT first_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS004EmpStatus'), 0)
   AND row_id <= ifnull ((SELECT last_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS004EmpStatus'), 9223372036854775807)
 ORDER BY row_id;
