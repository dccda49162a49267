INSERT INTO IDS803CareCluster (
  submission_id, line, LocalPatientId, AMHCareClustCodeFin, StartDateCareClust, StartTimeCareClust,
  EndDateCareClust, EndTimeCareClust)
VALUES (
  :submission_id, :line, :LocalPatientId, :AMHCareClustCodeFin, :StartDateCareClust, :StartTimeCareClust,
  :EndDateCareClust, :EndTimeCareClust);
