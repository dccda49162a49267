INSERT INTO IDS101Referral (
  submission_id, line, ServiceRequestId, LocalPatientId, OrgIDComm, ReferralRequestReceivedDate,
  SourceOfReferralIAPT, OnsetDate, PrevDiagCondInd, EndCode, ServDischDate, AgeReferral,
  IMDDecile)
SELECT :submission_id, line, ServiceRequestId, LocalPatientId, OrgIDComm, ReferralRequestReceivedDate,
       SourceOfReferralIAPT, OnsetDate, PrevDiagCondInd, EndCode, ServDischDate, AgeReferral,
       IMDDecile
  FROM incoming_IDS101Referral;
