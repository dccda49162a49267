INSERT INTO LOCAppointment (
  list_id, line, ServiceRequestId, AppointmentId, AppointmentDate, AppointmentTime, AppType, Therapy, StaffId,
  Locality, Site, Status, OrgIDProv)
SELECT :list_id, line, ServiceRequestId, AppointmentId, AppointmentDate, AppointmentTime, AppType, Therapy,
       StaffId, Locality, Site, Status, OrgIDProv
  FROM incoming_LOCAppointment;
