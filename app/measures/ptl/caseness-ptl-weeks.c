/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-private.h"

#include <glib/gi18n.h>

#define DAYS 7
#define FEWEST_WEEKS 4
#define MOST_WEEKS 26

/* The number of the week that day @days falls in, counted from 1: days 1 to 7 are the first; day 0 belongs to it. */
static guint
get_week (int days)
{
  return days <= DAYS ? 1 : (guint) (days + DAYS - 1) / DAYS;
}

void
caseness_ptl_weeks_init (CasenessPtlWeeks *weeks, int standard, int furthest)
{
  guint longest = get_week (furthest);

  weeks->has_standard = standard != CASENESS_NO_STANDARD;
  weeks->n_before = weeks->has_standard ? get_week (standard) : 0;
  weeks->n_after = CLAMP (longest, FEWEST_WEEKS, MOST_WEEKS);
  weeks->is_open = longest > MOST_WEEKS;
}

guint
caseness_ptl_weeks_place (const CasenessPtlWeeks *weeks, int wait, int standard)
{
  int over = weeks->has_standard ? wait - standard : wait;

  if (weeks->has_standard && over <= 0)
    return weeks->n_before - MIN (get_week (-over), weeks->n_before);
  return weeks->n_before + MIN (get_week (over), weeks->n_after + weeks->is_open) - 1;
}

guint
caseness_ptl_weeks_get_n_columns (const CasenessPtlWeeks *weeks)
{
  return weeks->n_before + weeks->n_after + weeks->is_open;
}

static const char *
get_ending (const CasenessPtlWeeks *weeks, gboolean is_before)
{
  return is_before ? "before" : weeks->has_standard ? "past" : "waited";
}

/* The label is what programs read, so only the short one is in the user's language. */
void
caseness_ptl_weeks_describe (const CasenessPtlWeeks *weeks, guint index, CasenessPtlColumn *column)
{
  gboolean is_before = index < weeks->n_before;
  const char *ending = get_ending (weeks, is_before);

  column->is_past = weeks->has_standard && !is_before;
  column->from_week = is_before ? weeks->n_before - index : index - weeks->n_before;
  column->to_week = is_before ? column->from_week - 1 : column->from_week + 1;
  if (index < weeks->n_before + weeks->n_after)
    {
      column->label = g_strdup_printf ("%u to %u weeks %s", column->from_week, column->to_week, ending);
      /* Translators: heads a column of weeks, as in "6 to 5". */
      column->short_label = g_strdup_printf (_("%u to %u"), column->from_week, column->to_week);
      return;
    }
  column->to_week = G_MAXUINT;
  column->label = g_strdup_printf ("more than %u weeks %s", column->from_week, ending);
  /* Translators: heads the last column of weeks, as in "over 26". */
  column->short_label = g_strdup_printf (_("over %u"), column->from_week);
}
