-- Every referral that counts now.
SELECT DISTINCT ServiceRequestId
  FROM IDS101Referral
 WHERE submission_id IN (SELECT submission_id FROM active_submission)
   AND ServiceRequestId IS NOT NULL;
