/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-routes.h"

#include "caseness-equity-list-private.h"

#define ROUTES "Referral Route"

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

CasenessEquityCut
caseness_equity_routes_cross (const CasenessVariable *by)
{
  const CasenessVariable *routes = caseness_variable_find (ROUTES);

  return by == routes ? (CasenessEquityCut){ { by }, 1 } : (CasenessEquityCut){ { by, routes }, 2 };
}

static guint
find_cut (const CasenessEquityCube *cube, const CasenessEquityCut *cut)
{
  int found = caseness_equity_plan_find_cut (caseness_equity_cube_get_plan (cube), cut);

  g_assert (found >= 0);
  return (guint) found;
}

CasenessEquityRoutes *
caseness_equity_routes_new (const CasenessEquityCube *cube, const CasenessVariable *by, const char *area)
{
  const CasenessEquityCut cuts[] = { { { by }, 1 }, { { caseness_variable_find (ROUTES) }, 1 } };
  const CasenessEquityCut crossed = caseness_equity_routes_cross (by);
  guint cut = find_cut (cube, &cuts[0]);
  CasenessEquityRoutes *self = g_new0 (CasenessEquityRoutes, 1);

  self->groups = caseness_equity_way_new (cube, cut, area, FALSE);
  self->groups_shared = caseness_equity_shared_new (cube, cut, self->groups);
  self->names = list_names (cube, find_cut (cube, &cuts[1]), area);
  if (crossed.n_variables == 1)
    return self;
  cut = find_cut (cube, &crossed);
  self->crossed = caseness_equity_way_new (cube, cut, area, FALSE);
  self->crossed_shared = caseness_equity_shared_new (cube, cut, self->crossed);
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

  return crossed >= 0 && caseness_equity_shared_stars (routes->crossed_shared, (guint) crossed, CASENESS_EQUITY_REFERRED);
}
