INSERT INTO IDS108WaitingTimePauses (
  submission_id, line, PauseID, ServiceRequestId, PauseStartDate, PauseEndDate, PauseReason)
SELECT :submission_id, line, PauseID, ServiceRequestId, PauseStartDate, PauseEndDate, PauseReason
  FROM incoming_IDS108WaitingTimePauses;
