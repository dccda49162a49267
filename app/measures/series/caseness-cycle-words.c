/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycle-result.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>

/* Whether it worked, honestly: what is beyond chance, and on which side. */
static const char *
get_verdict_words (const CasenessCycleResult *result)
{
  switch (result->verdict)
    {
    case CASENESS_CYCLE_NO_FIGURE:
      return _("Choose a measure and the day the change begins, and a chart will tell whether it helps.");
    case CASENESS_CYCLE_NOT_BEGUN:
      return _("No whole month has passed since the change: there is nothing to see yet.");
    case CASENESS_CYCLE_NO_BEFORE:
      return _("Too few months before the change are known: whether it worked cannot be told from this figure.");
    case CASENESS_CYCLE_TOO_EARLY:
      return _("It is too early to tell whether it worked.");
    case CASENESS_CYCLE_BETTER:
      return _("Since the change the figure is better than chance explains.");
    case CASENESS_CYCLE_WORSE:
      return _("Since the change the figure is worse than chance explains.");
    case CASENESS_CYCLE_DIFFERENT:
      return _("Since the change the figure differs by more than chance explains.");
    case CASENESS_CYCLE_BOTH:
      return _("Since the change the figure was better than chance explains in some months, and worse in others.");
    case CASENESS_CYCLE_NO_SIGN:
    default:
      return _("There is no sign yet that it worked: months since the change look like those before.");
    }
}

/* What the words stand on: a run, points beyond the limits. */
static char *
dup_evidence (const CasenessCycleResult *result)
{
  if (result->series == NULL || result->verdict < CASENESS_CYCLE_BETTER || result->verdict == CASENESS_CYCLE_NO_SIGN)
    return NULL;
  if (result->n_run >= result->series->spc.shift)
    return g_strdup_printf (ngettext ("The last %u month runs on one side of the mean of before.",
                                      "The last %u months run on one side of the mean of before.", result->n_run),
                            result->n_run);
  if (result->n_beyond > 0)
    return g_strdup_printf (ngettext ("%u month lies beyond the limits of before.",
                                      "%u months lie beyond the limits of before.", result->n_beyond),
                            result->n_beyond);
  return NULL;
}

char *
caseness_cycle_result_dup_sentence (const CasenessCycleResult *result)
{
  g_autofree char *evidence = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  evidence = dup_evidence (result);
  return g_strdup_printf ("%s%s%s", get_verdict_words (result), evidence != NULL ? " " : "",
                          evidence != NULL ? evidence : "");
}

/* How many more months a lasting shift takes to show. */
static char *
dup_patience (const CasenessCycleResult *result)
{
  guint shift = result->series->spc.shift;
  guint n = result->after.n_points < shift ? shift - result->after.n_points : 0;

  if (n == 0)
    return g_strdup (_("Ask whether to keep, adapt or drop the change. No sign is not a failure: it is what was learnt."));
  return g_strdup_printf (ngettext ("A small lasting change takes seven months to show: %u more.",
                                    "A small lasting change takes seven months to show: %u more.", n),
                          n);
}

char *
caseness_cycle_result_dup_advice (const CasenessCycleResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  switch (result->verdict)
    {
    case CASENESS_CYCLE_BETTER:
      return g_strdup (_("That fits the change having worked; a chart cannot tell that nothing else changed. If the cause "
                         "is known and it is to last, a step change may be recorded."));
    case CASENESS_CYCLE_WORSE:
      return g_strdup (_("A chart cannot tell why. Look first at the data, then at what else changed, before the change is "
                         "judged."));
    case CASENESS_CYCLE_DIFFERENT:
    case CASENESS_CYCLE_BOTH:
      return g_strdup (_("A chart cannot tell why. Look at what happened in the months that stand out."));
    case CASENESS_CYCLE_TOO_EARLY:
    case CASENESS_CYCLE_NO_SIGN:
      return dup_patience (result);
    case CASENESS_CYCLE_NO_FIGURE:
    case CASENESS_CYCLE_NOT_BEGUN:
    case CASENESS_CYCLE_NO_BEFORE:
    default:
      return g_strdup ("");
    }
}

static gboolean
may_tell (const CasenessCycleResult *result, const CasenessCycleSide *side)
{
  if (result->series->is_percent)
    return !caseness_suppress_is_small (llround (side->numerator)) && !caseness_suppress_is_small (llround (side->denominator));
  return !caseness_suppress_is_small (llround (side->value));
}

/* ` (12 months, 210 of 465)` */
static char *
dup_side (const CasenessCycleResult *result, const CasenessCycleSide *side, gboolean suppresses)
{
  g_autofree char *value = caseness_series_dup_value (result->series, side->value);
  g_autofree char *months
    = g_strdup_printf (ngettext ("%u month", "%u months", side->n_points), side->n_points);
  gint64 numerator = llround (side->numerator), denominator = llround (side->denominator);

  if (suppresses && !may_tell (result, side))
    return g_strdup_printf ("%s (%s)", CASENESS_SUPPRESSED, months);
  if (!result->series->is_percent)
    return g_strdup_printf ("%s (%s)", value, months);
  if (suppresses)
    {
      numerator = caseness_suppress_round (numerator);
      denominator = caseness_suppress_round (denominator);
    }
  /* Translators: a share, months, how many of how many: "45.2% (12 months, 210 of 465)". */
  return g_strdup_printf (_("%1$s (%2$s, %3$'u of %4$'u)"), value, months, (guint) numerator, (guint) denominator);
}

char *
caseness_cycle_result_dup_sides (const CasenessCycleResult *result, gboolean suppresses)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean has_difference;

  g_return_val_if_fail (result != NULL, NULL);

  if (result->series == NULL || result->before.n_points == 0 || result->after.n_points == 0)
    return g_strdup ("");
  before = dup_side (result, &result->before, suppresses);
  after = dup_side (result, &result->after, suppresses);
  has_difference = !isnan (result->difference.value)
                   && (!suppresses || (may_tell (result, &result->before) && may_tell (result, &result->after)));
  if (!has_difference)
    /* Translators: a figure before a change and since. */
    return g_strdup_printf (_("Before: %1$s. Since: %2$s."), before, after);
  /* Translators: a share before a change and since, their difference and its interval. */
  return g_strdup_printf (_("Before: %1$s. Since: %2$s. Difference %3$+.1f points, 95%% interval %4$+.1f to %5$+.1f."),
                          before, after, result->difference.value, result->difference.lower, result->difference.upper);
}
