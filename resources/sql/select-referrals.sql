SELECT ServiceRequestId, LocalPatientId, ReferralRequestReceivedDate, ServDischDate, AgeReferral, OrgIDComm,
       SourceOfReferralIAPT, EndCode, IMDDecile
  FROM IDS101Referral
 WHERE submission_id = :submission
 ORDER BY line;
