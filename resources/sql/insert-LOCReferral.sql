INSERT INTO LOCReferral (
  list_id, line, ServiceRequestId, Locality, Team, Site, GPPractice, Priority, Interpreter, IMDDecile,
  OrgIDProv)
SELECT :list_id, line, ServiceRequestId, Locality, Team, Site, GPPractice, Priority, Interpreter, IMDDecile,
       OrgIDProv
  FROM incoming_LOCReferral;
