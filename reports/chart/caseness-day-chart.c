/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-day-chart-private.h"

#include <glib/gi18n.h>

static void
clear_event (gpointer data)
{
  g_free (((CasenessDayEvent *) data)->label);
}

static void
clear_span (gpointer data)
{
  g_free (((CasenessDaySpan *) data)->label);
}

static void
clear_edge (gpointer data)
{
  g_free (((CasenessDayEdge *) data)->label);
}

static void
free_row (gpointer data)
{
  CasenessDayRow *row = data;

  g_free (row->name);
  g_array_unref (row->events);
  g_array_unref (row->spans);
  g_free (row);
}

static void
free_chart (CasenessChart *chart)
{
  CasenessDayChart *self = (CasenessDayChart *) chart;

  g_ptr_array_unref (self->rows);
  g_array_unref (self->edges);
  g_free (self);
}

static char *
dup_summary (const CasenessChart *chart)
{
  const CasenessDayChart *self = (const CasenessDayChart *) chart;
  g_autoptr(GString) text = caseness_chart_begin_summary (chart);
  guint i;

  for (i = 0; i < self->rows->len; i++)
    {
      guint n = DAY_ROW (self, i)->events->len + DAY_ROW (self, i)->spans->len;

      /* Translators: a row of a chart, and how many things stand in it. */
      g_string_append_printf (text, ngettext ("%s%s: %u.", "%s%s: %u.", n), i > 0 ? " " : "", DAY_ROW (self, i)->name, n);
    }
  if (self->rows->len == 0)
    g_string_append (text, _("There are no values."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_row (CasenessChartTable *table, CasenessDate from, CasenessDate to, const char *row, const char *label)
{
  g_autofree char *first = caseness_date_format_short (from);
  g_autofree char *last = to != from ? caseness_date_format_short (to) : g_strdup ("");

  caseness_chart_table_add_text (table, first);
  caseness_chart_table_add_text (table, last);
  caseness_chart_table_add_text (table, row);
  caseness_chart_table_add_text (table, label != NULL ? label : "");
}

static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessDayChart *self = (const CasenessDayChart *) chart;
  guint i, k;

  caseness_chart_table_add_column (table, C_("column of a table", "Day"));
  caseness_chart_table_add_column (table, C_("column of a table", "To"));
  caseness_chart_table_add_column (table, C_("column of a table", "Row"));
  caseness_chart_table_add_column (table, C_("column of a table", "What"));
  for (i = 0; i < self->edges->len; i++)
    {
      const CasenessDayEdge *edge = &g_array_index (self->edges, CasenessDayEdge, i);

      fill_row (table, edge->day, edge->day, "", edge->label);
    }
  for (i = 0; i < self->rows->len; i++)
    {
      const CasenessDayRow *row = DAY_ROW (self, i);

      for (k = 0; k < row->spans->len; k++)
        {
          const CasenessDaySpan *span = &g_array_index (row->spans, CasenessDaySpan, k);

          fill_row (table, span->from, span->to, row->name, span->label);
        }
      for (k = 0; k < row->events->len; k++)
        {
          const CasenessDayEvent *event = &g_array_index (row->events, CasenessDayEvent, k);

          fill_row (table, event->day, event->day, row->name, event->label);
        }
    }
}

static const CasenessChartClass day_chart_class = { caseness_day_chart_lay_out, dup_summary, fill_table, free_chart };

CasenessDayChart *
caseness_day_chart_new (CasenessDate from, CasenessDate to)
{
  CasenessDayChart *chart;

  g_return_val_if_fail (from != CASENESS_DATE_NONE && to >= from, NULL);

  chart = g_new0 (CasenessDayChart, 1);
  caseness_chart_init (&chart->parent, &day_chart_class);
  chart->from = from;
  chart->to = to;
  chart->rows = g_ptr_array_new_with_free_func (free_row);
  chart->edges = g_array_new (FALSE, FALSE, sizeof (CasenessDayEdge));
  g_array_set_clear_func (chart->edges, clear_edge);
  return chart;
}

void
caseness_day_chart_unref (CasenessDayChart *chart)
{
  g_return_if_fail (chart != NULL);

  caseness_chart_unref (&chart->parent);
}

CasenessChart *
caseness_day_chart_as_chart (CasenessDayChart *chart)
{
  return chart != NULL ? &chart->parent : NULL;
}

guint
caseness_day_chart_add_row (CasenessDayChart *chart, const char *name)
{
  CasenessDayRow *row;

  g_return_val_if_fail (chart != NULL && name != NULL, 0);

  row = g_new0 (CasenessDayRow, 1);
  row->name = g_strdup (name);
  row->events = g_array_new (FALSE, FALSE, sizeof (CasenessDayEvent));
  g_array_set_clear_func (row->events, clear_event);
  row->spans = g_array_new (FALSE, FALSE, sizeof (CasenessDaySpan));
  g_array_set_clear_func (row->spans, clear_span);
  g_ptr_array_add (chart->rows, row);
  return chart->rows->len - 1;
}

void
caseness_day_chart_add_mark (CasenessDayChart *chart, guint row, CasenessDate day, CasenessDayMark mark,
                             const char *label)
{
  CasenessDayEvent event = { day, mark, NULL };

  g_return_if_fail (chart != NULL && row < chart->rows->len && label != NULL);

  event.label = g_strdup (label);
  g_array_append_val (DAY_ROW (chart, row)->events, event);
}

void
caseness_day_chart_add_span (CasenessDayChart *chart, guint row, CasenessDate from, CasenessDate to,
                             gboolean is_strong, const char *label)
{
  CasenessDaySpan span = { from, to, is_strong, NULL };

  g_return_if_fail (chart != NULL && row < chart->rows->len && to >= from);

  span.label = g_strdup (label);
  g_array_append_val (DAY_ROW (chart, row)->spans, span);
}

void
caseness_day_chart_add_edge (CasenessDayChart *chart, CasenessDate day, const char *label)
{
  CasenessDayEdge edge = { day, NULL };

  g_return_if_fail (chart != NULL && label != NULL);

  edge.label = g_strdup (label);
  g_array_append_val (chart->edges, edge);
}
