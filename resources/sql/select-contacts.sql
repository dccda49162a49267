SELECT CareContactId, ServiceRequestId, CareContDate, CareContTime, AppType, AttendOrDNACode, PlannedCareContIndicator,
       ConsMechanism, PsychMed, IAPTLTCServiceInd, ClinContDurOfCareCont, InterpreterPresentInd
  FROM IDS201CareContact
 WHERE submission_id = :submission
 ORDER BY line;
