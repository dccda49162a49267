SELECT publication_id, import_id
  FROM active_publication
 WHERE sha256 = :sha256;
