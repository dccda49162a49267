SELECT s.OrgIDProv, s.CarePersLocalId, s.StaffName, s.Role, s.Team, s.Supervisor, s.WTE,
       s.StartDate, s.EndDate
  FROM active_list AS l
  JOIN LOCStaff AS s ON s.list_id = l.list_id
 ORDER BY s.list_id, s.line;
