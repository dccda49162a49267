SELECT ServiceRequestId, StartDateIntEnabledTherLog, EndDateIntEnabledTherLog, IntEnabledTherProg,
       DurationIntEnabledTher, CarePersLocalId
  FROM IDS205InternetTherLog
 WHERE submission_id = :submission
 ORDER BY line;
