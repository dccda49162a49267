SELECT undone_at FROM import WHERE import_id = :import_id;
