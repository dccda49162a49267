/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "old-store.h"

#include "caseness-store-private.h"

static const char *const scripts[OLD_STORE_N_VERSIONS] = {
  "migrations/0001-first",
  "migrations/0002-national-pathway",
  "migrations/0003-journal",
  "migrations/0004-publication",
  "migrations/0005-derived",
  "migrations/0006-finding-owner",
  "migrations/0007-finding-owner-of-rows",
  "migrations/0008-version-2-0",
};

sqlite3 *
old_store_new (const char *path, guint version)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  for (guint i = 0; i < version; i++)
    {
      g_autofree char *script = caseness_store_dup_script (scripts[i]);

      g_assert_cmpint (sqlite3_exec (database, script, NULL, NULL, NULL), ==, SQLITE_OK);
    }
  return database;
}
