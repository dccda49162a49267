SELECT ServiceRequestId, CodedAssToolType, PersScore, AssToolCompDate, AssToolCompTime
  FROM IDS606CodedScoreAssessmentRefer
 WHERE submission_id = :submission
 ORDER BY line;
