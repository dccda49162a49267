/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-use-private.h"
#include "caseness-bitmap.h"
#include "caseness-threads.h"

#define N_STRIPES 8 /* of the pathways: cases are not spread evenly */

static gboolean
is_open (const CasenessSnapshot *snapshot, guint index, CasenessDate as_at)
{
  CasenessDate received = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_RECEIVED);
  CasenessDate discharged = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_DISCHARGED);

  return received != CASENESS_DATE_NONE && received <= as_at
         && (discharged == CASENESS_DATE_NONE || discharged > as_at);
}

/* What had been done by the day: later sessions and scores are not known yet. */
static void
read_sessions (const CasenessAdsmUse *use, CasenessAdsmCase *found)
{
  guint n = caseness_snapshot_get_n_treatments (use->snapshot, found->pathway), i;

  found->sessions = 0;
  found->last = CASENESS_DATE_NONE;
  for (i = 0; i < n; i++)
    {
      CasenessTreatment treatment = caseness_snapshot_get_treatment (use->snapshot, found->pathway, i);

      if (treatment.ended > use->as_at)
        continue;
      found->sessions++;
      found->last = treatment.date;
    }
}

/* Another measure of the same kind, which may have been taken for the right one. */
static gboolean
is_other (guint tool, guint right)
{
  guint n_tools;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  return tool != right && *tools[tool].family != '\0'
         && (*tools[tool].conditions != '\0') == (*tools[right].conditions != '\0');
}

/* Whether the right measure is wanting; a scored one counts when it was given at the last session or since. */
static gboolean
find_lack (const CasenessAdsmUse *use, GArray *scores, CasenessAdsmCase *found)
{
  guint i;

  found->lack = CASENESS_ADSM_NEVER;
  caseness_snapshot_list_scores (use->snapshot, found->pathway, scores);
  for (i = 0; i < scores->len; i++)
    {
      const CasenessScoreEvent *score = &g_array_index (scores, CasenessScoreEvent, i);

      if (score->date > use->as_at)
        break;
      if (score->line.tool == found->tool && score->date >= found->last)
        return FALSE;
      if (score->line.tool == found->tool)
        found->lack = CASENESS_ADSM_NOT_LAST;
      else if (found->lack == CASENESS_ADSM_NEVER && is_other (score->line.tool, found->tool))
        found->lack = CASENESS_ADSM_OTHER;
    }
  return TRUE;
}

static void
take_next (CasenessAdsmCase *found, CasenessDate date, gint32 time)
{
  if (found->next != CASENESS_DATE_NONE
      && (date > found->next || (date == found->next && time >= found->next_time)))
    return;
  found->next = date;
  found->next_time = time;
}

/* The next appointment: booked now or, where the day is a past one, held since. */
static void
find_next (const CasenessAdsmUse *use, CasenessAdsmCase *found)
{
  const CasenessEvents *events = caseness_snapshot_get_events (use->snapshot);
  guint n = caseness_snapshot_get_n_appointments (use->snapshot, found->pathway), first, i;

  found->next = CASENESS_DATE_NONE;
  found->next_time = CASENESS_TIME_NONE;
  for (i = 0; i < n; i++)
    {
      CasenessAppointmentRow row = caseness_snapshot_get_appointment (use->snapshot, found->pathway, i);

      if (row.date >= use->as_at)
        take_next (found, row.date, row.time);
    }
  first = caseness_spans_get (&events->spans[CASENESS_EVENT_CONTACTS], found->pathway, &n);
  for (i = first; i < first + n; i++)
    {
      CasenessContact contact;

      caseness_events_get_contact (events, i, &contact);
      if (contact.date > use->as_at)
        take_next (found, contact.date, CASENESS_TIME_NONE);
    }
}

static gboolean
find_case (const CasenessAdsmUse *use, guint index, GArray *scores, CasenessAdsmCase *found)
{
  *found = (CasenessAdsmCase) { .pathway = index };
  if (!is_open (use->snapshot, index, use->as_at)
      || !caseness_adsm_find_tool (use->snapshot, index, use->family, &found->tool)
      || !caseness_adsm_is_readable (found->tool))
    return FALSE;
  read_sessions (use, found);
  if (found->sessions == 0 || !find_lack (use, scores, found))
    return FALSE;
  find_next (use, found);
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

/* Some of the pathways, which one thread looks through. */
typedef struct
{
  const CasenessAdsmUse *use;
  const guint64 *people;
  GArray *cases; /* CasenessAdsmCase */
} Stripe;

static void
look_through (guint piece, gpointer data)
{
  Stripe *stripe = (Stripe *) data + piece;
  guint n = caseness_snapshot_get_n_pathways (stripe->use->snapshot), i;
  g_autoptr(GArray) scores = g_array_new (FALSE, FALSE, sizeof (CasenessScoreEvent));

  for (i = n / N_STRIPES * piece; i < (piece + 1 < N_STRIPES ? n / N_STRIPES * (piece + 1) : n); i++)
    {
      CasenessAdsmCase found;

      if (caseness_bitmap_has (stripe->people, i) && find_case (stripe->use, i, scores, &found))
        g_array_append_val (stripe->cases, found);
    }
}

void
caseness_adsm_use_list_cases (CasenessAdsmUse *use, const guint64 *people)
{
  guint n_threads = caseness_threads_choose (caseness_snapshot_get_n_pathways (use->snapshot), N_STRIPES);
  Stripe stripes[N_STRIPES];
  guint i;

  use->cases = g_array_new (FALSE, FALSE, sizeof (CasenessAdsmCase));
  for (i = 0; i < N_STRIPES; i++)
    stripes[i] = (Stripe) { use, people, g_array_new (FALSE, FALSE, sizeof (CasenessAdsmCase)) };
  caseness_threads_run (n_threads, N_STRIPES, look_through, stripes);
  for (i = 0; i < N_STRIPES; i++)
    {
      g_array_append_vals (use->cases, stripes[i].cases->data, stripes[i].cases->len);
      g_array_unref (stripes[i].cases);
    }
  for (i = 0; i < use->cases->len; i++)
    use->n_cases[g_array_index (use->cases, CasenessAdsmCase, i).lack]++;
  g_array_sort (use->cases, compare_cases);
}
