SELECT action_id, words
  FROM journal_entry
 WHERE undone_at IS NULL
   AND action_id > 0
 ORDER BY action_id DESC
 LIMIT 1;
