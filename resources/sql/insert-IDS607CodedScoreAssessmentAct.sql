INSERT INTO IDS607CodedScoreAssessmentAct (
  submission_id, line, CareActId, CodedAssToolType, PersScore)
SELECT :submission_id, line, CareActId, CodedAssToolType, PersScore
  FROM incoming_IDS607CodedScoreAssessmentAct;
