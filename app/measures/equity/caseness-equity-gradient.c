/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-gradient.h"


#include <math.h>

#define CONFIDENCE 0.95
#define PER_PEOPLE 1000.0

gboolean
caseness_equity_figure_is_share (CasenessEquityFigure figure)
{
  return figure >= CASENESS_EQUITY_FIGURE_RECOVERY;
}

static CasenessEquityStage
get_numerator (CasenessEquityFigure figure)
{
  if (caseness_equity_figure_is_share (figure))
    return caseness_equity_outcome_get_numerator (figure - CASENESS_EQUITY_FIGURE_RECOVERY);
  return figure == CASENESS_EQUITY_FIGURE_REFERRED ? CASENESS_EQUITY_REFERRED : CASENESS_EQUITY_TREATED;
}

static CasenessEquityStage
get_denominator (CasenessEquityFigure figure)
{
  return caseness_equity_outcome_get_denominator (figure - CASENESS_EQUITY_FIGURE_RECOVERY);
}

static CasenessEquityPoint
make_point (const CasenessEquityGroup *group, CasenessEquityFigure figure)
{
  CasenessEquityPoint point = { .label = group->line->group, .numerator = group->observed[get_numerator (figure)] };

  if (caseness_equity_figure_is_share (figure))
    {
      point.denominator = group->observed[get_denominator (figure)];
      point.value = caseness_interval_wilson (point.numerator, point.denominator, CONFIDENCE);
      return point;
    }
  point.denominator = group->line->population;
  point.value = caseness_interval_divide (caseness_interval_poisson (point.numerator, CONFIDENCE),
                                          point.denominator / PER_PEOPLE);
  return point;
}

/* Of a share by the binomial, of a count by Poisson; where that would be 0, of the width of the interval. */
static double
get_error (const CasenessEquityPoint *point, CasenessEquityFigure figure)
{
  double value = point->value.value, error;

  error = caseness_equity_figure_is_share (figure) ? sqrt (value * (1 - value) / point->denominator)
                                                   : sqrt (point->numerator) * PER_PEOPLE / point->denominator;
  if (error > 0)
    return error;
  return (point->value.upper - point->value.lower) / (2 * caseness_normal_quantile (0.5 + CONFIDENCE / 2));
}

static void
fit (CasenessEquityGradient *self, const double *weights)
{
  double values[CASENESS_MOST_RANKS], errors[CASENESS_MOST_RANKS], midpoints[CASENESS_MOST_RANKS];
  guint i;

  self->is_fitted = self->n_points >= CASENESS_FEWEST_RANKS;
  for (i = 0; i < self->n_points; i++)
    {
      values[i] = self->points[i].value.value;
      errors[i] = get_error (&self->points[i], self->figure);
      self->is_fitted &= weights[i] > 0 && !isnan (values[i]);
    }
  if (!self->is_fitted)
    return;
  self->slope = caseness_slope_fit (weights, values, errors, self->n_points, CASENESS_SLOPE_PLAIN, CONFIDENCE,
                                    midpoints);
  for (i = 0; i < self->n_points; i++)
    self->points[i].midpoint = midpoints[i];
}

static void
average (CasenessEquityGradient *self)
{
  double numerator = 0, denominator = 0;
  guint i;

  for (i = 0; i < self->n_points; i++)
    {
      numerator += self->points[i].numerator;
      denominator += self->points[i].denominator;
    }
  self->average = numerator / denominator * (caseness_equity_figure_is_share (self->figure) ? 1 : PER_PEOPLE);
}

CasenessEquityGradient
caseness_equity_gradient_fit (const CasenessEquityWay *way, CasenessEquityFigure figure)
{
  CasenessEquityGradient self = { .figure = figure, .slope = { NAN, NAN, NAN, NAN, NAN } };
  double weights[CASENESS_MOST_RANKS];
  guint i;

  g_return_val_if_fail (way != NULL && figure < CASENESS_N_EQUITY_FIGURES, self);
  self.is_by_population = way->has_population;
  for (i = 0; i < way->groups->len && self.n_points < CASENESS_MOST_RANKS; i++)
    {
      const CasenessEquityGroup *group = caseness_equity_way_get_group (way, i);
      CasenessEquityPoint *point = &self.points[self.n_points];

      if (group->line->kind == CASENESS_EQUITY_UNKNOWN
          || (way->has_population && group->line->kind != CASENESS_EQUITY_LISTED))
        continue;
      *point = make_point (group, figure);
      point->midpoint = NAN;
      weights[self.n_points++] = way->has_population ? group->line->population : point->denominator;
    }
  self.unknown = way->missing[caseness_equity_figure_is_share (figure) ? get_denominator (figure)
                                                                      : get_numerator (figure)];
  average (&self);
  fit (&self, weights);
  return self;
}

gboolean
caseness_equity_gradient_hides (const CasenessEquityGradient *gradient, guint point, const CasenessEquityWay *way,
                                const CasenessEquityShared *shared)
{
  guint i;

  for (i = 0; shared != NULL && i < way->groups->len; i++)
    if (caseness_equity_way_get_group (way, i)->line->group == gradient->points[point].label)
      return caseness_equity_shared_stars (shared, i, get_numerator (gradient->figure))
             || (caseness_equity_figure_is_share (gradient->figure)
                 && caseness_equity_shared_stars (shared, i, get_denominator (gradient->figure)));
  return FALSE;
}

gboolean
caseness_equity_gradient_hides_line (const CasenessEquityGradient *gradient, const CasenessEquityWay *way,
                                     const CasenessEquityShared *shared)
{
  guint i;

  for (i = 0; i < gradient->n_points; i++)
    if (caseness_equity_gradient_hides (gradient, i, way, shared))
      return TRUE;
  return FALSE;
}
