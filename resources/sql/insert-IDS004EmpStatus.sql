INSERT INTO IDS004EmpStatus (
  submission_id, line, LocalPatientId, EmployStatus, EmployStatusRecDate, WeekHoursWorked, SelfEmployInd,
  SickAbsenceInd, SSPInd, BenefitRecInd, ESAInd, UCInd, PIPInd, EmpSupportInd, EmpSupportReferral,
  EmpSupportDischargeDate, JSAInd, OtherBenefitInd)
SELECT :submission_id, line, LocalPatientId, EmployStatus, EmployStatusRecDate, WeekHoursWorked,
       SelfEmployInd, SickAbsenceInd, SSPInd, BenefitRecInd, ESAInd, UCInd, PIPInd, EmpSupportInd,
       EmpSupportReferral, EmpSupportDischargeDate, JSAInd, OtherBenefitInd
  FROM incoming_IDS004EmpStatus;
