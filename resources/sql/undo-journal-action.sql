UPDATE journal_entry
   SET undone_at = :undone_at,
       undo_order = (SELECT coalesce (max (undo_order), 0) + 1 FROM journal_entry)
 WHERE action_id = :action_id
   AND undone_at IS NULL;
