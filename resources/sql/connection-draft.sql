-- Further settings of a connection to a draft, which nobody else knows: it is thrown away when anything fails, so that it
-- needs no journal on disk, and is written out once, before it gets its name. Nobody waits to read it, so that its pages
-- may be written as soon as they are full: a small cache uses the same memory again and again.
PRAGMA synchronous = OFF;
PRAGMA journal_mode = MEMORY;
PRAGMA cache_size = -4096;
