UPDATE journal_entry
   SET undone_at = NULL,
       undo_order = NULL
 WHERE action_id = :action_id;
