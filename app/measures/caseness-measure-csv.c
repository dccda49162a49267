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

/* A count, or a sum that would tell one: small ones hidden, others to the nearest 5. */
static void
write_suppressed (CasenessCsvWriter *writer, double part)
{
  g_autofree char *text = isnan (part) ? NULL : caseness_suppress_count (llround (part));

  caseness_csv_writer_text (writer, text);
}

/* Whether the value itself must be hidden: it stands on too few, or too few are in it. */
static gboolean
is_hidden (const CasenessFigure *figure, const CasenessMeasure *measure)
{
  if (!isnan (figure->denominator) && caseness_suppress_is_small (llround (figure->denominator)))
    return TRUE;
  return caseness_measure_is_made_of_others (measure) && caseness_suppress_is_small (llround (figure->numerator));
}

static gboolean
is_count (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_COUNT || measure->statistic == CASENESS_STATISTIC_SUM
         || measure->statistic == CASENESS_STATISTIC_TOTAL;
}

/* Everything is rounded, totals too, so that no hidden number can be worked out from the others. */
static void
write_suppressed_figure (CasenessCsvWriter *writer, const CasenessFigure *figure, const CasenessMeasure *measure,
                         gboolean is_exact)
{
  g_autofree char *value = caseness_figure_format_value (figure, measure, is_exact);
  gboolean hides = is_hidden (figure, measure);

  if (is_count (measure))
    {
      write_suppressed (writer, figure->numerator);
      caseness_csv_writer_text (writer, NULL);
      write_suppressed (writer, figure->value);
      return;
    }
  write_suppressed (writer, hides && measure->statistic == CASENESS_STATISTIC_MEAN ? NAN : figure->numerator);
  write_suppressed (writer, figure->denominator);
  caseness_csv_writer_text (writer, hides ? CASENESS_SUPPRESSED : value);
}

static void
write_figure (CasenessCsvWriter *writer, const CasenessFigure *figure, const CasenessMeasure *measure,
              const CasenessMeasureCsvOptions *options)
{
  g_autofree char *value = caseness_figure_format_value (figure, measure, options->is_exact);

  if (options->suppresses)
    {
      write_suppressed_figure (writer, figure, measure, options->is_exact);
      return;
    }
  caseness_csv_writer_number (writer, figure->numerator, DECIMALS);
  caseness_csv_writer_number (writer, figure->denominator, DECIMALS);
  caseness_csv_writer_text (writer, value);
}

static void
write_row (CasenessCsvWriter *writer, const CasenessAnswer *answer, guint period, guint variable, guint group,
           guint measure, const CasenessMeasureCsvOptions *options)
{
  const CasenessPeriod *days = caseness_answer_get_period (answer, period);
  const CasenessMeasure *asked = caseness_answer_get_measure (answer, measure);
  CasenessFigure figure = caseness_answer_get (answer, period, variable, group, measure);

  caseness_csv_writer_date (writer, days->start);
  caseness_csv_writer_date (writer, days->end);
  caseness_csv_writer_text (writer, caseness_answer_get_variable_name (answer, variable));
  caseness_csv_writer_text (writer, caseness_answer_get_group (answer, period, variable, group));
  caseness_csv_writer_text (writer, asked->id);
  caseness_csv_writer_text (writer, asked->name);
  write_figure (writer, &figure, asked, options);
  caseness_csv_writer_end_row (writer);
}

void
caseness_measures_write_csv (CasenessCsvWriter *writer, const CasenessAnswer *answer,
                             const CasenessMeasureCsvOptions *options)
{
  const char *const head[] = { "period_start", "period_end",   "variable",  "group",       "measure_id",
                               "measure_name", "numerator",    "denominator", "value",     NULL };
  guint period, variable, measure, group;

  g_return_if_fail (writer != NULL && answer != NULL && options != NULL);
  if (!options->has_no_head)
    caseness_csv_writer_row (writer, head);
  for (period = 0; period < caseness_answer_get_n_periods (answer); period++)
    for (variable = 0; variable < caseness_answer_get_n_variables (answer); variable++)
      for (measure = 0; measure < caseness_answer_get_n_measures (answer); measure++)
        for (group = 0; group < caseness_answer_get_n_groups (answer, period, variable); group++)
          write_row (writer, answer, period, variable, group, measure, options);
}
