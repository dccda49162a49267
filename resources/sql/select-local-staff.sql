SELECT s.OrgIDProv, s.CarePersLocalId, s.StaffName, s.Role, s.Team, s.Supervisor
  FROM active_list AS l
  JOIN LOCStaff AS s ON s.list_id = l.list_id
 ORDER BY s.list_id, s.line;
