-- The referrals of the submission that counts for a provider and month.
SELECT r.ServiceRequestId
  FROM active_submission AS s
  JOIN IDS101Referral AS r ON r.submission_id = s.submission_id
 WHERE s.provider = :provider
   AND s.period_start = :period_start;
