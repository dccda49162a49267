SELECT action_id, words
  FROM journal_entry
 WHERE action_id = :action_id
   AND undone_at IS NULL
 LIMIT 1;
