INSERT INTO LOCWaitingList (
  list_id, line, ServiceRequestId, Stage, DateAdded, Therapy, Step, Locality, Team, AllocatedStaffId,
  DateRemoved, RemovalReason, OrgIDProv)
SELECT :list_id, line, ServiceRequestId, Stage, DateAdded, Therapy, Step, Locality, Team, AllocatedStaffId,
       DateRemoved, RemovalReason, OrgIDProv
  FROM incoming_LOCWaitingList;
