INSERT INTO IDS205InternetTherLog (
  submission_id, line, ServiceRequestId, StartDateIntEnabledTherLog, EndDateIntEnabledTherLog,
  IntEnabledTherProg, DurationIntEnabledTher, CarePersLocalId, IntegratedSoftwareInd)
SELECT :submission_id, line, ServiceRequestId, StartDateIntEnabledTherLog, EndDateIntEnabledTherLog,
       IntEnabledTherProg, DurationIntEnabledTher, CarePersLocalId, IntegratedSoftwareInd
  FROM incoming_IDS205InternetTherLog;
