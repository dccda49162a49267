/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-scoring.h"

#include <string.h>

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

static int
compare_ids (const CasenessDictionary *dictionary, guint32 a, guint32 b)
{
  return a == b ? 0 : strcmp (caseness_dictionary_get (dictionary, a), caseness_dictionary_get (dictionary, b));
}

/* Ruling 45: date; time, unknown last; contact before referral level; ids, or the row. */
static int
compare (const CasenessScored *a, const CasenessScored *b, const CasenessRecords *records)
{
  gboolean a_is_referral = a->contact == CASENESS_NO_ROW, b_is_referral = b->contact == CASENESS_NO_ROW;
  int order = COMPARE (a->date, b->date);

  if (order == 0)
    order = COMPARE (a->time, b->time);
  if (order == 0)
    order = a_is_referral - b_is_referral;
  if (order == 0 && a_is_referral)
    return COMPARE (a->row, b->row);
  if (order == 0)
    order = compare_ids (records->contact_ids, a->contact_id, b->contact_id);
  if (order == 0)
    order = compare_ids (records->activity_ids, a->activity_id, b->activity_id);
  return order;
}

static gboolean
has_twin (GArray *scored, const CasenessScored *score)
{
  guint i;

  for (i = 0; i < scored->len; i++)
    {
      const CasenessScored *other = &g_array_index (scored, CasenessScored, i);

      if (other->contact != CASENESS_NO_ROW && other->tool == score->tool && other->date == score->date
          && other->value == score->value)
        return TRUE;
    }
  return FALSE;
}

/* A score kept at both levels is one score; the one at referral level goes. */
static void
remove_doubles (GArray *scored)
{
  guint i = 0;

  while (i < scored->len)
    {
      const CasenessScored *score = &g_array_index (scored, CasenessScored, i);

      if (score->contact == CASENESS_NO_ROW && has_twin (scored, score))
        g_array_remove_index_fast (scored, i);
      else
        i++;
    }
}

static gboolean
can_follow (const CasenessScored *score, const CasenessScored *first, const CasenessSwitches *switches)
{
  if (score == first || (!switches->same_day_pair && score->date == first->date))
    return FALSE;
  return score->contact == CASENESS_NO_ROW || score->contact != first->contact;
}

void
caseness_scoring_pick (GArray *scored, const CasenessRecords *records, const CasenessSwitches *switches,
                       CasenessScorePair *scores)
{
  CasenessScored *first[CASENESS_MAX_TOOLS] = { NULL };
  CasenessScored *last[CASENESS_MAX_TOOLS] = { NULL };
  guint i;

  if (switches->dedupe_606_607)
    remove_doubles (scored);
  for (i = 0; i < scored->len; i++)
    {
      CasenessScored *score = &g_array_index (scored, CasenessScored, i);

      if (first[score->tool] == NULL || compare (score, first[score->tool], records) < 0)
        first[score->tool] = score;
    }
  for (i = 0; i < scored->len; i++)
    {
      CasenessScored *score = &g_array_index (scored, CasenessScored, i);

      if (can_follow (score, first[score->tool], switches)
          && (last[score->tool] == NULL || compare (score, last[score->tool], records) > 0))
        last[score->tool] = score;
    }
  for (i = 0; i < CASENESS_MAX_TOOLS; i++)
    {
      scores[i].first = first[i] != NULL ? first[i]->value : CASENESS_SCORE_NONE;
      scores[i].last = last[i] != NULL ? last[i]->value : CASENESS_SCORE_NONE;
      if (first[i] != NULL)
        first[i]->is_first = TRUE;
      if (last[i] != NULL)
        last[i]->is_last = TRUE;
    }
}
