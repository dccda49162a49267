/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-run.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* caseness-cli compare from outside: a small demo service against publications written by hand round its own figures. */

#define HEAD                                                                                                           \
  "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"          \
  "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"
#define JUNE "2025-06-01,2025-06-30,"

static char *folder;

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Our own exact count of June, from the command that prints it. */
static int
ask_count (const char *id)
{
  g_autofree char *line
    = g_strdup_printf ("measures @/s.caseness --from 2025-06-01 --to 2025-06-30 --id %s", id);
  g_autofree char *out = NULL, *err = NULL;

  g_assert_cmpint (cli_run (folder, line, &out, &err), ==, 0);
  return atoi (strrchr (g_strchomp (out), ',') + 1);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

/* The same rounded, and 25 off; a "*" that hides ours and one that cannot; what others did is not looked at. */
static void
test_agreement (void)
{
  int referrals = ask_count ("M001"), rounded = (referrals + 2) / 5 * 5;
  g_autofree char *text
    = g_strdup_printf (HEAD JUNE "Provider,all,all,XD1,Demo,M001,N,%d\n" JUNE "Provider,all,all,XD1,Demo,M031,N,%d\n"
                       JUNE "Provider,all,all,XD1,Demo,M006,N,*\n" JUNE "Provider,all,all,XD1,Demo,M056,N,*\n"
                       JUNE "Provider,all,all,XZ9,Other,M001,N,5\n" JUNE "England,all,all,all,all,M001,N,5\n"
                       JUNE "Provider,all,all,XD1,Demo,M279,N,5\n",
                       rounded, (ask_count ("M031") + 2) / 5 * 5 + 25);
  g_autofree char *same = g_strdup_printf ("\nM001,All,%d,%d,0,same,", rounded, rounded);
  g_autofree char *out = NULL, *err = NULL, *again = NULL, *none = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_cmpint (referrals, >, 20);
  g_assert_cmpint (ask_count ("M006"), <, 5);
  write_file ("june.csv", text);
  g_assert_cmpint (cli_run (folder, "compare @/s.caseness @/june.csv", &out, &err), ==, 0);
  g_assert_true (g_str_has_prefix (out, "measure_id,group,local,national,difference,verdict"));
  assert_contains (out, same);
  assert_contains (out, ",-25,different,");
  assert_contains (out, "\nM006,All,*,*,,suppressed,");
  assert_contains (out, ",*,,different,");
  assert_contains (out, "\nM279,All,,5,,not computed here,");
  lines = g_strsplit (out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 5 + 1);
  g_assert_cmpint (cli_run (folder, "compare @/s.caseness @/june.csv --from 2025-06-01 --to 2025-06-30", &again, &none), ==, 0);
  g_assert_cmpstr (out, ==, again);
}

static const struct
{
  const char *line;
  int status;
  const char *err;
} refused[] = {
  { "compare @/s.caseness", 2, "expected" },
  { "compare @/s.caseness @/june.csv --from 2025-06-01", 2, "--to" },
  { "compare @/s.caseness @/june.csv --from 2025-06-30 --to 2025-06-01", 2, "is after" },
  { "compare @/s.caseness @/june.csv --from June --to 2025-06-01", 2, "June" },
  { "compare @/missing.caseness @/june.csv", 1, "missing.caseness" },
  { "compare @/s.caseness @/missing.csv", 1, "missing.csv" },
  { "compare @/s.caseness @/june.csv --from 2020-06-01 --to 2020-06-30", 1, "nothing to compare" },
  { "compare @/s.caseness @/bad.csv", 1, "bad.csv line 2" },
  { "compare @/s.caseness @/people.csv", 1, "people.csv line 1" },
  { "compare @/s.caseness @/england.csv", 1, "nothing to compare" },
  { "compare @/s.caseness @/d", 1, "d" },
  { "import @/s.caseness @/bad.csv", 1, "bad.csv line 2" },
  { "import @/s.caseness @/people.csv", 1, "NHS England publishes" },
};

static void
test_refusals (void)
{
  guint i;

  write_file ("june.csv", HEAD JUNE "Provider,all,all,XD1,Demo,M001,N,5\n");
  write_file ("bad.csv", HEAD JUNE "Provider,all,all,XD1,Demo,M001,N,five\n");
  write_file ("people.csv", "Name,Score\nA,3\n");
  write_file ("england.csv", HEAD JUNE "England,all,all,all,all,M001,N,5\n");
  for (i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *out = NULL, *err = NULL;

      g_test_message ("%s", refused[i].line);
      g_assert_cmpint (cli_run (folder, refused[i].line, &out, &err), ==, refused[i].status);
      g_assert_cmpstr (out, ==, "");
      assert_contains (err, refused[i].err);
    }
}

/* Imported, listed and undone like everything else. */
static void
test_import (void)
{
  g_autofree char *out = NULL, *err = NULL, *list = NULL, *more = NULL, *last = NULL, *end = NULL;

  write_file ("england.csv", HEAD JUNE "England,all,all,all,all,M192,N,50.5\n");
  g_assert_cmpint (cli_run (folder, "import @/s.caseness @/england.csv", &out, &err), ==, 0);
  assert_contains (out, "Publication,england.csv,1,1,0,0");
  g_assert_cmpint (cli_run (folder, "imports @/s.caseness", &list, &more), ==, 0);
  assert_contains (list, "england.csv");
  g_assert_cmpint (cli_run (folder, "imports @/s.caseness --undo 2", &last, &end), ==, 0);
}

/* A month that comes back as it was sent agrees; one of another period is not looked at. */
static void
test_extract (void)
{
  g_autofree char *out = NULL, *err = NULL, *none = NULL, *why = NULL;

  g_assert_cmpint (cli_run (folder, "compare @/s.caseness @/d/2025-06", &out, &err), ==, 0);
  g_assert_true (g_str_has_prefix (out, "OrgID_Provider,ServiceRequestId,LocalPatientId,field,local,national,reason"));
  g_assert_null (strstr (out, "XD1"));
  assert_contains (err, "0 differ");
  g_assert_cmpint (cli_run (folder, "compare @/s.caseness @/d/2025-06 --from 2025-04-01 --to 2025-05-31", &none, &why), ==, 1);
  assert_contains (why, "does not lie");
}

static void
make_service (void)
{
  g_autofree char *out = NULL, *err = NULL, *more = NULL, *end = NULL;

  g_assert_cmpint (cli_run (folder, "demo @/d --referrals 2400 --months 3 --end 2025-06", &out, &err), ==, 0);
  g_assert_cmpint (cli_run (folder, "import @/s.caseness @/d", &more, &end), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *command = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("caseness-compare-XXXXXX", NULL);
  make_service ();
  g_test_add_func ("/cli/compare/agreement", test_agreement);
  g_test_add_func ("/cli/compare/refusals", test_refusals);
  g_test_add_func ("/cli/compare/extract", test_extract);
  g_test_add_func ("/cli/compare/import", test_import);
  status = g_test_run ();
  command = g_strdup_printf ("rm -r '%s'", folder);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  g_free (folder);
  return status;
}
