INSERT INTO IDS202CareActivity (
  submission_id, line, CareActId, CareContactId, CarePersLocalId, ClinContactDurOfCareAct,
  CodeProcAndProcStatus, FindSchemeInUse, CodeFind, CodeObs, ObsValue, UnitMeasure)
SELECT :submission_id, line, CareActId, CareContactId, CarePersLocalId, ClinContactDurOfCareAct,
       CodeProcAndProcStatus, FindSchemeInUse, CodeFind, CodeObs, ObsValue, UnitMeasure
  FROM incoming_IDS202CareActivity;
