/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-routes.h"

#include "caseness-bitmap.h"
#include "caseness-equity-plan-private.h"

#define ROUTES "Referral Route"

/* The same people by other cuts, and what else may be told of them. */
static CasenessEquityCube *
count_like (const CasenessEquityCube *cube, const guint64 *people, const CasenessEquityCut *cuts, guint n_cuts)
{
  const CasenessEquityPlan *plan = caseness_equity_cube_get_plan (cube);
  CasenessSnapshot *snapshot = caseness_equity_plan_get_snapshot (plan);
  g_autoptr(CasenessFrame) frame = caseness_frame_new (snapshot);
  g_autoptr(GHashTable) groupings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) caseness_grouping_free);
  const GPtrArray *wishes = caseness_equity_cube_get_wishes (cube);
  gsize size = (CASENESS_BITMAP_WORDS (caseness_snapshot_get_n_pathways (snapshot)) + 1) * sizeof (guint64);
  g_autoptr(CasenessEquityPlan) like = NULL;
  CasenessEquityCube *counts;
  guint i;

  caseness_frame_set_period (frame, caseness_equity_plan_get_period (plan));
  like = caseness_equity_plan_new_like (plan, frame, groupings, cuts, n_cuts);
  counts = caseness_equity_cube_new (like, people);
  if (caseness_equity_cube_get_everybody (cube) != cube)
    caseness_equity_cube_add_wider (counts, caseness_equity_cube_new (like, NULL), g_ptr_array_new ());
  for (i = 0; i < wishes->len; i++)
    {
      const CasenessEquityWish *wish = g_ptr_array_index (wishes, i);

      caseness_equity_cube_add_wish (counts, wish->variable, g_memdup2 (wish->people, wish->people != NULL ? size : 0));
    }
  return counts;
}

/* Those that crossed groups are of: all but what is not recorded. */
static GPtrArray *
list_names (const CasenessEquityCube *cube, guint cut, const char *area)
{
  g_autoptr(GPtrArray) lines = caseness_equity_list_lines (caseness_equity_cube_get_plan (cube), cut, area);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < lines->len; i++)
    if (((CasenessEquityLine *) g_ptr_array_index (lines, i))->kind != CASENESS_EQUITY_UNKNOWN)
      g_ptr_array_add (names, g_strdup (((CasenessEquityLine *) g_ptr_array_index (lines, i))->group));
  return names;
}

CasenessEquityRoutes *
caseness_equity_routes_new (const CasenessEquityCube *cube, const guint64 *people, const CasenessVariable *by,
                            const char *area)
{
  const CasenessVariable *routes = caseness_variable_find (ROUTES);
  const CasenessEquityCut cuts[] = { { { by }, 1 }, { { routes }, 1 }, { { by, routes }, 2 } };
  CasenessEquityRoutes *self = g_new0 (CasenessEquityRoutes, 1);

  self->cube = count_like (cube, people, cuts, by == routes ? 2 : 3);
  self->groups = caseness_equity_way_new (self->cube, 0, area, FALSE);
  self->groups_shared = caseness_equity_shared_new (self->cube, 0, self->groups);
  self->names = list_names (self->cube, 1, area);
  if (by == routes)
    return self;
  self->crossed = caseness_equity_way_new (self->cube, 2, area, FALSE);
  self->crossed_shared = caseness_equity_shared_new (self->cube, 2, self->crossed);
  return self;
}

void
caseness_equity_routes_free (CasenessEquityRoutes *routes)
{
  if (routes == NULL)
    return;
  caseness_equity_shared_free (routes->groups_shared);
  caseness_equity_shared_free (routes->crossed_shared);
  caseness_equity_way_free (routes->groups);
  caseness_equity_way_free (routes->crossed);
  caseness_equity_cube_free (routes->cube);
  g_ptr_array_unref (routes->names);
  g_free (routes);
}

/* Crossed groups stand in the order of both, those not known of neither. */
static int
find_crossed (const CasenessEquityRoutes *self, guint group, guint route)
{
  guint before = 0, i;

  if (self->crossed == NULL
      || caseness_equity_way_get_group (self->groups, group)->line->kind == CASENESS_EQUITY_UNKNOWN)
    return -1;
  for (i = 0; i < group; i++)
    before += caseness_equity_way_get_group (self->groups, i)->line->kind != CASENESS_EQUITY_UNKNOWN;
  return (int) (before * self->names->len + route);
}

int
caseness_equity_routes_count (const CasenessEquityRoutes *routes, guint group, guint route)
{
  int crossed = find_crossed (routes, group, route);

  return crossed >= 0 ? (int) caseness_equity_way_get_group (routes->crossed, (guint) crossed)
                          ->observed[CASENESS_EQUITY_REFERRED]
                      : -1;
}

gboolean
caseness_equity_routes_hides (const CasenessEquityRoutes *routes, guint group, guint route)
{
  int crossed = find_crossed (routes, group, route);

  return crossed >= 0 && caseness_equity_shared_hides (routes->crossed_shared, (guint) crossed, CASENESS_EQUITY_REFERRED);
}
