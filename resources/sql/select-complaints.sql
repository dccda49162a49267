SELECT ServiceRequestId, FindSchemeInUse, PresComp, PresCompCodSig, PresCompDate
  FROM IDS603PresentingComplaints
 WHERE submission_id = :submission
 ORDER BY line;
