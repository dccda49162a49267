INSERT INTO IDS602LongTermCondition (
  submission_id, line, ServiceRequestId, FindSchemeInUse, LongTermCondition)
VALUES (
  :submission_id, :line, :ServiceRequestId, :FindSchemeInUse, :LongTermCondition);
