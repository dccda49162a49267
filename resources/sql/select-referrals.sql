SELECT ServiceRequestId, LocalPatientId, ReferralRequestReceivedDate, ServDischDate, AgeReferral, OrgIDComm,
       SourceOfReferralIAPT, EndCode
  FROM IDS101Referral
 WHERE submission_id = :submission
 ORDER BY line;
