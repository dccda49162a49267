INSERT INTO IDS902CarePersQual (
  submission_id, line, CarePersLocalId, QualAttainLevelIAPT, QualAwardedDate, QualPlannedCompletionDate)
SELECT :submission_id, line, CarePersLocalId, QualAttainLevelIAPT, QualAwardedDate,
       QualPlannedCompletionDate
  FROM incoming_IDS902CarePersQual;
