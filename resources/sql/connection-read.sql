-- Further settings of a connection that only reads. The file itself is opened for writing where it may be, so that a
-- journal left by a power cut is rolled back before anything is read.
PRAGMA query_only = ON;
