/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-date.h"
#include "caseness-store-private.h"
#include "cli-run.h"
#include "data-fixture.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* caseness-cli run as others run it: words in, an exit status, two streams out. */

typedef struct
{
  char *folder; /* made for the test, removed after it */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("caseness-cli-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  data_fixture_remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static int
run (Fixture *fixture, const char *line, char **out, char **err)
{
  return cli_run (fixture->folder, line, out, err);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

static const struct
{
  const char *line;
  int status;
  const char *out; /* must be in standard output */
  const char *err; /* must be in standard error */
} usage_cases[] = {
  { "", 2, "", "no command" },
  { "--help", 0, "pathways", "" },
  { "--version", 0, "caseness-cli ", "" },
  { "frobnicate", 2, "", "no command “frobnicate”" },
  { "ptl --help", 0, "--as-at", "" },
  { "demo", 2, "", "expected: caseness-cli demo DIR" },
  { "demo @/d --referrals 0", 2, "", "--referrals" },
  { "demo @/d --end June", 2, "", "2025-06" },
  { "demo @/d --what", 2, "", "Unknown option" },
  { "import @/s.caseness", 2, "", "expected" },
  { "import @/s.caseness @/nothing", 1, "", "nothing" },
  { "imports @/missing.caseness", 1, "", "missing.caseness" },
  { "findings @/missing.caseness", 1, "", "missing.caseness" },
  { "pathways @/missing.caseness", 1, "", "missing.caseness" },
  { "pathways @/missing.caseness --where Team", 2, "", "NAME=VALUE" },
  { "pathways @/missing.caseness --where Colour=blue", 2, "", "no variable" },
  { "measures --help", 0, "--every", "" },
  { "measures @/missing.caseness --from 2025-04-01 --to 2025-06-30", 1, "", "missing.caseness" },
  { "measures @/missing.caseness --from 2025-04-01", 2, "", "--to" },
  { "measures @/missing.caseness --from 2025-07-01 --to 2025-06-30", 2, "", "is after --to" },
  { "report @/missing.caseness --kind ptl --from 2025-07-01 --to 2025-06-30 --output @/x.pdf", 2, "",
    "--from 2025-07-01: is after --to" },
  { "measures @/missing.caseness --from 2025-04-01 --to 2025-06-30 --every week", 2, "", "month, quarter, year or rolling-year" },
  { "measures @/missing.caseness --from 2025-04-01 --to 2025-06-30 --id M9999", 2, "", "no measure" },
  { "measures @/missing.caseness --from 2025-04-01 --to 2025-06-30 --by moon", 2, "", "no variable" },
  { "measures @/missing.caseness --from 2025-04-01 --to 2025-06-30 --where Gender", 2, "", "NAME=VALUE" },
  { "measures @/missing.caseness --from 2025-04-01 --to 2025-06-30 --rule iet_date=noon", 2, "", "iet_date=noon" },
  { "measures @/missing.caseness --from 2025-04-01 --to 2025-06-30 --list --suppress", 2, "", "--suppress" },
  { "check @/missing.caseness --from 2025-04-01 --to 2025-06-30", 1, "", "missing.caseness" },
  { "ptl @/missing.caseness --as-at 2025-06-30 --stage first-treatment", 1, "", "missing.caseness" },
  { "ptl @/missing.caseness --stage first-treatment", 2, "", "--as-at is missing" },
  { "ptl @/missing.caseness --as-at 31/02/2025 --stage first-treatment", 2, "", "31/02/2025" },
  { "ptl @/missing.caseness --as-at 2025-06-30 --stage third", 2, "", "third" },
  { "ptl @/missing.caseness --as-at 2025-06-30 --stage step-up --by moon", 2, "", "moon" },
  { "ptl @/missing.caseness --as-at 2025-06-30 --stage step-up --standard 0", 2, "", "--standard" },
  { "report @/missing.caseness --kind ptl --output @/r.pdf", 2, "", "--as-at is missing" },
  { "report @/missing.caseness --kind ptl --as-at 2025-06-30 --output @/r.doc", 2, "", "r.doc" },
  { "recovery @/missing.caseness --from 2025-01-01 --to 2025-06-30 --by problem", 1, "", "missing.caseness" },
  { "recovery @/missing.caseness --from 2025-01-01 --to 2025-06-30", 2, "", "--by: is missing" },
  { "recovery @/missing.caseness --from 2025-01-01 --to 2025-06-30 --by moon", 2, "", "no variable “moon”" },
  { "recovery @/missing.caseness --to 2025-06-30 --by team", 2, "", "--from: is missing" },
  { "recovery @/missing.caseness --from 2025-01-01 --to 2025-06-30 --by team --where Colour=blue", 2, "", "Colour" },
  { "adsm @/missing.caseness --from 2025-06-30 --to 2025-01-01 --by team", 2, "", "--to: lies before" },
  { "adsm @/missing.caseness --from June --to 2025-01-01 --by team", 2, "", "June" },
  { "adsm @/missing.caseness --from 2025-01-01 --to 2025-06-30 --by month", 1, "", "missing.caseness" },
  { "adsm @/missing.caseness --from 2025-01-01 --to 2025-06-30 --by month --list", 2, "", "--list" },
  { "adsm @/missing.caseness --from 2025-01-01 --to 2025-06-30 --by team --measures moon", 2, "", "--measures" },
  { "adsm @/missing.caseness --from 2025-01-01 --to 2025-06-30 --by team --costs", 2, "", "--by: goes with neither" },
  { "adsm @/missing.caseness --from 2025-01-01 --to 2025-06-30 --open --costs", 2, "", "--open: does not go" },
  { "adsm @/missing.caseness --from 2025-01-01 --to 2025-06-30 --open --list", 2, "", "--list" },
  { "adsm @/missing.caseness --from 2025-01-01 --to 2025-06-30 --open", 1, "", "missing.caseness" },
  { "recovery @/missing.caseness --from 2025-01-01 --to 2025-06-30 --by month", 2, "", "no variable “month”" },
  { "equity @/missing.caseness --from 2025-01-01 --to 2025-06-30 --by gender --by age --by team", 2, "", "two variables" },
  { "equity @/missing.caseness --from 2025-01-01 --to 2025-06-30 --by age --stage gone", 2, "", "--stage" },
  { "stat wilson '{\"x\": 0, \"n\": 1}'", 0, "{\"value\":0,\"lower\":0,\"upper\":0.7934506856227", "" },
  { "stat wilson '{\"x\": 2, \"n\": 1}'", 2, "", "x: lies outside" },
  { "stat wilson '{\"x\": \"2\", \"n\": 1}'", 2, "", "x: is not a number" },
  { "stat wilson '{\"x\": 2}'", 2, "", "n: is missing" },
  { "stat wilson '{\"x\": 2'", 2, "", "not a JSON object" },
  { "stat wilson '[1]'", 2, "", "not a JSON object" },
  { "stat moon '{}'", 2, "", "no method “moon”" },
  { "stat xmr_limits '{\"values\": []}'", 0, "\"mean\":null", "" },
  { "stat xmr_limits '{\"values\": 5}'", 2, "", "values: is not a list" },
  { "report @/missing.caseness --kind moon --as-at 2025-06-30 --output @/r.pdf", 2, "", "moon" },
};

static void
test_usage (Fixture *fixture, gconstpointer unused)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (usage_cases); i++)
    {
      g_autofree char *out = NULL;
      g_autofree char *err = NULL;
      g_autofree char *store = g_build_filename (fixture->folder, "s.caseness", NULL);

      g_test_message ("%s", usage_cases[i].line);
      g_assert_cmpint (run (fixture, usage_cases[i].line, &out, &err), ==, usage_cases[i].status);
      assert_contains (out, usage_cases[i].out);
      assert_contains (err, usage_cases[i].err);
      g_assert_false (g_file_test (store, G_FILE_TEST_EXISTS));
    }
}

/* One small service all the way: written, imported, imported again, listed, printed, undone. */
static void
test_journey (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autofree char *pdf = g_build_filename (fixture->folder, "ptl.pdf", NULL);
  g_autofree char *content = NULL;
  static const char *const steps[][3] = {
    { "demo @/d --referrals 300 --months 3 --end 2025-06", "", "" },
    { "import @/s.caseness @/d --service 'Our Service' --findings @/findings.csv",
      "table,file,read,kept,rejected,warnings\n", "" },
    { "import @/s.caseness @/d", "", "already imported" },
    { "imports @/s.caseness", "import_id,imported_at", "" },
    { "findings @/s.caseness", "rule,level,table,file,row,field,value,message\n", "" },
    { "pathways @/s.caseness", "PathwayID,ServiceRequestId,OrgID_Provider,LocalPatientId", "" },
    { "ptl @/s.caseness --as-at 2025-06-30 --stage 'first treatment' --by therapy",
      "group,6 to 5 weeks before,5 to 4 weeks before", "" },
    { "ptl @/s.caseness --as-at 2025-06-30 --stage first-appointment --list",
      "stage,ServiceRequestId,clock_start,breach_date,wait_days,booked_date", "" },
    { "recovery @/s.caseness --from 2025-04-01 --to 2025-06-30 --by team", "group,courses,at_caseness,recovered,", "" },
    { "adsm @/s.caseness --from 2025-04-01 --to 2025-06-30 --by problem",
      "group,courses,should_have,first_only,paired,wrong_measure,gad_instead,paired_pct\n", "" },
    { "adsm @/s.caseness --from 2025-04-01 --to 2025-06-30 --costs", "\nAll,", "" },
    { "adsm @/s.caseness --from 2025-04-01 --to 2025-06-30 --open --where Step='High only'", "clinician,team,referral,", "" },
    { "report @/s.caseness --kind ptl --from 2025-04-01 --to 2025-06-30 --output @/ptl.pdf", "", "" },
    { "report @/s.caseness --kind ptl --from 2025-04-01 --to 2025-06-30 --output @/ptl.svg", "", "" },
    { "report @/s.caseness --kind ptl --from 2025-04-01 --to 2025-06-30 --output @/ptl.png", "", "" },
    { "report @/s.caseness --kind quality --from 2025-04-01 --to 2025-06-30 --output @/quality.pdf", "", "" },
    { "report @/s.caseness --kind quality --as-at 2025-06-30 --identify --output @/quality.pdf", "", "" },
    { "imports @/s.caseness --undo 1", "1,", "" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_clear_pointer (&out, g_free);
      g_clear_pointer (&err, g_free);
      if (run (fixture, steps[i][0], &out, &err) != 0)
        g_error ("%s: %s", steps[i][0], err);
      assert_contains (out, steps[i][1]);
      assert_contains (err, steps[i][2]);
    }
  g_assert_true (g_file_get_contents (pdf, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));

  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (run (fixture, "pathways @/s.caseness", &out, &err), ==, 0);
  g_assert_cmpuint (count_lines (out), ==, 1);
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (run (fixture, "imports @/s.caseness --undo 1", &out, &err), ==, 1);
}

/* Standard output and --output FILE are the same bytes, and the same words give the same bytes twice. */
static void
test_same_bytes (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *err = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "p.csv", NULL);

  g_assert_cmpint (run (fixture, "demo @/d --referrals 120 --months 1 --seed 7", &first, &err), ==, 0);
  g_clear_pointer (&first, g_free);
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (run (fixture, "import @/s.caseness @/d --output @/receipt.csv", &first, &err), ==, 0);
  g_assert_cmpstr (first, ==, "");
  g_clear_pointer (&first, g_free);
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (run (fixture, "pathways @/s.caseness", &first, &err), ==, 0);
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (run (fixture, "pathways @/s.caseness --output @/p.csv", &empty, &err), ==, 0);
  g_assert_true (g_file_get_contents (path, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpuint (count_lines (first), >, 100);
}

/* A dry run judges and leaves no file behind; neither does a refusal. */
static void
test_no_file_left (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autofree char *store = g_build_filename (fixture->folder, "s.caseness", NULL);

  g_assert_cmpint (run (fixture, "demo @/d --referrals 60 --months 1", &out, &err), ==, 0);
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (run (fixture, "import @/s.caseness @/d --dry-run", &out, &err), ==, 0);
  g_assert_cmpuint (count_lines (out), >, 20);
  g_assert_false (g_file_test (store, G_FILE_TEST_EXISTS));
}

/* Every postcode of the month in decile @decile. */
static void
write_lookup (Fixture *fixture, const char *month, guint decile)
{
  g_autofree char *people = g_build_filename (fixture->folder, "d", month, "IDS001MPI.csv", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "postcodes.csv", NULL);
  g_autoptr(GString) lookup = g_string_new ("Postcode,Index of Multiple Deprivation Decile\n");
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) header = NULL;
  guint column = 0;

  g_assert_true (g_file_get_contents (people, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", 0);
  header = g_strsplit (lines[0], ",", 0);
  while (!g_str_equal (header[column], "Postcode"))
    column++;
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", 0);

      g_string_append_printf (lookup, "%s,%u\n", cells[column], decile);
    }
  g_assert_true (g_file_set_contents (path, lookup->str, -1, NULL));
}

/* A lookup of postcodes gives people their decile; a local list that says it of a referral is believed instead. */
static void
test_deprivation (Fixture *fixture, gconstpointer unused)
{
  static const char measures[] = "measures @/s.caseness --from 2025-06-01 --to 2025-06-30 --id M001 "
                                 "--by 'Indices of Deprivation Decile'";
  g_autofree char *list = g_build_filename (fixture->folder, "d", "LOCReferral.csv", NULL);
  g_autofree char *kept = g_build_filename (fixture->folder, "LOCReferral.csv", NULL);
  g_autofree char *demo_out = NULL, *demo_err = NULL, *out = NULL, *err = NULL, *shown = NULL, *shown_err = NULL;
  g_autofree char *list_out = NULL, *list_err = NULL, *other = NULL, *other_err = NULL;

  g_assert_cmpint (run (fixture, "demo @/d --referrals 60 --months 1 --end 2025-06", &demo_out, &demo_err), ==, 0);
  g_assert_cmpint (g_rename (list, kept), ==, 0);
  write_lookup (fixture, "2025-06", 3);
  g_assert_cmpint (run (fixture, "import @/s.caseness @/d @/postcodes.csv", &out, &err), ==, 0);
  assert_contains (err, "the decile of deprivation was found");
  assert_contains (out, "Deprivation,postcodes.csv");
  g_assert_cmpint (run (fixture, measures, &shown, &shown_err), ==, 0);
  assert_contains (shown, "Decile,3,M001,Count_ReferralsReceived,60,,60");
  g_assert_cmpint (run (fixture, "import @/s.caseness @/LOCReferral.csv", &list_out, &list_err), ==, 0);
  g_assert_cmpint (run (fixture, measures, &other, &other_err), ==, 0);
  g_assert_cmpstr (shown, !=, other);
}

/* A file as the first Caseness made it. */
static void
make_old (const char *path)
{
  g_autofree char *script = caseness_store_dup_script ("migrations/0001-first");
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, script, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* What runs every month does not stop at a newer version, and says once that it changed the file; a dry run leaves it. */
static void
test_older_file (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *line;
    int status;
    const char *err; /* "" for none */
  } steps[] = {
    { "demo @/d --referrals 60 --months 1", 0, NULL },
    { "import @/old.caseness @/d --dry-run", 1, "older Caseness" },
    { "imports @/old.caseness", 0, "old.caseness: made by an older Caseness, now brought up to date" },
    { "imports @/old.caseness", 0, "" },
    { "import @/old.caseness @/d --dry-run", 0, NULL },
  };
  g_autofree char *store = g_build_filename (fixture->folder, "old.caseness", NULL);

  make_old (store);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *out = NULL;
      g_autofree char *err = NULL;

      g_assert_cmpint (run (fixture, steps[i].line, &out, &err), ==, steps[i].status);
      if (steps[i].err != NULL)
        assert_contains (err, steps[i].err);
      if (steps[i].err != NULL && *steps[i].err == '\0')
        g_assert_cmpstr (err, ==, "");
    }
}

/* A pipe, as a device, is written into and stays what it is. */
static void
test_output_to_pipe (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *store = g_build_filename (fixture->folder, "s.caseness", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  char text[64] = "";
  int reader;

  caseness_store_close (caseness_store_open (store, CASENESS_STORE_CREATE, NULL));
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  reader = open (path, O_RDONLY | O_NONBLOCK);
  g_assert_cmpint (run (fixture, "findings @/s.caseness --output @/pipe", &out, &err), ==, 0);
  g_assert_cmpstr (err, ==, "");
  g_assert_cmpint (read (reader, text, sizeof text - 1), >, 0);
  g_assert_cmpstr (text, ==, "rule,level,table,file,row,field,value,message\n");
  close (reader);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/usage", Fixture, NULL, set_up, test_usage, tear_down);
  g_test_add ("/cli/journey", Fixture, NULL, set_up, test_journey, tear_down);
  g_test_add ("/cli/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/cli/no-file-left", Fixture, NULL, set_up, test_no_file_left, tear_down);
  g_test_add ("/cli/older-file", Fixture, NULL, set_up, test_older_file, tear_down);
  g_test_add ("/cli/output-to-pipe", Fixture, NULL, set_up, test_output_to_pipe, tear_down);
  g_test_add ("/cli/deprivation", Fixture, NULL, set_up, test_deprivation, tear_down);
  return g_test_run ();
}
