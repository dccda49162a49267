INSERT INTO IDS000Header (
  submission_id, line, DatSetVer, OrgIDProv, OrgIDSubmit, PrimSystemInUse, ReportingPeriodStartDate,
  ReportingPeriodEndDate, DateTimeDatSetCreate)
SELECT :submission_id, line, DatSetVer, OrgIDProv, OrgIDSubmit, PrimSystemInUse, ReportingPeriodStartDate,
       ReportingPeriodEndDate, DateTimeDatSetCreate
  FROM incoming_IDS000Header;
