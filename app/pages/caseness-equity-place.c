/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-show.h"

/* The national measure that a step counts. */
static const char *const step_measures[CASENESS_N_EQUITY_STAGES] = {
  [CASENESS_EQUITY_REFERRED] = "M001",           [CASENESS_EQUITY_ASSESSED] = "M023",
  [CASENESS_EQUITY_TREATED] = "M031",            [CASENESS_EQUITY_COMPLETED] = "M076",
  [CASENESS_EQUITY_RECOVERED] = "M191",          [CASENESS_EQUITY_RELIABLY_RECOVERED] = "M193",
  [CASENESS_EQUITY_IMPROVED] = "M185",           [CASENESS_EQUITY_DETERIORATED] = "M189",
  [CASENESS_EQUITY_AT_CASENESS] = "M192",
};

/* Whether each variable has groups that the row means: the list may tell of some that nobody is of. */
static gboolean
place_line (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, const CasenessEquityCut *by,
            const CasenessEquityWay *way, guint group)
{
  int cut = caseness_equity_plan_find_cut (answer->plan, by);
  guint k, i;

  g_assert (cut >= 0);
  place->by = *by;
  place->line = caseness_equity_way_get_group (way, group)->line;
  for (k = 0; k < by->n_variables; k++)
    {
      guint n_labels = caseness_equity_plan_get_labels (answer->plan, (guint) cut, k)->len;

      for (i = 0; place->line->is_chosen[k] != NULL && i < n_labels && !place->line->is_chosen[k][i]; i++)
        ;
      if (place->line->is_chosen[k] == NULL || i == n_labels)
        return FALSE;
    }
  return TRUE;
}

static gboolean
place_step (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, guint group, CasenessEquityStage stage,
            gboolean is_shared)
{
  place->measure = step_measures[stage];
  place->is_hidden = caseness_equity_shared_stars (caseness_equity_answer_share (answer, is_shared), group, stage);
  return place_line (place, answer, &answer->question->cut, answer->way, group);
}

static gboolean
place_outcome (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, guint group, gboolean is_shared)
{
  place->measure = caseness_equity_outcome_get_measure (CASENESS_EQUITY_RECOVERY);
  place->is_hidden = caseness_equity_shared_stars_outcome (caseness_equity_answer_share (answer, is_shared), group,
                                                           CASENESS_EQUITY_RECOVERY);
  return place_line (place, answer, &answer->question->cut, answer->way, group);
}

/* Before those who are not known stands a row of everybody who is. */
static gboolean
place_ratio (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, guint id, gboolean is_shared)
{
  guint n = answer->way->groups->len;

  if (id + 1 == n || id > n)
    return FALSE;
  return place_step (place, answer, id == n ? n - 1 : id, CASENESS_EQUITY_TREATED, is_shared);
}

static gboolean
place_figure (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, const char *measure, guint id,
              gboolean is_shared)
{
  place->measure = measure;
  place->by = (CasenessEquityCut){ { answer->question->cut.variables[0] }, 1 };
  place->group = caseness_answer_get_group (caseness_equity_answer_get_care (answer), 0, 0, id);
  place->is_hidden = is_shared;
  return TRUE;
}

static gboolean
place_route (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, guint id, gboolean is_shared)
{
  const CasenessEquityRoutes *routes = caseness_equity_answer_get_routes (answer);
  const CasenessEquityCut by = { { answer->question->cut.variables[0] }, 1 };

  place->measure = step_measures[CASENESS_EQUITY_REFERRED];
  place->is_hidden = is_shared && caseness_equity_shared_stars (routes->groups_shared, id, CASENESS_EQUITY_REFERRED);
  return place_line (place, answer, &by, routes->groups, id);
}

/* One row for those who live here and one for those in need come before the steps. */
static gboolean
place_picked (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, int step, gboolean is_shared)
{
  CasenessEquityCut by = caseness_equity_question_cut_picks (answer->question);

  if (answer->picked_group < 0 || step < 0 || step >= CASENESS_EQUITY_AT_CASENESS)
    return FALSE;
  place->measure = step_measures[step];
  place->is_hidden = caseness_equity_shared_stars (caseness_equity_answer_share_picked (answer, is_shared),
                                                   (guint) answer->picked_group, (CasenessEquityStage) step);
  return place_line (place, answer, &by, answer->picked, (guint) answer->picked_group);
}

gboolean
caseness_equity_place_of_row (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, CasenessEquityView view,
                              guint id, gboolean is_shared)
{
  *place = (CasenessEquityPlace){ NULL };
  switch (view)
    {
    case CASENESS_EQUITY_VIEW_RATIOS:
      return place_ratio (place, answer, id, is_shared);
    case CASENESS_EQUITY_VIEW_SHARES:
      return place_step (place, answer, id, CASENESS_EQUITY_TREATED, is_shared);
    case CASENESS_EQUITY_VIEW_OUTCOMES:
      return place_outcome (place, answer, id, is_shared);
    case CASENESS_EQUITY_VIEW_CARE:
      return place_figure (place, answer, "M053", id, is_shared);
    case CASENESS_EQUITY_VIEW_ROUTES:
      return place_route (place, answer, id, is_shared);
    case CASENESS_EQUITY_VIEW_ONE:
      return place_picked (place, answer, (int) id - 2, is_shared);
    case CASENESS_EQUITY_VIEW_DEPRIVATION:
    case CASENESS_EQUITY_VIEW_TREND:
    case CASENESS_EQUITY_VIEW_CHECKLIST:
    case CASENESS_EQUITY_VIEW_TESTS:
    case CASENESS_N_EQUITY_VIEWS:
    default:
      return FALSE;
    }
}

gboolean
caseness_equity_place_of_region (CasenessEquityPlace *place, const CasenessEquityAnswer *answer,
                                 CasenessEquityView view, int row, gboolean is_shared)
{
  int ladder = CASENESS_N_EQUITY_STEPS + 1;

  *place = (CasenessEquityPlace){ NULL };
  if (row < 0)
    return FALSE;
  if (view == CASENESS_EQUITY_VIEW_RATIOS && row % ladder > 0)
    return place_step (place, answer, (guint) (row / ladder), (CasenessEquityStage) (row % ladder - 1), is_shared);
  if (view == CASENESS_EQUITY_VIEW_SHARES)
    return place_step (place, answer, (guint) row, CASENESS_EQUITY_TREATED, is_shared);
  if (view == CASENESS_EQUITY_VIEW_OUTCOMES)
    return place_outcome (place, answer, (guint) row, is_shared);
  return view == CASENESS_EQUITY_VIEW_ONE && place_picked (place, answer, row - 1, is_shared);
}

static void
add_group (GStrvBuilder *groups, const CasenessVariable *variable, const char *label)
{
  g_strv_builder_add_many (groups, caseness_variable_get_name (variable), label, NULL);
}

GStrv
caseness_equity_place_dup_groups (const CasenessEquityPlace *place, const CasenessEquityAnswer *answer)
{
  g_autoptr(GStrvBuilder) groups = g_strv_builder_new ();
  int cut = place->line != NULL ? caseness_equity_plan_find_cut (answer->plan, &place->by) : -1;
  guint k, i;

  if (place->group != NULL)
    add_group (groups, place->by.variables[0], place->group);
  for (k = 0; cut >= 0 && k < place->by.n_variables; k++)
    {
      const GPtrArray *labels = caseness_equity_plan_get_labels (answer->plan, (guint) cut, k);

      for (i = 0; i < labels->len; i++)
        if (place->line->is_chosen[k][i])
          add_group (groups, place->by.variables[k], g_ptr_array_index (labels, i));
    }
  return g_strv_builder_end (groups);
}
