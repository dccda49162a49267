/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycle-chart.h"

#include "caseness-overview.h"
#include "caseness-series-chart.h"

#include <glib/gi18n.h>

#define DASH "–"

char *
caseness_cycle_dup_measure (const CasenessCycle *cycle)
{
  const CasenessMeasure *measure;
  CasenessOverviewStandard standard;

  g_return_val_if_fail (cycle != NULL, NULL);

  measure = caseness_cycle_get_measure (cycle);
  if (measure == NULL)
    return g_strdup (*cycle->measure != '\0' ? cycle->measure : DASH);
  caseness_overview_describe_measure (measure, &standard);
  return g_strdup_printf ("%s (%s)", g_dgettext (GETTEXT_PACKAGE, standard.name), measure->id);
}

char *
caseness_cycle_dup_title (const CasenessCycle *cycle)
{
  g_return_val_if_fail (cycle != NULL, NULL);
  return g_strdup (*cycle->aim != '\0' ? cycle->aim : _("A cycle without an aim yet"));
}

char *
caseness_cycle_dup_days (const CasenessCycle *cycle)
{
  g_autofree char *starts = NULL;
  g_autofree char *reviewed = NULL;

  g_return_val_if_fail (cycle != NULL, NULL);

  starts = cycle->starts != CASENESS_DATE_NONE ? caseness_date_format_long (cycle->starts) : g_strdup (DASH);
  if (cycle->reviewed == CASENESS_DATE_NONE)
    /* Translators: %s is the day a change begins. */
    return g_strdup_printf (_("Begins %s"), starts);
  reviewed = caseness_date_format_long (cycle->reviewed);
  /* Translators: the day a change begins, and the day people look back at it. */
  return g_strdup_printf (_("Begins %1$s, looked back at on %2$s"), starts, reviewed);
}

/* The first line of what is done differently, which stands under the chart. */
static char *
dup_change (const CasenessCycle *cycle)
{
  g_auto(GStrv) lines = g_strsplit (cycle->change, "\n", 2);

  return g_strdup (lines[0] != NULL && *lines[0] != '\0' ? lines[0] : _("The change begins"));
}

/* What is said of the change rests on every month, what is drawn on those that may be told: where they part, the chart does
 * not judge the months it shows a second time. */
static void
say_what_is_hidden (CasenessChart *plot)
{
  caseness_chart_set_summary (plot, _("Months of fewer than five people are not drawn. Mean and limits rest on the months that are; "
                                      "whether it worked is judged by all of them."));
}

CasenessLineChart *
caseness_cycle_chart_new (const CasenessCycleResult *result, const char *whose, gboolean suppresses)
{
  g_autofree char *measure = NULL;
  g_autofree char *change = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *footnote = NULL;
  g_autoptr(CasenessSeries) series = NULL;
  CasenessSeriesNote note;
  CasenessSeriesLook look;
  CasenessLineChart *chart;
  CasenessChart *plot;

  g_return_val_if_fail (result != NULL && result->series != NULL, NULL);

  /* Mean and limits must not give away the points that are hidden. */
  series = suppresses ? caseness_series_dup_told (result->series) : caseness_series_ref (result->series);
  measure = caseness_cycle_dup_measure (result->cycle);
  change = dup_change (result->cycle);
  sentence = caseness_cycle_result_dup_sentence (result);
  note = (CasenessSeriesNote){ result->cycle->starts, change };
  look = (CasenessSeriesLook){ .name = measure, .cohort = whose, .notes = &note,
                               .n_notes = result->series->changes->len == 0, .suppresses = suppresses };
  chart = caseness_series_chart_new (series, &look);
  plot = caseness_line_chart_as_chart (chart);
  subtitle = g_strdup (caseness_chart_get_subtitle (plot));
  footnote = g_strdup (caseness_chart_get_footnote (plot));
  caseness_chart_set_titles (plot, sentence, subtitle, footnote);
  if (series != result->series)
    say_what_is_hidden (plot);
  return chart;
}
