/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-private.h"

void
caseness_chart_init (CasenessChart *chart, const CasenessChartClass *klass)
{
  chart->klass = klass;
  chart->references = 1;
}

CasenessChart *
caseness_chart_ref (CasenessChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  g_atomic_int_inc (&chart->references);
  return chart;
}

void
caseness_chart_unref (CasenessChart *chart)
{
  g_return_if_fail (chart != NULL);

  if (!g_atomic_int_dec_and_test (&chart->references))
    return;
  g_free (chart->title);
  g_free (chart->subtitle);
  g_free (chart->footnote);
  g_free (chart->summary);
  chart->klass->free (chart);
}

static void
replace_text (char **place, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

void
caseness_chart_set_titles (CasenessChart *chart, const char *title, const char *subtitle, const char *footnote)
{
  g_return_if_fail (chart != NULL);

  replace_text (&chart->title, title);
  replace_text (&chart->subtitle, subtitle);
  replace_text (&chart->footnote, footnote);
}

const char *
caseness_chart_get_title (const CasenessChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return chart->title;
}

const char *
caseness_chart_get_subtitle (const CasenessChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return chart->subtitle;
}

const char *
caseness_chart_get_footnote (const CasenessChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return chart->footnote;
}

void
caseness_chart_set_summary (CasenessChart *chart, const char *summary)
{
  g_return_if_fail (chart != NULL);

  replace_text (&chart->summary, summary);
}

char *
caseness_chart_dup_summary (const CasenessChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return chart->summary != NULL ? g_strdup (chart->summary) : chart->klass->dup_summary (chart);
}

CasenessChartTable *
caseness_chart_dup_table (const CasenessChart *chart)
{
  CasenessChartTable *table;

  g_return_val_if_fail (chart != NULL, NULL);

  table = caseness_chart_table_new ();
  chart->klass->fill_table (chart, table);
  return table;
}

CasenessChartLayout *
caseness_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                        const CasenessTheme *theme)
{
  g_autoptr(CasenessTextStore) store = NULL;

  g_return_val_if_fail (chart != NULL && context != NULL && room != NULL && theme != NULL, NULL);

  store = caseness_text_store_new (context);
  return chart->klass->lay_out (chart, context, room, theme);
}

/* Returns: (transfer full) (nullable): title and subtitle as sentences. */
char *
caseness_chart_dup_titles (const CasenessChart *chart)
{
  if (chart->title != NULL && chart->subtitle != NULL)
    return g_strdup_printf ("%s. %s", chart->title, chart->subtitle);
  return g_strdup (chart->title);
}

/* Returns: (transfer full): title and subtitle, ready for more sentences. */
GString *
caseness_chart_begin_summary (const CasenessChart *chart)
{
  g_autofree char *titles = caseness_chart_dup_titles (chart);
  GString *text = g_string_new (titles);

  if (text->len > 0)
    g_string_append (text, g_str_has_suffix (text->str, ".") ? " " : ". ");
  return text;
}
