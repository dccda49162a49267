SELECT r.OrgIDProv, r.ServiceRequestId, r.Locality, r.Team, r.Site, r.Priority, r.IMDDecile, r.Interpreter
  FROM active_list AS l
  JOIN LOCReferral AS r ON r.list_id = l.list_id
 ORDER BY r.list_id, r.line;
