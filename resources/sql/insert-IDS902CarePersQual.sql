INSERT INTO IDS902CarePersQual (
  submission_id, line, CarePersLocalId, QualAttainLevelIAPT, QualAwardedDate, QualPlannedCompletionDate)
VALUES (
  :submission_id, :line, :CarePersLocalId, :QualAttainLevelIAPT, :QualAwardedDate, :QualPlannedCompletionDate);
