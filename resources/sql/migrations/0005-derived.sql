-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What the program worked out from the rows that count, packed, so that opening the file need not work it out again. It
-- stands here rather than in a cache folder because it holds what the rows hold: whoever deletes, copies or locks away
-- the service file does the same to it. Nothing takes it as the truth: the basis says of which rows and by which program
-- it was made, and where that or the checksum is another one it is made anew.

CREATE TABLE derived
(
  derived_id INTEGER PRIMARY KEY CHECK (derived_id = 1),
  basis TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

-- In pieces, because SQLite bounds the size of one.
CREATE TABLE derived_piece
(
  position INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

PRAGMA user_version = 5;
