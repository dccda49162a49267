-- Settings of a connection that reads a damaged file, which is opened read-only: where part of the list of tables is
-- lost, go on with the rest of it.
PRAGMA writable_schema = ON;
