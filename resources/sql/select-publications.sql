SELECT publication_id, import_id, layout, file, sha256, period_start, period_end, imported_at
  FROM active_publication
 ORDER BY period_end DESC, publication_id DESC;
