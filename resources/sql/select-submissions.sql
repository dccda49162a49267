-- Months in the order in which they overlay each other.
SELECT submission_id, provider, period_start, period_end, import_id
  FROM active_submission
 ORDER BY provider, period_end, submission_id;
