-- Settings of every connection.
-- The rollback journal is SQLite's own default: the service stays one file that can be copied when nobody has it open,
-- and works on a network drive. FULL waits for the disk before a commit is reported. An import is one transaction, so
-- durability costs two waits a command however many rows it brings. The cache holds the usual month without spilling,
-- because a spill locks readers out before the commit does; a larger one only made imports of years take more memory.
-- The page size is that of files made from now on: rows come in order, and fewer pages are fewer to balance. It stands
-- first, since SQLite counts the pages of the cache once, by the size that they have then.
PRAGMA foreign_keys = ON;
PRAGMA synchronous = FULL;
PRAGMA page_size = 16384;
PRAGMA cache_size = -16384;
PRAGMA temp_store = MEMORY;
PRAGMA trusted_schema = OFF;
