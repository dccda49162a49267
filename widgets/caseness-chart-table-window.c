/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-table-window.h"

#include "caseness-chart-export.h"
#include "caseness-data-table.h"
#include "caseness-say.h"
#include "caseness-toast.h"

#include <math.h>

struct _CasenessChartTableWindow
{
  AdwWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  CasenessDataTable *table;

  CasenessChart *chart; /* owned */
};

G_DEFINE_FINAL_TYPE (CasenessChartTableWindow, caseness_chart_table_window, ADW_TYPE_WINDOW)

static CasenessDataRow *
make_row (const CasenessChartTable *numbers, guint row)
{
  guint n_columns = caseness_chart_table_get_n_columns (numbers), column;
  CasenessDataRow *made = caseness_data_row_new (row, n_columns);

  for (column = 0; column < n_columns; column++)
    {
      const char *text = caseness_chart_table_get_cell (numbers, row, column);

      if (caseness_chart_table_is_numeric (numbers, column))
        caseness_data_row_set_number (made, column, text, caseness_chart_table_get_number (numbers, row, column));
      else
        caseness_data_row_set_text (made, column, text);
    }
  return made;
}

static void
show_numbers (CasenessChartTableWindow *self)
{
  g_autoptr(CasenessChartTable) numbers = caseness_chart_dup_table (self->chart);
  guint n_columns = caseness_chart_table_get_n_columns (numbers), i;
  g_autofree CasenessDataColumn *columns = g_new0 (CasenessDataColumn, n_columns);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (i = 0; i < n_columns; i++)
    {
      columns[i].title = caseness_chart_table_get_heading (numbers, i);
      columns[i].kind = caseness_chart_table_is_numeric (numbers, i) ? CASENESS_DATA_NUMBER
                        : i == 0                                     ? CASENESS_DATA_NAME
                                                                     : CASENESS_DATA_TEXT;
    }
  for (i = 0; i < caseness_chart_table_get_n_rows (numbers); i++)
    g_ptr_array_add (rows, make_row (numbers, i));
  caseness_data_table_show (self->table, columns, n_columns, rows);
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

static void
show_words (CasenessChartTableWindow *self)
{
  const char *title = or_nothing (caseness_chart_get_title (self->chart));
  const char *subtitle = or_nothing (caseness_chart_get_subtitle (self->chart));

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, subtitle);
  caseness_data_table_set_name (self->table, title, subtitle);
}

static void
say_cb (GtkWidget *widget, const char *action_name, GVariant *message)
{
  caseness_toast_show (CASENESS_CHART_TABLE_WINDOW (widget)->toasts, g_variant_get_string (message, NULL), NULL, NULL);
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  caseness_chart_export_copy_numbers (widget, CASENESS_CHART_TABLE_WINDOW (widget)->chart);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  caseness_chart_export_save_numbers (widget, CASENESS_CHART_TABLE_WINDOW (widget)->chart);
}

static void
caseness_chart_table_window_dispose (GObject *object)
{
  g_clear_pointer (&CASENESS_CHART_TABLE_WINDOW (object)->chart, caseness_chart_unref);
  G_OBJECT_CLASS (caseness_chart_table_window_parent_class)->dispose (object);
}

static void
caseness_chart_table_window_class_init (CasenessChartTableWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_chart_table_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-chart-table-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessChartTableWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CasenessChartTableWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessChartTableWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessChartTableWindow, table);
  gtk_widget_class_install_action (widget_class, CASENESS_SAY_ACTION, "s", say_cb);
  gtk_widget_class_install_action (widget_class, "numbers.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "numbers.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "numbers.copy", NULL);
}

static void
caseness_chart_table_window_init (CasenessChartTableWindow *self)
{
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
caseness_chart_table_window_new (GtkWindow *parent, CasenessChart *chart)
{
  CasenessChartTableWindow *self;

  g_return_val_if_fail (chart != NULL, NULL);

  self = g_object_new (CASENESS_TYPE_CHART_TABLE_WINDOW, "transient-for", parent, NULL);
  caseness_chart_table_window_show (self, chart);
  return GTK_WINDOW (self);
}

void
caseness_chart_table_window_show (CasenessChartTableWindow *self, CasenessChart *chart)
{
  g_return_if_fail (CASENESS_IS_CHART_TABLE_WINDOW (self) && chart != NULL);

  caseness_chart_ref (chart);
  g_clear_pointer (&self->chart, caseness_chart_unref);
  self->chart = chart;
  show_words (self);
  show_numbers (self);
}
