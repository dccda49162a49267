SELECT f.rule, f.level, f.table_name, f.file, f.line, f.field, f.value, f.message
  FROM finding AS f
 WHERE f.submission_id IN (SELECT submission_id FROM active_submission)
    OR f.list_id IN (SELECT list_id FROM active_list)
 ORDER BY f.finding_id;
