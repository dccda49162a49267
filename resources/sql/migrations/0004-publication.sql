-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What NHS England published, to hold one's own figures against. Of organisations other than England and the providers
-- held, the headline totals only. Values are kept as printed, since "*" is not a number and not nothing.

CREATE TABLE publication
(
  publication_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (import_id),
  layout TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  period_start INTEGER NOT NULL,
  period_end INTEGER NOT NULL
) STRICT;

CREATE INDEX publication_by_import ON publication (import_id);

CREATE TABLE published_figure
(
  publication_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  level TEXT NOT NULL,
  organisation TEXT NOT NULL,
  name TEXT NOT NULL,
  commissioner TEXT NOT NULL,
  period_start INTEGER NOT NULL,
  period_end INTEGER NOT NULL,
  measure TEXT NOT NULL,
  variable TEXT NOT NULL,
  group_name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (publication_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX published_figure_by_organisation ON published_figure (organisation);

-- The publications that are not undone. Several may tell of one month: the one loaded last wins where it says anything.
CREATE VIEW active_publication (publication_id, import_id, layout, file, sha256, period_start, period_end, imported_at) AS
SELECT p.publication_id, p.import_id, p.layout, p.file, p.sha256, p.period_start, p.period_end, i.imported_at
  FROM publication AS p
  JOIN import AS i ON i.import_id = p.import_id
 WHERE i.undone_at IS NULL;

PRAGMA user_version = 4;
