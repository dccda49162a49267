SELECT LocalPatientId, EmployStatusRecDate, EmployStatus, SickAbsenceInd, SSPInd, WeekHoursWorked, BenefitRecInd,
       ESAInd, UCInd, PIPInd, EmpSupportInd, EmpSupportReferral, EmpSupportDischargeDate
  FROM IDS004EmpStatus
 WHERE submission_id = :submission
 ORDER BY line;
