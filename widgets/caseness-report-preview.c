/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-report-preview.h"

#include "caseness-report-sheet.h"
#include "caseness-save-dialog.h"

#include <glib/gi18n-lib.h>

struct _CasenessReportPreview
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkListView *list;
  CasenessReport *report;   /* owned, nullable */
  GFile *awaited_file;      /* owned, nullable: where to save as soon as the pages are laid out */
  gboolean is_print_awaited;
  gboolean is_laid_out;
  gboolean is_saving;
  int paper;                /* CasenessReportPaper, NO_PAPER for what the report was made for */
};

G_DEFINE_FINAL_TYPE (CasenessReportPreview, caseness_report_preview, GTK_TYPE_WIDGET)

enum
{
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define NO_PAPER (-1)

static const CasenessFileKind kinds[] = {
  { N_("Document (PDF)"), "pdf" },
  { N_("Drawing (SVG)"), "svg" },
  { N_("Picture (PNG)"), "png" },
};

static gboolean turn (CasenessReportPreview *self);

static void
say (CasenessReportPreview *self, const char *message)
{
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

static void
show_pages (CasenessReportPreview *self)
{
  g_autoptr(GtkStringList) pages = gtk_string_list_new (NULL);
  g_autoptr(GtkNoSelection) selection = NULL;
  guint n_pages = self->report != NULL ? caseness_report_get_n_pages (self->report) : 0;
  guint i;

  for (i = 0; i < n_pages; i++)
    gtk_string_list_append (pages, "");
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&pages)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static void
setup_sheet_cb (CasenessReportPreview *self, GtkListItem *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, caseness_report_sheet_new ());
}

static void
bind_sheet_cb (CasenessReportPreview *self, GtkListItem *item)
{
  caseness_report_sheet_show (CASENESS_REPORT_SHEET (gtk_list_item_get_child (item)), self->report,
                              gtk_list_item_get_position (item));
}

static void
unbind_sheet_cb (CasenessReportPreview *self, GtkListItem *item)
{
  caseness_report_sheet_show (CASENESS_REPORT_SHEET (gtk_list_item_get_child (item)), NULL, 0);
}

static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer report)
{
  gtk_print_operation_set_n_pages (operation, (int) caseness_report_get_n_pages (report));
  return TRUE;
}

/* Other paper than the report was made for gets it smaller, never cut. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer report)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  caseness_report_get_page_size (report, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  caseness_report_draw_page (report, (guint) page, cr);
}

static GtkPageSetup *
make_page_setup (CasenessReport *report)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width, height;

  caseness_report_get_page_size (report, &width, &height);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

GtkPrintOperation *
caseness_report_preview_create_print_operation (CasenessReport *report)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = make_page_setup (report);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, caseness_report_get_title (report));
  g_signal_connect_data (operation, "paginate", G_CALLBACK (paginate_cb), caseness_report_ref (report),
                         (GClosureNotify) (void (*) (void)) caseness_report_unref, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), caseness_report_ref (report),
                         (GClosureNotify) (void (*) (void)) caseness_report_unref, 0);
  return operation;
}

static void
printed_cb (CasenessReportPreview *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR) /* only then is there one to ask for */
    {
      gtk_print_operation_get_error (operation, &error);
      message = g_strdup_printf (_("It could not be printed: %s"), error->message);
      say (self, message);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    say (self, _("Sent to the printer"));
}

static void
print_now (CasenessReportPreview *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr(GtkPrintOperation) operation = caseness_report_preview_create_print_operation (self->report);

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessReportPreview *self = CASENESS_REPORT_PREVIEW (widget);

  if (self->is_laid_out)
    print_now (self);
  else
    self->is_print_awaited = self->report != NULL;
}

/* Saving: a report and where it goes, for the thread. */
typedef struct
{
  CasenessReport *report;
  char *path;
  CasenessReportFormat format;
} Saving;

static void
saving_free (Saving *saving)
{
  caseness_report_unref (saving->report);
  g_free (saving->path);
  g_free (saving);
}

static void
save_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Saving *saving = task_data;
  GError *error = NULL;

  if (caseness_report_save (saving->report, saving->path, saving->format, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CasenessReportPreview *self = CASENESS_REPORT_PREVIEW (object);
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *message = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is the name of a file */
    message = g_strdup_printf (_("Saved as %s"), name);
  else
    message = g_strdup_printf (_("%s could not be saved: %s"), name, error->message);
  self->is_saving = FALSE;
  if (self->stack != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "pages");
      turn (self);
    }
  say (self, message);
}

/* A report may be drawn from one thread at a time, so the pages are out of sight while another one draws them. */
static void
save_to (CasenessReportPreview *self, GFile *file)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, saved_cb, NULL);
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *path = g_file_get_path (file);

  saving->report = caseness_report_ref (self->report);
  saving->path = g_strdup (path != NULL ? path : "");
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  if (path == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Choose a folder of this computer."));
  else if (!caseness_report_format_from_name (path, &saving->format))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _("The name must end in .pdf, .svg or .png."));
  else
    {
      self->is_saving = TRUE;
      gtk_stack_set_visible_child_name (self->stack, "saving");
      g_task_run_in_thread (task, save_in_worker);
    }
}

static void
asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CasenessReportPreview *self = CASENESS_REPORT_PREVIEW (object);
  g_autoptr(GFile) file = caseness_save_dialog_ask_finish (result, NULL);

  if (file == NULL || self->report == NULL)
    return;
  caseness_report_preview_save (self, file);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessReportPreview *self = CASENESS_REPORT_PREVIEW (widget);
  g_autofree char *name = NULL;

  if (self->report == NULL)
    return;
  name = g_strconcat (caseness_report_get_file_name (self->report), ".pdf", NULL);
  caseness_save_dialog_ask_async (widget, _("Export the Report"), name, kinds, G_N_ELEMENTS (kinds), asked_cb, NULL);
}

static void
lay_out_in_worker (GTask *task, gpointer source, gpointer report, GCancellable *cancellable)
{
  caseness_report_get_n_pages (report);
  g_task_return_boolean (task, TRUE);
}

/* What was asked for while the pages were not there yet. */
static void
catch_up (CasenessReportPreview *self)
{
  g_autoptr(GFile) file = g_steal_pointer (&self->awaited_file);

  if (self->is_print_awaited)
    print_now (self);
  self->is_print_awaited = FALSE;
  if (file != NULL)
    save_to (self, file);
}

static void
laid_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CasenessReportPreview *self = CASENESS_REPORT_PREVIEW (object);

  if (g_task_get_task_data (G_TASK (result)) != self->report)
    return; /* another report took its place */
  self->is_laid_out = TRUE;
  if (turn (self))
    return;
  show_pages (self);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  catch_up (self);
}

/* A long list takes a second or more to break into pages. */
static void
lay_out (CasenessReportPreview *self)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, laid_out_cb, NULL);

  gtk_stack_set_visible_child_name (self->stack, "laying-out");
  g_task_set_source_tag (task, lay_out);
  g_task_set_task_data (task, caseness_report_ref (self->report), (GDestroyNotify) caseness_report_unref);
  g_task_run_in_thread (task, lay_out_in_worker);
}

/* Turns the paper as soon as no thread has the report; whether it does. */
static gboolean
turn (CasenessReportPreview *self)
{
  if (self->paper == NO_PAPER || !self->is_laid_out || self->is_saving
      || caseness_report_get_paper (self->report) == (CasenessReportPaper) self->paper)
    return FALSE;
  gtk_list_view_set_model (self->list, NULL);
  caseness_report_set_paper (self->report, (CasenessReportPaper) self->paper);
  self->is_laid_out = FALSE;
  lay_out (self);
  return TRUE;
}

static void
caseness_report_preview_dispose (GObject *object)
{
  CasenessReportPreview *self = CASENESS_REPORT_PREVIEW (object);
  GtkWidget *child;

  self->stack = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->awaited_file);
  g_clear_pointer (&self->report, caseness_report_unref);
  G_OBJECT_CLASS (caseness_report_preview_parent_class)->dispose (object);
}

static void
caseness_report_preview_class_init (CasenessReportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_report_preview_dispose;
  signals[MESSAGE] = g_signal_new ("message", CASENESS_TYPE_REPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.export", NULL, export_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessReportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, CasenessReportPreview, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_sheet_cb);
}

static void
caseness_report_preview_init (CasenessReportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->paper = NO_PAPER;
}

GtkWidget *
caseness_report_preview_new (void)
{
  return g_object_new (CASENESS_TYPE_REPORT_PREVIEW, NULL);
}

CasenessReport *
caseness_report_preview_get_report (CasenessReportPreview *self)
{
  g_return_val_if_fail (CASENESS_IS_REPORT_PREVIEW (self), NULL);
  return self->report;
}

void
caseness_report_preview_set_report (CasenessReportPreview *self, CasenessReport *report)
{
  g_return_if_fail (CASENESS_IS_REPORT_PREVIEW (self));

  if (report != NULL)
    caseness_report_ref (report);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->report, caseness_report_unref);
  self->report = report;
  self->is_laid_out = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", report != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.export", report != NULL);
  if (report != NULL)
    lay_out (self);
}

void
caseness_report_preview_set_paper (CasenessReportPreview *self, CasenessReportPaper paper)
{
  g_return_if_fail (CASENESS_IS_REPORT_PREVIEW (self));

  self->paper = (int) paper;
  if (self->report != NULL)
    turn (self);
}

void
caseness_report_preview_save (CasenessReportPreview *self, GFile *file)
{
  g_return_if_fail (CASENESS_IS_REPORT_PREVIEW (self) && self->report != NULL);

  if (self->is_laid_out && !self->is_saving)
    save_to (self, file);
  else
    g_set_object (&self->awaited_file, file);
}
