SELECT CarePersLocalId, QualAttainLevelIAPT, QualAwardedDate, QualPlannedCompletionDate
  FROM IDS902CarePersQual
 WHERE submission_id = :submission
 ORDER BY line;
