INSERT INTO IDS105OnwardReferral (
  submission_id, line, ServiceRequestId, OnwardReferDate, OnwardReferTime, OnwardReferReason, OrgIDReceiving)
SELECT :submission_id, line, ServiceRequestId, OnwardReferDate, OnwardReferTime, OnwardReferReason,
       OrgIDReceiving
  FROM incoming_IDS105OnwardReferral;
