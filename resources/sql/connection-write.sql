-- Further settings of a connection that writes. Another program may have put the file into write-ahead mode, which works
-- on no network drive; it is put back, unless somebody has it open.
PRAGMA journal_mode = DELETE;
