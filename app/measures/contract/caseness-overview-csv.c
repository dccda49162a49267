/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-overview.h"
#include "caseness-suppression.h"

#include <math.h>

static const char *const headings[] = {
  "measure_id", "name",  "period_start", "period_end", "value",     "target",    "england", "icb",
  "mean",       "lower", "upper",        "variation",  "assurance", "sentence", NULL,
};

static const char *const point_headings[] = {
  "measure_id", "period_start", "period_end", "numerator", "denominator", "value", "mean",
  "lower",      "upper",        "target",     "phase",     "rules",       NULL,
};

/* A count, which is none of a share or a mean, as people outside are told it. */
static double
tell_count (double count, gboolean suppresses)
{
  return suppresses && !isnan (count) ? (double) caseness_suppress_round (llround (count)) : count;
}

static double
tell_value (const CasenessSeries *series, guint point, gboolean suppresses)
{
  const CasenessFigure *figure = &series->figures[point];

  return tell_count (figure->value, suppresses && !series->is_percent && isnan (figure->denominator));
}

/* What is not told has no value; the counts under it are not told either. */
static double
tell_part (const CasenessSeries *series, guint point, double part, gboolean suppresses)
{
  return suppresses && isnan (series->figures[point].value) ? NAN : tell_count (part, suppresses);
}

static void
write_row (CasenessCsvWriter *writer, const CasenessOverviewRow *row, gboolean suppresses)
{
  const CasenessSeries *series = row->series;
  g_autofree char *sentence = caseness_series_dup_sentence (series);
  gboolean has_last = series->last < series->n_points;
  CasenessSpcLimits none = { NAN, NAN, NAN, NAN, NAN, 0, FALSE };
  const CasenessSpcLimits *limits = has_last ? &series->limits[series->last] : &none;

  caseness_csv_writer_text (writer, row->standard.measure->id);
  caseness_csv_writer_text (writer, row->standard.name);
  caseness_csv_writer_date (writer, has_last ? series->periods[series->last].start : CASENESS_DATE_NONE);
  caseness_csv_writer_date (writer, has_last ? series->periods[series->last].end : CASENESS_DATE_NONE);
  caseness_csv_writer_number (writer, has_last ? tell_value (series, series->last, suppresses) : NAN, 6);
  caseness_csv_writer_number (writer, caseness_series_get_target (series), 6);
  caseness_csv_writer_number (writer, row->has_england ? row->england.value : NAN, 6);
  caseness_csv_writer_number (writer, row->has_icb ? row->icb.value : NAN, 6);
  caseness_csv_writer_number (writer, limits->mean, 6);
  caseness_csv_writer_number (writer, limits->lower, 6);
  caseness_csv_writer_number (writer, limits->upper, 6);
  caseness_csv_writer_text (writer, caseness_series_get_variation_words (series));
  caseness_csv_writer_text (writer, caseness_series_get_assurance_words (series));
  caseness_csv_writer_text (writer, sentence);
  caseness_csv_writer_end_row (writer);
}

void
caseness_overview_write_csv (CasenessCsvWriter *writer, const CasenessOverview *overview, gboolean suppresses)
{
  g_autoptr(CasenessOverview) told = NULL;
  guint i;

  g_return_if_fail (writer != NULL && overview != NULL);

  if (suppresses)
    overview = told = caseness_overview_dup_told (overview);
  caseness_csv_writer_row (writer, headings);
  for (i = 0; i < overview->rows->len; i++)
    write_row (writer, g_ptr_array_index (overview->rows, i), suppresses);
}

void
caseness_overview_write_series_csv (CasenessCsvWriter *writer, const CasenessOverviewRow *row, gboolean suppresses)
{
  g_autoptr(CasenessSeries) series = NULL;
  guint i;

  g_return_if_fail (writer != NULL && row != NULL);

  series = suppresses ? caseness_series_dup_told (row->series) : caseness_series_ref (row->series);
  caseness_csv_writer_row (writer, point_headings);
  for (i = 0; i < series->n_points; i++)
    {
      g_autofree char *rules = caseness_series_dup_rules (series, i);

      caseness_csv_writer_text (writer, row->standard.measure->id);
      caseness_csv_writer_date (writer, series->periods[i].start);
      caseness_csv_writer_date (writer, series->periods[i].end);
      caseness_csv_writer_number (writer, tell_part (series, i, series->figures[i].numerator, suppresses), 6);
      caseness_csv_writer_number (writer, tell_part (series, i, series->figures[i].denominator, suppresses), 6);
      caseness_csv_writer_number (writer, tell_value (series, i, suppresses), 6);
      caseness_csv_writer_number (writer, series->limits[i].mean, 6);
      caseness_csv_writer_number (writer, series->limits[i].lower, 6);
      caseness_csv_writer_number (writer, series->limits[i].upper, 6);
      caseness_csv_writer_number (writer, series->targets[i], 6);
      caseness_csv_writer_int (writer, series->chart.points[i].phase + 1);
      caseness_csv_writer_text (writer, rules);
      caseness_csv_writer_end_row (writer);
    }
}
