/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-driver.h"
#include "caseness-report-set.h"
#include "driven-files.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* The whole road a service lead takes: the real window on a screen of its own, driven through the accessibility bus. */

static guint
count_rows (const char *csv)
{
  g_auto(GStrv) lines = g_strsplit (csv, "\n", -1);

  return g_strv_length (lines) - 2; /* the header, and nothing after the last line end */
}

/* The number at the end of a figure's name: "All, past breach: 91"; 0 while there is none. */
static guint
read_figure (CasenessDriver *driver, const char *name)
{
  g_autofree char *full_name = caseness_driver_read (driver, ATSPI_ROLE_PUSH_BUTTON, name);
  const char *colon = full_name != NULL ? strrchr (full_name, ':') : NULL;

  return colon != NULL ? (guint) strtoul (colon + 1, NULL, 10) : 0;
}

/* The figure and the sentence above the grid say one number, so that neither is of what was shown before. */
static gboolean
agrees (CasenessDriver *driver, gpointer user_data)
{
  g_autofree char *title = caseness_driver_read (driver, ATSPI_ROLE_IMAGE, "people are past their breach date");
  guint *n_past = user_data;

  *n_past = read_figure (driver, "All, past breach");
  return title != NULL && *n_past > 0 && strtoul (title, NULL, 10) == *n_past;
}

/* First column of every row that is past its breach date, in the order printed. */
static GPtrArray *
list_past_breach (const char *csv, const char *as_at)
{
  g_auto(GStrv) lines = g_strsplit (csv, "\n", -1);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  gsize i;

  for (i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", -1);
      const char *end = *cells[5] != '\0' ? cells[5] : as_at;

      if (strcmp (end, cells[3]) > 0)
        g_ptr_array_add (ids, g_strdup (cells[1]));
    }
  return ids;
}

static void
test_demo_to_paper (void)
{
  const char *const no_arguments[] = { NULL };
  CasenessDriver *driver = caseness_driver_start (no_arguments);
  g_autofree char *csv_path = g_build_filename (g_get_home_dir (), "people.csv", NULL);
  g_autofree char *store = g_build_filename (g_get_user_data_dir (), "caseness", "demo.caseness", NULL);
  const char *const list_argv[] = { g_getenv ("CASENESS_CLI"), "ptl",     store,  "--as-at", "2025-06-30",
                                    "--stage", "first-appointment", "--list", NULL };
  g_autofree char *people = NULL;
  g_autofree char *listed = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr(GPtrArray) past = NULL;
  guint n_past;
  guint i;

  caseness_driver_screenshot (driver, "first-run");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Explore the demo service", ATSPI_ROLE_FRAME,
                         "Demo Talking Therapies");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Waiting (PTL)", ATSPI_ROLE_PUSH_BUTTON,
                         "First appointment,");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "First appointment,", ATSPI_ROLE_LABEL,
                         "First appointment, standard ");
  caseness_driver_wait_until (driver, agrees, &n_past, "one number of people past their breach date");
  caseness_driver_screenshot (driver, "ptl");

  sentence = g_strdup_printf ("%u people in waiting order", n_past);
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "All, past breach", ATSPI_ROLE_LABEL, sentence);
  caseness_driver_screenshot (driver, "ptl-people");

  /* What the window exports is what the command line lists, person by person. */
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Export these people as CSV or Excel", ATSPI_ROLE_TEXT, "Name:");
  save_as (driver, csv_path);
  people = wait_for_file (driver, csv_path, "\n");
  g_assert_cmpuint (count_rows (people), ==, n_past);
  listed = run_program (list_argv);
  past = list_past_breach (listed, "2025-06-30");
  g_assert_cmpuint (past->len, ==, n_past);
  for (i = 0; i < past->len; i++)
    g_assert_nonnull (strstr (people, g_ptr_array_index (past, i)));

  /* The same list on paper, which names nobody unless asked to. */
  paper = export_and_read (driver, "Print the page", "ptl.pdf");
  g_clear_pointer (&sentence, g_free);
  sentence = g_strdup_printf ("First appointment: %u of ", n_past);
  g_assert_nonnull (strstr (paper, sentence));
  g_assert_nonnull (strstr (paper, "Names nobody, but each line is one person"));
  g_assert_nonnull (strstr (paper, "weeks past breach"));
  for (i = 0; i < past->len; i++)
    g_assert_null (strstr (paper, g_ptr_array_index (past, i)));
  caseness_driver_screenshot (driver, "print-preview");
  caseness_driver_stop (driver);
}

/* A month with one row cut short: imported through the dialog, explained on the receipt, and taken back. */
static void
test_import_and_undo (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "months", NULL);
  g_autofree char *contacts = g_build_filename (folder, "2025-06", "IDS201CareContact.csv", NULL);
  g_autofree char *findings_path = g_build_filename (g_get_home_dir (), "findings.csv", NULL);
  g_autofree char *store
      = g_build_filename (g_get_user_data_dir (), "caseness", "riverside-talking-therapies.caseness", NULL);
  const char *const demo_argv[] = { g_getenv ("CASENESS_CLI"), "demo", folder, "--referrals", "200", "--months",
                                    "2", "--end", "2025-06", NULL };
  const char *const pathways_argv[] = { g_getenv ("CASENESS_CLI"), "pathways", store, NULL };
  const char *const arguments[] = { folder, NULL };
  g_autofree char *ignored = run_program (demo_argv);
  g_autofree char *rows = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *findings = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  CasenessDriver *driver;

  g_assert_true (g_file_get_contents (contacts, &rows, NULL, NULL));
  damaged = g_strconcat (rows, "C999999,R1\n", NULL);
  g_assert_true (g_file_set_contents (contacts, damaged, -1, NULL));

  driver = caseness_driver_start (arguments);
  caseness_driver_type (driver, "Name of the service", "Riverside Talking Therapies");
  caseness_driver_screenshot (driver, "import");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Import", ATSPI_ROLE_PUSH_BUTTON,
                         "Save Findings as CSV or Excel");
  caseness_driver_find (driver, ATSPI_ROLE_FRAME, "Riverside Talking Therapies");
  caseness_driver_screenshot (driver, "receipt");

  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Save Findings as CSV or Excel", ATSPI_ROLE_TEXT, "Name:");
  save_as (driver, findings_path);
  findings = wait_for_file (driver, findings_path, "\n");
  g_assert_nonnull (strstr (findings, "record,IDS201CareContact"));
  before = run_program (pathways_argv);
  g_assert_cmpuint (count_rows (before), >, 200);

  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Waiting (PTL)", ATSPI_ROLE_PUSH_BUTTON, "First treatment,");
  caseness_driver_press_until_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "Undo Import");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, "No Month Is Loaded");
  caseness_driver_stop (driver);
  after = run_program (pathways_argv);
  g_assert_cmpuint (count_rows (after), ==, 0);
}

/* Who is reached: a view is chosen, and a figure of the chart is opened down to its people. */
static void
test_equity_to_people (void)
{
  const char *const no_arguments[] = { NULL };
  CasenessDriver *driver = caseness_driver_start (no_arguments);

  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Explore the demo service", ATSPI_ROLE_FRAME,
                         "Demo Talking Therapies");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Equity", ATSPI_ROLE_LABEL, "seen of expected at each step");
  caseness_driver_screenshot (driver, "equity");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Shares", ATSPI_ROLE_LABEL, "share of people who live here");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "White, Treated", ATSPI_ROLE_PUSH_BUTTON, "Show the people");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Show the people", ATSPI_ROLE_FRAME, "First treatments (access)");
  caseness_driver_screenshot (driver, "equity-people");
  caseness_driver_stop (driver);
}

/* Down the list to an area, which the space bar ticks. */
static void
tick_area (CasenessDriver *driver, const char *name, const char *outcome)
{
  caseness_driver_go_to (driver, "Local Population", "Down", ATSPI_ROLE_LIST_ITEM, name);
  caseness_driver_send_keys (driver, "Local Population", ATSPI_ROLE_LIST_ITEM, name, "space");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, outcome);
}

/* Who lives here, put together by the keyboard: two areas are added up, a figure of a group is changed, and page and paper
 * say so. */
static void
test_equity_population (void)
{
  const char *const no_arguments[] = { NULL };
  CasenessDriver *driver = caseness_driver_start (no_arguments);
  g_autofree char *paper = NULL;

  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Explore the demo service", ATSPI_ROLE_FRAME,
                         "Demo Talking Therapies");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Equity", ATSPI_ROLE_LABEL, "seen of expected at each step");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Local Population", ATSPI_ROLE_LABEL, "Q00: the list in use");
  caseness_driver_go_to (driver, "Local Population", "Tab", ATSPI_ROLE_LIST_ITEM, "England");
  tick_area (driver, "Leeds", "Leeds: census of 2021");
  tick_area (driver, "Sheffield", "Leeds + Sheffield: census of 2021");
  caseness_driver_look_into_lists (driver);
  caseness_driver_type (driver, "People, 65 to 74", "123456");
  caseness_driver_screenshot (driver, "equity-population");
  caseness_driver_press_until_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "Load");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, "Population of Leeds + Sheffield");
  paper = export_and_read (driver, "Print the page", "equity.pdf");
  g_assert_nonnull (strstr (paper, "Population of Leeds + Sheffield"));
  caseness_driver_screenshot (driver, "equity-leeds-sheffield");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Local Population", ATSPI_ROLE_LABEL,
                         "Leeds + Sheffield: the list in use");
  g_assert_true (caseness_driver_has_text (driver, "People, 65 to 74", "123456"));
  caseness_driver_stop (driver);
}

/* The same on paper, which leaves the service and so identifies nobody. */
static void
test_equity_to_paper (void)
{
  const char *const no_arguments[] = { NULL };
  CasenessDriver *driver = caseness_driver_start (no_arguments);
  g_autofree char *paper = NULL;

  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Explore the demo service", ATSPI_ROLE_FRAME,
                         "Demo Talking Therapies");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Equity", ATSPI_ROLE_LABEL, "seen of expected at each step");
  paper = export_and_read (driver, "Print the page", "equity.pdf");
  g_assert_nonnull (strstr (paper, "Equity report"));
  g_assert_nonnull (strstr (paper, "Does not identify people"));
  g_assert_nonnull (strstr (paper, "Asian or Asian British"));
  caseness_driver_stop (driver);
}

/* Saves a set of reports as the window does. */
static void
save_set (const char *path)
{
  static const char *const kinds[] = { "contract", "overview", "experience", NULL };
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessStore) store = caseness_store_open (path, CASENESS_STORE_WRITE, NULL);
  g_autoptr(GDateTime) now = g_date_time_new_utc (2025, 7, 1, 9, 0, 0);
  const CasenessJournalStamp stamp = { now, "tester" };
  const CasenessReportSet set = { .kinds = (GStrv) kinds, .filter = everybody, .period = CASENESS_PERIOD_QUARTER,
                                  .paper = CASENESS_REPORT_SET_AS_MADE };
  g_autofree char *body = caseness_report_set_dup_body (&set);
  const CasenessJournalChange change = { CASENESS_RECORD_REPORT_SET, "Board", body };

  g_assert_cmpint (caseness_journal_write (store, &change, 1, "a test", &stamp, NULL), >, 0);
}

/* Ten minutes before the meeting one press makes a saved set of reports. */
static void
test_report_set (void)
{
  g_autofree char *months = g_build_filename (g_get_home_dir (), "months", NULL);
  g_autofree char *store = g_build_filename (g_get_home_dir (), "service.caseness", NULL);
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "Caseness reports", "Board 2025-06-30", NULL);
  const char *const demo_argv[] = { g_getenv ("CASENESS_CLI"), "demo", months, "--referrals", "600", "--months", "3",
                                    "--end", "2025-06", NULL };
  const char *const import_argv[] = { g_getenv ("CASENESS_CLI"), "import", store, months, NULL };
  const char *const arguments[] = { store, NULL };
  g_autofree char *demo = run_program (demo_argv);
  g_autofree char *receipt = run_program (import_argv);
  g_autoptr(GDir) made = NULL;
  CasenessDriver *driver;
  const char *name;
  guint n_files = 0;

  save_set (store);
  driver = caseness_driver_start (arguments);
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Contract Review…", ATSPI_ROLE_PUSH_BUTTON, "Make “Board”");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Make “Board”", ATSPI_ROLE_LABEL, "3 reports were made in");
  caseness_driver_screenshot (driver, "report-set");
  made = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (made);
  while ((name = g_dir_read_name (made)) != NULL)
    n_files += g_str_has_suffix (name, ".pdf");
  g_assert_cmpuint (n_files, ==, 3);
  caseness_driver_stop (driver);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/window/demo-to-paper", test_demo_to_paper);
  g_test_add_func ("/e2e/window/equity-to-people", test_equity_to_people);
  g_test_add_func ("/e2e/window/equity-to-paper", test_equity_to_paper);
  g_test_add_func ("/e2e/window/equity-population", test_equity_population);
  g_test_add_func ("/e2e/window/report-set", test_report_set);
  g_test_add_func ("/e2e/window/import-and-undo", test_import_and_undo);
  return g_test_run ();
}
