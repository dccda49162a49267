/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-figure-words.h"

#include "caseness-benchmark.h"
#include "caseness-measure-csv.h"
#include "caseness-pack-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define DASH "–"
#define MOST_REASONS 3

char *
caseness_figure_words_number (double number)
{
  if (isnan (number))
    return g_strdup (DASH);
  if (number == floor (number))
    return g_strdup_printf ("%'.0f", number);
  return g_strdup_printf ("%'.1f", number);
}

/* Shares and what is measured have one decimal, what is counted none (methods, section 0). */
static char *
say_amount (const CasenessMeasure *measure, double amount)
{
  gboolean is_counted = measure->statistic == CASENESS_STATISTIC_COUNT || measure->statistic == CASENESS_STATISTIC_TOTAL;
  g_autofree char *number = NULL;

  if (measure->statistic == CASENESS_STATISTIC_PERCENTAGE)
    return g_strdup_printf (_("%'.1f%%"), amount);
  number = is_counted ? g_strdup_printf ("%'.0f", amount) : caseness_figure_words_number (amount);
  if (strcmp (measure->unit, "days") == 0 && !is_counted)
    return g_strdup_printf (amount == 1 ? _("%s day") : _("%s days"), number);
  return g_steal_pointer (&number);
}

char *
caseness_figure_words_value (const CasenessMeasure *measure, const CasenessFigure *figure)
{
  g_autofree char *rounded = NULL;

  g_return_val_if_fail (measure != NULL && figure != NULL, NULL);
  if (isnan (figure->value))
    return g_strdup (DASH);
  /* Rounded once, from the whole numbers, as everywhere else. */
  rounded = caseness_figure_format_value (figure, measure, FALSE);
  return say_amount (measure, g_ascii_strtod (rounded, NULL));
}

char *
caseness_figure_words_counts (const CasenessMeasure *measure, const CasenessFigure *figure)
{
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  g_return_val_if_fail (measure != NULL && figure != NULL, NULL);
  if (isnan (figure->denominator))
    return g_strdup ("");
  denominator = caseness_figure_words_number (figure->denominator);
  if (isnan (figure->numerator) || measure->statistic == CASENESS_STATISTIC_MEAN)
    /* Translators: what a mean or a median stands on */
    return g_strdup_printf (_("of %s"), denominator);
  numerator = caseness_figure_words_number (figure->numerator);
  /* Translators: a numerator and a denominator: "2,196 of 4,363" */
  return g_strdup_printf (_("%1$s of %2$s"), numerator, denominator);
}

char *
caseness_figure_words_interval (const CasenessMeasure *measure, const CasenessInterval *interval)
{
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  g_return_val_if_fail (measure != NULL && interval != NULL, NULL);
  if (isnan (interval->lower) || isnan (interval->upper))
    return g_strdup ("");
  lower = say_amount (measure, interval->lower);
  upper = say_amount (measure, interval->upper);
  /* Translators: the limits of an interval */
  return g_strdup_printf (_("%1$s to %2$s"), lower, upper);
}

const char *
caseness_figure_words_method (CasenessIntervalMethod method)
{
  switch (method)
    {
    case CASENESS_INTERVAL_WILSON:
      return _("Wilson score");
    case CASENESS_INTERVAL_POISSON:
      return _("how far chance moves a count of this size");
    case CASENESS_INTERVAL_STUDENT:
      return _("Student’s t");
    case CASENESS_INTERVAL_NONE:
    default:
      return _("None fits such a figure");
    }
}

char *
caseness_figure_words_facts (const CasenessMeasure *measure, const CasenessExplanation *explanation)
{
  g_autofree char *counts = NULL;
  g_autofree char *interval = NULL;

  g_return_val_if_fail (measure != NULL && explanation != NULL, NULL);
  counts = caseness_figure_words_counts (measure, &explanation->figure);
  interval = caseness_figure_words_interval (measure, &explanation->interval);
  if (*interval == '\0')
    return g_steal_pointer (&counts);
  if (*counts == '\0')
    /* Translators: an interval and how it was worked out. */
    return g_strdup_printf (_("95%% interval %1$s (%2$s)"), interval,
                            caseness_figure_words_method (explanation->method));
  /* Translators: counts, an interval and how it was worked out. */
  return g_strdup_printf (_("%1$s; 95%% interval %2$s (%3$s)"), counts, interval,
                          caseness_figure_words_method (explanation->method));
}

char *
caseness_figure_words_standard (const CasenessMeasure *measure, const CasenessStandard *standard)
{
  g_autofree char *number = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (measure != NULL && standard != NULL, NULL);
  number = caseness_figure_words_number (standard->value);
  value = measure->statistic == CASENESS_STATISTIC_PERCENTAGE ? g_strdup_printf ("%s%%", number)
                                                              : say_amount (measure, standard->value);
  return g_strdup_printf (standard->is_at_most ? _("at most %s") : _("at least %s"), value);
}

char *
caseness_figure_words_standard_line (const CasenessExplanation *explanation)
{
  static const char *const verdicts[CASENESS_N_VERDICTS][2] = {
    [CASENESS_VERDICT_NONE] = { N_("There is no figure to hold to it."), N_("There is no figure to hold to it.") },
    [CASENESS_VERDICT_MET] = { N_("Met, though the interval takes it in: not beyond doubt."),
                               N_("Met, and the whole interval says so.") },
    [CASENESS_VERDICT_NOT_MET] = { N_("Not met, though the interval takes it in: not beyond doubt."),
                                   N_("Not met, and the whole interval says so.") },
  };
  const CasenessStandard *standard = explanation->standard;
  g_autofree char *words = NULL;
  g_autofree char *source = NULL;

  if (standard == NULL)
    return g_strdup (_("None was in force at the end of the period."));
  words = caseness_figure_words_standard (explanation->address->measure, standard);
  source = g_strdup_printf (strcmp (standard->certainty, "stated") == 0 ? "%s (%s)" : "%s (%s, %s)", words,
                            standard->source, standard->certainty);
  source[0] = g_ascii_toupper (source[0]);
  /* Translators: a standard with its source, then whether it is met */
  return g_strdup_printf (_("%1$s. %2$s"), source, _(verdicts[explanation->verdict][explanation->is_beyond_doubt]));
}

/* A figure of the same period or the nearest that was published. */
static void
add_benchmark (GString *text, const CasenessMeasure *measure, const CasenessBenchmark *benchmark)
{
  g_autofree char *value = say_amount (measure, benchmark->value);
  g_autofree char *when = caseness_benchmark_describe (benchmark);

  /* Translators: whose published figure of when it is, and the figure */
  g_string_append_printf (text, _("\n%1$s: %2$s"), when, value);
}

char *
caseness_figure_words_national (const CasenessExplanation *explanation)
{
  const CasenessMeasure *measure = explanation->address->measure;
  GString *text = g_string_new (NULL);

  if (measure->is_listed)
    g_string_append_printf (text, "%s\n%s", measure->name, measure->source);
  else
    g_string_append (text, _("Our own; the national metadata has no such measure"));
  for (guint i = 0; i < explanation->benchmarks->len; i++)
    add_benchmark (text, measure, &g_array_index (explanation->benchmarks, CasenessBenchmark, i));
  return g_string_free (text, FALSE);
}

char *
caseness_figure_words_comparisons (const CasenessMeasure *measure, CasenessSnapshot *snapshot,
                                   const CasenessPeriod *period)
{
  const CasenessStandard *standard;
  GString *words;
  CasenessBenchmark england;

  g_return_val_if_fail (measure != NULL && snapshot != NULL && period != NULL, NULL);

  standard = caseness_standard_find (snapshot, measure, period->end);
  words = g_string_new (NULL);
  if (standard != NULL)
    g_string_append_printf (words, standard->is_at_most ? _("At most %.0f%%") : _("Standard %.0f%%"), standard->value);
  if (g_strcmp0 (measure->unit, "percent") == 0
      && caseness_benchmark_find (snapshot, measure, CASENESS_PUBLISHED_ENGLAND, period, &england))
    g_string_append_printf (words, "%s%s %.1f%%", words->len > 0 ? ", " : "", _("England"), england.value);
  return g_string_free (words, FALSE);
}

char *
caseness_figure_words_parts (const GArray *parts)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < parts->len; i++)
    {
      const CasenessExplanationPart *part = &g_array_index (parts, CasenessExplanationPart, i);
      g_autofree char *number = caseness_figure_words_number (part->value);
      g_autofree char *words = caseness_pack_dup_sentence (part->measure->definition);
      const char *id = part->measure->is_listed || part->measure->is_local ? part->measure->id : NULL;

      if (i > 0)
        g_string_append_c (text, '\n');
      if (part->sign < 0)
        g_string_append_printf (text, "%s ", _("less"));
      else if (i > 0)
        g_string_append_printf (text, "%s ", _("and"));
      if (parts->len > 1)
        g_string_append_printf (text, "%s: ", number);
      g_string_append_printf (text, id != NULL ? "%s (%s)" : "%s", words, id);
    }
  return g_string_free (text, FALSE);
}

/* `Male`, or `Indeterminate or Not stated`. */
static char *
name_groups (const CasenessWhere *where)
{
  GString *text = g_string_new (g_dgettext (GETTEXT_PACKAGE, where->value));
  guint i;

  for (i = 0; where->others != NULL && where->others[i] != NULL; i++)
    /* Translators: another group that people may be of: `, or Indeterminate` */
    g_string_append_printf (text, _(", or %s"), g_dgettext (GETTEXT_PACKAGE, where->others[i]));
  return g_string_free (text, FALSE);
}

char *
caseness_figure_words_place (const CasenessFigureAddress *address, gboolean hides_names)
{
  g_autofree char *period = caseness_period_format (&address->period);
  g_autofree char *filter = caseness_pack_dup_filter (address->filter, !hides_names);
  GString *text = g_string_new (period);
  guint i;

  for (i = 0; i < address->n_where; i++)
    {
      const char *name = caseness_variable_get_name (address->where[i].variable);
      gboolean is_staff = strcmp (name, "Clinician") == 0 || strcmp (name, "Supervisor") == 0;
      g_autofree char *groups = name_groups (&address->where[i]);

      /* Translators: what figures are broken down by, and the group: "Team: North" */
      g_string_append_printf (text, _("; %1$s: %2$s"), g_dgettext (GETTEXT_PACKAGE, name),
                              is_staff && hides_names ? C_("name", "hidden") : groups);
    }
  if (!caseness_filter_is_empty (address->filter))
    g_string_append_printf (text, _("; filter %s"), filter);
  return g_string_free (text, FALSE);
}

const char *
caseness_figure_words_side (CasenessFigurePlace place, const CasenessMeasure *measure)
{
  switch (place)
    {
    case CASENESS_FIGURE_COUNTED:
      return measure->denominator->len > 0 ? _("In the numerator") : _("Counted");
    case CASENESS_FIGURE_NOT_COUNTED:
      return _("In the denominator only");
    case CASENESS_FIGURE_LEFT_OUT:
    case CASENESS_N_FIGURE_PLACES:
    default:
      return _("Left out");
    }
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const CasenessFigureReason *first = *(const CasenessFigureReason *const *) a;
  const CasenessFigureReason *second = *(const CasenessFigureReason *const *) b;

  return (second->n > first->n) - (second->n < first->n);
}

/* The reasons that leave out most, and how many the others do. */
static void
add_reasons (GString *text, const CasenessFigurePeople *people)
{
  g_autoptr(GPtrArray) reasons = g_ptr_array_new ();
  guint n_others = 0, i;

  for (i = 0; i < people->reasons->len; i++)
    if (g_array_index (people->reasons, CasenessFigureReason, i).n > 0)
      g_ptr_array_add (reasons, &g_array_index (people->reasons, CasenessFigureReason, i));
  g_ptr_array_sort (reasons, compare_reasons);
  for (i = 0; i < reasons->len; i++)
    {
      const CasenessFigureReason *reason = g_ptr_array_index (reasons, i);

      if (i < MOST_REASONS)
        g_string_append_printf (text, "\n%'u: %s", reason->n, reason->words);
      else
        n_others += reason->n;
    }
  if (n_others > 0)
    g_string_append_printf (text, ngettext ("\n%'u for other reasons", "\n%'u for other reasons", n_others), n_others);
}

char *
caseness_figure_words_people (const CasenessFigurePeople *people)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("%'u counted"), people->n[CASENESS_FIGURE_COUNTED]);
  if (people->n[CASENESS_FIGURE_NOT_COUNTED] > 0)
    g_string_append_printf (text, _(", %'u in the denominator only"), people->n[CASENESS_FIGURE_NOT_COUNTED]);
  if (people->n[CASENESS_FIGURE_LEFT_OUT] > 0)
    g_string_append_printf (text, _(", %'u left out"), people->n[CASENESS_FIGURE_LEFT_OUT]);
  add_reasons (text, people);
  return g_string_free (text, FALSE);
}

char *
caseness_figure_words_doubt (const CasenessDoubt *doubt, const CasenessMeasure *measure, const CasenessFigure *figure,
                             const CasenessFigure *other)
{
  g_autofree char *value = caseness_figure_words_value (measure, other);
  g_autofree char *counts = caseness_figure_words_counts (measure, other);
  g_autofree char *all = *counts != '\0' ? g_strdup_printf (_("%1$s, %2$s"), value, counts) : g_strdup (value);

  if (!caseness_explanation_moves (measure, figure, other))
    /* Translators: what a figure is under another rule */
    return g_strdup_printf (_("Switched: %s. The doubt does not matter here."), all);
  return g_strdup_printf (_("Switched: %s. The doubt matters here."), all);
}

char *
caseness_figure_words_untold (guint n)
{
  return g_strdup_printf (ngettext ("%'u group is not listed, so that nobody can work out a number under five.",
                                    "%'u groups are not listed, so that nobody can work out a number under five.", n),
                          n);
}

char *
caseness_figure_words_undrawn (guint n)
{
  /* Translators: of groups that are left out of a chart for people outside the service. */
  return g_strdup_printf (ngettext ("%u group is not drawn, so that nobody can work out a number under five.",
                                    "%u groups are not drawn, so that nobody can work out a number under five.", n),
                          n);
}

const char *
caseness_figure_words_outcome (guint flags)
{
  static const struct { guint flags; const char *words; } outcomes[] = {
    { CASENESS_OUTCOME_RECOVERY | CASENESS_OUTCOME_IMPROVEMENT, N_("Reliable recovery") },
    { CASENESS_OUTCOME_RECOVERY, N_("Recovery, not reliable") },
    { CASENESS_OUTCOME_IMPROVEMENT, N_("Reliable improvement") },
    { CASENESS_OUTCOME_DETERIORATION, N_("Reliable deterioration") },
    { CASENESS_OUTCOME_NO_CHANGE, N_("No reliable change") },
    { CASENESS_PATHWAY_COMPLETED, N_("No outcome known") },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if ((flags & outcomes[i].flags) == outcomes[i].flags)
      return _(outcomes[i].words);
  return "";
}
