/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-charts.h"

#include "caseness-cross-table.h"
#include "caseness-figure-words.h"
#include "caseness-funnel-chart.h"
#include "caseness-group-words.h"
#include "caseness-interval-chart.h"
#include "caseness-recovery-words.h"
#include "caseness-stack-chart.h"
#include "caseness-standard.h"
#include "caseness-suppression.h"
#include "caseness-therapy.h"

#include <glib/gi18n.h>
#include <math.h>

#define RECOVERY "M192"
#define PERCENT 100.0

/* Of the log axis on which expected and observed recoveries are compared. */
#define LOWEST_RATIO 0.5
#define HIGHEST_RATIO 2.0

static gboolean
is_adjusted (const CasenessRecoveryLook *look)
{
  return look->basis == CASENESS_RECOVERY_ADJUSTED;
}

/* Values are shares of 1 in measures and percentages on charts; ratios stay what they are. */
static double
get_scale (const CasenessRecoveryLook *look)
{
  return is_adjusted (look) ? 1 : PERCENT;
}

static CasenessChartUnit
get_unit (const CasenessRecoveryLook *look)
{
  return is_adjusted (look) ? CASENESS_CHART_RATIO : CASENESS_CHART_PERCENT;
}

static const CasenessRecovery *
get_row (const CasenessRecoveryLook *look, guint i)
{
  return g_ptr_array_index (look->comparison->rows, i);
}

static gboolean
is_told (const CasenessRecoveryLook *look, guint row)
{
  return look->told == NULL || caseness_recovery_told_has_rate (look->told, row);
}

static guint
count_untold (const CasenessRecoveryLook *look)
{
  guint n = 0, i;

  for (i = 0; i < look->comparison->rows->len; i++)
    n += !is_told (look, i);
  return n;
}

/* Outside the service counts are rounded. */
static double
get_told_count (double count, const CasenessRecoveryTold *told)
{
  return told != NULL ? (double) caseness_suppress_round (llround (count)) : count;
}

static void
set_titles (CasenessChart *chart, const CasenessRecoveryLook *look)
{
  guint n_untold = count_untold (look);
  g_autofree char *title
    = caseness_recovery_words_title (look->comparison, look->variables, look->basis, look->is_widened);
  g_autofree char *subtitle
    = caseness_recovery_words_subtitle (look->comparison, look->basis, &look->period, look->told != NULL);
  g_autofree char *method = caseness_recovery_words_method (look->comparison, look->basis, look->is_widened);
  g_autofree char *untold = caseness_figure_words_undrawn (n_untold);
  g_autofree char *footnote = n_untold > 0 ? g_strdup_printf ("%s %s", untold, method) : g_strdup (method);

  caseness_chart_set_titles (chart, title, subtitle, footnote);
}

static CasenessFunnelPlace
get_place (CasenessStanding standing)
{
  if (standing == CASENESS_STANDING_TOO_FEW)
    return CASENESS_FUNNEL_PLACE_TOO_SMALL;
  if (caseness_standing_is_far (standing))
    return CASENESS_FUNNEL_PLACE_FAR;
  return caseness_standing_is_outside (standing) ? CASENESS_FUNNEL_PLACE_BEYOND : CASENESS_FUNNEL_PLACE_INSIDE;
}

static void
give_limits (const CasenessRecoveryLook *look, double size, double confidence, double *low, double *high)
{
  CasenessInterval limits
    = caseness_recovery_comparison_limits (look->comparison, look->basis, look->is_widened, size, confidence);

  *low = limits.lower * get_scale (look);
  *high = limits.upper * get_scale (look);
}

static void
give_inner_limits (double size, double *low, double *high, gpointer look)
{
  give_limits (look, size, CASENESS_CONFIDENCE_95, low, high);
}

static void
give_outer_limits (double size, double *low, double *high, gpointer look)
{
  give_limits (look, size, CASENESS_CONFIDENCE_998, low, high);
}

/* `service 50.3%`, and of ratios `as expected`. */
static char *
dup_centre_words (const CasenessRecoveryLook *look)
{
  g_autofree char *rate = NULL;

  if (is_adjusted (look))
    return g_strdup (_("as expected"));
  rate = caseness_recovery_words_percent (
    caseness_recovery_comparison_get_baseline (look->comparison, CASENESS_RECOVERY_CRUDE));
  return g_strdup_printf (_("service %s"), rate);
}

static void
draw_standard (CasenessFunnelChart *chart, const CasenessRecoveryLook *look)
{
  const CasenessStandard *standard
    = look->snapshot != NULL
        ? caseness_standard_find (look->snapshot, caseness_measure_find (RECOVERY), look->period.end)
        : NULL;
  g_autofree char *words = NULL;

  if (standard == NULL || is_adjusted (look))
    return;
  words = g_strdup_printf (_("standard %.0f%%"), standard->value);
  caseness_funnel_chart_set_standard (chart, standard->value, words);
}

CasenessChart *
caseness_recovery_chart_funnel (const CasenessRecoveryLook *look)
{
  CasenessFunnelChart *chart;
  g_autofree char *what = caseness_recovery_words_variables (look->variables);
  g_autofree char *centre = dup_centre_words (look);
  guint i;

  chart = caseness_funnel_chart_new (what, is_adjusted (look) ? _("Observed over expected recoveries") : _("Recovery"),
                                     get_unit (look),
                                     is_adjusted (look) ? _("expected recoveries") : _("finished courses at caseness"));
  for (i = 0; i < look->comparison->rows->len; i++)
    {
      const CasenessRecovery *row = get_row (look, i);
      CasenessStanding standing
        = caseness_recovery_comparison_judge (look->comparison, row, look->basis, look->is_widened);

      if (!is_told (look, i))
        continue;
      caseness_funnel_chart_add_point (chart, look->labels[i], caseness_recovery_get_size (row, look->basis),
                                       caseness_recovery_get_value (row, look->basis).value * get_scale (look),
                                       get_place (standing));
    }
  caseness_funnel_chart_set_centre (
    chart, caseness_recovery_comparison_get_baseline (look->comparison, look->basis) * get_scale (look), centre);
  draw_standard (chart, look);
  caseness_funnel_chart_set_limits (chart, CASENESS_FUNNEL_LIMIT_INNER, _("95%"), give_inner_limits, (gpointer) look);
  caseness_funnel_chart_set_limits (chart, CASENESS_FUNNEL_LIMIT_OUTER, _("99.8%"), give_outer_limits, (gpointer) look);
  set_titles (caseness_funnel_chart_as_chart (chart), look);
  return caseness_funnel_chart_as_chart (chart);
}

/* The interval of a group against the line of all. */
static CasenessIntervalMark
get_mark (const CasenessRecoveryLook *look, const CasenessRecovery *row)
{
  CasenessInterval value = caseness_recovery_get_value (row, look->basis);
  double line = caseness_recovery_comparison_get_baseline (look->comparison, look->basis);

  if (caseness_recovery_comparison_judge (look->comparison, row, look->basis, look->is_widened)
      == CASENESS_STANDING_TOO_FEW)
    return CASENESS_INTERVAL_TOO_SMALL;
  if (caseness_recovery_get_denominator (row) < CASENESS_FEWEST_FOR_95)
    return CASENESS_INTERVAL_SPANS;
  return value.upper < line ? CASENESS_INTERVAL_LOWER : value.lower > line ? CASENESS_INTERVAL_HIGHER
                                                                          : CASENESS_INTERVAL_SPANS;
}

static void
add_interval_row (CasenessIntervalChart *chart, const CasenessRecoveryLook *look, const CasenessRecovery *row,
                  guint column)
{
  CasenessInterval value = caseness_recovery_get_value (row, look->basis);
  double scale = get_scale (look);
  g_autofree char *n
    = g_strdup_printf ("%'.0f", get_told_count (caseness_recovery_get_denominator (row), look->told));
  guint place = 0;

  g_ptr_array_find (look->comparison->rows, row, &place);
  if (!is_told (look, place))
    return;
  place = caseness_interval_chart_add_row (chart, look->labels[place], value.value * scale, value.lower * scale,
                                           value.upper * scale, get_mark (look, row));
  caseness_interval_chart_set_cell (chart, place, column, n);
}

CasenessChart *
caseness_recovery_chart_caterpillar (const CasenessRecoveryLook *look)
{
  g_autofree char *what = caseness_recovery_words_variables (look->variables);
  g_autofree char *centre = dup_centre_words (look);
  g_autoptr(GPtrArray) rows = caseness_recovery_comparison_list_by_value (look->comparison, look->basis);
  CasenessIntervalChart *chart;
  guint column, i;

  chart = caseness_interval_chart_new (what, is_adjusted (look) ? _("Observed over expected recoveries") : _("Recovery"),
                                       get_unit (look), is_adjusted (look));
  column = caseness_interval_chart_add_column (chart, C_("table heading", "n"));
  for (i = 0; i < rows->len; i++)
    add_interval_row (chart, look, g_ptr_array_index (rows, i), column);
  caseness_interval_chart_set_reference (
    chart, caseness_recovery_comparison_get_baseline (look->comparison, look->basis) * get_scale (look), centre);
  if (is_adjusted (look))
    caseness_interval_chart_set_range (chart, LOWEST_RATIO, HIGHEST_RATIO);
  set_titles (caseness_interval_chart_as_chart (chart), look);
  return caseness_interval_chart_as_chart (chart);
}

static const struct
{
  const char *heading;
  CasenessStackLook look;
} segments[CASENESS_N_RECOVERY_OUTCOMES] = {
  [CASENESS_OUTCOME_RELIABLE_RECOVERY] = { NC_("outcome", "Recovered"), CASENESS_STACK_SOLID },
  [CASENESS_OUTCOME_RECOVERY_ONLY] = { NC_("outcome", "Not reliably"), CASENESS_STACK_FALLING },
  [CASENESS_OUTCOME_IMPROVEMENT_ONLY] = { NC_("outcome", "Improved"), CASENESS_STACK_RISING },
  [CASENESS_OUTCOME_NO_RELIABLE_CHANGE] = { NC_("outcome", "No change"), CASENESS_STACK_PALE },
  [CASENESS_OUTCOME_RELIABLY_WORSE] = { NC_("outcome", "Worse"), CASENESS_STACK_NOTABLE },
  [CASENESS_OUTCOME_NOT_KNOWN] = { NC_("outcome", "No last score"), CASENESS_STACK_DOTS },
};

static void
add_outcomes (CasenessStackChart *chart, const char *label, const CasenessRecovery *recovery, const guint columns[2])
{
  guint row = caseness_stack_chart_add_row (chart, label), i;
  CasenessInterval rate = caseness_recovery_get_rate (recovery);
  g_autofree char *percent = caseness_recovery_words_percent (rate.value);
  g_autofree char *limits = caseness_recovery_words_limits (&rate);

  for (i = 0; i < CASENESS_N_RECOVERY_OUTCOMES; i++)
    caseness_stack_chart_set_count (chart, row, i, recovery->outcomes[i]);
  if (caseness_recovery_get_denominator (recovery) < CASENESS_FEWEST_JUDGED)
    return;
  caseness_stack_chart_set_cell (chart, row, columns[0], percent);
  caseness_stack_chart_set_cell (chart, row, columns[1], limits);
}

CasenessChart *
caseness_recovery_chart_outcomes (const CasenessRecoveryLook *look)
{
  g_autofree char *what = caseness_recovery_words_variables (look->variables);
  g_autofree char *when = caseness_period_format (&look->period);
  const CasenessRecovery *everybody = caseness_recovery_comparison_get_everybody (look->comparison);
  CasenessStackChart *chart = caseness_stack_chart_new (what, _("Share of finished courses"));
  g_autofree char *title = g_strdup_printf (_("What became of the courses, by %s"), what);
  g_autofree char *subtitle
    = g_strdup_printf (_("All finished courses, n = %1$'u, %2$s"), everybody != NULL ? everybody->courses : 0, when);
  guint columns[2], i;

  for (i = 0; i < CASENESS_N_RECOVERY_OUTCOMES; i++)
    caseness_stack_chart_add_segment (chart, g_dpgettext2 (GETTEXT_PACKAGE, "outcome", segments[i].heading),
                                      caseness_recovery_words_outcome (i), segments[i].look);
  columns[0] = caseness_stack_chart_add_column (chart, _("Recovery"), FALSE);
  columns[1] = caseness_stack_chart_add_column (chart, _("95% interval"), TRUE);
  for (i = 0; i < look->comparison->rows->len; i++)
    add_outcomes (chart, look->labels[i], get_row (look, i), columns);
  if (everybody != NULL && look->comparison->rows->len > 1)
    {
      add_outcomes (chart, _("All"), everybody, columns);
      caseness_stack_chart_set_total (chart, caseness_stack_chart_get_n_rows (chart) - 1);
    }
  caseness_chart_set_titles (caseness_stack_chart_as_chart (chart), title, subtitle,
                             _("Bars are of all finished courses; recovery leaves out those not at caseness at the start, "
                               "and is not shown of fewer than 10."));
  return caseness_stack_chart_as_chart (chart);
}

static CasenessCrossShade
get_shade (CasenessStanding standing)
{
  switch (standing)
    {
    case CASENESS_STANDING_LOW_998:
      return CASENESS_CROSS_FAR_LOWER;
    case CASENESS_STANDING_LOW_95:
      return CASENESS_CROSS_LOWER;
    case CASENESS_STANDING_HIGH_95:
      return CASENESS_CROSS_HIGHER;
    case CASENESS_STANDING_HIGH_998:
      return CASENESS_CROSS_FAR_HIGHER;
    case CASENESS_STANDING_TOO_FEW:
    case CASENESS_STANDING_INSIDE:
    case CASENESS_N_STANDINGS:
    default:
      return CASENESS_CROSS_LIKE;
    }
}

static const CasenessCrossPair nice_pairs[] = {
  [CASENESS_NICE_SILENT] = CASENESS_CROSS_PAIR_OPEN,
  [CASENESS_NICE_RECOMMENDS] = CASENESS_CROSS_PAIR_ADVISED,
  [CASENESS_NICE_DOES_NOT] = CASENESS_CROSS_PAIR_ADVISED_AGAINST,
};

/* Where a pair stands: among all problems and therapies, and in the table, from which some may be left out. */
typedef struct
{
  guint problem;
  guint therapy;
  guint row;
  guint column;
} PairPlace;

static gboolean
is_size_told (const CasenessRecoveryTold *told, guint problem, guint therapy, const CasenessRecovery *recovery)
{
  guint n = recovery != NULL ? caseness_recovery_get_denominator (recovery) : 0;

  return !caseness_suppress_is_small (n) && (told == NULL || caseness_recovery_told_has_pair_size (told, problem, therapy));
}

/* Under ten courses no rate, under five no number; outside the service none either that gives another one away, and what
 * is none is not told from what is little. */
static void
set_cell (CasenessCrossTable *table, const CasenessRecoveryTold *told, PairPlace at, const CasenessRecovery *recovery,
          CasenessStanding standing, CasenessCrossPair pair)
{
  guint n = recovery != NULL ? caseness_recovery_get_denominator (recovery) : 0;
  gboolean has_rate = told == NULL || caseness_recovery_told_has_pair_rate (told, at.problem, at.therapy);

  if (recovery == NULL && told == NULL)
    return;
  if (!is_size_told (told, at.problem, at.therapy, recovery))
    caseness_cross_table_set_suppressed (table, at.row, at.column, pair);
  else if (n < CASENESS_FEWEST_JUDGED || !has_rate)
    caseness_cross_table_set_small (table, at.row, at.column, (guint) get_told_count (n, told), pair);
  else
    caseness_cross_table_set_value (table, at.row, at.column, PERCENT * caseness_recovery_get_rate (recovery).value,
                                    (guint) get_told_count (n, told), get_shade (standing), pair);
}

static void
set_total (CasenessCrossTable *table, const CasenessRecoveryTold *told, PairPlace at,
           const CasenessRecoveryComparison *comparison, const CasenessRecovery *recovery)
{
  CasenessStanding standing
    = caseness_recovery_comparison_judge (comparison, recovery, CASENESS_RECOVERY_CRUDE, FALSE);

  set_cell (table, told, at, recovery, standing, CASENESS_CROSS_PAIR_OPEN);
}

/* `PsychoEdPeerSupport` would make all columns wide: it may be broken before its words, and `CfD` is one. */
static char *
dup_breakable (const char *name)
{
  GString *words = g_string_new (NULL);
  const char *p;

  for (p = name; *p != '\0'; p++)
    {
      if (p > name && g_ascii_isupper (*p) && g_ascii_islower (p[-1]) && g_ascii_islower (p[1]))
        g_string_append_c (words, ' ');
      g_string_append_c (words, *p);
    }
  return g_string_free (words, FALSE);
}

/* The therapies of which something may be told, so that no page is filled with stars. */
static GArray *
list_therapies (const CasenessRecoveryPairs *pairs, const CasenessRecoveryTold *told)
{
  GArray *therapies = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_problems = pairs->by_problem->rows->len, i, k;

  for (i = 0; i < pairs->by_therapy->rows->len; i++)
    {
      gboolean is_told
        = told == NULL || is_size_told (told, n_problems, i, g_ptr_array_index (pairs->by_therapy->rows, i));

      for (k = 0; k < n_problems && !is_told; k++)
        is_told = is_size_told (told, k, i, caseness_recovery_pairs_get (pairs, k, i)->recovery);
      if (is_told)
        g_array_append_val (therapies, i);
    }
  return therapies;
}

static void
add_pair_columns (CasenessCrossTable *table, const CasenessRecoveryPairs *pairs, const GArray *therapies)
{
  guint k;

  for (k = 0; k < therapies->len; k++)
    {
      guint i = g_array_index (therapies, guint, k);
      const char *group = ((const CasenessRecovery *) g_ptr_array_index (pairs->by_therapy->rows, i))->group;
      const char *label = g_dgettext (GETTEXT_PACKAGE, group);
      g_autofree char *head = dup_breakable (label);

      caseness_cross_table_add_column (table, head, g_dgettext (GETTEXT_PACKAGE, caseness_therapy_get_name (group)));
    }
  caseness_cross_table_add_column (table, _("All"), _("All therapies"));
}

/* Fewer than five are not hinted at outside the service. */
static gboolean
has_mixed_in_doubt (const CasenessRecoveryPairs *pairs, const CasenessRecoveryTold *told)
{
  return pairs->n_mixed_in_doubt > 0 && (told == NULL || !caseness_suppress_is_small (pairs->n_mixed_in_doubt));
}

/* A problem that is likely another one is marked. */
static char *
label_problem (const CasenessRecoveryPairs *pairs, const CasenessRecoveryTold *told, guint row)
{
  g_autofree char *words
    = caseness_group_words_problem (((const CasenessRecovery *) g_ptr_array_index (pairs->by_problem->rows, row))->group);

  if (row != pairs->mixed || !has_mixed_in_doubt (pairs, told))
    return g_steal_pointer (&words);
  return g_strconcat (words, " †", NULL);
}

/* Outside, how many they are would give away how many of the row are not at caseness at all. */
static char *
describe_mixed (const CasenessRecoveryPairs *pairs, const CasenessRecoveryTold *told)
{
  if (!has_mixed_in_doubt (pairs, told))
    return g_strdup ("");
  if (told != NULL)
    return g_strdup (_(" †: some had both PHQ-9 and GAD-7 at caseness, where one problem should lead."));
  return g_strdup_printf (_(" †: %1$'u of %2$'u had both PHQ-9 and GAD-7 at caseness, where one problem should lead."),
                          pairs->n_mixed_in_doubt, pairs->n_mixed);
}

static void
add_pair_rows (CasenessCrossTable *table, const CasenessRecoveryPairs *pairs, const CasenessRecoveryTold *told,
               const GArray *therapies)
{
  guint i, k;

  for (i = 0; i < pairs->by_problem->rows->len; i++)
    {
      const CasenessRecovery *problem = g_ptr_array_index (pairs->by_problem->rows, i);
      g_autofree char *label = NULL;
      guint row;

      /* No rate could be told of it in any column, so that the paper is kept for what can. */
      if (told != NULL && caseness_recovery_get_denominator (problem) < CASENESS_FEWEST_JUDGED)
        continue;

      label = label_problem (pairs, told, i);
      row = caseness_cross_table_add_row (table, label);
      for (k = 0; k < therapies->len; k++)
        {
          guint therapy = g_array_index (therapies, guint, k);
          const CasenessRecoveryPair *pair = caseness_recovery_pairs_get (pairs, i, therapy);

          set_cell (table, told, (PairPlace){ i, therapy, row, k }, pair->recovery, pair->standing, nice_pairs[pair->nice]);
        }
      set_total (table, told, (PairPlace){ i, pairs->by_therapy->rows->len, row, k }, pairs->by_problem, problem);
    }
}

static void
add_pair_totals (CasenessCrossTable *table, const CasenessRecoveryPairs *pairs, const CasenessRecoveryTold *told,
                 const GArray *therapies)
{
  guint row = caseness_cross_table_add_row (table, _("All")), n_therapies = pairs->by_therapy->rows->len, k;
  guint all = pairs->by_problem->rows->len;
  const CasenessRecovery *everybody = caseness_recovery_comparison_get_everybody (pairs->by_problem);

  for (k = 0; k < therapies->len; k++)
    {
      guint therapy = g_array_index (therapies, guint, k);

      set_total (table, told, (PairPlace){ all, therapy, row, k }, pairs->by_therapy,
                 g_ptr_array_index (pairs->by_therapy->rows, therapy));
    }
  if (everybody != NULL)
    set_cell (table, told, (PairPlace){ all, n_therapies, row, k }, everybody, CASENESS_STANDING_INSIDE,
              CASENESS_CROSS_PAIR_OPEN);
  caseness_cross_table_set_totals (table, TRUE, TRUE);
}

static void
set_pair_words (CasenessCrossTable *table, const CasenessRecoveryPairs *pairs, const CasenessPeriod *period,
                const CasenessRecoveryTold *told)
{
  const CasenessRecovery *everybody = caseness_recovery_comparison_get_everybody (pairs->by_problem);
  double baseline = caseness_recovery_comparison_get_baseline (pairs->by_problem, CASENESS_RECOVERY_CRUDE);
  g_autofree char *title = caseness_recovery_words_pairs (pairs, told);
  g_autofree char *when = caseness_period_format (period);
  double n = everybody != NULL ? caseness_recovery_get_denominator (everybody) : 0;
  g_autofree char *subtitle
    = g_strdup_printf (_("Recovery in whole %%, n beneath; most attended therapy by problem, n = %1$'.0f, %2$s"),
                       get_told_count (n, told), when);
  g_autofree char *service = caseness_recovery_words_percent (baseline);
  g_autofree char *inner = g_strdup_printf (_("outside 95%% about %s"), service);
  g_autofree char *mixed = describe_mixed (pairs, told);
  g_autofree char *footnote
    = g_strconcat (told != NULL
                     ? _("Under 10: n only; *: under 5, or would give such a number away; n to the nearest 5; "
                         "problems of under 10, and therapies of which nothing may be told, are left out. 10 to 29: only a 99.8% flag. Different people: a row is "
                         "not a trial. What NICE says: the Manual's Table 2.")
                     : _("Under 10: n only; under 5: *; 10 to 29: only a 99.8% flag. Different people: a row is "
                         "not a trial. What NICE says: the Manual's Table 2."),
                   mixed, NULL);

  caseness_cross_table_set_legend (table, _("NICE recommends"), _("does not"), inner, _("outside 99.8%"));
  caseness_chart_set_titles (caseness_cross_table_as_chart (table), title, subtitle, footnote);
}

CasenessChart *
caseness_recovery_chart_pairs (const CasenessRecoveryPairs *pairs, const CasenessPeriod *period,
                               const CasenessRecoveryTold *told)
{
  CasenessCrossTable *table
    = caseness_cross_table_new (_("Problem"), _("Therapy"), _("Recovery"), CASENESS_CHART_PERCENT, _("courses"));
  g_autoptr(GArray) therapies = list_therapies (pairs, told);

  add_pair_columns (table, pairs, therapies);
  add_pair_rows (table, pairs, told, therapies);
  add_pair_totals (table, pairs, told, therapies);
  set_pair_words (table, pairs, period, told);
  return caseness_cross_table_as_chart (table);
}
