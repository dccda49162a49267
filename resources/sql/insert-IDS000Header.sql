INSERT INTO IDS000Header (
  submission_id, line, DatSetVer, OrgIDProv, OrgIDSubmit, PrimSystemInUse, ReportingPeriodStartDate,
  ReportingPeriodEndDate, DateTimeDatSetCreate)
VALUES (
  :submission_id, :line, :DatSetVer, :OrgIDProv, :OrgIDSubmit, :PrimSystemInUse, :ReportingPeriodStartDate,
  :ReportingPeriodEndDate, :DateTimeDatSetCreate);
