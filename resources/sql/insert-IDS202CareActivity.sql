INSERT INTO IDS202CareActivity (
  submission_id, line, CareActId, CareContactId, CarePersLocalId, ClinContactDurOfCareAct,
  CodeProcAndProcStatus, FindSchemeInUse, CodeFind, CodeObs, ObsValue, UnitMeasure)
VALUES (
  :submission_id, :line, :CareActId, :CareContactId, :CarePersLocalId, :ClinContactDurOfCareAct,
  :CodeProcAndProcStatus, :FindSchemeInUse, :CodeFind, :CodeObs, :ObsValue, :UnitMeasure);
