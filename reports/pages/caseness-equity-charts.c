/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-charts.h"

#include "caseness-gradient-chart.h"
#include "caseness-interval-chart.h"
#include "caseness-series-chart.h"
#include "caseness-share-chart.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

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
add_step (CasenessIntervalChart *chart, const CasenessEquityGroup *group, CasenessEquityStage stage,
          gboolean is_hidden, gboolean is_rounded)
{
  CasenessInterval ratio = group->shares[stage].ratio;
  gint64 count = is_rounded ? caseness_suppress_round (group->observed[stage]) : group->observed[stage];
  g_autofree char *seen = is_hidden ? g_strdup (CASENESS_SUPPRESSED) : g_strdup_printf ("%'" G_GINT64_FORMAT, count);
  guint row;

  if (is_hidden)
    ratio = (CasenessInterval){ NAN, NAN, NAN };
  row = caseness_interval_chart_add_row (chart, caseness_equity_words_stage (stage), ratio.value, ratio.lower,
                                         ratio.upper, is_hidden ? CASENESS_INTERVAL_SPANS : mark_ratio (group, stage));
  caseness_interval_chart_set_missing (chart, row, is_hidden ? CASENESS_SUPPRESSED : "–");
  caseness_interval_chart_set_cell (chart, row, 0, seen);
}

static void
add_ladder (CasenessIntervalChart *chart, const CasenessEquityWay *way, guint group, guint n_stages,
            const CasenessEquityShared *shared)
{
  const CasenessEquityGroup *row = caseness_equity_way_get_group (way, group);
  guint stage;

  caseness_interval_chart_add_heading (chart, caseness_equity_words_group (row->line->group));
  for (stage = 0; stage < n_stages; stage++)
    add_step (chart, row, stage, caseness_equity_shared_stars (shared, group, stage), shared != NULL);
}

static CasenessIntervalChart *
new_ladder (gboolean is_shared)
{
  CasenessIntervalChart *chart
    = caseness_interval_chart_new (_("Step"), _("Seen against expected"), CASENESS_CHART_RATIO, TRUE);

  caseness_interval_chart_set_short_heading (chart, _("Ratio"));
  caseness_interval_chart_add_column (chart, is_shared ? _("Seen, rounded") : _("Seen"));
  caseness_interval_chart_set_reference (chart, 1, _("as expected"));
  caseness_interval_chart_set_range (chart, LOWEST_RATIO, HIGHEST_RATIO);
  return chart;
}

static CasenessChart *
draw_ratios (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  g_autoptr(CasenessIntervalChart) chart = new_ladder (is_shared);
  const CasenessEquityShared *shared = caseness_equity_answer_share (answer, is_shared);
  guint i;

  if (!answer->way->has_population)
    return NULL;
  for (i = 0; i < answer->way->groups->len; i++)
    if (caseness_equity_way_get_group (answer->way, i)->line->kind == CASENESS_EQUITY_LISTED)
      add_ladder (chart, answer->way, i, CASENESS_N_EQUITY_STEPS, shared);
  return caseness_chart_ref (caseness_interval_chart_as_chart (chart));
}

static gboolean
has_ratio (const CasenessEquityWay *way, guint group, const CasenessEquityShared *shared)
{
  guint stage;

  for (stage = 0; stage < CASENESS_N_EQUITY_STEPS; stage++)
    if (!caseness_equity_shared_stars (shared, group, stage)
        && !isnan (caseness_equity_way_get_group (way, group)->shares[stage].ratio.value))
      return TRUE;
  return FALSE;
}

/* Nothing to draw of a group of whom no step may be told. */
static CasenessChart *
draw_one (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityShared *shared = caseness_equity_answer_share_picked (answer, is_shared);
  g_autoptr(CasenessIntervalChart) chart = NULL;

  if (answer->picked_group < 0 || !has_ratio (answer->picked, (guint) answer->picked_group, shared))
    return NULL;
  chart = new_ladder (is_shared);
  add_ladder (chart, answer->picked, (guint) answer->picked_group, CASENESS_N_EQUITY_STEPS, shared);
  return caseness_chart_ref (caseness_interval_chart_as_chart (chart));
}

/* Who lives here and who is in need at the left, who is seen and how far they come at the right. */
static const struct
{
  const char *heading;
  CasenessEquityStage stage;
  CasenessStackLook look;
} seen[] = {
  { N_("Treated"), CASENESS_EQUITY_TREATED, CASENESS_STACK_SOLID },
  { N_("Completed"), CASENESS_EQUITY_COMPLETED, CASENESS_STACK_RISING },
  { N_("Recovered"), CASENESS_EQUITY_RECOVERED, CASENESS_STACK_FALLING },
};

static void
set_seen (CasenessShareChart *chart, guint row, guint series, const CasenessEquityGroup *group, CasenessEquityStage stage,
          gboolean is_hidden)
{
  CasenessInterval share = group->shares[stage].observed_share;

  if (is_hidden)
    caseness_share_chart_set_suppressed (chart, row, series);
  else
    caseness_share_chart_set_share (chart, row, series, share.value * PERCENT, share.lower * PERCENT,
                                    share.upper * PERCENT);
}

static void
add_shares (CasenessShareChart *chart, const CasenessEquityWay *way, guint group, const CasenessEquityShared *shared)
{
  const CasenessEquityGroup *row = caseness_equity_way_get_group (way, group);
  guint index = caseness_share_chart_add_group (chart, caseness_equity_words_group (row->line->group)), series = 0;
  gsize i;

  caseness_share_chart_set_share (chart, index, series++, row->line->population / way->population * PERCENT, NAN, NAN);
  if (way->is_by_need)
    caseness_share_chart_set_share (chart, index, series++, row->need / way->need * PERCENT, NAN, NAN);
  for (i = 0; i < G_N_ELEMENTS (seen); i++)
    set_seen (chart, index, series++, row, seen[i].stage, caseness_equity_shared_stars (shared, group, seen[i].stage));
}

static CasenessChart *
draw_shares (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityWay *way = answer->way;
  const CasenessEquityShared *shared = caseness_equity_answer_share (answer, is_shared);
  g_autofree char *cut = caseness_equity_words_cut (&answer->question->cut);
  g_autoptr(CasenessShareChart) chart = caseness_share_chart_new (cut, _("who lives here"), _("who is seen"));
  guint i;

  if (!way->has_population)
    return NULL;
  caseness_share_chart_add_series (chart, _("People"), CASENESS_SHARE_LEFT, CASENESS_STACK_BLANK);
  if (way->is_by_need)
    caseness_share_chart_add_series (chart, _("Need"), CASENESS_SHARE_LEFT, CASENESS_STACK_PALE);
  for (i = 0; i < G_N_ELEMENTS (seen); i++)
    caseness_share_chart_add_series (chart, _(seen[i].heading), CASENESS_SHARE_RIGHT, seen[i].look);
  for (i = 0; i < way->groups->len; i++)
    if (caseness_equity_way_get_group (way, i)->line->kind == CASENESS_EQUITY_LISTED)
      add_shares (chart, way, i, shared);
  return caseness_chart_ref (caseness_share_chart_as_chart (chart));
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
  const CasenessEquityShared *shared = caseness_equity_answer_share (answer, is_shared);
  g_autofree char *cut = caseness_equity_words_cut (&answer->question->cut);
  g_autoptr(CasenessIntervalChart) chart
    = caseness_interval_chart_new (cut, _("Recovery against everybody else, points"), CASENESS_CHART_NUMBER, FALSE);
  guint i;

  caseness_interval_chart_set_short_heading (chart, _("Points"));
  caseness_interval_chart_set_reference (chart, 0, _("no difference"));
  for (i = 0; i < answer->way->groups->len; i++)
    {
      CasenessEquityRate rate = caseness_equity_get_rate (answer->way, i, CASENESS_EQUITY_RECOVERY);
      const CasenessEquityGroup *group = caseness_equity_way_get_group (answer->way, i);
      double scale = caseness_equity_shared_stars_outcome (shared, i, CASENESS_EQUITY_RECOVERY) ? NAN : PERCENT;
      guint row;

      if (group->line->kind == CASENESS_EQUITY_UNKNOWN)
        continue;
      row = caseness_interval_chart_add_row (chart, caseness_equity_words_group (group->line->group), rate.difference.value * scale,
                                             rate.difference.lower * scale, rate.difference.upper * scale,
                                             isnan (scale) ? CASENESS_INTERVAL_SPANS : mark_difference (rate.difference));
      caseness_interval_chart_set_missing (chart, row, isnan (scale) ? CASENESS_SUPPRESSED : "–");
    }
  return caseness_chart_ref (caseness_interval_chart_as_chart (chart));
}

static void
add_point (CasenessGradientChart *chart, const CasenessEquityGradient *gradient, guint which, double scale)
{
  const CasenessEquityPoint *point = &gradient->points[which];
  g_autofree char *label = g_strndup (point->label, strcspn (point->label, " "));
  double place = isnan (point->midpoint) ? (which + 0.5) / gradient->n_points : point->midpoint;

  caseness_gradient_chart_add_group (chart, label, place, point->value.value * scale, point->value.lower * scale,
                                     point->value.upper * scale);
}

/* A tenth of few people is not drawn for others, and then no line either, from which it could be worked out. */
static CasenessChart *
draw_gradient (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityGradient *gradient = &answer->gradient;
  gboolean is_share = caseness_equity_figure_is_share (gradient->figure);
  double scale = is_share ? PERCENT : 1;
  g_autoptr(CasenessGradientChart) chart
    = caseness_gradient_chart_new (_("Tenth"), caseness_equity_words_figure (gradient->figure),
                                   is_share ? CASENESS_CHART_PERCENT : CASENESS_CHART_NUMBER);
  const CasenessEquityShared *shared = caseness_equity_answer_share_deprivation (answer, is_shared);
  guint i;

  for (i = 0; i < gradient->n_points; i++)
    add_point (chart, gradient, i,
               caseness_equity_gradient_hides (gradient, i, answer->deprivation, shared) ? NAN : scale);
  caseness_gradient_chart_set_ends (chart, _("most deprived"), _("least deprived"));
  if (!isnan (gradient->average))
    {
      g_autofree char *value = caseness_chart_format_value (is_share ? CASENESS_CHART_PERCENT : CASENESS_CHART_NUMBER,
                                                            gradient->average * scale);
      /* Translators: %s is the figure of the whole service */
      g_autofree char *label = g_strdup_printf (_("service %s"), value);

      caseness_gradient_chart_set_reference (chart, gradient->average * scale, label);
    }
  if (gradient->is_fitted && !caseness_equity_gradient_hides_line (gradient, answer->deprivation, shared))
    caseness_gradient_chart_set_fit (chart, gradient->slope.intercept * scale,
                                     (gradient->slope.intercept + gradient->slope.index) * scale, _("fitted"));
  return caseness_chart_ref (caseness_gradient_chart_as_chart (chart));
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
      /* A month that is hidden is none of the mean and the limits either, which would give it away. */
      figures[i] = is_shared && caseness_equity_answer_hides_month (answer, i)
                     ? (CasenessFigure){ NAN, NAN, NAN }
                     : (CasenessFigure){ month->observed, month->expected, month->ratio.value * PERCENT };
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
    case CASENESS_EQUITY_VIEW_TESTS:
    case CASENESS_N_EQUITY_VIEWS:
    default:
      return NULL;
    }
}
