UPDATE journal_entry
   SET undo_order = NULL
 WHERE undo_order IS NOT NULL;
