SELECT provider
  FROM active_submission
 ORDER BY period_end DESC, submission_id DESC
 LIMIT 1;
