/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-overview-report.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>

char *
caseness_overview_dup_value (const CasenessOverviewRow *row, gboolean suppresses)
{
  const CasenessSeries *series = row->series;
  const CasenessFigure *figure;

  if (series->last == series->n_points)
    return g_strdup ("–");
  figure = &series->figures[series->last];
  if (suppresses && caseness_series_is_small (series, series->last))
    return g_strdup (CASENESS_SUPPRESSED);
  if (suppresses && !series->is_percent && isnan (figure->denominator))
    return caseness_suppress_count (llround (figure->value));
  return caseness_series_dup_value (series, figure->value);
}

char *
caseness_overview_dup_target (const CasenessOverviewRow *row)
{
  double target = caseness_series_get_target (row->series);
  g_autofree char *value = caseness_series_dup_target (row->series, target);

  if (isnan (target))
    return g_strdup (C_("target", "none"));
  if (row->series->is_planned)
    /* Translators: what the contract plans for the month. */
    return g_strdup_printf (_("plan %s"), value);
  return g_strdup_printf (row->series->direction == CASENESS_SPC_DECREASE ? _("at most %s") : _("at least %s"), value);
}

char *
caseness_overview_dup_benchmark (const CasenessOverviewRow *row, const CasenessBenchmark *benchmark,
                                 gboolean has_benchmark)
{
  return has_benchmark ? caseness_series_dup_value (row->series, benchmark->value) : g_strdup ("–");
}

char *
caseness_overview_dup_limits (const CasenessOverviewRow *row)
{
  const CasenessSeries *series = row->series;
  const CasenessSpcLimits *limits;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  if (series->last == series->n_points || isnan (series->limits[series->last].lower))
    return g_strdup ("–");
  limits = &series->limits[series->last];
  lower = caseness_series_dup_value (series, MAX (limits->lower, 0));
  upper = caseness_series_dup_value (series, series->is_percent ? MIN (limits->upper, 100) : limits->upper);
  /* Translators: the usual range of a figure. */
  return g_strdup_printf (_("%s to %s"), lower, upper);
}

const char *
caseness_overview_get_variation (const CasenessOverviewRow *row)
{
  switch (row->series->variation)
    {
    case CASENESS_SPC_MEANS_IMPROVEMENT:
      return C_("variation", "better");
    case CASENESS_SPC_MEANS_CONCERN:
      return C_("variation", "worse");
    case CASENESS_SPC_MEANS_CHANGE:
      return C_("variation", "changed");
    case CASENESS_SPC_MEANS_NOTHING:
    default:
      return C_("variation", "same");
    }
}

const char *
caseness_overview_get_assurance (const CasenessOverviewRow *row)
{
  switch (row->series->assurance)
    {
    case CASENESS_SPC_PASS:
      return C_("assurance", "meets");
    case CASENESS_SPC_FAIL:
      return C_("assurance", "misses");
    case CASENESS_SPC_HIT_OR_MISS:
      return C_("assurance", "hit or miss");
    case CASENESS_SPC_NO_ASSURANCE:
    default:
      return "–";
    }
}

void
caseness_overview_make_look (const CasenessOverviewRow *row, gboolean suppresses, CasenessSeriesLook *look)
{
  CasenessSeriesNote *notes = g_new0 (CasenessSeriesNote, row->notes->len + 1);
  guint i;

  for (i = 0; i < row->notes->len; i++)
    {
      const CasenessFigureNote *note = &g_array_index (row->notes, CasenessFigureNote, i);

      notes[i] = (CasenessSeriesNote){ note->period.start, note->text };
    }
  *look = (CasenessSeriesLook){
    .name = row->standard.name,
    .cohort = *row->standard.cohort != '\0' ? row->standard.cohort : NULL,
    .notes = notes,
    .n_notes = row->notes->len,
    .suppresses = suppresses,
  };
}
