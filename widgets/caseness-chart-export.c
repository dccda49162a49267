/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-export.h"

#include "caseness-chart-picture.h"
#include "caseness-save-dialog.h"
#include "caseness-say.h"
#include "caseness-table-export.h"

#include <glib/gi18n-lib.h>

static const CasenessFileKind kinds[] = {
  { N_("Picture (PNG)"), "png" },
  { N_("Drawing (SVG)"), "svg" },
  { N_("Document (PDF)"), "pdf" },
};

static void
say_failed (GtkWidget *widget, const GError *error)
{
  g_autofree char *message = g_strdup_printf (_("The chart could not be saved: %s"), error->message);

  caseness_say (widget, message);
}

void
caseness_chart_export_copy_picture (GtkWidget *widget, CasenessChart *chart, const char *source)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) picture = caseness_chart_picture_render (chart, source, CASENESS_REPORT_PNG, &error);
  g_autoptr(GBytes) drawing
    = picture != NULL ? caseness_chart_picture_render (chart, source, CASENESS_REPORT_SVG, &error) : NULL;
  g_autoptr(GdkTexture) texture = drawing != NULL ? gdk_texture_new_from_bytes (picture, &error) : NULL;
  GdkContentProvider *forms[2];
  g_autoptr(GdkContentProvider) content = NULL;

  if (texture == NULL)
    {
      say_failed (widget, error);
      return;
    }
  forms[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  forms[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", drawing);
  content = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  caseness_say (widget, _("The chart is copied as a picture"));
}

void
caseness_chart_export_copy_numbers (GtkWidget *widget, CasenessChart *chart)
{
  g_autoptr(CasenessChartTable) table = caseness_chart_dup_table (chart);
  g_autofree char *text = caseness_chart_table_dup_text (table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  caseness_say (widget, _("The numbers are copied as a table"));
}

/* Saving: a chart as it was when the question was asked. */
typedef struct
{
  CasenessChart *chart; /* owned */
  char *source;         /* owned, nullable */
} Saving;

static void
saving_free (Saving *saving)
{
  caseness_chart_unref (saving->chart);
  g_free (saving->source);
  g_free (saving);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    {
      say_failed (widget, error);
      return;
    }
  name = g_file_get_basename (G_FILE (object));
  message = g_strdup_printf (_("Saved as %s"), name);
  caseness_say (widget, message);
}

static void
asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = caseness_save_dialog_ask_finish (result, &error);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autoptr(GBytes) bytes = NULL;
  CasenessReportFormat format;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file != NULL && !caseness_report_format_from_name (name, &format))
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("The name must end in .pdf, .svg or .png."));
  else if (file != NULL)
    bytes = caseness_chart_picture_render (saving->chart, saving->source, format, &error);
  if (bytes == NULL)
    say_failed (GTK_WIDGET (object), error);
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                         written_cb, g_object_ref (object));
}

void
caseness_chart_export_save_picture (GtkWidget *widget, CasenessChart *chart, const char *source)
{
  g_autofree char *base = caseness_chart_picture_dup_name (chart);
  g_autofree char *name = g_strconcat (base, ".png", NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->chart = caseness_chart_ref (chart);
  saving->source = g_strdup (source);
  caseness_save_dialog_ask_async (widget, _("Save the Chart"), name, kinds, G_N_ELEMENTS (kinds), asked_cb, saving);
}

void
caseness_chart_export_save_numbers (GtkWidget *widget, CasenessChart *chart)
{
  g_autoptr(CasenessChartTable) table = caseness_chart_dup_table (chart);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autofree char *base = caseness_chart_picture_dup_name (chart);
  g_autofree char *name = g_strconcat (base, ".csv", NULL);

  caseness_chart_table_write_csv (table, writer);
  caseness_table_export_save (widget, _("Export the Numbers"), name, writer);
}
