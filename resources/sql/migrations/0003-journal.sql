-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What people record while they work: actions of a meeting, notes, themes, saved filters … Entries are only ever added.
-- The value of a kind and subject is its latest entry that is not undone; one without a body says that it was removed.
-- Entries written together share an action, and are undone and redone together.

CREATE TABLE journal_entry
(
  entry_id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT, -- a JSON object
  words TEXT NOT NULL, -- what was done, for people
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL,
  undone_at TEXT,
  undo_order INTEGER -- what was undone last is redone first; NULL when it cannot be redone any more
) STRICT;

CREATE INDEX journal_entry_by_action ON journal_entry (action_id);

PRAGMA user_version = 3;
