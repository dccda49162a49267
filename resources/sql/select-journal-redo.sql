SELECT action_id, words
  FROM journal_entry
 WHERE undo_order IS NOT NULL
 ORDER BY undo_order DESC
 LIMIT 1;
