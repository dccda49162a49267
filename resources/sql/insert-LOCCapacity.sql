INSERT INTO LOCCapacity (
  list_id, line, WeekStarting, Team, Step, Therapy, ClinicalHours, PlannedLeaveHours, SessionsPerCourse,
  SessionMinutes, DNAPct, OrgIDProv)
SELECT :list_id, line, WeekStarting, Team, Step, Therapy, ClinicalHours, PlannedLeaveHours,
       SessionsPerCourse, SessionMinutes, DNAPct, OrgIDProv
  FROM incoming_LOCCapacity;
