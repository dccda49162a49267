INSERT INTO LOCAppointment (
  list_id, line, ServiceRequestId, AppointmentId, AppointmentDate, AppointmentTime, AppType, Therapy, StaffId,
  Locality, Site, Status, OrgIDProv)
VALUES (
  :list_id, :line, :ServiceRequestId, :AppointmentId, :AppointmentDate, :AppointmentTime, :AppType, :Therapy,
  :StaffId, :Locality, :Site, :Status, :OrgIDProv);
