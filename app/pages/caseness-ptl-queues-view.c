/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-queues-view.h"

#include "caseness-data-table.h"
#include "caseness-ptl-meeting-words.h"
#include "caseness-ptl-words.h"

#include <glib/gi18n-lib.h>

/* So that all rows are seen, in points: the heading, and a row. */
#define HEADING_HEIGHT 46
#define ROW_HEIGHT 38

struct _CasenessPtlQueuesView
{
  AdwBin parent_instance;
  GtkLabel *title_label;
  GtkLabel *basis_label;
  CasenessDataTable *table;
};

G_DEFINE_FINAL_TYPE (CasenessPtlQueuesView, caseness_ptl_queues_view, ADW_TYPE_BIN)

static void
caseness_ptl_queues_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (caseness_ptl_queues_view_parent_class)->dispose (object);
}

static void
caseness_ptl_queues_view_class_init (CasenessPtlQueuesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_ptl_queues_view_dispose;
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-ptl-queues-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlQueuesView, title_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlQueuesView, basis_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlQueuesView, table);
}

static void
caseness_ptl_queues_view_init (CasenessPtlQueuesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
caseness_ptl_queues_view_new (void)
{
  return g_object_new (CASENESS_TYPE_PTL_QUEUES_VIEW, NULL);
}

static void
set_rate (CasenessDataRow *row, guint cell, double per_week)
{
  g_autofree char *text = caseness_ptl_clearance_dup_rate (per_week);

  caseness_data_row_set_number (row, cell, text, per_week);
}

static CasenessDataRow *
make_row (const CasenessPtlAnswer *answer, guint index, guint n_cells, gboolean hides_names)
{
  const CasenessPtlQueue *queue = &g_array_index (answer->queues, CasenessPtlQueue, index);
  CasenessDataRow *row = caseness_data_row_new (index, n_cells);
  g_autofree char *group = queue->group != NULL
                             ? caseness_ptl_words_group (answer, answer->grid->split, queue->group, hides_names)
                             : g_strdup (_("All"));
  g_autofree char *waiting = g_strdup_printf ("%'.0f", queue->queue.waiting);
  g_autofree char *weeks = caseness_ptl_clearance_dup_weeks (&queue->clearance);
  g_autofree char *backlog = caseness_ptl_clearance_dup_backlog (&queue->clearance);
  g_autofree char *outlook = caseness_ptl_clearance_dup_outlook (&queue->clearance);

  caseness_data_row_set_text (row, 0, group);
  caseness_data_row_set_number (row, 1, waiting, queue->queue.waiting);
  set_rate (row, 2, queue->queue.new_per_week);
  set_rate (row, 3, queue->queue.seen_per_week);
  caseness_data_row_set_number (row, 4, weeks, queue->clearance.weeks);
  caseness_data_row_set_number (row, 5, backlog, queue->clearance.backlog);
  caseness_data_row_set_text (row, 6, outlook);
  return row;
}

void
caseness_ptl_queues_view_show (CasenessPtlQueuesView *self, const CasenessPtlAnswer *answer, gboolean hides_names)
{
  const CasenessPtlQueue *all = &g_array_index (answer->queues, CasenessPtlQueue, 0);
  const CasenessDataColumn columns[] = {
    { _("Queue"), CASENESS_DATA_NAME },           { _("Waiting"), CASENESS_DATA_NUMBER },
    { _("Join a week"), CASENESS_DATA_NUMBER },   { _("Seen a week"), CASENESS_DATA_NUMBER },
    { _("Weeks to clear"), CASENESS_DATA_NUMBER }, { _("Backlog"), CASENESS_DATA_NUMBER },
    { _("Outlook"), CASENESS_DATA_TEXT },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;
  g_autofree char *basis = NULL;
  guint i;

  g_return_if_fail (CASENESS_IS_PTL_QUEUES_VIEW (self));

  title = caseness_ptl_clearance_dup_title (&all->queue, &all->clearance);
  basis = caseness_ptl_clearance_dup_basis (caseness_ptl_get_standard (answer->ptl));
  for (i = 0; i < answer->queues->len; i++)
    g_ptr_array_add (rows, make_row (answer, i, G_N_ELEMENTS (columns), hides_names));
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->basis_label, basis);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  caseness_data_table_set_name (self->table, title, basis);
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1, HEADING_HEIGHT + ROW_HEIGHT * (int) rows->len);
  caseness_data_table_show (self->table, columns, G_N_ELEMENTS (columns), rows);
}
