INSERT INTO IDS101Referral (
  submission_id, line, ServiceRequestId, LocalPatientId, OrgIDComm, ReferralRequestReceivedDate,
  SourceOfReferralIAPT, OnsetDate, PrevDiagCondInd, EndCode, ServDischDate, AgeReferral)
SELECT :submission_id, line, ServiceRequestId, LocalPatientId, OrgIDComm, ReferralRequestReceivedDate,
       SourceOfReferralIAPT, OnsetDate, PrevDiagCondInd, EndCode, ServDischDate, AgeReferral
  FROM incoming_IDS101Referral;
