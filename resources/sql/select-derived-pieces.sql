SELECT bytes
  FROM derived_piece
 ORDER BY position;
