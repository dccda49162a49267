INSERT INTO IDS201CareContact (
  submission_id, line, CareContactId, ServiceRequestId, CareContDate, CareContTime, OrgIDComm,
  PlannedCareContIndicator, AttendOrDNACode, Cancellation, ClinContDurOfCareCont, IAPTLTCServiceInd, AppType,
  ConsMechanism, IntEnabledTherProg, CareContPatientTherMode, NumGroupTherParticipants,
  NumGroupTherFacilitators, PsychMed, ActLocTypeCode, SiteIDOfTreat, LanguageCodeTreat, InterpreterPresentInd)
SELECT :submission_id, line, CareContactId, ServiceRequestId, CareContDate, CareContTime, OrgIDComm,
       PlannedCareContIndicator, AttendOrDNACode, Cancellation, ClinContDurOfCareCont, IAPTLTCServiceInd,
       AppType, ConsMechanism, IntEnabledTherProg, CareContPatientTherMode, NumGroupTherParticipants,
       NumGroupTherFacilitators, PsychMed, ActLocTypeCode, SiteIDOfTreat, LanguageCodeTreat,
       InterpreterPresentInd
  FROM incoming_IDS201CareContact;
