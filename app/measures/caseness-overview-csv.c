/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-overview.h"

#include <math.h>

static const char *const headings[] = {
  "measure_id", "name",  "period_start", "period_end", "value",     "target",    "england", "icb",
  "mean",       "lower", "upper",        "variation",  "assurance", "sentence", NULL,
};

static const char *const point_headings[] = {
  "measure_id", "period_start", "period_end", "numerator", "denominator", "value", "mean",
  "lower",      "upper",        "target",     "phase",     "rules",       NULL,
};

static void
write_row (CasenessCsvWriter *writer, const CasenessOverviewRow *row)
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
  caseness_csv_writer_number (writer, caseness_series_get_latest (series), 6);
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
caseness_overview_write_csv (CasenessCsvWriter *writer, const CasenessOverview *overview)
{
  guint i;

  g_return_if_fail (writer != NULL && overview != NULL);

  caseness_csv_writer_row (writer, headings);
  for (i = 0; i < overview->rows->len; i++)
    write_row (writer, g_ptr_array_index (overview->rows, i));
}

void
caseness_overview_write_series_csv (CasenessCsvWriter *writer, const CasenessOverviewRow *row)
{
  const CasenessSeries *series;
  guint i;

  g_return_if_fail (writer != NULL && row != NULL);

  series = row->series;
  caseness_csv_writer_row (writer, point_headings);
  for (i = 0; i < series->n_points; i++)
    {
      g_autofree char *rules = caseness_series_dup_rules (series, i);

      caseness_csv_writer_text (writer, row->standard.measure->id);
      caseness_csv_writer_date (writer, series->periods[i].start);
      caseness_csv_writer_date (writer, series->periods[i].end);
      caseness_csv_writer_number (writer, series->figures[i].numerator, 6);
      caseness_csv_writer_number (writer, series->figures[i].denominator, 6);
      caseness_csv_writer_number (writer, series->figures[i].value, 6);
      caseness_csv_writer_number (writer, series->limits[i].mean, 6);
      caseness_csv_writer_number (writer, series->limits[i].lower, 6);
      caseness_csv_writer_number (writer, series->limits[i].upper, 6);
      caseness_csv_writer_number (writer, series->targets[i], 6);
      caseness_csv_writer_int (writer, series->chart.points[i].phase + 1);
      caseness_csv_writer_text (writer, rules);
      caseness_csv_writer_end_row (writer);
    }
}
