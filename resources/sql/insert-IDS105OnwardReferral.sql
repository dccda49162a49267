INSERT INTO IDS105OnwardReferral (
  submission_id, line, ServiceRequestId, OnwardReferDate, OnwardReferTime, OnwardReferReason, OrgIDReceiving)
VALUES (
  :submission_id, :line, :ServiceRequestId, :OnwardReferDate, :OnwardReferTime, :OnwardReferReason,
  :OrgIDReceiving);
