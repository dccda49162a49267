SELECT a.OrgIDProv, a.ServiceRequestId, a.AppointmentId, a.AppointmentDate, a.AppointmentTime, a.AppType, a.Therapy,
       a.StaffId
  FROM active_list AS l
  JOIN LOCAppointment AS a ON a.list_id = l.list_id
 WHERE coalesce (a.Status, 'booked') = 'booked' COLLATE NOCASE
 ORDER BY a.list_id, a.line;
