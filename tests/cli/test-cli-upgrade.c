/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-store-private.h"
#include "cli-run.h"
#include "data-fixture.h"
#include "old-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* A service in a file of every earlier version answers what it answers in a new one: people, measures, receipts and findings. */

static const char *const questions[] = {
  "pathways @/%s",
  "measures @/%s --from 2025-05-01 --to 2025-06-30 --every month --by Gender",
  "ptl @/%s --as-at 2025-06-30 --stage first-treatment --list",
  "imports @/%s",
  "findings @/%s",
};

/* What each version had of it: what is in both, in the columns that both have. What was worked out is worked out again. */
#define COMMON                                                                                                          \
  "SELECT t.name, (SELECT group_concat (quote (o.name)) FROM pragma_table_info (t.name, 'main') AS o"                    \
  "                  JOIN pragma_table_info (t.name, 'now') AS n ON n.name = o.name)"                                    \
  "  FROM main.sqlite_schema AS t JOIN now.sqlite_schema AS u ON u.name = t.name AND u.type = 'table'"                   \
  " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'derived%'"

static char *folder;
static char *expected[G_N_ELEMENTS (questions)]; /* what a new file answers */

static void
execute (sqlite3 *database, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (database, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", message, sql);
}

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
copy_tables (sqlite3 *database)
{
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *common = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, COMMON, -1, &common, NULL), ==, SQLITE_OK);
  while (sqlite3_step (common) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (common, 0);
      g_auto(GStrv) quoted = g_strsplit ((const char *) sqlite3_column_text (common, 1), "'", -1);
      g_autofree char *columns = g_strjoinv ("\"", quoted);

      g_ptr_array_add (copies, g_strdup_printf ("DELETE FROM main.%s; INSERT INTO main.%s (%s) SELECT %s FROM now.%s",
                                                table, table, columns, columns, table));
    }
  sqlite3_finalize (common);
  g_assert_cmpuint (copies->len, >, 20);
  for (guint i = 0; i < copies->len; i++)
    execute (database, copies->pdata[i]);
}

static void
make_old (guint version)
{
  g_autofree char *path = make_path ("old.caseness");
  g_autofree char *now = make_path ("new.caseness");
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS now", now);
  sqlite3 *database;

  g_remove (path);
  database = old_store_new (path, version);
  execute (database, attach);
  execute (database, "BEGIN");
  copy_tables (database);
  execute (database, "COMMIT");
  sqlite3_close (database);
}

static char *
ask (guint question, const char *store)
{
  g_auto(GStrv) parts = g_strsplit (questions[question], "%s", 2);
  g_autofree char *line = g_strconcat (parts[0], store, parts[1], NULL);
  g_autofree char *err = NULL;
  char *out = NULL;

  g_assert_cmpint (cli_run (folder, line, &out, &err), ==, 0);
  return out;
}

static void
test_upgrade (gconstpointer data)
{
  make_old (GPOINTER_TO_UINT (data));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *answer = ask (i, "old.caseness");

      g_assert_cmpstr (answer, ==, expected[i]);
    }
}

static void
run (const char *line)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_cmpint (cli_run (folder, line, &out, &err), ==, 0);
}

int
main (int argc, char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (OLD_STORE_N_VERSIONS + 1, ==, caseness_store_get_latest_version ());
  folder = g_dir_make_tmp ("caseness-upgrade-XXXXXX", NULL);
  run ("demo @/d --referrals 200 --months 3 --end 2025-06");
  run ("import @/new.caseness @/d");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      expected[i] = ask (i, "new.caseness");
      g_assert_cmpint (strchr (expected[i], '\n')[1], !=, '\0'); /* more than its heading */
    }
  for (guint version = 1; version <= OLD_STORE_N_VERSIONS; version++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/upgrade/from-%u", version);

      g_test_add_data_func (path, GUINT_TO_POINTER (version), test_upgrade);
    }
  failed = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_free (expected[i]);
  data_fixture_remove_tree (folder);
  g_free (folder);
  return failed;
}
