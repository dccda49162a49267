INSERT INTO IDS603PresentingComplaints (
  submission_id, line, ServiceRequestId, FindSchemeInUse, PresComp, PresCompCodSig, PresCompDate)
SELECT :submission_id, line, ServiceRequestId, FindSchemeInUse, PresComp, PresCompCodSig, PresCompDate
  FROM incoming_IDS603PresentingComplaints;
