/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-series.h"

#include "caseness-suppression.h"

#include <math.h>
#include <string.h>

#define SIGMAS 3
#define RECENT 3 /* points before the latest in which a surprise is still worth telling */

void
caseness_series_choice_init (CasenessSeriesChoice *choice)
{
  *choice = (CasenessSeriesChoice){ .method = CASENESS_SERIES_XMR };
  caseness_spc_options_init (&choice->spc);
}

static void
clear_change (gpointer data)
{
  g_free (((CasenessSeriesChange *) data)->reason);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const CasenessSeriesChange *first = a, *second = b;

  return (first->point > second->point) - (first->point < second->point);
}

/* A change before the first point or after the last begins no phase; of two in one point the later day counts. */
static void
place_changes (CasenessSeries *series, const CasenessSeriesChoice *choice)
{
  guint i, point;

  for (i = 0; i < choice->n_changes; i++)
    {
      CasenessSeriesChange change = { 0, choice->changes[i].date, NULL };

      for (point = 0; point < series->n_points && series->periods[point].end < change.date; point++)
        ;
      if (point == 0 || point == series->n_points)
        continue;
      change.point = point;
      change.reason = g_strdup (choice->changes[i].reason);
      g_array_append_val (series->changes, change);
    }
  g_array_sort (series->changes, compare_changes);
  for (i = 1; i < series->changes->len; i++)
    if (g_array_index (series->changes, CasenessSeriesChange, i).point
        == g_array_index (series->changes, CasenessSeriesChange, i - 1).point)
      g_array_remove_index (series->changes, --i);
}

static void
make_chart (CasenessSeries *series)
{
  g_autofree double *values = g_new (double, series->n_points + 1);
  g_autofree guint *starts = g_new (guint, series->changes->len + 1);
  guint i;

  for (i = 0; i < series->n_points; i++)
    values[i] = series->figures[i].value;
  for (i = 0; i < series->changes->len; i++)
    starts[i] = g_array_index (series->changes, CasenessSeriesChange, i).point;
  caseness_spc_chart_init (&series->chart, values, series->n_points, starts, series->changes->len, &series->spc);
  for (i = 0; i < series->n_points; i++)
    series->limits[i] = series->chart.phases[series->chart.points[i].phase];
}

/* One phase of shares: what is known of its points, without the missing ones. */
typedef struct
{
  guint n;
  guint *points; /* where they stand in the series */
  double *numerators;
  double *denominators;
  double *values;
} Shares;

static void
clear_shares (Shares *shares)
{
  g_free (shares->points);
  g_free (shares->numerators);
  g_free (shares->denominators);
  g_free (shares->values);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shares, clear_shares)

static void
collect_shares (const CasenessSeries *series, guint phase, Shares *shares)
{
  guint i;

  shares->points = g_new (guint, series->n_points + 1);
  shares->numerators = g_new (double, series->n_points + 1);
  shares->denominators = g_new (double, series->n_points + 1);
  shares->values = g_new (double, series->n_points + 1);
  for (i = 0; i < series->n_points; i++)
    {
      const CasenessFigure *figure = &series->figures[i];

      if (series->chart.points[i].phase != phase || isnan (figure->value))
        continue;
      shares->points[shares->n] = i;
      shares->numerators[shares->n] = figure->numerator;
      shares->denominators[shares->n] = figure->denominator;
      shares->values[shares->n++] = figure->value;
    }
}

static CasenessSpcLimits
turn_into_limits (CasenessInterval share, double half, guint n)
{
  CasenessSpcLimits limits = { .n = n, .is_trial = n < CASENESS_SPC_FEWEST_POINTS };

  limits.mean = 100 * share.value;
  limits.lower = 100 * share.lower;
  limits.upper = 100 * share.upper;
  limits.near_lower = limits.mean - half * 2 / 3;
  limits.near_upper = limits.mean + half * 2 / 3;
  return limits;
}

/* Each point's limits from the share of the baseline and its own denominator (methods, section 9.8). */
static void
limit_shares (CasenessSeries *series, const Shares *shares)
{
  guint n_baseline = series->spc.baseline > 0 ? MIN (series->spc.baseline, shares->n) : shares->n;
  g_autofree CasenessInterval *spread = g_new0 (CasenessInterval, shares->n + 1);
  double events = 0, total = 0, width = 1;
  guint i;

  for (i = 0; i < n_baseline; i++)
    {
      events += shares->numerators[i];
      total += shares->denominators[i];
    }
  if (series->method == CASENESS_SERIES_P_PRIME)
    width = caseness_spc_share_spread (shares->numerators, shares->denominators, n_baseline, &series->spc);
  for (i = 0; i < shares->n; i++)
    {
      CasenessInterval share = caseness_spc_share_limits (events, total, shares->denominators[i], SIGMAS * width);
      double half = 100 * SIGMAS * width * sqrt (share.value * (1 - share.value) / shares->denominators[i]);

      series->limits[shares->points[i]] = turn_into_limits (share, half, n_baseline);
    }
}

/* Where nothing is known there is no denominator to have limits by. */
static void
leave_missing_unlimited (CasenessSeries *series, guint phase, const Shares *shares)
{
  double mean = shares->n > 0 ? series->limits[shares->points[0]].mean : NAN;
  guint i;

  for (i = 0; i < series->n_points; i++)
    if (series->chart.points[i].phase == phase && isnan (series->figures[i].value))
      series->limits[i] = (CasenessSpcLimits){ mean, NAN, NAN, NAN, NAN, series->limits[i].n, series->limits[i].is_trial };
}

/* Limits differ from point to point, so the rules that ask for them look at where a value stands between its own; a
 * trend is one of the values themselves. */
static void
judge_shares (CasenessSeries *series, const Shares *shares)
{
  static const CasenessSpcLimits standard = { 0, -3, 3, -2, 2, 0, FALSE };
  g_autofree double *places = g_new (double, shares->n + 1);
  g_autofree CasenessSpcPoint *placed = g_new0 (CasenessSpcPoint, shares->n + 1);
  g_autofree CasenessSpcPoint *plain = g_new0 (CasenessSpcPoint, shares->n + 1);
  guint i;

  for (i = 0; i < shares->n; i++)
    {
      const CasenessSpcLimits *limits = &series->limits[shares->points[i]];
      double half = (limits->near_upper - limits->mean) * 3 / 2;

      places[i] = half > 0 ? SIGMAS * (shares->values[i] - limits->mean) / half : 0;
    }
  caseness_spc_judge (places, shares->n, &standard, &series->spc, placed);
  caseness_spc_judge (shares->values, shares->n, &standard, &series->spc, plain);
  for (i = 0; i < shares->n; i++)
    {
      CasenessSpcPoint *point = &series->chart.points[shares->points[i]];

      placed[i].signs[CASENESS_SPC_TREND] = plain[i].signs[CASENESS_SPC_TREND];
      memcpy (point->signs, placed[i].signs, sizeof point->signs);
      caseness_spc_choose_rule (point);
    }
}

static void
make_share_chart (CasenessSeries *series)
{
  guint phase;

  for (phase = 0; phase < series->chart.n_phases; phase++)
    {
      g_auto(Shares) shares = { 0 };

      collect_shares (series, phase, &shares);
      limit_shares (series, &shares);
      leave_missing_unlimited (series, phase, &shares);
      judge_shares (series, &shares);
    }
}

/* Neighbouring points that go together make limits too narrow (methods, section 9.9). */
static void
correlate (CasenessSeries *series)
{
  double sum = 0, products = 0, squares = 0, mean, before = NAN;
  guint n = 0, i;

  series->correlation = NAN;
  for (i = 0; i < series->n_points; i++)
    if (!isnan (series->figures[i].value))
      {
        sum += series->figures[i].value;
        n++;
      }
  if (n < CASENESS_SPC_FEWEST_POINTS || series->changes->len > 0)
    return;
  mean = sum / n;
  for (i = 0; i < series->n_points; i++)
    {
      double value = series->figures[i].value - mean;

      if (isnan (value))
        continue;
      squares += value * value;
      products += isnan (before) ? 0 : value * before;
      before = value;
    }
  if (!(squares > 0))
    return;
  series->correlation = products / squares;
  series->is_correlated = fabs (series->correlation) > 2 / sqrt (n);
}

static void
read_icons (CasenessSeries *series)
{
  const CasenessSpcPoint *point;

  for (series->last = series->n_points; series->last > 0; series->last--)
    if (!isnan (series->figures[series->last - 1].value))
      break;
  if (series->last == 0)
    {
      series->last = series->n_points;
      return;
    }
  series->last--;
  point = &series->chart.points[series->last];
  series->variation_sign = point->sign;
  series->variation = caseness_spc_interpret (point->sign, series->direction);
  series->assurance
    = caseness_spc_assure (&series->limits[series->last], series->targets[series->last], series->direction);
}

static void
copy_targets (CasenessSeries *series, const double *standards, const double *plan)
{
  gboolean has_standard = FALSE;
  guint i;

  series->targets = g_new (double, series->n_points + 1);
  for (i = 0; i < series->n_points; i++)
    {
      series->targets[i] = standards != NULL ? standards[i] : NAN;
      has_standard |= !isnan (series->targets[i]);
    }
  for (i = 0; !has_standard && plan != NULL && i < series->n_points; i++)
    {
      series->targets[i] = plan[i];
      series->is_planned |= !isnan (plan[i]);
    }
}

CasenessSeries *
caseness_series_new (const CasenessSeriesMeasured *measured, const CasenessSeriesChoice *choice)
{
  CasenessSeries *series;
  guint n;

  g_return_val_if_fail (measured != NULL && choice != NULL, NULL);

  series = g_atomic_rc_box_new0 (CasenessSeries);
  n = series->n_points = measured->n_points;
  series->periods = g_memdup2 (measured->periods, n * sizeof *measured->periods);
  series->figures = g_memdup2 (measured->figures, n * sizeof *measured->figures);
  series->is_percent = measured->is_percent;
  series->direction = measured->direction;
  series->method = measured->is_percent ? choice->method : CASENESS_SERIES_XMR;
  series->spc = choice->spc;
  series->limits = g_new0 (CasenessSpcLimits, n + 1);
  series->changes = g_array_new (FALSE, FALSE, sizeof (CasenessSeriesChange));
  g_array_set_clear_func (series->changes, clear_change);
  copy_targets (series, measured->targets, choice->plan);
  place_changes (series, choice);
  make_chart (series);
  if (series->method != CASENESS_SERIES_XMR)
    make_share_chart (series);
  correlate (series);
  read_icons (series);
  return series;
}

CasenessSeries *
caseness_series_ref (CasenessSeries *series)
{
  return g_atomic_rc_box_acquire (series);
}

static void
clear_series (gpointer data)
{
  CasenessSeries *series = data;

  g_free (series->periods);
  g_free (series->figures);
  g_free (series->targets);
  g_free (series->limits);
  g_array_unref (series->changes);
  caseness_spc_chart_clear (&series->chart);
}

void
caseness_series_unref (CasenessSeries *series)
{
  g_atomic_rc_box_release_full (series, clear_series);
}

double
caseness_series_get_latest (const CasenessSeries *series)
{
  g_return_val_if_fail (series != NULL, NAN);
  return series->last < series->n_points ? series->figures[series->last].value : NAN;
}

double
caseness_series_get_target (const CasenessSeries *series)
{
  g_return_val_if_fail (series != NULL, NAN);
  if (series->n_points == 0)
    return NAN;
  return series->targets[MIN (series->last, series->n_points - 1)];
}

/* There is a figure, whose value is not told: a number, or a share of more than nobody. */
static gboolean
is_withheld (const CasenessFigure *figure)
{
  return isnan (figure->value) && !isnan (figure->numerator) && (isnan (figure->denominator) || figure->denominator > 0);
}

guint
caseness_series_count_missing (const CasenessSeries *series)
{
  guint n = 0, i;

  g_return_val_if_fail (series != NULL, 0);
  for (i = 0; i < series->n_points; i++)
    n += isnan (series->figures[i].value) && !is_withheld (&series->figures[i]);
  return n;
}

gboolean
caseness_series_is_small (const CasenessSeries *series, guint point)
{
  const CasenessFigure *figure;

  g_return_val_if_fail (series != NULL && point < series->n_points, FALSE);

  figure = &series->figures[point];
  if (is_withheld (figure) || (!isnan (figure->denominator) && caseness_suppress_is_small (llround (figure->denominator))))
    return TRUE;
  return (series->is_percent || isnan (figure->denominator)) && !isnan (figure->numerator)
         && caseness_suppress_is_small (llround (figure->numerator));
}

CasenessSeries *
caseness_series_dup_without (CasenessSeries *series, const gboolean *is_left_out)
{
  g_autofree CasenessFigure *figures = NULL;
  g_autofree CasenessStepChange *changes = NULL;
  CasenessSeriesMeasured measured;
  CasenessSeriesChoice choice;
  gboolean has_any = FALSE;
  guint i;

  g_return_val_if_fail (series != NULL && is_left_out != NULL, NULL);
  figures = g_memdup2 (series->figures, series->n_points * sizeof *figures);
  for (i = 0; i < series->n_points; i++)
    if (is_left_out[i] && !isnan (figures[i].value))
      {
        figures[i].value = NAN;
        has_any = TRUE;
      }
  if (!has_any)
    return caseness_series_ref (series);
  changes = g_new0 (CasenessStepChange, series->changes->len + 1);
  for (i = 0; i < series->changes->len; i++)
    changes[i] = (CasenessStepChange){ g_array_index (series->changes, CasenessSeriesChange, i).date,
                                       g_array_index (series->changes, CasenessSeriesChange, i).reason };
  measured = (CasenessSeriesMeasured){ series->n_points, series->periods, figures,
                                       series->is_planned ? NULL : series->targets, series->is_percent, series->direction };
  choice = (CasenessSeriesChoice){ series->method, series->spc, changes, series->changes->len,
                                   series->is_planned ? series->targets : NULL };
  return caseness_series_new (&measured, &choice);
}

CasenessSeries *
caseness_series_dup_told (CasenessSeries *series)
{
  g_autofree gboolean *is_small = NULL;
  guint i;

  g_return_val_if_fail (series != NULL, NULL);
  is_small = g_new0 (gboolean, series->n_points + 1);
  for (i = 0; i < series->n_points; i++)
    is_small[i] = caseness_series_is_small (series, i);
  return caseness_series_dup_without (series, is_small);
}

/* How far back from @last the points of its phase go on as @goes_on says. */
static guint
find_start (const CasenessSeries *series, guint last, gboolean is_trend)
{
  guint first = last, i;
  gint8 sign = series->chart.points[last].sign;
  double next = series->figures[last].value;

  for (i = last; i > 0; i--)
    {
      double value = series->figures[i - 1].value;
      double from = is_trend ? value : series->limits[i - 1].mean;
      double to = is_trend ? next : value;

      if (series->chart.points[i - 1].phase != series->chart.points[last].phase)
        break;
      if (isnan (value))
        continue;
      if ((sign > 0) != (to > from) || to == from)
        break;
      first = i - 1;
      next = value;
    }
  return first;
}

static CasenessSeriesStory
tell_of_latest (const CasenessSeries *series)
{
  static const CasenessSeriesSignal signals[] = {
    [CASENESS_SPC_LIMIT] = CASENESS_SIGNAL_OUTSIDE, [CASENESS_SPC_TREND] = CASENESS_SIGNAL_TREND,
    [CASENESS_SPC_TWO_IN_THREE] = CASENESS_SIGNAL_NEAR, [CASENESS_SPC_SHIFT] = CASENESS_SIGNAL_SHIFT,
  };
  const CasenessSpcPoint *point = &series->chart.points[series->last];
  CasenessSeriesStory story = { signals[point->rule], point->sign, series->variation, series->last, series->last };

  /* A run says more than that its last point is also beyond a limit. */
  if (point->signs[CASENESS_SPC_SHIFT] == point->sign)
    story.signal = CASENESS_SIGNAL_SHIFT;
  if (story.signal == CASENESS_SIGNAL_SHIFT || story.signal == CASENESS_SIGNAL_TREND)
    story.first = find_start (series, series->last, story.signal == CASENESS_SIGNAL_TREND);
  return story;
}

/* The latest point beyond a limit, of the phase that still goes on: news when it is a short while ago, otherwise what has
 * been steady since. */
static void
tell_of_earlier (const CasenessSeries *series, CasenessSeriesStory *story)
{
  guint after = series->last, i;

  story->signal = CASENESS_SIGNAL_STEADY;
  for (i = series->last; i > 0; i--)
    {
      const CasenessSpcPoint *point = &series->chart.points[i - 1];

      if (point->phase != series->chart.points[series->last].phase)
        break;
      if (point->signs[CASENESS_SPC_LIMIT] == 0)
        {
          after = isnan (series->figures[i - 1].value) ? after : i - 1;
          continue;
        }
      story->first = after;
      if (i + RECENT <= series->last)
        return;
      *story = (CasenessSeriesStory){ CASENESS_SIGNAL_EARLIER, point->signs[CASENESS_SPC_LIMIT], 0, i - 1, i - 1 };
      story->meaning = caseness_spc_interpret (story->sign, series->direction);
      return;
    }
}

CasenessSeriesStory
caseness_series_read_story (const CasenessSeries *series)
{
  CasenessSeriesStory story = { CASENESS_SIGNAL_NONE, 0, CASENESS_SPC_MEANS_NOTHING, 0, 0 };

  g_return_val_if_fail (series != NULL, story);

  if (series->last == series->n_points)
    return story;
  story.first = story.last = series->last;
  if (isnan (series->limits[series->last].lower))
    {
      story.signal = CASENESS_SIGNAL_FEW;
      return story;
    }
  if (series->variation_sign != 0)
    return tell_of_latest (series);
  tell_of_earlier (series, &story);
  return story;
}

guint
caseness_series_get_urgency (const CasenessSeries *series)
{
  CasenessSeriesStory story;

  g_return_val_if_fail (series != NULL, 0);

  story = caseness_series_read_story (series);
  if (story.signal == CASENESS_SIGNAL_NONE || story.signal == CASENESS_SIGNAL_FEW)
    return 0;
  if (series->variation == CASENESS_SPC_MEANS_CONCERN)
    return series->assurance == CASENESS_SPC_FAIL ? 8 : 7;
  if (series->assurance == CASENESS_SPC_FAIL)
    return 6;
  if (story.signal == CASENESS_SIGNAL_EARLIER)
    return story.meaning == CASENESS_SPC_MEANS_CONCERN ? 5 : 3;
  if (series->variation != CASENESS_SPC_MEANS_NOTHING)
    return 4;
  return series->assurance == CASENESS_SPC_HIT_OR_MISS ? 2 : 1;
}
