/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-private.h"

#include "caseness-bitmap.h"
#include "caseness-completeness.h"
#include "caseness-tool.h"

/* Who is asked about in a period, and of whom something is recorded, whatever the filter: kept with the snapshot. */

static const CasenessPeriod any_period = { CASENESS_DATE_NONE, CASENESS_DATE_NONE };

/* Sets the bits of @bitmap, of the @which-th of its kind. */
typedef void (*Fill) (const CasenessSnapshot *snapshot, const CasenessPeriod *period, guint which, guint64 *bitmap);

static const guint64 *
get_bitmap (const CasenessQuality *quality, const char *kind, guint which, const CasenessPeriod *period, Fill fill)
{
  CasenessMemo *memo = caseness_snapshot_get_memo (quality->snapshot, CASENESS_MEMO_PARTS);
  gsize size = (CASENESS_BITMAP_WORDS (caseness_snapshot_get_n_pathways (quality->snapshot)) + 1) * sizeof (guint64);
  g_autofree char *name = g_strdup_printf ("quality %s %u", kind, which);
  const char *key = g_intern_string (name);
  const guint64 *bitmap = caseness_memo_get (memo, key, period);
  guint64 *fresh;

  if (bitmap != NULL)
    return bitmap;
  fresh = g_atomic_rc_box_alloc0 (size);
  fill (quality->snapshot, period, which, fresh);
  return caseness_memo_put (memo, key, period, fresh, size);
}

static void
fill_cohort (const CasenessSnapshot *snapshot, const CasenessPeriod *period, guint cohort, guint64 *bitmap)
{
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;

  for (i = 0; i < n; i++)
    {
      CasenessDate day = caseness_cohort_get_day (cohort, snapshot, i);

      if (day != CASENESS_DATE_NONE && caseness_period_contains (period, day))
        caseness_bitmap_set (bitmap, i);
    }
}

static void
fill_recorded (const CasenessSnapshot *snapshot, const CasenessPeriod *period, guint item, guint64 *bitmap)
{
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;

  for (i = 0; i < n; i++)
    if (caseness_completeness_is_recorded (item, snapshot, i))
      caseness_bitmap_set (bitmap, i);
}

static void
fill_unread (const CasenessSnapshot *snapshot, const CasenessPeriod *period, guint which, guint64 *bitmap)
{
  guint n = caseness_snapshot_get_n_pathways (snapshot), n_tools, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  for (i = 0; i < n; i++)
    {
      CasenessDate day = caseness_snapshot_get_date (snapshot, i, CASENESS_PATHWAY_TREATMENT_LAST);
      const char *descriptor;

      if (day == CASENESS_DATE_NONE || !caseness_period_contains (period, day))
        continue;
      descriptor = caseness_snapshot_get_text (snapshot, i, CASENESS_PATHWAY_DESCRIPTOR);
      if (*descriptor != '\0' && *tools[caseness_tool_find_for_descriptor (descriptor, TRUE)].code == '\0')
        caseness_bitmap_set (bitmap, i);
    }
}

const guint64 *
caseness_quality_get_cohort (const CasenessQuality *quality, CasenessCohort cohort)
{
  return get_bitmap (quality, "cohort", cohort, &quality->period, fill_cohort);
}

const guint64 *
caseness_quality_get_recorded (const CasenessQuality *quality, guint item)
{
  return get_bitmap (quality, "recorded", item, &any_period, fill_recorded);
}

const guint64 *
caseness_quality_get_unread (const CasenessQuality *quality)
{
  return get_bitmap (quality, "unread", 0, &quality->period, fill_unread);
}
