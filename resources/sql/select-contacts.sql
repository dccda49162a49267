SELECT CareContactId, ServiceRequestId, CareContDate, CareContTime, AppType, AttendOrDNACode, PlannedCareContIndicator
  FROM IDS201CareContact
 WHERE submission_id = :submission
 ORDER BY line;
