-- Every referral that counts now.
SELECT DISTINCT r.ServiceRequestId
  FROM active_submission AS s
  JOIN IDS101Referral AS r ON r.submission_id = s.submission_id
 WHERE r.ServiceRequestId IS NOT NULL;
