SELECT ServiceRequestId, LongTermCondition
  FROM IDS602LongTermCondition
 WHERE submission_id = :submission
 ORDER BY line;
