-- The referrals of the submission that counts for a provider and month.
SELECT ServiceRequestId
  FROM IDS101Referral
 WHERE submission_id IN (SELECT submission_id
                           FROM active_submission
                          WHERE provider = :provider
                            AND period_start = :period_start);
