INSERT INTO IDS108WaitingTimePauses (
  submission_id, line, PauseID, ServiceRequestId, PauseStartDate, PauseEndDate, PauseReason)
VALUES (
  :submission_id, :line, :PauseID, :ServiceRequestId, :PauseStartDate, :PauseEndDate, :PauseReason);
