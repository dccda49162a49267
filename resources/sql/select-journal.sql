SELECT entry_id, action_id, kind, subject, body, words, written_at, written_by
  FROM journal_entry
 WHERE undone_at IS NULL
 ORDER BY entry_id;
