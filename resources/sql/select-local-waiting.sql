SELECT w.OrgIDProv, w.ServiceRequestId, w.Stage, w.DateAdded, w.DateRemoved, w.Therapy, w.Step, w.Locality, w.Team,
       w.AllocatedStaffId
  FROM active_list AS l
  JOIN LOCWaitingList AS w ON w.list_id = l.list_id
 ORDER BY w.list_id, w.line;
