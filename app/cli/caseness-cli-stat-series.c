/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-stat-private.h"

#include "caseness-statistics-spc.h"
#include "caseness-statistics-summary.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MOST_POINTS 1000000

static guint
read_points (CasenessStat *stat, const char *name, guint fallback)
{
  return (guint) caseness_stat_between (stat, name, 0, MOST_POINTS, fallback);
}

static CasenessSpcOptions
read_options (CasenessStat *stat)
{
  CasenessSpcOptions options;

  caseness_spc_options_init (&options);
  options.screens_ranges = caseness_stat_flag (stat, "screen_outliers", options.screens_ranges);
  options.baseline = read_points (stat, "fix_after_n_points", options.baseline);
  options.shift = read_points (stat, "run", options.shift);
  options.trend = read_points (stat, "trend", options.trend);
  options.counts_beyond = caseness_stat_flag (stat, "count_points_beyond_3_sigma", options.counts_beyond);
  return options;
}

static void
put_limits (CasenessStat *stat, const CasenessSpcLimits *limits)
{
  caseness_stat_put (stat, "mean", limits->mean);
  caseness_stat_put (stat, "lpl", limits->lower);
  caseness_stat_put (stat, "upl", limits->upper);
}

static void
run_limits (CasenessStat *stat)
{
  guint n;
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  CasenessSpcOptions options = read_options (stat);
  g_auto(CasenessSpcChart) chart = { 0 };

  caseness_spc_chart_init (&chart, values, n, NULL, 0, &options);
  put_limits (stat, &chart.phases[0]);
  caseness_stat_put (stat, "nlpl", chart.phases[0].near_lower);
  caseness_stat_put (stat, "nupl", chart.phases[0].near_upper);
}

static void
put_phase (CasenessStat *stat, const char *name, const CasenessSpcLimits *limits)
{
  json_builder_set_member_name (stat->results, name);
  json_builder_begin_object (stat->results);
  put_limits (stat, limits);
  json_builder_end_object (stat->results);
}

static void
run_rebase (CasenessStat *stat)
{
  guint n;
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  guint start = (guint) caseness_stat_between (stat, "rebase_at_index", 0, n, NAN);
  CasenessSpcOptions options = read_options (stat);
  g_auto(CasenessSpcChart) chart = { 0 };

  caseness_spc_chart_init (&chart, values, n, &start, 1, &options);
  put_phase (stat, "phase1", &chart.phases[0]);
  put_phase (stat, "phase2", &chart.phases[1]);
  caseness_stat_put_flag (stat, "phase2_trial", chart.phases[1].is_trial);
}

static void
run_shift_trigger (CasenessStat *stat)
{
  guint n;
  g_autofree gint8 *sides = caseness_stat_signs (stat, "side_of_mean", &n), *signs = g_new0 (gint8, n + 1);

  caseness_spc_trigger_shift (sides, n, read_points (stat, "run_length", 7), signs);
  caseness_stat_put_signs (stat, "triggered_at", signs, n);
}

static void
run_trend_trigger (CasenessStat *stat)
{
  guint n;
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  g_autofree gint8 *signs = g_new0 (gint8, n + 1);

  caseness_spc_trigger_trend (values, n, read_points (stat, "points", 7), signs);
  caseness_stat_put_signs (stat, "triggered_at", signs, n);
}

static void
put_filled (CasenessStat *stat, const char *name, const gint8 *triggers, guint n, guint points)
{
  g_autofree gint8 *signs = g_new0 (gint8, n + 1);

  caseness_spc_fill_back (triggers, n, points, signs);
  caseness_stat_put_signs (stat, name, signs, n);
}

static void
run_fill_back (CasenessStat *stat)
{
  guint n;
  g_autofree gint8 *triggers = caseness_stat_signs (stat, "triggered_at", &n);

  put_filled (stat, "flagged", triggers, n, read_points (stat, "points", 7));
}

static void
run_trend (CasenessStat *stat)
{
  guint n, points = read_points (stat, "points", 7);
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  g_autofree gint8 *triggers = g_new0 (gint8, n + 1);

  caseness_spc_trigger_trend (values, n, points, triggers);
  put_filled (stat, "flags", triggers, n, points);
}

static void
run_shift (CasenessStat *stat)
{
  guint n, points = read_points (stat, "points", 7);
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  g_autofree gint8 *sides = g_new0 (gint8, n + 1), *triggers = g_new0 (gint8, n + 1);

  caseness_spc_mark_sides (values, n, caseness_stat_number (stat, "centre"), sides);
  caseness_spc_trigger_shift (sides, n, points, triggers);
  put_filled (stat, "flags", triggers, n, points);
}

/* Asked for points that lie beyond, whichever way: the side says which. */
static void
run_two_in_three (CasenessStat *stat)
{
  guint n, n_sides, i;
  g_autofree gint8 *beyond = caseness_stat_signs (stat, "between_2_and_3_sigma", &n);
  g_autofree gint8 *sides = caseness_stat_signs (stat, "side_of_mean", &n_sides);
  g_autofree gint8 *signs = g_new0 (gint8, n + 1);

  if (n_sides != n)
    {
      caseness_stat_refuse (stat, "side_of_mean", _ ("is not as long as the others"));
      return;
    }
  for (i = 0; i < n; i++)
    beyond[i] *= sides[i];
  caseness_spc_mark_two_in_three (beyond, sides, n, signs);
  for (i = 0; i < n; i++)
    signs[i] = signs[i] != 0;
  caseness_stat_put_signs (stat, "flagged", signs, n);
}

static void
run_two_in_three_any_side (CasenessStat *stat)
{
  guint n;
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  g_autofree gint8 *beyond = g_new0 (gint8, n + 1), *signs = g_new0 (gint8, n + 1);

  caseness_spc_mark_limits (values, n, caseness_stat_number (stat, "lower_2sigma"),
                            caseness_stat_number (stat, "upper_2sigma"), beyond);
  caseness_spc_mark_two_in_three (beyond, NULL, n, signs);
  caseness_stat_put_signs (stat, "flags", signs, n);
}

static void
run_limit_rule (CasenessStat *stat)
{
  guint n;
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  g_autofree gint8 *signs = g_new0 (gint8, n + 1);

  caseness_spc_mark_limits (values, n, caseness_stat_number (stat, "lower_limit"),
                            caseness_stat_number (stat, "upper_limit"), signs);
  caseness_stat_put_signs (stat, "flags", signs, n);
}

static const char *
name_rule (const CasenessSpcPoint *point)
{
  static const char *const names[CASENESS_SPC_N_RULES][2] = {
    [CASENESS_SPC_LIMIT] = { "below_lpl", "above_upl" },
    [CASENESS_SPC_TREND] = { "trend_down", "trend_up" },
    [CASENESS_SPC_TWO_IN_THREE] = { "two_in_three_low", "two_in_three_high" },
    [CASENESS_SPC_SHIFT] = { "shift_low", "shift_high" },
  };

  return point->rule == CASENESS_SPC_COMMON ? "common" : names[point->rule][point->sign > 0];
}

static CasenessSpcDirection
read_direction (CasenessStat *stat)
{
  const char *text = caseness_stat_text (stat, "direction", "increase");

  if (strcmp (text, "increase") == 0)
    return CASENESS_SPC_INCREASE;
  if (strcmp (text, "decrease") == 0)
    return CASENESS_SPC_DECREASE;
  if (strcmp (text, "neutral") != 0)
    caseness_stat_refuse (stat, "direction", _ ("is none of increase, decrease and neutral"));
  return CASENESS_SPC_NEITHER;
}

static const char *
name_meaning (const CasenessSpcPoint *point, CasenessSpcDirection direction)
{
  static const char *const names[] = {
    [CASENESS_SPC_MEANS_NOTHING] = "common_cause",
    [CASENESS_SPC_MEANS_IMPROVEMENT] = "improvement",
    [CASENESS_SPC_MEANS_CONCERN] = "concern",
    [CASENESS_SPC_MEANS_CHANGE] = "neutral",
  };

  return names[caseness_spc_interpret (point->sign, direction)];
}

static void
put_meanings (CasenessStat *stat, const char *name, const CasenessSpcChart *chart, guint from,
              CasenessSpcDirection direction)
{
  guint i;

  json_builder_set_member_name (stat->results, name);
  json_builder_begin_array (stat->results);
  for (i = from; i < chart->n_points; i++)
    json_builder_add_string_value (stat->results, name_meaning (&chart->points[i], direction));
  json_builder_end_array (stat->results);
}

static void
put_rules (CasenessStat *stat, const CasenessSpcPoint *points, guint n)
{
  guint i;

  json_builder_set_member_name (stat->results, "rule");
  json_builder_begin_array (stat->results);
  for (i = 0; i < n; i++)
    json_builder_add_string_value (stat->results, name_rule (&points[i]));
  json_builder_end_array (stat->results);
}

static void
read_chart (CasenessStat *stat, CasenessSpcChart *chart)
{
  guint n;
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  CasenessSpcOptions options = read_options (stat);

  caseness_spc_chart_init (chart, values, n, NULL, 0, &options);
}

static void
run_points (CasenessStat *stat)
{
  g_auto(CasenessSpcChart) chart = { 0 };

  read_chart (stat, &chart);
  put_limits (stat, &chart.phases[0]);
  put_rules (stat, chart.points, chart.n_points);
  put_meanings (stat, "point", &chart, 0, read_direction (stat));
}

static void
run_points_tail (CasenessStat *stat)
{
  g_auto(CasenessSpcChart) chart = { 0 };

  read_chart (stat, &chart);
  put_meanings (stat, "last_two", &chart, MAX (chart.n_points, 2) - 2, read_direction (stat));
}

static CasenessSpcLimits
read_limits (CasenessStat *stat)
{
  CasenessSpcLimits limits = { 0 };

  limits.mean = caseness_stat_number (stat, "mean");
  limits.lower = caseness_stat_number (stat, "lower_3s");
  limits.upper = caseness_stat_number (stat, "upper_3s");
  limits.near_lower = caseness_stat_number (stat, "lower_2s");
  limits.near_upper = caseness_stat_number (stat, "upper_2s");
  return limits;
}

static void
run_two_in_three_variants (CasenessStat *stat)
{
  guint n, i;
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  g_autofree CasenessSpcPoint *points = g_new0 (CasenessSpcPoint, n + 1);
  g_autofree gint8 *signs = g_new0 (gint8, n + 1);
  CasenessSpcLimits limits = read_limits (stat);
  CasenessSpcOptions options = read_options (stat);

  caseness_spc_judge (values, n, &limits, &options, points);
  for (i = 0; i < n; i++)
    signs[i] = points[i].signs[CASENESS_SPC_TWO_IN_THREE];
  caseness_stat_put_signs (stat, "two_in_three", signs, n);
  put_rules (stat, points, n);
}

static const char *
name_assurance (CasenessSpcAssurance assurance)
{
  static const char *const names[] = {
    [CASENESS_SPC_NO_ASSURANCE] = NULL,
    [CASENESS_SPC_HIT_OR_MISS] = "hit_or_miss",
    [CASENESS_SPC_PASS] = "pass",
    [CASENESS_SPC_FAIL] = "fail",
  };

  return names[assurance];
}

static void
run_assurance (CasenessStat *stat)
{
  CasenessSpcLimits limits = { 0 };
  double target = caseness_stat_number_or (stat, "target", NAN);

  limits.lower = caseness_stat_number (stat, "lpl");
  limits.upper = caseness_stat_number (stat, "upl");
  caseness_stat_put_text (stat, "icon", name_assurance (caseness_spc_assure (&limits, target, read_direction (stat))));
}

/* The icons speak of the latest point and of the latest phase. */
static void
run_icons (CasenessStat *stat)
{
  g_auto(CasenessSpcChart) chart = { 0 };
  CasenessSpcDirection direction = read_direction (stat);
  double target = caseness_stat_number_or (stat, "target", NAN);
  const CasenessSpcPoint common = { .rule = CASENESS_SPC_COMMON }, *last = &common;
  g_autofree char *variation = NULL;

  read_chart (stat, &chart);
  if (chart.n_points > 0)
    last = &chart.points[chart.n_points - 1];
  variation = g_strconcat (name_meaning (last, direction),
                           last->sign > 0   ? "_high"
                           : last->sign < 0 ? "_low"
                                            : "",
                           NULL);
  caseness_stat_put_text (stat, "variation_icon", variation);
  caseness_stat_put_text (stat, "assurance_icon",
                          name_assurance (caseness_spc_assure (&chart.phases[0], target, direction)));
}

static void
run_share_limits (CasenessStat *stat)
{
  double total = caseness_stat_amount (stat, "total_n"), n = caseness_stat_amount (stat, "n");
  double events = caseness_stat_between (stat, "total_events", 0, total, NAN);
  CasenessInterval outer = caseness_spc_share_limits (events, total, n, 3);
  CasenessInterval inner = caseness_spc_share_limits (events, total, n, 2);

  caseness_stat_put (stat, "ll3", outer.lower);
  caseness_stat_put (stat, "ll2", inner.lower);
  caseness_stat_put (stat, "ul2", inner.upper);
  caseness_stat_put (stat, "ul3", outer.upper);
}

static void
run_share_limits_spread (CasenessStat *stat)
{
  guint n, i;
  g_autofree double *numerators = caseness_stat_numbers (stat, "numerators", &n);
  g_autofree double *denominators = caseness_stat_numbers_of (stat, "denominators", n);
  g_autofree CasenessInterval *limits = g_new0 (CasenessInterval, n + 1);
  g_autofree double *lower = g_new (double, n + 1), *upper = g_new (double, n + 1);
  CasenessSpcOptions options = read_options (stat);

  caseness_spc_share_limits_spread (numerators, denominators, n, &options, limits);
  for (i = 0; i < n; i++)
    {
      lower[i] = limits[i].lower;
      upper[i] = limits[i].upper;
    }
  caseness_stat_put (stat, "centre", n > 0 ? limits[0].value : NAN);
  caseness_stat_put_numbers (stat, "ll3", lower, n);
  caseness_stat_put_numbers (stat, "ul3", upper, n);
}

static void
run_autocorrelation (CasenessStat *stat)
{
  guint n;
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  double threshold, likeness = caseness_autocorrelation (values, n, &threshold);

  caseness_stat_put (stat, "r1", likeness);
  caseness_stat_put (stat, "threshold", threshold);
  caseness_stat_put_flag (stat, "flag", fabs (likeness) > threshold);
}

const CasenessStatMethod caseness_stat_methods_series[] = {
  { "xmr_limits", run_limits },
  { "xmr_rebase", run_rebase },
  { "spc_rule_astronomical", run_limit_rule },
  { "spc_rule_shift", run_shift },
  { "spc_rule_shift_trigger", run_shift_trigger },
  { "spc_rule_trend", run_trend },
  { "spc_rule_trend_trigger", run_trend_trigger },
  { "spc_rule_backfill7", run_fill_back },
  { "spc_rule_two_in_three", run_two_in_three },
  { "spc_rule_two_in_three_no_side_check", run_two_in_three_any_side },
  { "spc_two_in_three_variants", run_two_in_three_variants },
  { "spc_point_types", run_points },
  { "spc_point_types_tail", run_points_tail },
  { "spc_assurance_icon", run_assurance },
  { "spc_icons_full", run_icons },
  { "p_chart_limits", run_share_limits },
  { "p_prime_chart_limits", run_share_limits_spread },
  { "lag1_autocorrelation", run_autocorrelation },
  { NULL },
};
