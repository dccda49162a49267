INSERT INTO IDS602LongTermCondition (
  submission_id, line, ServiceRequestId, FindSchemeInUse, LongTermCondition)
SELECT :submission_id, line, ServiceRequestId, FindSchemeInUse, LongTermCondition
  FROM incoming_IDS602LongTermCondition;
