SELECT CareActId, CodedAssToolType, PersScore
  FROM IDS607CodedScoreAssessmentAct
 WHERE submission_id = :submission
 ORDER BY line;
