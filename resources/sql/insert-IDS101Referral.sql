INSERT INTO IDS101Referral (
  submission_id, line, ServiceRequestId, LocalPatientId, OrgIDComm, ReferralRequestReceivedDate,
  SourceOfReferralIAPT, OnsetDate, PrevDiagCondInd, EndCode, ServDischDate, AgeReferral)
VALUES (
  :submission_id, :line, :ServiceRequestId, :LocalPatientId, :OrgIDComm, :ReferralRequestReceivedDate,
  :SourceOfReferralIAPT, :OnsetDate, :PrevDiagCondInd, :EndCode, :ServDischDate, :AgeReferral);
