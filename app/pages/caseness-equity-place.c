/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-show.h"

#include <string.h>

#define CROSSED " / "

/* The national measure that a step counts. */
static const char *const step_measures[CASENESS_N_EQUITY_STAGES] = {
  [CASENESS_EQUITY_REFERRED] = "M001",           [CASENESS_EQUITY_ASSESSED] = "M023",
  [CASENESS_EQUITY_TREATED] = "M031",            [CASENESS_EQUITY_COMPLETED] = "M076",
  [CASENESS_EQUITY_RECOVERED] = "M191",          [CASENESS_EQUITY_RELIABLY_RECOVERED] = "M193",
  [CASENESS_EQUITY_IMPROVED] = "M185",           [CASENESS_EQUITY_DETERIORATED] = "M189",
  [CASENESS_EQUITY_AT_CASENESS] = "M192",
};

static void
place_step (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, guint group, CasenessEquityStage stage,
            gboolean is_shared)
{
  place->measure = step_measures[stage];
  place->group = caseness_equity_way_get_group (answer->way, group)->line->group;
  place->is_hidden = caseness_equity_shared_stars (caseness_equity_answer_share (answer, is_shared), group, stage);
}

static void
place_outcome (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, guint group, gboolean is_shared)
{
  place->measure = caseness_equity_outcome_get_measure (CASENESS_EQUITY_RECOVERY);
  place->group = caseness_equity_way_get_group (answer->way, group)->line->group;
  place->is_hidden = caseness_equity_shared_stars_outcome (caseness_equity_answer_share (answer, is_shared), group,
                                                           CASENESS_EQUITY_RECOVERY);
}

/* Before those who are not known stands a row of everybody who is. */
static gboolean
place_ratio (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, guint id, gboolean is_shared)
{
  guint n = answer->way->groups->len;

  if (id + 1 == n || id > n)
    return FALSE;
  place_step (place, answer, id == n ? n - 1 : id, CASENESS_EQUITY_TREATED, is_shared);
  return TRUE;
}

static gboolean
place_figure (CasenessEquityPlace *place, const CasenessAnswer *figures, const char *measure, guint id,
              gboolean is_shared)
{
  place->measure = measure;
  place->group = caseness_answer_get_group (figures, 0, 0, id);
  place->is_hidden = is_shared;
  return TRUE;
}

static gboolean
place_route (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, guint id, gboolean is_shared)
{
  const CasenessEquityRoutes *routes = caseness_equity_answer_get_routes (answer);

  place->measure = step_measures[CASENESS_EQUITY_REFERRED];
  place->group = caseness_equity_way_get_group (routes->groups, id)->line->group;
  place->is_hidden = is_shared && caseness_equity_shared_stars (routes->groups_shared, id, CASENESS_EQUITY_REFERRED);
  return TRUE;
}

/* One row for those who live here and one for those in need come before the steps. */
static gboolean
place_picked (CasenessEquityPlace *place, const CasenessEquityAnswer *answer, int step, gboolean is_shared)
{
  if (answer->picked_group < 0 || step < 0 || step >= CASENESS_EQUITY_AT_CASENESS)
    return FALSE;
  place->measure = step_measures[step];
  place->group = caseness_equity_way_get_group (answer->picked, (guint) answer->picked_group)->line->group;
  place->is_picked = TRUE;
  place->is_hidden = caseness_equity_shared_stars (caseness_equity_answer_share_picked (answer, is_shared),
                                                   (guint) answer->picked_group, (CasenessEquityStage) step);
  return TRUE;
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
      place_step (place, answer, id, CASENESS_EQUITY_TREATED, is_shared);
      return TRUE;
    case CASENESS_EQUITY_VIEW_OUTCOMES:
      place_outcome (place, answer, id, is_shared);
      return TRUE;
    case CASENESS_EQUITY_VIEW_CARE:
      return place_figure (place, caseness_equity_answer_get_care (answer), "M053", id, is_shared);
    case CASENESS_EQUITY_VIEW_ROUTES:
      return place_route (place, answer, id, is_shared);
    case CASENESS_EQUITY_VIEW_ONE:
      return place_picked (place, answer, (int) id - 2, is_shared);
    case CASENESS_EQUITY_VIEW_DEPRIVATION:
    case CASENESS_EQUITY_VIEW_TREND:
    case CASENESS_EQUITY_VIEW_CHECKLIST:
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
    place_step (place, answer, (guint) (row / ladder), (CasenessEquityStage) (row % ladder - 1), is_shared);
  else if (view == CASENESS_EQUITY_VIEW_SHARES)
    place_step (place, answer, (guint) row, CASENESS_EQUITY_TREATED, is_shared);
  else if (view == CASENESS_EQUITY_VIEW_OUTCOMES)
    place_outcome (place, answer, (guint) row, is_shared);
  else
    return view == CASENESS_EQUITY_VIEW_ONE && place_picked (place, answer, row - 1, is_shared);
  return TRUE;
}

GStrv
caseness_equity_place_dup_groups (const CasenessEquityPlace *place, const CasenessEquityAnswer *answer)
{
  g_auto(GStrv) parts = place->group != NULL ? g_strsplit (place->group, CROSSED, -1) : NULL;
  g_autoptr(GPtrArray) groups = g_ptr_array_new ();
  guint part = 0, i;

  for (i = 0; i < CASENESS_MAX_CROSSED && parts != NULL && parts[part] != NULL; i++)
    {
      const CasenessVariable *variable = !place->is_picked                          ? answer->question->cut.variables[i]
                                         : answer->question->picks[i].group != NULL ? answer->question->picks[i].variable
                                                                                    : NULL;

      if (variable == NULL)
        continue;
      g_ptr_array_add (groups, g_strdup (caseness_variable_get_name (variable)));
      g_ptr_array_add (groups, g_strdup (parts[part++]));
    }
  g_ptr_array_add (groups, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&groups), FALSE);
}
