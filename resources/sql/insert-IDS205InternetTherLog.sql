INSERT INTO IDS205InternetTherLog (
  submission_id, line, ServiceRequestId, StartDateIntEnabledTherLog, EndDateIntEnabledTherLog,
  IntEnabledTherProg, DurationIntEnabledTher, CarePersLocalId, IntegratedSoftwareInd)
VALUES (
  :submission_id, :line, :ServiceRequestId, :StartDateIntEnabledTherLog, :EndDateIntEnabledTherLog,
  :IntEnabledTherProg, :DurationIntEnabledTher, :CarePersLocalId, :IntegratedSoftwareInd);
