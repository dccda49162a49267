/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-way.h"

#include <math.h>
#include <string.h>

#define CONFIDENCE 0.95
#define PERCENT 100.0
#define DAYS_OF_A_YEAR 365.25

static void
add_group (CasenessEquityWay *self, const CasenessEquityCube *cube, guint cut, CasenessEquityLine *line)
{
  const CasenessInterval undefined = { NAN, NAN, NAN };
  CasenessEquityGroup *group = g_new0 (CasenessEquityGroup, 1);
  CasenessEquityChoice choice = caseness_equity_line_choose (line);
  guint stage;

  group->line = line;
  group->need = line->population * line->prevalence / PERCENT;
  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    group->shares[stage] = (CasenessShare){ NAN, NAN, undefined, undefined, NAN };
  caseness_equity_cube_count (cube, cut, &choice, -1, group->observed);
  group->recoveries = caseness_equity_cube_expect (cube, cut, &choice);
  g_ptr_array_add (self->groups, group);
}

/* Of crossed groups, whoever is not known by every variable: all but those who are. */
static void
count_rest (const CasenessEquityWay *self, const CasenessEquityCube *cube, guint cut, const guint *all, guint *rest)
{
  CasenessEquityPlan *plan = caseness_equity_cube_get_plan (cube);
  guint known[CASENESS_N_EQUITY_STAGES], n_variables = caseness_equity_plan_get_cut (plan, cut)->n_variables, i, k, g;
  gboolean *is_known[CASENESS_MAX_CROSSED] = { NULL };
  CasenessEquityChoice choice = { { NULL } };

  for (k = 0; k < n_variables; k++)
    {
      guint n_labels = caseness_equity_plan_get_labels (plan, cut, k)->len;

      choice.is_chosen[k] = is_known[k] = g_new0 (gboolean, n_labels + 1);
      for (i = 0; i + 1 < self->lines->len; i++)
        for (g = 0; g < n_labels; g++)
          is_known[k][g] |= ((CasenessEquityLine *) g_ptr_array_index (self->lines, i))->is_chosen[k][g];
    }
  caseness_equity_cube_count (cube, cut, &choice, -1, known);
  for (i = 0; i < CASENESS_N_EQUITY_STAGES; i++)
    rest[i] = all[i] - known[i];
  for (k = 0; k < n_variables; k++)
    g_free (is_known[k]);
}

static void
count_groups (CasenessEquityWay *self, const CasenessEquityCube *cube, guint cut)
{
  CasenessEquityGroup *unknown;
  guint i;

  for (i = 0; i < self->lines->len; i++)
    add_group (self, cube, cut, g_ptr_array_index (self->lines, i));
  caseness_equity_cube_count (cube, cut, NULL, -1, self->observed);
  self->recoveries = caseness_equity_cube_expect (cube, cut, NULL);
  unknown = g_ptr_array_index (self->groups, self->groups->len - 1);
  if (unknown->line->is_chosen[0] == NULL)
    count_rest (self, cube, cut, self->observed, unknown->observed);
  memcpy (self->missing, unknown->observed, sizeof self->missing);
}

void
caseness_equity_way_recount (const CasenessEquityWay *way, const CasenessEquityCube *cube, guint cut,
                             guint (*counts)[CASENESS_N_EQUITY_STAGES])
{
  guint n = way->groups->len, i;

  caseness_equity_cube_count (cube, cut, NULL, -1, counts[n]);
  for (i = 0; i < n; i++)
    {
      CasenessEquityLine *line = g_ptr_array_index (way->lines, i);
      CasenessEquityChoice choice = caseness_equity_line_choose (line);

      if (line->is_chosen[0] == NULL)
        count_rest (way, cube, cut, counts[n], counts[i]);
      else
        caseness_equity_cube_count (cube, cut, &choice, -1, counts[i]);
    }
}

static guint
add_up (CasenessEquityWay *self)
{
  guint n = 0, i;

  self->need = 0;
  for (i = 0; i < self->groups->len; i++)
    {
      const CasenessEquityGroup *group = g_ptr_array_index (self->groups, i);

      if (group->line->kind != CASENESS_EQUITY_LISTED)
        continue;
      n++;
      self->population += group->line->population;
      self->need += group->need;
      self->is_estimated |= group->line->is_estimated;
    }
  self->has_population = n > 0;
  if (n == 0)
    self->need = NAN;
  return n;
}

/* Need where the prevalence of every group is known, else population. */
static void
share_out (CasenessEquityWay *self, guint n_listed, CasenessEquityStage stage)
{
  g_autofree double *observed = g_new (double, n_listed + 1), *need = g_new (double, n_listed + 1);
  g_autofree CasenessShare *shares = g_new (CasenessShare, n_listed + 1);
  guint n = 0, i;

  for (i = 0; i < self->groups->len; i++)
    {
      const CasenessEquityGroup *group = g_ptr_array_index (self->groups, i);

      if (group->line->kind != CASENESS_EQUITY_LISTED)
        continue;
      observed[n] = group->observed[stage];
      need[n++] = self->is_by_need ? group->need : group->line->population;
    }
  caseness_share_out (observed, need, n, CONFIDENCE, shares);
  for (i = 0, n = 0; i < self->groups->len; i++)
    {
      CasenessEquityGroup *group = g_ptr_array_index (self->groups, i);

      if (group->line->kind == CASENESS_EQUITY_LISTED)
        group->shares[stage] = shares[n++];
    }
}

CasenessEquityWay *
caseness_equity_way_new (const CasenessEquityCube *cube, guint cut, const char *area, gboolean by_population)
{
  CasenessEquityWay *self = g_new0 (CasenessEquityWay, 1);
  guint n_listed, stage;

  self->lines = caseness_equity_list_lines (caseness_equity_cube_get_plan (cube), cut, area);
  self->area = g_strdup (area);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  count_groups (self, cube, cut);
  n_listed = add_up (self);
  self->is_by_need = !by_population && !isnan (self->need);
  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    share_out (self, n_listed, stage);
  return self;
}

void
caseness_equity_way_free (CasenessEquityWay *way)
{
  if (way == NULL)
    return;
  g_ptr_array_unref (way->groups);
  g_ptr_array_unref (way->lines);
  g_free (way->area);
  g_free (way);
}

const CasenessEquityGroup *
caseness_equity_way_get_group (const CasenessEquityWay *way, guint group)
{
  return g_ptr_array_index (way->groups, group);
}

double
caseness_equity_way_get_missing (const CasenessEquityWay *way, CasenessEquityStage stage)
{
  return way->observed[stage] > 0 ? PERCENT * way->missing[stage] / way->observed[stage] : NAN;
}

gboolean
caseness_equity_way_is_doubtful (const CasenessEquityWay *way, CasenessEquityStage stage)
{
  return caseness_equity_way_get_missing (way, stage) > CASENESS_UNKNOWN_WARNING;
}

CasenessEquityVerdict
caseness_equity_group_judge (const CasenessEquityGroup *group, CasenessEquityStage stage)
{
  const CasenessInterval *ratio = &group->shares[stage].ratio;

  if (ratio->upper < 1)
    return CASENESS_EQUITY_FEWER;
  return ratio->lower > 1 ? CASENESS_EQUITY_MORE : CASENESS_EQUITY_NO_VERDICT;
}

double
caseness_equity_group_get_to_parity (const CasenessEquityGroup *group, CasenessEquityStage stage)
{
  double gap = group->shares[stage].gap;

  return isnan (gap) ? NAN : MAX (-gap, 0);
}

/* Whole months are twelfths, however long they are. */
static double
count_years (const CasenessPeriod *period)
{
  int first_year, first_month, last_year, last_month;

  if (period->start != caseness_date_month_start (period->start) || period->end != caseness_date_month_end (period->end))
    return (period->end - period->start + 1) / DAYS_OF_A_YEAR;
  caseness_date_split (period->start, &first_year, &first_month, NULL);
  caseness_date_split (period->end, &last_year, &last_month, NULL);
  return last_year - first_year + (last_month - first_month + 1) / 12.0;
}

CasenessInterval
caseness_equity_get_access (guint treated, double need, const CasenessPeriod *period)
{
  return caseness_interval_divide (caseness_interval_poisson (treated, CONFIDENCE),
                                   need * count_years (period) / PERCENT);
}
