/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-submission-calendar.h"

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
    "When February 2025 can still be sent is not known here: the calendar ends on 27 Mar 2025." },
  { "month-behind-the-calendar", 2025, 3, "2025-03-28", CASENESS_WINDOW_UNKNOWN,
    "When March 2025 can still be sent is not known here: the calendar ends on 27 Mar 2025." },
  { "month-before-the-calendar", 2018, 3, "2018-04-01", CASENESS_WINDOW_UNKNOWN,
    "When March 2018 can still be sent is not known here: the calendar ends on 27 Mar 2025." },
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
  return g_test_run ();
}
