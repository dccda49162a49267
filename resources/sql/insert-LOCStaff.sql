INSERT INTO LOCStaff (
  list_id, line, CarePersLocalId, StaffName, Role, Team, Supervisor, WTE, ClinicalHoursPerWeek, StartDate,
  EndDate, OrgIDProv)
VALUES (
  :list_id, :line, :CarePersLocalId, :StaffName, :Role, :Team, :Supervisor, :WTE, :ClinicalHoursPerWeek,
  :StartDate, :EndDate, :OrgIDProv);
