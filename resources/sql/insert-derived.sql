INSERT INTO derived (derived_id, basis, bytes, checksum)
VALUES (1, :basis, :bytes, :checksum);
