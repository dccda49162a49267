INSERT INTO IDS607CodedScoreAssessmentAct (
  submission_id, line, CareActId, CodedAssToolType, PersScore)
VALUES (
  :submission_id, :line, :CareActId, :CodedAssToolType, :PersScore);
