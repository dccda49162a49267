/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-checklist.h"

#include "caseness-equity-record.h"
#include "caseness-reference.h"

#include <math.h>
#include <string.h>

#define CONFIDENCE 0.95
#define AGES "Working Age"
#define OLDER "65 and over"
#define AGE_BANDS "Age Group"
#define PLAN_BAND "65 to 74" /* whose prevalence the plan of 2011 quotes */
#define NOT_RECORDED "Not recorded"

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

static int
find_cut (const CasenessEquityCube *cube, const char *variable)
{
  const CasenessEquityCut cut = { { caseness_variable_find (variable) }, 1 };

  return caseness_equity_plan_find_cut (caseness_equity_cube_get_plan (cube), &cut);
}

/* The group whose label, whole or after the colon, is @label; -1 when there is none. */
static int
find_group (const CasenessEquityWay *way, const char *label)
{
  guint i;

  for (i = 0; i < way->groups->len; i++)
    if (g_ascii_strcasecmp (caseness_equity_way_get_group (way, i)->line->group, label) == 0)
      return (int) i;
  return -1;
}

static void
check_free (gpointer data)
{
  CasenessEquityCheck *check = data;

  caseness_equity_way_free (check->way);
  g_free (check);
}

static void
add_check (GPtrArray *checks, const CasenessEquityCube *cube, const CasenessReference *table, guint row,
           const char *area)
{
  int cut = find_cut (cube, get_cell (table, row, "variable"));
  g_autoptr(CasenessEquityWay) way = cut >= 0 ? caseness_equity_way_new (cube, (guint) cut, area, FALSE) : NULL;
  int group = way != NULL ? find_group (way, get_cell (table, row, "group")) : -1;
  CasenessEquityCheck *check;

  if (group < 0)
    return;
  check = g_new0 (CasenessEquityCheck, 1);
  check->title = get_cell (table, row, "title");
  check->variable = get_cell (table, row, "variable");
  check->recorded_in = get_cell (table, row, "recorded_in");
  check->advice = get_cell (table, row, "advice");
  check->source = get_cell (table, row, "source");
  check->way = g_steal_pointer (&way);
  check->group = (guint) group;
  g_ptr_array_add (checks, check);
}

GPtrArray *
caseness_equity_checklist_new (const CasenessEquityCube *cube, const char *area)
{
  const CasenessReference *table = caseness_reference_get ("equity-checklist");
  GPtrArray *checks = g_ptr_array_new_with_free_func (check_free);
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    add_check (checks, cube, table, i, area);
  return checks;
}

gboolean
caseness_equity_check_is_recorded (const CasenessEquityCheck *check)
{
  return caseness_equity_way_get_group (check->way, check->group)->observed[CASENESS_EQUITY_REFERRED] > 0;
}

gboolean
caseness_equity_check_is_flag (const CasenessEquityCheck *check)
{
  const CasenessVariable *variable = caseness_variable_find (check->variable);

  return caseness_variable_has_group (variable, NOT_RECORDED);
}

static CasenessEquityWay *
way_by_age (const CasenessEquityCube *cube, const char *area, guint *cut)
{
  int found = find_cut (cube, AGES);

  *cut = (guint) found;
  return found >= 0 ? caseness_equity_way_new (cube, *cut, area, FALSE) : NULL;
}

static double
find_prevalence (const CasenessEquityCube *cube, const char *area)
{
  int cut = find_cut (cube, AGE_BANDS);
  g_autoptr(CasenessEquityWay) way = cut >= 0 ? caseness_equity_way_new (cube, (guint) cut, area, FALSE) : NULL;
  int group = way != NULL ? find_group (way, PLAN_BAND) : -1;

  return group >= 0 ? caseness_equity_way_get_group (way, (guint) group)->line->prevalence : NAN;
}

CasenessEquityOlder
caseness_equity_older_new (const CasenessEquityCube *cube, const char *area)
{
  CasenessEquityOlder older = { .share = { NAN, NAN, NAN }, .expected = NAN };
  guint cut;
  g_autoptr(CasenessEquityWay) way = way_by_age (cube, area, &cut);
  int group = way != NULL ? find_group (way, OLDER) : -1;

  older.prevalence = find_prevalence (cube, area);
  older.plan_share = caseness_equity_get_figure ("older-share");
  older.plan_prevalence = caseness_equity_get_figure ("older-prevalence");
  if (group < 0)
    return older;
  older.seen = caseness_equity_way_get_group (way, (guint) group)->observed[CASENESS_EQUITY_TREATED];
  older.known = way->observed[CASENESS_EQUITY_TREATED] - way->missing[CASENESS_EQUITY_TREATED];
  older.share = caseness_interval_wilson (older.seen, older.known, CONFIDENCE);
  older.expected = caseness_equity_way_get_group (way, (guint) group)->shares[CASENESS_EQUITY_TREATED].expected_share;
  older.is_by_need = way->is_by_need;
  return older;
}

gboolean
caseness_equity_older_is_hidden (const CasenessEquityCube *cube, const char *area)
{
  guint cut;
  g_autoptr(CasenessEquityWay) way = way_by_age (cube, area, &cut);
  int group = way != NULL ? find_group (way, OLDER) : -1;
  g_autoptr(CasenessEquityShared) shared = group >= 0 ? caseness_equity_shared_new (cube, cut, way) : NULL;

  return group >= 0 && caseness_equity_shared_stars (shared, (guint) group, CASENESS_EQUITY_TREATED);
}
