/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-measure-csv.h"

#include "caseness-percent.h"
#include "caseness-suppression.h"

#include <math.h>
#include <string.h>

#define DECIMALS 6

static char *
format_percentage (double numerator, double denominator)
{
  return caseness_percent_format (caseness_percent_round (llround (numerator), llround (denominator), 1));
}

/* At most six decimals, no zeros at the end. */
static char *
format_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];
  gsize length;

  if (isnan (number))
    return g_strdup ("");
  g_ascii_formatd (buffer, sizeof buffer, "%.6f", number);
  for (length = strlen (buffer); buffer[length - 1] == '0'; length--)
    ;
  if (buffer[length - 1] == '.')
    length--;
  return g_strndup (buffer, length);
}

char *
caseness_figure_format_value (const CasenessFigure *figure, const CasenessMeasure *measure, gboolean is_exact)
{
  g_return_val_if_fail (figure != NULL && measure != NULL, NULL);
  if (measure->statistic == CASENESS_STATISTIC_PERCENTAGE && !is_exact && !isnan (figure->value))
    return format_percentage (figure->numerator, figure->denominator);
  return format_number (figure->value);
}

/* The groups of one measure, one variable and one period, and what of them may not be told. */
typedef struct
{
  guint n;
  CasenessFigure *figures;
  gboolean *hides_numerator;
  gboolean *hides_denominator;
} Groups;

static void
groups_clear (Groups *groups)
{
  g_free (groups->figures);
  g_free (groups->hides_numerator);
  g_free (groups->hides_denominator);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Groups, groups_clear)

/* Which of the numbers at @offset of the figures are hidden: small ones, and what would give them away where the groups
 * add up to everybody, whom another line tells of. */
static gboolean *
hide_part (const Groups *groups, gsize offset, gboolean adds_up)
{
  g_autofree gint64 *counts = g_new0 (gint64, groups->n + 1);
  gboolean *is_hidden = g_new0 (gboolean, groups->n + 1);
  guint i;

  for (i = 0; i < groups->n; i++)
    {
      double part = G_STRUCT_MEMBER (double, &groups->figures[i], offset);

      counts[i] = isnan (part) ? 0 : MAX (llround (part), 0);
      is_hidden[i] = caseness_suppress_is_small (counts[i]);
    }
  if (adds_up)
    caseness_suppress_row (counts, groups->n, CASENESS_TOTALS_ROUNDED, is_hidden);
  return is_hidden;
}

static gboolean
adds_up (const CasenessAnswer *answer, guint variable)
{
  const CasenessVariable *asked = caseness_variable_find (caseness_answer_get_variable_name (answer, variable));

  return asked != NULL && !caseness_variable_is_many (asked);
}

static void
groups_init (Groups *groups, const CasenessAnswer *answer, guint period, guint variable, guint measure)
{
  guint i;

  groups->n = caseness_answer_get_n_groups (answer, period, variable);
  groups->figures = g_new0 (CasenessFigure, groups->n + 1);
  for (i = 0; i < groups->n; i++)
    groups->figures[i] = caseness_answer_get (answer, period, variable, i, measure);
}

static void
groups_hide (Groups *groups, gboolean is_whole)
{
  groups->hides_numerator = hide_part (groups, G_STRUCT_OFFSET (CasenessFigure, numerator), is_whole);
  groups->hides_denominator = hide_part (groups, G_STRUCT_OFFSET (CasenessFigure, denominator), is_whole);
}

/* A count, or a sum that would tell one: small ones hidden, others to the nearest 5. */
static void
write_suppressed (CasenessCsvWriter *writer, double part, gboolean hides)
{
  g_autofree char *text = NULL;

  if (!isnan (part))
    text = hides ? g_strdup (CASENESS_SUPPRESSED) : caseness_suppress_count (llround (part));
  caseness_csv_writer_text (writer, text);
}

/* Whether the value itself must be hidden: it stands on too few, or too few are in it. */
static gboolean
is_hidden (const Groups *groups, guint group, const CasenessMeasure *measure)
{
  if (!isnan (groups->figures[group].denominator) && groups->hides_denominator[group])
    return TRUE;
  return caseness_measure_is_made_of_others (measure) && !isnan (groups->figures[group].numerator)
         && groups->hides_numerator[group];
}

static gboolean
is_count (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_COUNT || measure->statistic == CASENESS_STATISTIC_SUM
         || measure->statistic == CASENESS_STATISTIC_TOTAL;
}

/* Everything is rounded, totals too, and what rounding alone would not hide is hidden. */
static void
write_suppressed_figure (CasenessCsvWriter *writer, const Groups *groups, guint group, const CasenessMeasure *measure,
                         gboolean is_exact)
{
  const CasenessFigure *figure = &groups->figures[group];
  g_autofree char *value = caseness_figure_format_value (figure, measure, is_exact);
  gboolean hides = is_hidden (groups, group, measure);

  if (is_count (measure))
    {
      write_suppressed (writer, figure->numerator, groups->hides_numerator[group]);
      caseness_csv_writer_text (writer, NULL);
      write_suppressed (writer, figure->value, groups->hides_numerator[group]);
      return;
    }
  write_suppressed (writer, hides && measure->statistic == CASENESS_STATISTIC_MEAN ? NAN : figure->numerator,
                    groups->hides_numerator[group]);
  write_suppressed (writer, figure->denominator, groups->hides_denominator[group]);
  caseness_csv_writer_digits (writer, hides ? CASENESS_SUPPRESSED : value);
}

static void
write_figure (CasenessCsvWriter *writer, const Groups *groups, guint group, const CasenessMeasure *measure,
              const CasenessMeasureCsvOptions *options)
{
  const CasenessFigure *figure = &groups->figures[group];
  g_autofree char *value = NULL;

  if (options->suppresses)
    {
      write_suppressed_figure (writer, groups, group, measure, options->is_exact);
      return;
    }
  value = caseness_figure_format_value (figure, measure, options->is_exact);
  caseness_csv_writer_number (writer, figure->numerator, DECIMALS);
  caseness_csv_writer_number (writer, figure->denominator, DECIMALS);
  caseness_csv_writer_digits (writer, value);
}

static void
write_groups (CasenessCsvWriter *writer, const CasenessAnswer *answer, guint period, guint variable, guint measure,
              const CasenessMeasureCsvOptions *options)
{
  const CasenessPeriod *days = caseness_answer_get_period (answer, period);
  const CasenessMeasure *asked = caseness_answer_get_measure (answer, measure);
  g_auto(Groups) groups = { 0 };
  guint group;

  groups_init (&groups, answer, period, variable, measure);
  if (options->suppresses)
    groups_hide (&groups, adds_up (answer, variable));
  for (group = 0; group < groups.n; group++)
    {
      caseness_csv_writer_date (writer, days->start);
      caseness_csv_writer_date (writer, days->end);
      caseness_csv_writer_text (writer, caseness_answer_get_variable_name (answer, variable));
      caseness_csv_writer_text (writer, caseness_answer_get_group (answer, period, variable, group));
      caseness_csv_writer_text (writer, asked->id);
      caseness_csv_writer_text (writer, asked->name);
      write_figure (writer, &groups, group, asked, options);
      caseness_csv_writer_end_row (writer);
    }
}

/* A number that the figure has. */
static void
write_star (CasenessCsvWriter *writer, double part)
{
  caseness_csv_writer_text (writer, isnan (part) ? NULL : CASENESS_SUPPRESSED);
}

void
caseness_figure_write_csv (CasenessCsvWriter *writer, const CasenessFigure *figure, const CasenessMeasure *measure,
                           CasenessTelling telling)
{
  g_autofree char *value = NULL;

  g_return_if_fail (writer != NULL && figure != NULL && measure != NULL);
  value = caseness_figure_format_value (figure, measure, FALSE);
  switch (telling)
    {
    case CASENESS_TELLING_EXACT:
      caseness_csv_writer_number (writer, figure->numerator, DECIMALS);
      caseness_csv_writer_number (writer, figure->denominator, DECIMALS);
      caseness_csv_writer_digits (writer, value);
      break;
    case CASENESS_TELLING_ROUNDED:
      write_suppressed (writer, figure->numerator, FALSE);
      write_suppressed (writer, figure->denominator, FALSE);
      if (is_count (measure))
        write_suppressed (writer, figure->value, FALSE);
      else
        caseness_csv_writer_digits (writer, value);
      break;
    case CASENESS_TELLING_NOTHING:
    default:
      write_star (writer, figure->numerator);
      write_star (writer, figure->denominator);
      caseness_csv_writer_text (writer, CASENESS_SUPPRESSED);
      break;
    }
}

void
caseness_figure_write_limits_csv (CasenessCsvWriter *writer, const CasenessInterval *interval,
                                  const CasenessMeasure *measure, CasenessTelling telling)
{
  gboolean is_told = telling == CASENESS_TELLING_EXACT || (telling == CASENESS_TELLING_ROUNDED && !is_count (measure));
  int decimals = telling == CASENESS_TELLING_EXACT ? DECIMALS : 1;

  g_return_if_fail (writer != NULL && interval != NULL && measure != NULL);
  caseness_csv_writer_number (writer, is_told ? interval->lower : NAN, decimals);
  caseness_csv_writer_number (writer, is_told ? interval->upper : NAN, decimals);
}

void
caseness_measures_write_csv (CasenessCsvWriter *writer, const CasenessAnswer *answer,
                             const CasenessMeasureCsvOptions *options)
{
  const char *const head[] = { "period_start", "period_end",   "variable",  "group",       "measure_id",
                               "measure_name", "numerator",    "denominator", "value",     NULL };
  guint period, variable, measure;

  g_return_if_fail (writer != NULL && answer != NULL && options != NULL);
  if (!options->has_no_head)
    caseness_csv_writer_row (writer, head);
  for (period = 0; period < caseness_answer_get_n_periods (answer); period++)
    for (variable = 0; variable < caseness_answer_get_n_variables (answer); variable++)
      for (measure = 0; measure < caseness_answer_get_n_measures (answer); measure++)
        write_groups (writer, answer, period, variable, measure, options);
}
