/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-period.h"

G_BEGIN_DECLS

/** CasenessWindowState: how things stand with sending a month to the national system. */
typedef enum
{
  CASENESS_WINDOW_UNKNOWN, /* the calendar does not say */
  CASENESS_WINDOW_LATER,   /* a window is still to open */
  CASENESS_WINDOW_OPEN,
  CASENESS_WINDOW_CLOSED,  /* the last window has passed */
} CasenessWindowState;

/** CasenessWindow: a row of the submission calendar: when a month can be sent. */
typedef struct
{
  CasenessPeriod month;
  gboolean is_refresh; /* the second chance; else the primary window */
  CasenessDate opens;
  CasenessDate closes; /* the last day */
} CasenessWindow;

/**
 * caseness_submission_calendar_find:
 * @month: a month
 * @on: a day
 * @window: (out): the open window that closes last; else the next one; else the last one; untouched when unknown
 *
 * A month whose refresh window lies behind the calendar's last row is unknown once its primary window has closed.
 *
 * Returns: how things stand on @on.
 */
CasenessWindowState caseness_submission_calendar_find (const CasenessPeriod *month, CasenessDate on,
                                                       CasenessWindow *window);

/**
 * caseness_submission_calendar_load:
 * @path: a CSV file with the columns period_start, period_end, window (primary or refresh), opens and closes
 * @error: return location: names the file and, where the fault has one, the line
 *
 * The calendar that comes with the program, `resources/reference/submission-calendar.csv`, ends; each year's is published
 * anew. From now on the months that @path names are as it says, and all others as they came with the program.
 *
 * Returns: whether it could be read; else nothing has changed.
 */
gboolean caseness_submission_calendar_load (const char *path, GError **error);

/** caseness_submission_calendar_dup_path: Returns: (transfer full): where the user's own calendar lies, if there is one. */
char *caseness_submission_calendar_dup_path (void);

/** caseness_submission_calendar_load_own: loads the user's own calendar; TRUE also where there is none. */
gboolean caseness_submission_calendar_load_own (GError **error);

/** caseness_submission_calendar_write_csv: appends all that is known, as caseness_submission_calendar_load() reads it. */
void caseness_submission_calendar_write_csv (CasenessCsvWriter *writer);

/** caseness_submission_calendar_get_end: Returns: the last day the calendar knows of. */
CasenessDate caseness_submission_calendar_get_end (void);

/**
 * caseness_submission_calendar_describe:
 *
 * Returns: (transfer full): the same in a sentence, in the user's language.
 */
char *caseness_submission_calendar_describe (const CasenessPeriod *month, CasenessDate on);

G_END_DECLS
