SELECT bytes, checksum
  FROM derived
 WHERE basis = :basis;
