/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-submission-calendar.h"

#include "caseness-reference.h"

#include <glib/gi18n.h>
#include <string.h>

static CasenessDate
get_day (const CasenessReference *table, guint row, const char *column)
{
  return caseness_date_parse (
    caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column)));
}

static GArray *
load_windows (void)
{
  const CasenessReference *table = caseness_reference_get ("submission-calendar");
  guint kind = caseness_reference_find_column (table, "window");
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (CasenessWindow));
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      CasenessWindow window = {
        .month = { get_day (table, i, "period_start"), get_day (table, i, "period_end") },
        .is_refresh = strcmp (caseness_reference_get_cell (table, i, kind), "refresh") == 0,
        .opens = get_day (table, i, "opens"),
        .closes = get_day (table, i, "closes"),
      };

      g_array_append_val (windows, window);
    }
  return windows;
}

static const GArray *
get_windows (void)
{
  static GArray *windows;

  if (g_once_init_enter (&windows))
    g_once_init_leave (&windows, load_windows ());
  return windows;
}

static CasenessWindowState
get_state (const CasenessWindow *window, CasenessDate on)
{
  if (on < window->opens)
    return CASENESS_WINDOW_LATER;
  return on <= window->closes ? CASENESS_WINDOW_OPEN : CASENESS_WINDOW_CLOSED;
}

/* Open beats still to come, which beats closed. */
static guint
rank_state (CasenessWindowState state)
{
  static const guint ranks[] = { [CASENESS_WINDOW_UNKNOWN] = 0, [CASENESS_WINDOW_CLOSED] = 1,
                                 [CASENESS_WINDOW_LATER] = 2, [CASENESS_WINDOW_OPEN] = 3 };

  return ranks[state];
}

/* Of two windows in one state: of those to come the first, of the others the one that closes last. */
static gboolean
is_nearer (const CasenessWindow *a, const CasenessWindow *b, CasenessWindowState state)
{
  return state == CASENESS_WINDOW_LATER ? a->opens < b->opens : a->closes > b->closes;
}

CasenessWindowState
caseness_submission_calendar_find (const CasenessPeriod *month, CasenessDate on, CasenessWindow *window)
{
  const GArray *windows = get_windows ();
  CasenessWindowState best = CASENESS_WINDOW_UNKNOWN;
  CasenessWindow found = { 0 };
  gboolean has_refresh = FALSE;
  guint i;

  g_return_val_if_fail (month != NULL, CASENESS_WINDOW_UNKNOWN);
  g_return_val_if_fail (on != CASENESS_DATE_NONE, CASENESS_WINDOW_UNKNOWN);

  for (i = 0; i < windows->len; i++)
    {
      const CasenessWindow *row = &g_array_index (windows, CasenessWindow, i);
      CasenessWindowState state = get_state (row, on);

      if (!caseness_period_equal (&row->month, month))
        continue;
      has_refresh |= row->is_refresh;
      if (rank_state (state) > rank_state (best) || (state == best && is_nearer (row, &found, state)))
        {
          best = state;
          found = *row;
        }
    }
  if (best == CASENESS_WINDOW_CLOSED && !has_refresh)
    return CASENESS_WINDOW_UNKNOWN;
  if (best != CASENESS_WINDOW_UNKNOWN && window != NULL)
    *window = found;
  return best;
}

CasenessDate
caseness_submission_calendar_get_end (void)
{
  const GArray *windows = get_windows ();
  CasenessDate end = CASENESS_DATE_NONE;
  guint i;

  for (i = 0; i < windows->len; i++)
    end = MAX (end, g_array_index (windows, CasenessWindow, i).closes);
  return end;
}

/* Translators: %1$s is a month, %2$s and %3$s are days. */
static char *
describe_window (CasenessWindowState state, const CasenessWindow *window, const char *month)
{
  g_autofree char *opens = caseness_date_format_short (window->opens);
  g_autofree char *closes = caseness_date_format_short (window->closes);

  if (state == CASENESS_WINDOW_CLOSED)
    return g_strdup_printf (_("The national windows for %s are closed; the last closed on %s."), month, closes);
  if (state == CASENESS_WINDOW_LATER)
    return g_strdup_printf (window->is_refresh
                              ? _("The refresh window for %1$s opens on %2$s and closes on %3$s.")
                              : _("The primary window for %1$s opens on %2$s and closes on %3$s."),
                            month, opens, closes);
  return g_strdup_printf (window->is_refresh ? _("The refresh window for %s is open until %s.")
                                             : _("The primary window for %s is open until %s."),
                          month, closes);
}

char *
caseness_submission_calendar_describe (const CasenessPeriod *month, CasenessDate on)
{
  CasenessWindow window;
  CasenessWindowState state = caseness_submission_calendar_find (month, on, &window);
  g_autofree char *name = caseness_period_format (month);
  g_autofree char *end = NULL;

  if (state != CASENESS_WINDOW_UNKNOWN)
    return describe_window (state, &window, name);
  end = caseness_date_format_short (caseness_submission_calendar_get_end ());
  return g_strdup_printf (_("When %s can still be sent is not known here: the calendar ends on %s."), name, end);
}
