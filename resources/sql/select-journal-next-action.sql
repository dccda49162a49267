SELECT coalesce (max (action_id), 0) + 1
  FROM journal_entry;
