SELECT action_id, words
  FROM journal_entry
 WHERE undone_at IS NULL
 ORDER BY action_id DESC
 LIMIT 1;
