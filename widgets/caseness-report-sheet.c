/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-report-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The least and most a point of paper takes on the screen, in pixels. */
#define LEAST_SCALE 0.5
#define MOST_SCALE 1.5

struct _CasenessReportSheet
{
  GtkWidget parent_instance;
  CasenessReport *report; /* owned, nullable */
  GskRenderNode *node;    /* owned, nullable: the page as drawn for node_width */
  int node_width;
  guint page;
};

G_DEFINE_FINAL_TYPE (CasenessReportSheet, caseness_report_sheet, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
caseness_report_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
caseness_report_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                               int *minimum_baseline, int *natural_baseline)
{
  CasenessReportSheet *self = CASENESS_REPORT_SHEET (widget);
  double width = 842, height = 595;

  if (self->report != NULL)
    caseness_report_get_page_size (self->report, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (width * LEAST_SCALE);
      *natural = (int) ceil (width * MOST_SCALE);
    }
  else
    *minimum = *natural = (int) ceil (height * (for_size < 0 ? LEAST_SCALE : for_size / width));
}

static GskRenderNode *
draw_node (CasenessReportSheet *self, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double page_width, page_height;
  cairo_t *cr;

  caseness_report_get_page_size (self->report, &page_width, &page_height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, width / page_width);
  caseness_report_draw_page (self->report, self->page, cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
caseness_report_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CasenessReportSheet *self = CASENESS_REPORT_SHEET (widget);
  int width = gtk_widget_get_width (widget);

  if (self->report == NULL || width == 0)
    return;
  if (self->node == NULL || self->node_width != width)
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = draw_node (self, width, gtk_widget_get_height (widget));
      self->node_width = width;
    }
  gtk_snapshot_append_node (snapshot, self->node);
}

static void
caseness_report_sheet_dispose (GObject *object)
{
  CasenessReportSheet *self = CASENESS_REPORT_SHEET (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->report, caseness_report_unref);
  G_OBJECT_CLASS (caseness_report_sheet_parent_class)->dispose (object);
}

static void
caseness_report_sheet_class_init (CasenessReportSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_report_sheet_dispose;
  widget_class->get_request_mode = caseness_report_sheet_get_request_mode;
  widget_class->measure = caseness_report_sheet_measure;
  widget_class->snapshot = caseness_report_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "reportsheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
caseness_report_sheet_init (CasenessReportSheet *self)
{
}

GtkWidget *
caseness_report_sheet_new (void)
{
  return g_object_new (CASENESS_TYPE_REPORT_SHEET, NULL);
}

void
caseness_report_sheet_show (CasenessReportSheet *self, CasenessReport *report, guint page)
{
  g_autofree char *name = NULL;

  g_return_if_fail (CASENESS_IS_REPORT_SHEET (self));

  if (report != NULL)
    caseness_report_ref (report);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->report, caseness_report_unref);
  self->report = report;
  self->page = page;
  if (report != NULL)
    name = g_strdup_printf (_("Page %u of %u"), page + 1, caseness_report_get_n_pages (report));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
