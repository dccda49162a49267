INSERT INTO LOCCapacity (
  list_id, line, WeekStarting, Team, Step, Therapy, ClinicalHours, PlannedLeaveHours, SessionsPerCourse,
  SessionMinutes, DNAPct, OrgIDProv)
VALUES (
  :list_id, :line, :WeekStarting, :Team, :Step, :Therapy, :ClinicalHours, :PlannedLeaveHours,
  :SessionsPerCourse, :SessionMinutes, :DNAPct, :OrgIDProv);
