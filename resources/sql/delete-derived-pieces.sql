DELETE FROM derived_piece;
