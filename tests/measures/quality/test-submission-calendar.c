/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-submission-calendar.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  const char *name;
  int year, month;
  const char *on;
  CasenessWindowState state;
  const char *sentence;
} cases[] = {
  { "before-the-first", 2025, 1, "2025-01-31", CASENESS_WINDOW_LATER,
    "The primary window for January 2025 opens on 1 Feb 2025 and closes on 27 Feb 2025." },
  { "first-day", 2025, 1, "2025-02-01", CASENESS_WINDOW_OPEN,
    "The primary window for January 2025 is open until 27 Feb 2025." },
  { "last-day", 2025, 1, "2025-02-27", CASENESS_WINDOW_OPEN,
    "The primary window for January 2025 is open until 27 Feb 2025." },
  { "between-windows", 2025, 1, "2025-02-28", CASENESS_WINDOW_LATER,
    "The refresh window for January 2025 opens on 1 Mar 2025 and closes on 27 Mar 2025." },
  { "refresh", 2025, 1, "2025-03-01", CASENESS_WINDOW_OPEN,
    "The refresh window for January 2025 is open until 27 Mar 2025." },
  { "all-past", 2025, 1, "2025-03-28", CASENESS_WINDOW_CLOSED,
    "The national windows for January 2025 are closed; the last closed on 27 Mar 2025." },
  { "refresh-behind-the-calendar", 2025, 2, "2025-03-28", CASENESS_WINDOW_UNKNOWN,
    "When February 2025 can still be sent is not known here: the calendar ends on 27 Mar 2025. It can be "
    "continued in Preferences." },
  { "month-behind-the-calendar", 2025, 3, "2025-03-28", CASENESS_WINDOW_UNKNOWN,
    "When March 2025 can still be sent is not known here: the calendar ends on 27 Mar 2025. It can be "
    "continued in Preferences." },
  { "month-before-the-calendar", 2018, 3, "2018-04-01", CASENESS_WINDOW_UNKNOWN,
    "When March 2018 can still be sent is not known here: the calendar ends on 27 Mar 2025. It can be "
    "continued in Preferences." },
};

static void
test_window (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  CasenessPeriod month
    = caseness_period_around (CASENESS_PERIOD_MONTH, caseness_date_new (cases[i].year, cases[i].month, 1));
  CasenessDate on = caseness_date_parse (cases[i].on);
  g_autofree char *sentence = caseness_submission_calendar_describe (&month, on);

  g_assert_cmpint (caseness_submission_calendar_find (&month, on, NULL), ==, cases[i].state);
  g_assert_cmpstr (sentence, ==, cases[i].sentence);
}

/* Windows that were opened once more count like any other. */
static void
test_reopened (void)
{
  CasenessPeriod month = caseness_period_around (CASENESS_PERIOD_MONTH, caseness_date_new (2020, 9, 1));
  CasenessWindow window;

  g_assert_cmpint (caseness_submission_calendar_find (&month, caseness_date_new (2021, 8, 10), &window), ==,
                   CASENESS_WINDOW_OPEN);
  g_assert_true (window.is_refresh);
  g_assert_cmpint (window.closes, ==, caseness_date_new (2021, 8, 26));
}

/* The user's own calendar */

#define HEADING "period_start,period_end,window,opens,closes\n"

static const struct
{
  const char *name;
  const char *text;
  const char *fault; /* NULL: it is taken */
} files[] = {
  { "sound", HEADING "2025-03-01,2025-03-31,primary,2025-04-01,2025-04-24\n", NULL },
  { "as-a-spreadsheet-saves-it",
    "\357\273\277closes,opens,window,period_end,period_start,note\r\n24/04/2025,01/04/2025,Primary,31/03/2025,01/03/2025,x\r\n",
    NULL },
  { "empty", "", NULL },
  { "no-heading", "2025-03-01,2025-03-31,primary,2025-04-01,2025-04-24\n", "own.csv, line 1: the columns must be" },
  { "other-window", HEADING "2025-03-01,2025-03-31,first,2025-04-01,2025-04-24\n", "own.csv, line 2: the window must" },
  { "no-day", HEADING "2025-03-01,2025-03-31,refresh,soon,2025-04-24\n", "own.csv, line 2: the days must" },
  { "turned-round", HEADING "\n2025-03-01,2025-03-31,refresh,2025-04-24,2025-04-01\n", "own.csv, line 3: the days must" },
  { "month-turned-round", HEADING "2025-03-31,2025-03-01,refresh,2025-04-01,2025-04-24\n", "line 2: the days must" },
};

static gboolean
load (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("caseness-calendar-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "own.csv", NULL);
  gboolean is_loaded;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  is_loaded = caseness_submission_calendar_load (path, error);
  g_remove (path);
  g_rmdir (folder);
  return is_loaded;
}

static void
test_file (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (load (files[i].text, &error), ==, files[i].fault == NULL);
  if (files[i].fault != NULL)
    g_assert_nonnull (strstr (error->message, files[i].fault));
  else
    g_assert_no_error (error);
  g_assert_true (load (HEADING, NULL)); /* as it came with the program */
}

static CasenessWindowState
find (int month, const char *on, CasenessWindow *window)
{
  CasenessPeriod period = caseness_period_around (CASENESS_PERIOD_MONTH, caseness_date_new (2025, month, 1));

  return caseness_submission_calendar_find (&period, caseness_date_parse (on), window);
}

/* It adds months, and has the only word on those it names. */
static void
test_own (void)
{
  CasenessWindow window;

  g_assert_true (load (HEADING "2025-01-01,2025-01-31,primary,2025-02-03,2025-02-20\n"
                               "2025-03-01,2025-03-31,primary,2025-04-01,2025-04-24\n", NULL));
  g_assert_cmpint (find (3, "2025-04-24", &window), ==, CASENESS_WINDOW_OPEN);
  g_assert_cmpint (window.closes, ==, caseness_date_new (2025, 4, 24));
  g_assert_cmpint (find (1, "2025-02-02", &window), ==, CASENESS_WINDOW_LATER);
  g_assert_cmpint (find (1, "2025-03-10", &window), ==, CASENESS_WINDOW_UNKNOWN); /* its refresh is not there */
  g_assert_cmpint (find (2, "2025-03-10", &window), ==, CASENESS_WINDOW_OPEN);
  g_assert_cmpint (caseness_submission_calendar_get_end (), ==, caseness_date_new (2025, 4, 24));
  g_assert_true (load (HEADING, NULL));
  g_assert_cmpint (find (3, "2025-04-24", &window), ==, CASENESS_WINDOW_UNKNOWN);
}

/* What is written to be edited says the same when it is read. */
static void
test_round_trip (void)
{
  g_autoptr(CasenessCsvWriter) before = caseness_csv_writer_new (FALSE);
  g_autoptr(CasenessCsvWriter) after = caseness_csv_writer_new (FALSE);

  caseness_submission_calendar_write_csv (before);
  g_assert_true (load (caseness_csv_writer_peek (before, NULL), NULL));
  caseness_submission_calendar_write_csv (after);
  g_assert_cmpstr (caseness_csv_writer_peek (before, NULL), ==, caseness_csv_writer_peek (after, NULL));
  g_assert_true (load (HEADING, NULL));
}

int
main (int argc, char **argv)
{
  gsize i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/measures/submission-calendar/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_window);
    }
  g_test_add_func ("/measures/submission-calendar/reopened", test_reopened);
  for (i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/measures/submission-calendar/file/%s", files[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_file);
    }
  g_test_add_func ("/measures/submission-calendar/own", test_own);
  g_test_add_func ("/measures/submission-calendar/round-trip", test_round_trip);
  return g_test_run ();
}
