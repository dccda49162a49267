SELECT CareActId, CareContactId, CarePersLocalId, CodeProcAndProcStatus
  FROM IDS202CareActivity
 WHERE submission_id = :submission
 ORDER BY line;
