/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-use-private.h"
#include "caseness-courses.h"
#include "caseness-statistics-intervals.h"

#define CONFIDENCE 0.95
#define DEPRESSION "PHQ9"
#define GENERAL "GAD"
#define SPLIT "Problem Descriptor"

void
caseness_adsm_cost_free (gpointer data)
{
  CasenessAdsmCost *cost = data;

  g_free (cost->problem);
  g_free (cost);
}

static CasenessAdsmCost *
create_cost (const char *problem)
{
  CasenessAdsmCost *cost = g_new0 (CasenessAdsmCost, 1);

  cost->problem = g_strdup (problem);
  return cost;
}

static gboolean
is_pair (const CasenessScorePair *pair)
{
  return pair->first != CASENESS_SCORE_NONE && pair->last != CASENESS_SCORE_NONE;
}

static void
add_outcome (CasenessAdsmOutcome *self, const CasenessScorePair *depression, const CasenessScorePair *anxiety,
             guint tool)
{
  guint n_tools, phq = caseness_tool_find_by_prefix (DEPRESSION);
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);
  CasenessSwitches switches;
  CasenessOutcomeFlags flags;

  caseness_switches_init (&switches);
  flags = caseness_outcome_judge_with (depression, &tools[phq], anxiety, &tools[tool], &switches);

  self->base += (flags & CASENESS_OUTCOME_NOT_CASENESS) == 0;
  self->recovered += (flags & CASENESS_OUTCOME_RECOVERY) != 0;
  self->improved += (flags & CASENESS_OUTCOME_IMPROVEMENT) != 0;
}

/* A course with both scores of the right measure and of GAD-7, judged both ways. */
void
caseness_adsm_add_cost (CasenessAdsmCost *self, const CasenessSnapshot *snapshot, guint index, guint tool)
{
  guint gad = caseness_tool_find_by_prefix (GENERAL);
  CasenessScorePair depression
      = caseness_snapshot_get_scores (snapshot, index, caseness_tool_find_by_prefix (DEPRESSION));
  CasenessScorePair specific = caseness_snapshot_get_scores (snapshot, index, tool);
  CasenessScorePair general = caseness_snapshot_get_scores (snapshot, index, gad);

  if (!is_pair (&specific) || !is_pair (&general))
    return;
  self->courses++;
  add_outcome (&self->by_specific, &depression, &specific, tool);
  add_outcome (&self->by_general, &depression, &general, gad);
}

void
caseness_adsm_add_missed (CasenessAdsmMissed *self, const CasenessSnapshot *snapshot, guint index, guint tool)
{
  guint n_tools, gad = caseness_tool_find_by_prefix (GENERAL), phq = caseness_tool_find_by_prefix (DEPRESSION);
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);
  CasenessScore depression = caseness_snapshot_get_scores (snapshot, index, phq).first;
  CasenessScore general = caseness_snapshot_get_scores (snapshot, index, gad).first;
  CasenessScore specific = caseness_snapshot_get_scores (snapshot, index, tool).first;
  gboolean is_case_by_general, is_case_by_specific;

  if (depression == CASENESS_SCORE_NONE || general == CASENESS_SCORE_NONE || specific == CASENESS_SCORE_NONE)
    return;
  self->scored++;
  if (depression >= tools[phq].caseness_at)
    return;
  is_case_by_general = general >= tools[gad].caseness_at;
  is_case_by_specific = specific >= tools[tool].caseness_at;
  self->only_by_specific += is_case_by_specific && !is_case_by_general;
  self->only_by_general += is_case_by_general && !is_case_by_specific;
}

static void
finish_outcome (CasenessAdsmOutcome *self, guint courses)
{
  self->recovery = caseness_interval_divide (caseness_interval_wilson (self->recovered, self->base, CONFIDENCE), 0.01);
  self->improvement = caseness_interval_divide (caseness_interval_wilson (self->improved, courses, CONFIDENCE), 0.01);
}

static void
finish_cost (CasenessAdsmCost *self)
{
  finish_outcome (&self->by_specific, self->courses);
  finish_outcome (&self->by_general, self->courses);
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  const CasenessAdsmCost *first = *(const CasenessAdsmCost *const *) a;
  const CasenessAdsmCost *second = *(const CasenessAdsmCost *const *) b;

  if (first->courses != second->courses)
    return first->courses > second->courses ? -1 : 1;
  return g_strcmp0 (first->problem, second->problem);
}

/* A measure without a cut-off judges nobody, so the long-term conditions have no costs. */
gboolean
caseness_adsm_find_judging_tool (const CasenessAdsmUse *use, guint index, guint *tool)
{
  guint n_tools;

  return caseness_adsm_find_tool (use->snapshot, index, use->family, tool)
         && caseness_tool_get_all (&n_tools)[*tool].caseness_at != CASENESS_SCORE_NONE;
}

void
caseness_adsm_use_count_costs (CasenessAdsmUse *use, CasenessFrame *frame, const guint64 *people)
{
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();
  g_autoptr(GPtrArray) groups = NULL;
  guint tool, i, k;

  use->costs = g_ptr_array_new_with_free_func (caseness_adsm_cost_free);
  use->cost = create_cost (NULL);
  g_ptr_array_add (variables, (gpointer) caseness_variable_find (SPLIT));
  groups = caseness_courses_group (frame, variables, people);
  for (i = 0; i < groups->len; i++)
    {
      const CasenessCourseGroup *group = g_ptr_array_index (groups, i);
      CasenessAdsmCost *cost = create_cost (group->label);

      for (k = 0; k < group->pathways->len; k++)
        {
          guint index = g_array_index (group->pathways, guint32, k);

          if (!caseness_adsm_find_judging_tool (use, index, &tool))
            continue;
          caseness_adsm_add_cost (cost, use->snapshot, index, tool);
          caseness_adsm_add_cost (use->cost, use->snapshot, index, tool);
          caseness_adsm_add_missed (&cost->missed, use->snapshot, index, tool);
          caseness_adsm_add_missed (&use->cost->missed, use->snapshot, index, tool);
        }
      finish_cost (cost);
      if (cost->courses > 0)
        g_ptr_array_add (use->costs, cost);
      else
        caseness_adsm_cost_free (cost);
    }
  finish_cost (use->cost);
  g_ptr_array_sort (use->costs, compare_costs);
}
