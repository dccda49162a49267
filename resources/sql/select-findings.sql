-- What was found wrong with the submissions and lists that count now, and whose month each belongs to.
SELECT f.rule, f.level, f.table_name, f.file, f.line, f.field, f.value, f.message, s.provider, s.period_end,
       f.referral, f.patient
  FROM finding AS f
  LEFT JOIN active_submission AS s ON s.submission_id = f.submission_id
 WHERE s.submission_id IS NOT NULL
    OR f.list_id IN (SELECT list_id FROM active_list)
 ORDER BY f.finding_id;
