/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-words.h"

#include "caseness-group-words.h"
#include "caseness-percent.h"
#include "caseness-suppression.h"
#include "caseness-therapy.h"
#include "caseness-staff-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define DASH "–"
#define SEPARATOR " / "
#define COMMONEST 3 /* of what notes could be read for, named beside how many people there are */

static const char *const standing_words[CASENESS_N_STANDINGS] = {
  [CASENESS_STANDING_TOO_FEW] = N_("Too few to compare"),
  [CASENESS_STANDING_INSIDE] = N_("Inside the limits"),
  [CASENESS_STANDING_LOW_95] = N_("Below 95%: worth a look"),
  [CASENESS_STANDING_HIGH_95] = N_("Above 95%: worth a look"),
  [CASENESS_STANDING_LOW_998] = N_("Below 99.8%: to be looked into"),
  [CASENESS_STANDING_HIGH_998] = N_("Above 99.8%: to be learnt from"),
};

static const char *const outcome_words[CASENESS_N_RECOVERY_OUTCOMES] = {
  [CASENESS_OUTCOME_RELIABLE_RECOVERY] = N_("Reliable recovery"),
  [CASENESS_OUTCOME_RECOVERY_ONLY] = N_("Recovery, not reliable"),
  [CASENESS_OUTCOME_IMPROVEMENT_ONLY] = N_("Reliable improvement without recovery"),
  [CASENESS_OUTCOME_NO_RELIABLE_CHANGE] = N_("No reliable change"),
  [CASENESS_OUTCOME_RELIABLY_WORSE] = N_("Reliable deterioration"),
  [CASENESS_OUTCOME_NOT_KNOWN] = N_("No last score"),
};

gboolean
caseness_recovery_words_names_staff (const GPtrArray *variables)
{
  guint i;

  g_return_val_if_fail (variables != NULL, FALSE);

  for (i = 0; i < variables->len; i++)
    if (caseness_variable_names_staff (g_ptr_array_index (variables, i)))
      return TRUE;
  return FALSE;
}

char *
caseness_recovery_words_variables (const GPtrArray *variables)
{
  const char *first, *second;

  g_return_val_if_fail (variables != NULL, NULL);

  if (variables->len == 0)
    return g_strdup (_("Everybody"));
  first = g_dgettext (GETTEXT_PACKAGE, caseness_variable_get_name (g_ptr_array_index (variables, 0)));
  if (variables->len == 1)
    return g_strdup (first);
  second = g_dgettext (GETTEXT_PACKAGE, caseness_variable_get_name (g_ptr_array_index (variables, 1)));
  /* Translators: two variables that people are divided by at once: "Team and Step" */
  return g_strdup_printf (_("%1$s and %2$s"), first, second);
}

static char *
name_group (const CasenessSnapshot *snapshot, const char *part, const GPtrArray *variables, guint place,
            gboolean hides_names)
{
  const CasenessVariable *variable = place < variables->len ? g_ptr_array_index (variables, place) : NULL;

  if (variable != NULL && strcmp (caseness_variable_get_name (variable), "Problem Descriptor") == 0)
    return caseness_group_words_problem (part);
  if (variable != NULL && strcmp (caseness_variable_get_name (variable), "Modality") == 0)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, caseness_therapy_get_name (part)));
  return caseness_staff_words_group (snapshot, variable, part, hides_names);
}

static char *
name_row (const CasenessSnapshot *snapshot, const char *label, const GPtrArray *variables, gboolean hides_names)
{
  g_auto(GStrv) parts = g_strsplit (label, SEPARATOR, (int) MAX (variables->len, 1));
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = name_group (snapshot, parts[i], variables, i, hides_names);

      g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

char **
caseness_recovery_words_labels (const CasenessSnapshot *snapshot, const GPtrArray *rows, const GPtrArray *variables,
                                gboolean hides_names)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  guint i;

  g_return_val_if_fail (rows != NULL && variables != NULL, NULL);

  for (i = 0; i < rows->len; i++)
    {
      const CasenessRecovery *row = g_ptr_array_index (rows, i);
      g_autofree char *label = name_row (snapshot, row->group, variables, hides_names);

      g_strv_builder_add (labels, label);
    }
  return g_strv_builder_end (labels);
}

char *
caseness_recovery_words_percent (double share)
{
  g_autofree char *percent = NULL;

  if (isnan (share))
    return g_strdup (DASH);
  percent = caseness_percent_format (100 * share);
  return g_strdup_printf (_("%s%%"), percent);
}

char *
caseness_recovery_words_limits (const CasenessInterval *interval)
{
  g_autofree char *lower = caseness_percent_format (100 * interval->lower);
  g_autofree char *upper = caseness_percent_format (100 * interval->upper);

  return isnan (interval->value) ? g_strdup ("") : g_strdup_printf (_("%1$s to %2$s"), lower, upper);
}

char *
caseness_recovery_words_number (double number, int decimals)
{
  return isnan (number) ? g_strdup (DASH) : g_strdup_printf ("%.*f", decimals, number);
}

char *
caseness_recovery_words_ratio (const CasenessInterval *ratio)
{
  if (isnan (ratio->value))
    return g_strdup (_("too few to compare"));
  return g_strdup_printf (_("%1$.2f (%2$.2f to %3$.2f)"), ratio->value, ratio->lower, ratio->upper);
}

char *
caseness_recovery_words_counts (guint numerator, guint denominator)
{
  return g_strdup_printf (_("%1$'u of %2$'u"), numerator, denominator);
}

char *
caseness_recovery_words_more (const CasenessRecovery *row)
{
  double more = caseness_recovery_get_more (row);
  guint people;

  if (isnan (more))
    return g_strdup (_("too few to compare"));
  people = (guint) lround (fabs (more));
  if (people == 0)
    return g_strdup (_("as many as expected"));
  return more > 0 ? g_strdup_printf (ngettext ("%u more than expected", "%u more than expected", people), people)
                  : g_strdup_printf (ngettext ("%u fewer than expected", "%u fewer than expected", people), people);
}

const char *
caseness_recovery_words_standing (CasenessStanding standing)
{
  return _(standing_words[standing]);
}

const char *
caseness_recovery_words_outcome (CasenessRecoveryOutcome outcome)
{
  return _(outcome_words[outcome]);
}

char *
caseness_recovery_words_title (const CasenessRecoveryComparison *comparison, const GPtrArray *variables,
                               CasenessRecoveryBasis basis, gboolean is_widened)
{
  g_autofree char *what = caseness_recovery_words_variables (variables);
  guint n[CASENESS_N_STANDINGS], far, near;

  caseness_recovery_comparison_count (comparison, basis, is_widened, n);
  far = n[CASENESS_STANDING_LOW_998] + n[CASENESS_STANDING_HIGH_998];
  near = n[CASENESS_STANDING_LOW_95] + n[CASENESS_STANDING_HIGH_95];
  if (far + near == 0)
    /* Translators: %1$s is what is compared, such as "Team"; %2$u how many groups there are */
    return g_strdup_printf (_("%1$s: none of %2$u is outside the limits"), what, comparison->rows->len);
  if (far == 0)
    return g_strdup_printf (_("%1$s: of %2$u, %3$u outside 95%%"), what, comparison->rows->len, near);
  if (near == 0)
    return g_strdup_printf (_("%1$s: of %2$u, %3$u outside 99.8%%"), what, comparison->rows->len, far);
  return g_strdup_printf (_("%1$s: of %2$u, %3$u outside 99.8%% and %4$u more outside 95%%"), what,
                          comparison->rows->len, far, near);
}

char *
caseness_recovery_words_subtitle (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis,
                                  const CasenessPeriod *period, gboolean rounds)
{
  const CasenessRecovery *everybody = caseness_recovery_comparison_get_everybody (comparison);
  g_autofree char *when = caseness_period_format (period);
  gint64 n = 0;

  if (everybody != NULL)
    n = basis == CASENESS_RECOVERY_ADJUSTED ? everybody->at_caseness : caseness_recovery_get_denominator (everybody);
  if (rounds)
    n = caseness_suppress_round (n);
  if (basis == CASENESS_RECOVERY_ADJUSTED)
    return g_strdup_printf (_("Recoveries over those expected of the same cases, finished courses at caseness, "
                              "n = %1$'u, %2$s"),
                            (guint) n, when);
  return g_strdup_printf (_("Recovery, finished courses at caseness, n = %1$'u, %2$s"), (guint) n, when);
}

static char *
describe_limits (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis, gboolean is_widened)
{
  const CasenessRecoverySpread *spread = &comparison->spreads[basis];

  if (is_widened)
    return g_strdup_printf (_("Limits widened for how far groups differ beyond chance (φ %.2f)."), spread->phi);
  if (spread->n_units < CASENESS_FEWEST_UNITS_TO_WIDEN)
    return g_strdup_printf (_("Limits not widened: fewer than %u groups."), CASENESS_FEWEST_UNITS_TO_WIDEN);
  if (caseness_recovery_comparison_can_widen (comparison, basis))
    return g_strdup_printf (_("Limits not widened, though groups differ beyond chance (φ %.2f)."), spread->phi);
  return g_strdup_printf (_("Limits not widened: no over-dispersion (φ %.2f)."), spread->phi);
}

char *
caseness_recovery_words_method (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis,
                                gboolean is_widened)
{
  guint by_chance = (guint) lround (caseness_recovery_comparison_expect_outside (comparison, basis));
  g_autofree char *limits = describe_limits (comparison, basis, is_widened);
  const char *cases = basis == CASENESS_RECOVERY_ADJUSTED
                        ? _(" Expected: by problem, severity, step and deprivation as in the whole service.")
                        : "";
  const char *few = _("Hollow grey: under 10 courses, no flag; 10 to 29: only beyond 99.8%.");

  if (by_chance == 0)
    return g_strdup_printf ("%s%s %s", limits, cases, few);
  /* Translators: %1$u is a number of groups, %2$u of how many */
  return g_strdup_printf (_("By chance alone about %1$u of %2$u fall outside 95%%. %3$s%4$s %5$s"), by_chance,
                          comparison->rows->len, limits, cases, few);
}

static char *
describe_notable (const CasenessRecoveryPairs *pairs, guint problem, guint therapy, const CasenessRecovery *row)
{
  const CasenessRecovery *by_problem = g_ptr_array_index (pairs->by_problem->rows, problem);
  const CasenessRecovery *by_therapy = g_ptr_array_index (pairs->by_therapy->rows, therapy);
  g_autofree char *name = caseness_group_words_problem (by_problem->group);
  g_autofree char *rate = caseness_recovery_words_percent (caseness_recovery_get_rate (row).value);

  /* Translators: %1$s is a therapy, %2$s a problem, %3$s a share */
  return g_strdup_printf (_("%1$s for %2$s: %3$s recover; not a pair NICE recommends"),
                          g_dgettext (GETTEXT_PACKAGE, caseness_therapy_get_name (by_therapy->group)), name, rate);
}

char *
caseness_recovery_words_pairs (const CasenessRecoveryPairs *pairs, const CasenessRecoveryTold *told)
{
  guint problem, therapy;
  const CasenessRecoveryPair *notable = caseness_recovery_pairs_find_notable (pairs, &problem, &therapy);

  if (notable != NULL && (told == NULL || caseness_recovery_told_has_pair_rate (told, problem, therapy)))
    return describe_notable (pairs, problem, therapy, notable->recovery);
  if (told != NULL)
    return g_strdup (_("Which therapy is used for which problem"));
  if (pairs->n_not_recommended > 0)
    return g_strdup_printf (ngettext ("%'u course was of a therapy that NICE does not recommend for the problem",
                                      "%'u courses were of a therapy that NICE does not recommend for the problem",
                                      pairs->n_not_recommended),
                            pairs->n_not_recommended);
  return g_strdup (_("No course was of a therapy that NICE does not recommend for the problem"));
}

/* A GCompareDataFunc of questions: what most people are read for comes first. */
static int
compare_counts (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *counts = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  return counts[first] != counts[second] ? (counts[first] < counts[second] ? 1 : -1) : (int) first - (int) second;
}

/* Returns: (transfer full): what most notes could be read for: "No specific measure (17), Few sessions (14)". */
static char *
describe_commonest (const CasenessReview *review)
{
  GString *words = g_string_new (NULL);
  guint questions[CASENESS_N_REVIEW_COURSE_QUESTIONS], i;

  for (i = 0; i < G_N_ELEMENTS (questions); i++)
    questions[i] = i;
  g_qsort_with_data (questions, G_N_ELEMENTS (questions), sizeof questions[0], compare_counts,
                     (gpointer) review->counts);
  for (i = 0; i < COMMONEST && review->counts[questions[i]] > 0; i++)
    g_string_append_printf (words, "%s%s (%'u)", i > 0 ? ", " : "", caseness_recovery_words_question (questions[i]),
                            review->counts[questions[i]]);
  return g_string_free (words, FALSE);
}

char *
caseness_recovery_words_review (const CasenessReview *review)
{
  g_autofree char *worse
    = g_strdup_printf (ngettext ("%'u got reliably worse", "%'u got reliably worse", review->n_deteriorated),
                       review->n_deteriorated);
  g_autofree char *commonest = describe_commonest (review);

  /* Translators: %1$u is a count of people; %2$s is a sentence such as "3 got reliably worse" */
  g_autofree char *counts = g_strdup_printf (_("%1$'u not recovered, %2$s"), review->n_not_recovered, worse);

  if (*commonest == '\0')
    return g_steal_pointer (&counts);
  /* Translators: %1$s tells how many people are on a list, %2$s what most of their notes could be read for */
  return g_strdup_printf (_("%1$s. Most often: %2$s"), counts, commonest);
}

const char *
caseness_recovery_words_question (CasenessReviewQuestion question)
{
  return g_dgettext (GETTEXT_PACKAGE, caseness_review_get_words (question)->label);
}

char *
caseness_recovery_words_answers (const CasenessReviewPerson *person)
{
  GString *words = g_string_new (NULL);
  guint i;

  if (person->is_deteriorated)
    g_string_append (words, _("Got reliably worse"));
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    if (caseness_review_person_has (person, i))
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", caseness_recovery_words_question (i));
  if (words->len == 0)
    g_string_append (words, _("No answer in the data: what do the notes say?"));
  return g_string_free (words, FALSE);
}

char *
caseness_recovery_words_themes (guint32 chosen)
{
  GString *words = g_string_new (NULL);
  guint n, i;
  const CasenessReviewTheme *themes = caseness_review_theme_get_all (&n);

  for (i = 0; i < n; i++)
    if ((chosen & 1u << i) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "",
                              g_dgettext (GETTEXT_PACKAGE, themes[i].label));
  return g_string_free (words, FALSE);
}
