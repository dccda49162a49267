INSERT INTO LOCReferral (
  list_id, line, ServiceRequestId, Locality, Team, Site, GPPractice, Priority, Interpreter, IMDDecile,
  OrgIDProv)
VALUES (
  :list_id, :line, :ServiceRequestId, :Locality, :Team, :Site, :GPPractice, :Priority, :Interpreter,
  :IMDDecile, :OrgIDProv);
