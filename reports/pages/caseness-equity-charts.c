/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-charts.h"

#include "caseness-interval-chart.h"
#include "caseness-series-chart.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>

#define PERCENT 100.0
#define LOWEST_RATIO 0.25
#define HIGHEST_RATIO 4.0

static CasenessIntervalMark
mark_ratio (const CasenessEquityGroup *group, CasenessEquityStage stage)
{
  static const CasenessIntervalMark marks[] = { [CASENESS_EQUITY_NO_VERDICT] = CASENESS_INTERVAL_SPANS,
                                                [CASENESS_EQUITY_FEWER] = CASENESS_INTERVAL_LOWER,
                                                [CASENESS_EQUITY_MORE] = CASENESS_INTERVAL_HIGHER };

  return marks[caseness_equity_group_judge (group, stage)];
}

static void
add_step (CasenessIntervalChart *chart, const CasenessEquityGroup *group, CasenessEquityStage stage, gboolean is_hidden)
{
  CasenessInterval ratio = group->shares[stage].ratio;
  g_autofree char *seen = is_hidden ? g_strdup (CASENESS_SUPPRESSED) : g_strdup_printf ("%'u", group->observed[stage]);
  guint row;

  if (is_hidden)
    ratio = (CasenessInterval){ NAN, NAN, NAN };
  row = caseness_interval_chart_add_row (chart, caseness_equity_words_stage (stage), ratio.value, ratio.lower,
                                         ratio.upper, is_hidden ? CASENESS_INTERVAL_SPANS : mark_ratio (group, stage));
  caseness_interval_chart_set_cell (chart, row, 0, seen);
}

static void
add_ladder (CasenessIntervalChart *chart, const CasenessEquityWay *way, guint group, guint n_stages,
            const CasenessEquityShared *shared)
{
  const CasenessEquityGroup *row = caseness_equity_way_get_group (way, group);
  guint stage;

  caseness_interval_chart_add_heading (chart, row->line->group);
  for (stage = 0; stage < n_stages; stage++)
    add_step (chart, row, stage, caseness_equity_shared_hides (shared, group, stage));
}

static CasenessIntervalChart *
new_ladder (gboolean is_shared)
{
  CasenessIntervalChart *chart
    = caseness_interval_chart_new (_("Step"), _("Seen against expected"), CASENESS_CHART_RATIO, TRUE);

  caseness_interval_chart_add_column (chart, is_shared ? _("Seen, to the nearest 5") : _("Seen"));
  caseness_interval_chart_set_reference (chart, 1, _("as expected"));
  caseness_interval_chart_set_range (chart, LOWEST_RATIO, HIGHEST_RATIO);
  return chart;
}

static CasenessChart *
draw_ratios (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  g_autoptr(CasenessIntervalChart) chart = new_ladder (is_shared);
  gboolean is_crossed = answer->question->cut.n_variables > 1;
  guint i;

  if (!answer->way->has_population)
    return NULL;
  for (i = 0; i < answer->way->groups->len; i++)
    if (caseness_equity_way_get_group (answer->way, i)->line->kind == CASENESS_EQUITY_LISTED)
      add_ladder (chart, answer->way, i, CASENESS_N_EQUITY_STEPS, is_shared || is_crossed ? answer->shared : NULL);
  return caseness_chart_ref (caseness_interval_chart_as_chart (chart));
}

static CasenessChart *
draw_one (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  g_autoptr(CasenessIntervalChart) chart = new_ladder (is_shared);

  if (answer->picked_group < 0 || !answer->picked->has_population)
    return NULL;
  add_ladder (chart, answer->picked, (guint) answer->picked_group, CASENESS_N_EQUITY_STEPS, answer->picked_shared);
  return caseness_chart_ref (caseness_interval_chart_as_chart (chart));
}

/* A dot for those treated, with its interval; a diamond for the share that would be expected. */
static CasenessChart *
draw_shares (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityWay *way = answer->way;
  const CasenessEquityShared *shared = is_shared || answer->question->cut.n_variables > 1 ? answer->shared : NULL;
  g_autofree char *cut = caseness_equity_words_cut (&answer->question->cut);
  g_autoptr(CasenessIntervalChart) chart
    = caseness_interval_chart_new (cut, _("Share of those treated"), CASENESS_CHART_PERCENT, FALSE);
  guint i;

  if (!way->has_population)
    return NULL;
  caseness_interval_chart_set_second (chart, _("of those treated"), way->is_by_need ? _("of need") : _("of people"));
  for (i = 0; i < way->groups->len; i++)
    {
      const CasenessEquityGroup *group = caseness_equity_way_get_group (way, i);
      const CasenessShare *share = &group->shares[CASENESS_EQUITY_TREATED];
      gboolean is_hidden = caseness_equity_shared_hides (shared, i, CASENESS_EQUITY_TREATED);
      double scale = is_hidden ? NAN : PERCENT;
      guint row;

      if (group->line->kind != CASENESS_EQUITY_LISTED)
        continue;
      row = caseness_interval_chart_add_row (chart, group->line->group, share->observed_share.value * scale,
                                             share->observed_share.lower * scale, share->observed_share.upper * scale,
                                             is_hidden ? CASENESS_INTERVAL_SPANS
                                                       : mark_ratio (group, CASENESS_EQUITY_TREATED));
      caseness_interval_chart_set_second_value (chart, row, share->expected_share * PERCENT);
    }
  return caseness_chart_ref (caseness_interval_chart_as_chart (chart));
}

static CasenessIntervalMark
mark_difference (CasenessInterval difference)
{
  if (difference.upper < 0)
    return CASENESS_INTERVAL_LOWER;
  return difference.lower > 0 ? CASENESS_INTERVAL_HIGHER : CASENESS_INTERVAL_SPANS;
}

static CasenessChart *
draw_outcomes (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityShared *shared = is_shared || answer->question->cut.n_variables > 1 ? answer->shared : NULL;
  g_autofree char *cut = caseness_equity_words_cut (&answer->question->cut);
  g_autoptr(CasenessIntervalChart) chart
    = caseness_interval_chart_new (cut, _("Recovery against everybody else, points"), CASENESS_CHART_NUMBER, FALSE);
  guint i;

  caseness_interval_chart_set_reference (chart, 0, _("no difference"));
  for (i = 0; i < answer->way->groups->len; i++)
    {
      CasenessEquityRate rate = caseness_equity_get_rate (answer->way, i, CASENESS_EQUITY_RECOVERY);
      const CasenessEquityGroup *group = caseness_equity_way_get_group (answer->way, i);
      double scale = caseness_equity_shared_hides_outcome (shared, i, CASENESS_EQUITY_RECOVERY) ? NAN : PERCENT;

      if (group->line->kind != CASENESS_EQUITY_UNKNOWN)
        caseness_interval_chart_add_row (chart, group->line->group, rate.difference.value * scale,
                                         rate.difference.lower * scale, rate.difference.upper * scale,
                                         isnan (scale) ? CASENESS_INTERVAL_SPANS : mark_difference (rate.difference));
    }
  return caseness_chart_ref (caseness_interval_chart_as_chart (chart));
}

/* Until five tenths can be told of there is a picture of each, without a line through them. */
static CasenessChart *
draw_gradient (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityGradient *gradient = &answer->gradient;
  gboolean is_share = caseness_equity_figure_is_share (gradient->figure);
  double scale = is_share ? PERCENT : 1;
  g_autoptr(CasenessIntervalChart) chart
    = caseness_interval_chart_new (_("Deprivation"), caseness_equity_words_figure (gradient->figure),
                                   is_share ? CASENESS_CHART_PERCENT : CASENESS_CHART_NUMBER, FALSE);
  guint i;

  if (!isnan (gradient->average))
    caseness_interval_chart_set_reference (chart, gradient->average * scale, _("service"));
  for (i = 0; i < gradient->n_points; i++)
    {
      const CasenessEquityPoint *point = &gradient->points[i];
      gboolean is_hidden = is_shared && caseness_suppress_is_small (point->numerator);
      double shown = is_hidden ? NAN : scale;

      caseness_interval_chart_add_row (chart, point->label, point->value.value * shown, point->value.lower * shown,
                                       point->value.upper * shown, CASENESS_INTERVAL_SPANS);
    }
  return caseness_chart_ref (caseness_interval_chart_as_chart (chart));
}

static CasenessChart *
draw_trend (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  g_autofree CasenessPeriod *periods = NULL;
  g_autofree CasenessFigure *figures = NULL;
  g_autoptr(CasenessSeries) series = NULL;
  g_autoptr(CasenessLineChart) chart = NULL;
  CasenessSeriesMeasured measured = { .direction = CASENESS_SPC_NEITHER };
  CasenessSeriesChoice choice;
  CasenessSeriesLook look = { .name = _("Seen for every 100 expected"), .suppresses = is_shared };
  guint i;

  if (answer->trend == NULL)
    return NULL;
  measured.n_points = answer->trend->len;
  measured.periods = periods = g_new (CasenessPeriod, measured.n_points);
  measured.figures = figures = g_new (CasenessFigure, measured.n_points);
  for (i = 0; i < measured.n_points; i++)
    {
      const CasenessEquityMonth *month = &g_array_index (answer->trend, CasenessEquityMonth, i);

      periods[i] = month->span;
      figures[i] = (CasenessFigure){ month->observed, month->expected, month->ratio * PERCENT };
    }
  caseness_series_choice_init (&choice);
  series = caseness_series_new (&measured, &choice);
  chart = caseness_series_chart_new (series, &look);
  return caseness_chart_ref (caseness_line_chart_as_chart (chart));
}

CasenessChart *
caseness_equity_chart_new (const CasenessEquityAnswer *answer, CasenessEquityView view, gboolean is_shared)
{
  switch (view)
    {
    case CASENESS_EQUITY_VIEW_RATIOS:
      return draw_ratios (answer, is_shared);
    case CASENESS_EQUITY_VIEW_SHARES:
      return draw_shares (answer, is_shared);
    case CASENESS_EQUITY_VIEW_OUTCOMES:
      return draw_outcomes (answer, is_shared);
    case CASENESS_EQUITY_VIEW_DEPRIVATION:
      return draw_gradient (answer, is_shared);
    case CASENESS_EQUITY_VIEW_TREND:
      return draw_trend (answer, is_shared);
    case CASENESS_EQUITY_VIEW_ONE:
      return draw_one (answer, is_shared);
    case CASENESS_EQUITY_VIEW_CARE:
    case CASENESS_EQUITY_VIEW_ROUTES:
    case CASENESS_EQUITY_VIEW_CHECKLIST:
    case CASENESS_N_EQUITY_VIEWS:
    default:
      return NULL;
    }
}
