INSERT INTO IDS603PresentingComplaints (
  submission_id, line, ServiceRequestId, FindSchemeInUse, PresComp, PresCompCodSig, PresCompDate)
VALUES (
  :submission_id, :line, :ServiceRequestId, :FindSchemeInUse, :PresComp, :PresCompCodSig, :PresCompDate);
