-- Of a copy that nobody has seen yet: a journal on the disk would hold what is replaced.
PRAGMA journal_mode = MEMORY;
