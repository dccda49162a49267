INSERT INTO IDS803CareCluster (
  submission_id, line, LocalPatientId, AMHCareClustCodeFin, StartDateCareClust, StartTimeCareClust,
  EndDateCareClust, EndTimeCareClust)
SELECT :submission_id, line, LocalPatientId, AMHCareClustCodeFin, StartDateCareClust, StartTimeCareClust,
       EndDateCareClust, EndTimeCareClust
  FROM incoming_IDS803CareCluster;
