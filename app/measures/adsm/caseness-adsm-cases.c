/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-use-private.h"
#include "caseness-bitmap.h"

#include <string.h>

static gboolean
is_open (const CasenessSnapshot *snapshot, guint index, CasenessDate as_at)
{
  CasenessDate received = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_RECEIVED);
  CasenessDate discharged = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_DISCHARGED);

  return received != CASENESS_DATE_NONE && received <= as_at
         && (discharged == CASENESS_DATE_NONE || discharged > as_at);
}

static gboolean
is_scored (const CasenessSnapshot *snapshot, guint index, guint tool)
{
  return caseness_snapshot_get_scores (snapshot, index, tool).first != CASENESS_SCORE_NONE;
}

/* Another measure of the same kind, which may have been taken for the right one. */
static gboolean
has_other (const CasenessSnapshot *snapshot, guint index, guint tool)
{
  guint n_tools, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);
  gboolean is_for_condition = *tools[tool].conditions != '\0';

  for (i = 0; i < n_tools; i++)
    if (i != tool && *tools[i].family != '\0' && is_for_condition == (*tools[i].conditions != '\0')
        && is_scored (snapshot, index, i))
      return TRUE;
  return FALSE;
}

static void
find_next (const CasenessSnapshot *snapshot, CasenessDate as_at, CasenessAdsmCase *found)
{
  guint n = caseness_snapshot_get_n_appointments (snapshot, found->pathway), i;

  found->next = CASENESS_DATE_NONE;
  found->next_time = CASENESS_TIME_NONE;
  for (i = 0; i < n; i++)
    {
      CasenessAppointmentRow row = caseness_snapshot_get_appointment (snapshot, found->pathway, i);

      if (row.date < as_at)
        continue;
      if (found->next != CASENESS_DATE_NONE
          && (row.date > found->next || (row.date == found->next && row.time >= found->next_time)))
        continue;
      found->next = row.date;
      found->next_time = row.time;
    }
}

/* Whether the right measure is wanting; a scored one counts when it was given at the last session or since. */
static gboolean
find_lack (const CasenessAdsmUse *use, guint index, guint tool, CasenessAdsmLack *lack)
{
  guint flags = caseness_snapshot_get_flags (use->snapshot, index);

  if (!is_scored (use->snapshot, index, tool))
    {
      *lack = has_other (use->snapshot, index, tool) ? CASENESS_ADSM_OTHER : CASENESS_ADSM_NEVER;
      return TRUE;
    }
  *lack = CASENESS_ADSM_NOT_LAST;
  return use->family != CASENESS_ADSM_CONDITIONS && (flags & CASENESS_PATHWAY_MEASURED_LAST) == 0;
}

static gboolean
find_case (const CasenessAdsmUse *use, guint index, CasenessAdsmCase *found)
{
  *found = (CasenessAdsmCase) { .pathway = index };
  found->sessions = (guint) caseness_snapshot_get_count (use->snapshot, index, CASENESS_PATHWAY_TREATMENTS);
  found->last = caseness_snapshot_get_date (use->snapshot, index, CASENESS_PATHWAY_TREATMENT_LAST);
  if (!is_open (use->snapshot, index, use->as_at) || found->sessions == 0
      || !caseness_adsm_find_tool (use->snapshot, index, use->family, &found->tool)
      || !find_lack (use, index, found->tool, &found->lack))
    return FALSE;
  find_next (use->snapshot, use->as_at, found);
  return TRUE;
}

static int
compare_cases (gconstpointer a, gconstpointer b)
{
  const CasenessAdsmCase *first = a, *second = b;
  gboolean has_first = first->next != CASENESS_DATE_NONE, has_second = second->next != CASENESS_DATE_NONE;

  if (has_first != has_second)
    return has_first ? -1 : 1;
  if (first->next != second->next)
    return first->next < second->next ? -1 : 1;
  if (first->next_time != second->next_time)
    return first->next_time < second->next_time ? -1 : 1;
  return (first->pathway > second->pathway) - (first->pathway < second->pathway);
}

void
caseness_adsm_use_list_cases (CasenessAdsmUse *use, const guint64 *people)
{
  guint i;

  use->cases = g_array_new (FALSE, FALSE, sizeof (CasenessAdsmCase));
  for (i = 0; i < caseness_snapshot_get_n_pathways (use->snapshot); i++)
    {
      CasenessAdsmCase found;

      if (!caseness_bitmap_has (people, i) || !find_case (use, i, &found))
        continue;
      use->n_cases[found.lack]++;
      g_array_append_val (use->cases, found);
    }
  g_array_sort (use->cases, compare_cases);
}
