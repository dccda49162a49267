-- Further settings of a connection to a draft, which nobody else knows: it is thrown away when anything fails, so that it
-- needs no journal on disk, and is written out once, before it gets its name.
PRAGMA synchronous = OFF;
PRAGMA journal_mode = MEMORY;
