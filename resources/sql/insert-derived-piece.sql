INSERT INTO derived_piece (position, bytes)
VALUES (:position, :bytes);
