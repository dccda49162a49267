/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-submission-calendar.h"

#include "caseness-csv-reader.h"
#include "caseness-data-error.h"
#include "caseness-file-bytes.h"
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

/* The calendar in force. Those it took the place of are kept, since another thread may be looking at one. */
static GArray *current;

static const GArray *
get_windows (void)
{
  GArray *windows = g_atomic_pointer_get (&current);

  if (windows == NULL)
    {
      windows = load_windows ();
      if (!g_atomic_pointer_compare_and_exchange (&current, NULL, windows))
        {
          g_array_unref (windows);
          windows = g_atomic_pointer_get (&current);
        }
    }
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
  return g_strdup_printf (_("When %s can still be sent is not known here: the calendar ends on %s. It can be "
                            "continued in Preferences."), name, end);
}

/* The user's own calendar */

static const char *const columns[] = { "period_start", "period_end", "window", "opens", "closes" };

typedef struct
{
  const char *name;
  int place[G_N_ELEMENTS (columns)]; /* where each column stands */
  gboolean has_heading;
  GArray *windows;
} Reading;

static gboolean
refuse (const Reading *reading, guint line, const char *sentence, GError **error)
{
  /* Translators: a file name, the number of a line, and a sentence about it. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _("%s, line %u: %s"), reading->name, line,
               sentence);
  return FALSE;
}

static gboolean
read_heading (Reading *reading, const CasenessCsvRow *row, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      reading->place[i] = -1;
      for (guint k = 0; k < row->n_held; k++)
        if (row->cells[k] != NULL && g_ascii_strcasecmp (row->cells[k], columns[i]) == 0)
          reading->place[i] = (int) k;
      if (reading->place[i] < 0)
        return refuse (reading, row->line,
                       _("the columns must be period_start, period_end, window, opens and closes."), error);
    }
  reading->has_heading = TRUE;
  return TRUE;
}

static const char *
get_text (const Reading *reading, const CasenessCsvRow *row, guint column)
{
  guint place = (guint) reading->place[column];

  return place < row->n_held && row->cells[place] != NULL ? row->cells[place] : "";
}

static gboolean
read_window (const CasenessCsvRow *row, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  CasenessDate days[G_N_ELEMENTS (columns)];
  CasenessWindow window = { 0 };

  if (!reading->has_heading)
    return read_heading (reading, row, error);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    days[i] = caseness_date_parse (get_text (reading, row, i));
  window.month = (CasenessPeriod){ days[0], days[1] };
  window.is_refresh = g_ascii_strcasecmp (get_text (reading, row, 2), "refresh") == 0;
  window.opens = days[3];
  window.closes = days[4];
  if (!window.is_refresh && g_ascii_strcasecmp (get_text (reading, row, 2), "primary") != 0)
    return refuse (reading, row->line, _("the window must be primary or refresh."), error);
  if (days[0] == CASENESS_DATE_NONE || days[1] < days[0] || days[3] == CASENESS_DATE_NONE || days[4] < days[3])
    return refuse (reading, row->line, _("the days must be written as 2025-06-30, the earlier one first."), error);
  g_array_append_val (reading->windows, window);
  return TRUE;
}

static gboolean
names_month (const GArray *windows, const CasenessPeriod *month)
{
  for (guint i = 0; i < windows->len; i++)
    if (caseness_period_equal (&g_array_index (windows, CasenessWindow, i).month, month))
      return TRUE;
  return FALSE;
}

/* Months of the own calendar first; what it does not name stays as it came. */
static void
take_windows (GArray *own)
{
  static GPtrArray *kept;
  g_autoptr(GArray) built_in = load_windows ();
  g_autoptr(GArray) named = g_array_copy (own);

  for (guint i = 0; i < built_in->len; i++)
    {
      const CasenessWindow *window = &g_array_index (built_in, CasenessWindow, i);

      if (!names_month (named, &window->month))
        g_array_append_vals (own, window, 1);
    }
  if (kept == NULL)
    kept = g_ptr_array_new ();
  if (g_atomic_pointer_get (&current) != NULL)
    g_ptr_array_add (kept, g_atomic_pointer_get (&current));
  g_atomic_pointer_set (&current, own);
}

gboolean
caseness_submission_calendar_load (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GArray) windows = g_array_new (FALSE, FALSE, sizeof (CasenessWindow));
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CasenessCsvReader) reader = NULL;
  Reading reading = { .windows = windows };
  const char *text;
  gsize size;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = caseness_file_bytes_read (path, error);
  if (bytes == NULL)
    return FALSE;
  name = g_path_get_basename (path);
  reading.name = name;
  reader = caseness_csv_reader_new (name, 64, read_window, &reading);
  text = g_bytes_get_data (bytes, &size);
  if (size >= 3 && memcmp (text, "\357\273\277", 3) == 0) /* spreadsheets begin a file with it */
    text += 3, size -= 3;
  if (!caseness_csv_reader_feed_in_chunks (reader, text, size, 0, error))
    return FALSE;
  take_windows (g_steal_pointer (&windows));
  return TRUE;
}

char *
caseness_submission_calendar_dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "caseness", "submission-calendar.csv", NULL);
}

gboolean
caseness_submission_calendar_load_own (GError **error)
{
  g_autofree char *path = caseness_submission_calendar_dup_path ();

  return !g_file_test (path, G_FILE_TEST_EXISTS) || caseness_submission_calendar_load (path, error);
}

void
caseness_submission_calendar_write_csv (CasenessCsvWriter *writer)
{
  const GArray *windows = get_windows ();

  g_return_if_fail (writer != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    caseness_csv_writer_text (writer, columns[i]);
  caseness_csv_writer_end_row (writer);
  for (guint i = 0; i < windows->len; i++)
    {
      const CasenessWindow *window = &g_array_index (windows, CasenessWindow, i);

      caseness_csv_writer_date (writer, window->month.start);
      caseness_csv_writer_date (writer, window->month.end);
      caseness_csv_writer_text (writer, window->is_refresh ? "refresh" : "primary");
      caseness_csv_writer_date (writer, window->opens);
      caseness_csv_writer_date (writer, window->closes);
      caseness_csv_writer_end_row (writer);
    }
}
