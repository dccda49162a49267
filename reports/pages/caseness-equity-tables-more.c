/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-tables-private.h"

#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define PERCENT 100.0
#define LEAST_SHOWN 1 /* percent of referrals */

static void
add_rate (CasenessEquityCells *cells, const CasenessEquityWay *way, guint group, CasenessEquityOutcome outcome)
{
  CasenessEquityRate rate = caseness_equity_get_rate (way, group, outcome);
  gboolean is_hidden = caseness_equity_shared_stars_outcome (cells->shared, group, outcome);

  caseness_equity_cells_share (cells, rate.rate.value, is_hidden);
  if (is_hidden)
    caseness_equity_cells_hidden (cells);
  else if (isnan (rate.difference.value))
    caseness_chart_table_add_text (cells->table, "");
  else
    {
      g_autofree char *text = g_strdup_printf ("%+.1f", rate.difference.value * PERCENT);

      caseness_chart_table_add_cell (cells->table, text, rate.difference.value * PERCENT);
    }
  caseness_equity_cells_interval (cells, rate.difference, PERCENT, 1, is_hidden);
}

static void
add_adjusted (CasenessEquityCells *cells, const CasenessEquityWay *way, guint group)
{
  CasenessEquityAdjusted adjusted = caseness_equity_adjust (way, group);
  gboolean is_hidden = caseness_equity_shared_stars_outcome (cells->shared, group, CASENESS_EQUITY_RECOVERY);

  caseness_equity_cells_share (cells, adjusted.rate, is_hidden);
  if (is_hidden)
    caseness_equity_cells_hidden (cells);
  else
    caseness_equity_cells_number (cells, adjusted.ratio.value, 2);
  caseness_equity_cells_interval (cells, adjusted.ratio, 1, 2, is_hidden);
}

void
caseness_equity_table_fill_outcomes (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const CasenessEquityWay *way = answer->way;
  g_autofree char *cut = caseness_equity_words_cut (&answer->question->cut);
  const char *const first[] = { cut, _("Courses"), _("At caseness"), NULL };
  const char *const last[] = { _("Recovery, adjusted"), _("Ratio to expected"), _("95% interval"), NULL };
  guint outcome, i;

  caseness_equity_cells_columns (cells, first);
  for (outcome = 0; outcome < CASENESS_N_EQUITY_OUTCOMES; outcome++)
    {
      const char *const headings[] = { caseness_equity_words_outcome (outcome), _("Difference"), _("95% interval"), NULL };

      caseness_equity_cells_columns (cells, headings);
    }
  caseness_equity_cells_columns (cells, last);
  for (i = 0; i < way->groups->len; i++)
    {
      const CasenessEquityGroup *row = caseness_equity_way_get_group (way, i);

      caseness_chart_table_add_text (cells->table, caseness_equity_words_group (row->line->group));
      caseness_equity_cells_count (cells, row->observed[CASENESS_EQUITY_COMPLETED],
                                   caseness_equity_shared_stars (cells->shared, i, CASENESS_EQUITY_COMPLETED));
      caseness_equity_cells_count (cells, row->observed[CASENESS_EQUITY_AT_CASENESS],
                                   caseness_equity_shared_stars (cells->shared, i, CASENESS_EQUITY_AT_CASENESS));
      for (outcome = 0; outcome < CASENESS_N_EQUITY_OUTCOMES; outcome++)
        add_rate (cells, way, i, outcome);
      add_adjusted (cells, way, i);
    }
}

/* Whether a number, or what a filter leaves out of it, is too small to be told; NaN is none. */
static gboolean
is_small (double number, double whole)
{
  if (isnan (number))
    return FALSE;
  return caseness_suppress_is_small ((gint64) number)
         || (!isnan (whole) && whole != number && caseness_suppress_is_small ((gint64) (whole - number)));
}

/* The same group among everybody; NaN throughout where no filter leaves anybody out. */
static CasenessFigure
find_whole (const CasenessAnswer *figures, const CasenessAnswer *of_all, guint group, guint measure)
{
  const char *label = caseness_answer_get_group (figures, 0, 0, group);
  guint i;

  for (i = 0; of_all != NULL && i < caseness_answer_get_n_groups (of_all, 0, 0); i++)
    if (strcmp (caseness_answer_get_group (of_all, 0, 0, i), label) == 0)
      return caseness_answer_get (of_all, 0, 0, i, measure);
  return (CasenessFigure){ NAN, NAN, NAN };
}

static gboolean
is_percentage (const CasenessAnswer *figures, guint measure)
{
  return caseness_answer_get_measure (figures, measure)->statistic == CASENESS_STATISTIC_PERCENTAGE;
}

/* A figure of few people; and where there is one such gap, which the others and all together would give away, that of the
 * next fewest. */
static gboolean *
hide_column (const CasenessAnswer *figures, const CasenessAnswer *of_all, guint measure)
{
  guint n = caseness_answer_get_n_groups (figures, 0, 0), n_hidden = 0, group;
  gboolean *is_hidden = g_new0 (gboolean, n + 1);
  int fewest = -1;

  for (group = 0; group < n; group++)
    {
      CasenessFigure figure = caseness_answer_get (figures, 0, 0, group, measure);
      CasenessFigure whole = find_whole (figures, of_all, group, measure);

      is_hidden[group] = is_small (figure.denominator, whole.denominator)
                         || (is_percentage (figures, measure) && is_small (figure.numerator, whole.numerator));
      n_hidden += is_hidden[group];
      if (!is_hidden[group] && !isnan (figure.denominator)
          && (fewest < 0
              || figure.denominator < caseness_answer_get (figures, 0, 0, (guint) fewest, measure).denominator))
        fewest = (int) group;
    }
  if (n_hidden == 1 && fewest >= 0)
    is_hidden[fewest] = TRUE;
  return is_hidden;
}

/* A percentage or a mean as it stands. */
static void
add_figure (CasenessEquityCells *cells, const CasenessAnswer *figures, guint group, guint measure, gboolean is_hidden)
{
  CasenessFigure figure = caseness_answer_get (figures, 0, 0, group, measure);

  if (is_hidden)
    caseness_equity_cells_hidden (cells);
  else if (is_percentage (figures, measure))
    caseness_equity_cells_share (cells, figure.value / PERCENT, FALSE);
  else
    caseness_equity_cells_number (cells, figure.value, 1);
}

/* Shares of courses by intensity add up to a whole in every row. */
static gboolean
is_of_intensity (const CasenessAnswer *figures, guint measure)
{
  static const char *const ids[] = { "L004", "L005", "L006", NULL };

  return g_strv_contains (ids, caseness_answer_get_measure (figures, measure)->id);
}

/* One hidden beside two told would follow, so a row tells all of them or none; of those not known none, and none of the
 * people of a filter, beside whom the rest would follow. */
static void
hide_intensities (const CasenessEquityAnswer *answer, const CasenessAnswer *figures, const GPtrArray *hidden)
{
  guint group, i;

  for (group = 0; group < caseness_answer_get_n_groups (figures, 0, 0); group++)
    {
      gboolean is_hidden = !answer->is_everybody
                           || strcmp (caseness_answer_get_group (figures, 0, 0, group), CASENESS_EQUITY_NOT_KNOWN) == 0;

      for (i = 0; i < hidden->len; i++)
        is_hidden |= is_of_intensity (figures, i) && ((const gboolean *) g_ptr_array_index (hidden, i))[group];
      for (i = 0; i < hidden->len; i++)
        ((gboolean *) g_ptr_array_index (hidden, i))[group] |= is_hidden && is_of_intensity (figures, i);
    }
}

void
caseness_equity_table_fill_care (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const CasenessAnswer *figures = caseness_equity_answer_get_care (answer);
  const CasenessAnswer *of_all = caseness_equity_answer_get_care_of_all (answer);
  guint n = caseness_answer_get_n_measures (figures), group, i;
  g_autoptr(GPtrArray) hidden = g_ptr_array_new_with_free_func (g_free);

  caseness_chart_table_add_column (cells->table,
                                   caseness_equity_words_variable (caseness_answer_get_variable_name (figures, 0)));
  for (i = 0; i < n; i++)
    {
      caseness_chart_table_add_column (cells->table, caseness_equity_words_measure (caseness_answer_get_measure (figures, i)));
      g_ptr_array_add (hidden, hide_column (figures, of_all, i));
    }
  hide_intensities (answer, figures, hidden);
  for (group = 0; group < caseness_answer_get_n_groups (figures, 0, 0); group++)
    {
      caseness_chart_table_add_text (cells->table, caseness_equity_words_group (caseness_answer_get_group (figures, 0, 0, group)));
      for (i = 0; i < n; i++)
        add_figure (cells, figures, group, i,
                    cells->shared != NULL && ((gboolean *) g_ptr_array_index (hidden, i))[group]);
    }
}

static int
count_route (const CasenessEquityRoutes *routes, guint route)
{
  int sum = 0;
  guint group;

  for (group = 0; group < routes->groups->groups->len; group++)
    sum += MAX (caseness_equity_routes_count (routes, group, route), 0);
  return sum;
}

/* Whether so few came that way that a narrow table has it among the rest. */
static gboolean
is_rare (const CasenessEquityCells *cells, const CasenessEquityRoutes *routes, guint route)
{
  return cells->is_narrow
         && PERCENT * count_route (routes, route) < LEAST_SHOWN * routes->groups->observed[CASENESS_EQUITY_REFERRED];
}

static void
add_route_columns (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const CasenessEquityRoutes *routes = caseness_equity_answer_get_routes (answer);
  const CasenessVariable *by = answer->question->cut.variables[0];
  guint i;

  caseness_chart_table_add_column (cells->table, caseness_equity_words_variable (caseness_variable_get_name (by)));
  caseness_chart_table_add_column (cells->table, _("Referrals"));
  for (i = 0; routes->crossed != NULL && i < routes->names->len; i++)
    if (!is_rare (cells, routes, i))
      caseness_chart_table_add_column (cells->table, caseness_equity_words_route (g_ptr_array_index (routes->names, i)));
  if (cells->is_narrow && routes->crossed != NULL)
    caseness_chart_table_add_column (cells->table, _("Rarer"));
}

static void
add_route_row (CasenessEquityCells *cells, const CasenessEquityRoutes *routes, guint group)
{
  const CasenessEquityGroup *row = caseness_equity_way_get_group (routes->groups, group);
  guint all = row->observed[CASENESS_EQUITY_REFERRED], i;
  gboolean is_hidden = caseness_equity_shared_stars (cells->shared, group, CASENESS_EQUITY_REFERRED);
  gboolean is_rest_hidden = is_hidden;
  double rest = 0;

  caseness_chart_table_add_text (cells->table, caseness_equity_words_group (row->line->group));
  caseness_equity_cells_count (cells, all, is_hidden);
  for (i = 0; routes->crossed != NULL && i < routes->names->len; i++)
    {
      int n = caseness_equity_routes_count (routes, group, i);
      double share = n < 0 || all == 0 ? NAN : (double) n / all;
      gboolean is_route_hidden
        = cells->shared != NULL && n >= 0 && (is_hidden || caseness_equity_routes_hides (routes, group, i));

      if (is_rare (cells, routes, i))
        {
          rest += share;
          is_rest_hidden |= is_route_hidden;
        }
      else
        caseness_equity_cells_share (cells, share, is_route_hidden);
    }
  if (cells->is_narrow && routes->crossed != NULL)
    caseness_equity_cells_share (cells, rest, is_rest_hidden);
}

/* How many were referred, and of them the share by each source. */
void
caseness_equity_table_fill_routes (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const CasenessEquityRoutes *routes = caseness_equity_answer_get_routes (answer);
  guint group;

  add_route_columns (cells, answer);
  for (group = 0; group < routes->groups->groups->len; group++)
    add_route_row (cells, routes, group);
}

void
caseness_equity_table_fill_deprivation (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const CasenessEquityGradient *gradient = &answer->gradient;
  gboolean is_share = caseness_equity_figure_is_share (gradient->figure);
  const char *const headings[] = { _("Deprivation"), is_share ? _("Courses") : _("People"), _("Of them"),
                                   caseness_equity_words_figure (gradient->figure), _("95% interval"), NULL };
  guint i;

  caseness_equity_cells_columns (cells, headings);
  for (i = 0; i < gradient->n_points; i++)
    {
      const CasenessEquityPoint *point = &gradient->points[i];
      gboolean is_hidden = caseness_equity_gradient_hides (gradient, i, answer->deprivation, cells->shared);

      caseness_chart_table_add_text (cells->table, point->label);
      caseness_equity_cells_count (cells, point->denominator, is_hidden);
      caseness_equity_cells_count (cells, point->numerator, is_hidden);
      if (is_share)
        caseness_equity_cells_share (cells, point->value.value, is_hidden);
      else if (is_hidden)
        caseness_equity_cells_hidden (cells);
      else
        caseness_equity_cells_number (cells, point->value.value, 1);
      caseness_equity_cells_interval (cells, point->value, is_share ? PERCENT : 1, 1, is_hidden);
    }
}

void
caseness_equity_table_fill_trend (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const char *const headings[] = { _("Month"), _("Seen"), _("Expected"), _("Ratio"), _("95% interval"), NULL };
  guint i;

  caseness_equity_cells_columns (cells, headings);
  for (i = 0; answer->trend != NULL && i < answer->trend->len; i++)
    {
      const CasenessEquityMonth *month = &g_array_index (answer->trend, CasenessEquityMonth, i);
      gboolean is_hidden = cells->shared != NULL && caseness_equity_answer_hides_month (answer, i);
      g_autofree char *name = caseness_period_format (&month->span);

      caseness_chart_table_add_text (cells->table, name);
      caseness_equity_cells_count (cells, month->observed, is_hidden);
      caseness_equity_cells_count (cells, month->expected, FALSE);
      if (is_hidden)
        caseness_equity_cells_hidden (cells);
      else
        caseness_equity_cells_number (cells, month->ratio.value, 2);
      caseness_equity_cells_interval (cells, month->ratio, 1, 2, is_hidden);
    }
}

/* From who lives here to who recovers, one step a row. */
void
caseness_equity_table_fill_one (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const char *const headings[] = { _("Step"), _("People"), _("Expected"), _("Ratio"), _("95% interval"),
                                   _("People to parity"), NULL };
  const CasenessEquityGroup *row;
  guint stage;

  caseness_equity_cells_columns (cells, headings);
  if (answer->picked_group < 0)
    return;
  row = caseness_equity_way_get_group (answer->picked, (guint) answer->picked_group);
  caseness_chart_table_add_text (cells->table, row->line->is_estimated ? _("Live here, estimated") : _("Live here"));
  caseness_equity_cells_number (cells, row->line->population, 0);
  for (stage = 0; stage < 4; stage++)
    caseness_chart_table_add_text (cells->table, "");
  caseness_chart_table_add_text (cells->table, row->line->is_estimated ? _("In need, estimated") : _("In need"));
  caseness_equity_cells_number (cells, row->need, 0);
  for (stage = 0; stage < 4; stage++)
    caseness_chart_table_add_text (cells->table, "");
  for (stage = 0; stage < CASENESS_EQUITY_AT_CASENESS; stage++)
    {
      gboolean is_hidden = caseness_equity_shared_stars (cells->shared, (guint) answer->picked_group, stage);

      caseness_chart_table_add_text (cells->table, caseness_equity_words_stage (stage));
      caseness_equity_cells_count (cells, row->observed[stage], is_hidden);
      caseness_equity_cells_number (cells, row->shares[stage].expected, row->shares[stage].expected < 10 ? 1 : 0);
      caseness_equity_cells_ratio (cells, answer->picked, (guint) answer->picked_group, stage);
      caseness_equity_cells_interval (cells, row->shares[stage].ratio, 1, 2, is_hidden);
      caseness_equity_cells_count (cells, caseness_equity_group_get_to_parity (row, stage), is_hidden);
    }
}

/* Only those who are of some groups are recorded, so that nothing can be said of the others. */
static char *
describe_record (const CasenessEquityCheck *check)
{
  double missing = caseness_equity_way_get_missing (check->way, CASENESS_EQUITY_REFERRED);

  if (!caseness_equity_check_is_recorded (check))
    return g_strdup (C_("equity checklist", "Nobody recorded"));
  if (caseness_equity_check_is_flag (check))
    return g_strdup (C_("equity checklist", "Where it applies"));
  /* Translators: a percentage of referrals */
  return g_strdup_printf (C_("equity checklist", "For %.0f%%"), PERCENT - missing);
}

/* `-2.2 (-12.3 to 8.0)`: points below or above everybody else. */
static void
add_difference (CasenessEquityCells *cells, CasenessInterval difference, gboolean is_hidden)
{
  g_autofree char *interval = caseness_equity_words_interval (difference, PERCENT, 1);
  g_autofree char *text = isnan (difference.value)
                            ? g_strdup ("")
                            : g_strdup_printf ("%+.1f (%s)", difference.value * PERCENT, interval);

  caseness_chart_table_add_text (cells->table, is_hidden ? CASENESS_SUPPRESSED : text);
}

static CasenessEquityShared *
share_check (const CasenessEquityAnswer *answer, const CasenessEquityCheck *check)
{
  const CasenessEquityCut cut = { { caseness_variable_find (check->variable) }, 1 };

  return caseness_equity_answer_share_by (answer, &cut, check->way);
}

static void
add_check (CasenessEquityCells *cells, const CasenessEquityAnswer *answer, const CasenessEquityCheck *check)
{
  const CasenessEquityGroup *row = caseness_equity_way_get_group (check->way, check->group);
  CasenessEquityRate rate = caseness_equity_get_rate (check->way, check->group, CASENESS_EQUITY_RECOVERY);
  g_autofree char *record = describe_record (check);
  g_autoptr(CasenessEquityShared) own = cells->shared != NULL ? share_check (answer, check) : NULL;
  CasenessEquityCells of_check = { cells->table, own, FALSE };
  gboolean is_hidden = caseness_equity_shared_stars (own, check->group, CASENESS_EQUITY_TREATED);

  caseness_chart_table_add_text (cells->table, g_dgettext (GETTEXT_PACKAGE, check->title));
  caseness_chart_table_add_text (cells->table, record);
  caseness_equity_cells_count (&of_check, row->observed[CASENESS_EQUITY_TREATED], is_hidden);
  caseness_equity_cells_count (&of_check, row->shares[CASENESS_EQUITY_TREATED].expected, FALSE);
  caseness_equity_cells_ratio (&of_check, check->way, check->group, CASENESS_EQUITY_TREATED);
  is_hidden = caseness_equity_shared_stars_outcome (own, check->group, CASENESS_EQUITY_RECOVERY);
  add_difference (&of_check, rate.difference, is_hidden);
  caseness_chart_table_add_text (cells->table, g_dgettext (GETTEXT_PACKAGE, check->advice));
}

void
caseness_equity_table_fill_checklist (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const char *const headings[] = { _("Group"), _("Recorded"), _("Treated"), _("Expected"), _("Ratio"),
                                   _("Recovery, difference"), _("What helps"), NULL };
  const GPtrArray *checks = caseness_equity_answer_get_checks (answer);
  guint i;

  caseness_equity_cells_columns (cells, headings);
  for (i = 0; i < checks->len; i++)
    add_check (cells, answer, g_ptr_array_index (checks, i));
}
