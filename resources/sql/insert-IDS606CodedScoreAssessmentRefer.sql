INSERT INTO IDS606CodedScoreAssessmentRefer (
  submission_id, line, ServiceRequestId, CodedAssToolType, PersScore, AssToolCompDate, AssToolCompTime)
VALUES (
  :submission_id, :line, :ServiceRequestId, :CodedAssToolType, :PersScore, :AssToolCompDate, :AssToolCompTime);
