/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-trend.h"

#include "caseness-told-lines.h"

#include <math.h>

#define CONFIDENCE 0.95

/* All who are in a group that is listed, as the shares of need are of them. */
static guint
count_listed (const CasenessEquityCube *cube, guint cut, const CasenessEquityWay *way, CasenessEquityStage stage,
              int span)
{
  guint sum = 0, i;

  for (i = 0; i < way->groups->len; i++)
    {
      const CasenessEquityGroup *group = caseness_equity_way_get_group (way, i);
      CasenessEquityChoice choice = caseness_equity_line_choose (group->line);
      guint counts[CASENESS_N_EQUITY_STAGES];

      if (group->line->kind != CASENESS_EQUITY_LISTED)
        continue;
      caseness_equity_cube_count (cube, cut, &choice, span, counts);
      sum += counts[stage];
    }
  return sum;
}

GArray *
caseness_equity_trend_new (const CasenessEquityCube *cube, guint cut, const CasenessEquityWay *way, guint group,
                           CasenessEquityStage stage)
{
  const CasenessEquityGroup *row = caseness_equity_way_get_group (way, group);
  CasenessEquityChoice choice = caseness_equity_line_choose (row->line);
  GArray *months = g_array_new (FALSE, FALSE, sizeof (CasenessEquityMonth));
  guint n, i;
  const CasenessPeriod *spans = caseness_equity_plan_get_spans (caseness_equity_cube_get_plan (cube), &n);

  for (i = 0; i < n; i++)
    {
      CasenessEquityMonth month = { .span = spans[i], .ratio = { NAN, NAN, NAN } };
      guint counts[CASENESS_N_EQUITY_STAGES];

      caseness_equity_cube_count (cube, cut, &choice, (int) i, counts);
      month.observed = counts[stage];
      month.expected
        = count_listed (cube, cut, way, stage, (int) i) * row->shares[stage].expected_share;
      if (month.expected >= CASENESS_FEWEST_EXPECTED)
        month.ratio = caseness_standardised_ratio (month.observed, month.expected, CONFIDENCE);
      g_array_append_val (months, month);
    }
  return months;
}

static gint64
count_month (const CasenessEquityCube *cube, guint cut, const CasenessEquityLine *line, CasenessEquityStage stage, int span)
{
  CasenessEquityChoice choice = caseness_equity_line_choose (line);
  guint counts[CASENESS_N_EQUITY_STAGES];

  caseness_equity_cube_count (cube, cut, &choice, span, counts);
  return counts[stage];
}

/* The months, and after them the whole period. */
static CasenessToldLines *
make_lines (const CasenessEquityCube *cube, guint cut, const CasenessEquityLine *line, CasenessEquityStage stage)
{
  const CasenessPeriod *period = caseness_equity_plan_get_period (caseness_equity_cube_get_plan (cube));
  guint n, n_within = 0, i;
  const CasenessPeriod *spans = caseness_equity_plan_get_spans (caseness_equity_cube_get_plan (cube), &n);
  CasenessToldLines *lines = caseness_told_lines_new (n + 1, CASENESS_TOTALS_EXACT);
  g_autofree guint *within = g_new (guint, n + 1);

  for (i = 0; i < n; i++)
    {
      caseness_told_lines_set (lines, i, count_month (cube, cut, line, stage, (int) i));
      if (spans[i].start >= period->start && spans[i].end <= period->end)
        within[n_within++] = i;
    }
  caseness_told_lines_set (lines, n, count_month (cube, cut, line, stage, -1));
  caseness_told_lines_join (lines, within, n_within, n);
  return lines;
}

static void
hold_months (CasenessToldLines *lines, const CasenessEquityCube *whole, const CasenessEquityCut *by,
             const CasenessEquityLine *line, CasenessEquityStage stage, guint n)
{
  int cut = caseness_equity_plan_find_cut (caseness_equity_cube_get_plan (whole), by);
  guint i;

  g_assert (cut >= 0);
  for (i = 0; i <= n; i++)
    {
      gint64 count = count_month (whole, (guint) cut, line, stage, i < n ? (int) i : -1);

      caseness_told_lines_part (lines, i, count, caseness_suppress_is_small (count));
    }
}

gboolean *
caseness_equity_trend_hide (const CasenessEquityCube *cube, guint cut, const CasenessEquityWay *way, guint group,
                            CasenessEquityStage stage, const CasenessEquityShared *shared)
{
  const CasenessEquityLine *line = caseness_equity_way_get_group (way, group)->line;
  const CasenessEquityCut *by = caseness_equity_plan_get_cut (caseness_equity_cube_get_plan (cube), cut);
  g_autoptr(CasenessToldLines) lines = make_lines (cube, cut, line, stage);
  const GPtrArray *wider = caseness_equity_cube_get_wider (cube);
  gboolean is_all_hidden = caseness_equity_shared_hides (shared, group, stage), *is_hidden;
  guint n, i;

  caseness_equity_plan_get_spans (caseness_equity_cube_get_plan (cube), &n);
  for (i = 0; i < wider->len; i++)
    hold_months (lines, g_ptr_array_index (wider, i), by, line, stage, n);
  caseness_told_lines_hide (lines);
  is_hidden = g_new0 (gboolean, n + 1);
  for (i = 0; i < n; i++)
    is_hidden[i] = is_all_hidden || caseness_told_lines_is_hidden (lines, i);
  return is_hidden;
}

static CasenessDate
find_first (const CasenessPeriod *period, CasenessDate earliest, guint n_months)
{
  CasenessDate first = caseness_date_month_start (period->end);
  guint i;

  for (i = 1; i < n_months; i++)
    first = caseness_date_month_start (first - 1);
  if (earliest != CASENESS_DATE_NONE)
    first = MAX (first, caseness_date_month_start (earliest));
  return MIN (first, period->start);
}

GArray *
caseness_equity_list_months (const CasenessPeriod *period, CasenessDate earliest, guint n_months)
{
  GArray *months = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  CasenessDate day = find_first (period, earliest, n_months);

  while (day <= period->end)
    {
      CasenessPeriod month = { day, MIN (caseness_date_month_end (day), period->end) };

      if (day < period->start && month.end >= period->start)
        month.end = period->start - 1;
      g_array_append_val (months, month);
      day = month.end + 1;
    }
  return months;
}
