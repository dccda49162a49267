INSERT INTO IDS004EmpStatus (
  submission_id, line, LocalPatientId, EmployStatus, EmployStatusRecDate, WeekHoursWorked, SelfEmployInd,
  SickAbsenceInd, SSPInd, BenefitRecInd, ESAInd, UCInd, PIPInd, EmpSupportInd, EmpSupportReferral,
  EmpSupportDischargeDate)
SELECT :submission_id, line, LocalPatientId, EmployStatus, EmployStatusRecDate, WeekHoursWorked,
       SelfEmployInd, SickAbsenceInd, SSPInd, BenefitRecInd, ESAInd, UCInd, PIPInd, EmpSupportInd,
       EmpSupportReferral, EmpSupportDischargeDate
  FROM incoming_IDS004EmpStatus;
