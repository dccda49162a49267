/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-overview-table.h"

#include "caseness-overview-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  NAME,
  LATEST,
  TARGET,
  SPARK,
  RANGE,
  VARIATION,
  ASSURANCE,
  WORDS,
  N_COLUMNS
};

/* England and the ICB, one below the other; empty where nothing is published. */
static char *
dup_benchmarks (const CasenessOverviewRow *standard)
{
  g_autofree char *england = caseness_overview_dup_benchmark (standard, &standard->england, standard->has_england);
  g_autofree char *icb = caseness_overview_dup_benchmark (standard, &standard->icb, standard->has_icb);

  if (!standard->has_england)
    return NULL;
  if (!standard->has_icb)
    /* Translators: England's figure. */
    return g_strdup_printf (_("England %s"), england);
  /* Translators: England's figure and that of the integrated care board, on two lines. */
  return g_strdup_printf (_("England %s\nICB %s"), england, icb);
}

static void
fill_figures (CasenessDataRow *row, const CasenessOverviewRow *standard)
{
  const CasenessSeries *series = standard->series;
  g_autofree char *value = caseness_overview_dup_value (standard, FALSE);
  g_autofree char *month = series->last < series->n_points ? caseness_series_dup_point (series, series->last) : NULL;
  g_autofree char *target = caseness_overview_dup_target (standard);
  g_autofree char *benchmarks = dup_benchmarks (standard);

  caseness_data_row_set_number (row, LATEST, value, caseness_series_get_latest (series));
  caseness_data_row_set_detail (row, LATEST, month);
  caseness_data_row_set_number (row, TARGET, target, caseness_series_get_target (series));
  caseness_data_row_set_detail (row, TARGET, benchmarks);
}

static void
fill_drawings (CasenessDataRow *row, const CasenessOverviewRow *standard)
{
  CasenessSeriesLook look;
  g_autofree const CasenessSeriesNote *notes = NULL;
  g_autoptr(CasenessMiniature) spark = NULL;
  g_autoptr(CasenessMiniature) variation = caseness_series_chart_new_variation (standard->series);
  g_autoptr(CasenessMiniature) assurance = caseness_series_chart_new_assurance (standard->series);

  caseness_overview_make_look (standard, FALSE, &look);
  notes = look.notes;
  spark = caseness_series_chart_new_sparkline (standard->series, &look);
  caseness_data_row_set_drawing (row, SPARK, spark, caseness_series_get_urgency (standard->series));
  caseness_data_row_set_drawing (row, VARIATION, variation, standard->series->variation);
  caseness_data_row_set_drawing (row, ASSURANCE, assurance, standard->series->assurance);
}

static CasenessDataRow *
make_row (const CasenessOverviewRow *standard, guint id)
{
  CasenessDataRow *row = caseness_data_row_new (id, N_COLUMNS);
  const CasenessSeries *series = standard->series;
  g_autofree char *limits = caseness_overview_dup_limits (standard);
  g_autofree char *mean = series->last < series->n_points
                            ? caseness_series_dup_value (series, series->limits[series->last].mean)
                            : g_strdup ("–");
  g_autofree char *sentence = caseness_series_dup_sentence (series);
  g_autofree char *cohort = *standard->standard.cohort != '\0'
                              ? g_strdup_printf ("%s, %s", standard->standard.measure->id, standard->standard.cohort)
                              : g_strdup (standard->standard.measure->id);

  caseness_data_row_set_text (row, NAME, standard->standard.name);
  caseness_data_row_set_detail (row, NAME, cohort);
  fill_figures (row, standard);
  fill_drawings (row, standard);
  caseness_data_row_set_text (row, RANGE, mean);
  caseness_data_row_set_detail (row, RANGE, limits);
  caseness_data_row_set_text (row, WORDS, sentence);
  return row;
}

void
caseness_overview_table_show (CasenessDataTable *table, const CasenessOverview *overview)
{
  const CasenessDataColumn columns[N_COLUMNS] = {
    [NAME] = { _("Standard"), CASENESS_DATA_TITLE },       [LATEST] = { _("Latest"), CASENESS_DATA_FIGURE },
    [TARGET] = { _("Target"), CASENESS_DATA_PAIR },        [SPARK] = { _("Over time"), CASENESS_DATA_DRAWN },
    [RANGE] = { _("Usual range"), CASENESS_DATA_PAIR },    [VARIATION] = { _("Variation"), CASENESS_DATA_DRAWN },
    [ASSURANCE] = { _("Assurance"), CASENESS_DATA_DRAWN }, [WORDS] = { _("In words"), CASENESS_DATA_PROSE },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < overview->rows->len; i++)
    g_ptr_array_add (rows, make_row (g_ptr_array_index (overview->rows, i), i));
  caseness_data_table_show (table, columns, N_COLUMNS, rows);
}
