INSERT INTO LOCWaitingList (
  list_id, line, ServiceRequestId, Stage, DateAdded, Therapy, Step, Locality, Team, AllocatedStaffId,
  DateRemoved, RemovalReason, OrgIDProv)
VALUES (
  :list_id, :line, :ServiceRequestId, :Stage, :DateAdded, :Therapy, :Step, :Locality, :Team,
  :AllocatedStaffId, :DateRemoved, :RemovalReason, :OrgIDProv);
