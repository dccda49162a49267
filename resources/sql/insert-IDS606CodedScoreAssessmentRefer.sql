INSERT INTO IDS606CodedScoreAssessmentRefer (
  submission_id, line, ServiceRequestId, CodedAssToolType, PersScore, AssToolCompDate, AssToolCompTime)
SELECT :submission_id, line, ServiceRequestId, CodedAssToolType, PersScore, AssToolCompDate, AssToolCompTime
  FROM incoming_IDS606CodedScoreAssessmentRefer;
