INSERT INTO LOCStaff (
  list_id, line, CarePersLocalId, StaffName, Role, Team, Supervisor, WTE, ClinicalHoursPerWeek, StartDate,
  EndDate, OrgIDProv)
SELECT :list_id, line, CarePersLocalId, StaffName, Role, Team, Supervisor, WTE, ClinicalHoursPerWeek,
       StartDate, EndDate, OrgIDProv
  FROM incoming_LOCStaff;
