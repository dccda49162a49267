/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-print-window.h"

#include "caseness-report-preview.h"
#include "caseness-toast.h"

#include <glib/gi18n-lib.h>

struct _CasenessPrintWindow
{
  AdwWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkCheckButton *identify_check;
  GtkToggleButton *portrait;
  GtkToggleButton *landscape;
  GtkLabel *caution;
  CasenessReportPreview *preview;
  CasenessPage *page; /* weak, nullable */
};

G_DEFINE_FINAL_TYPE (CasenessPrintWindow, caseness_print_window, ADW_TYPE_WINDOW)

static void
paper_toggled_cb (CasenessPrintWindow *self)
{
  caseness_report_preview_set_paper (self->preview, gtk_toggle_button_get_active (self->portrait)
                                                      ? CASENESS_REPORT_PORTRAIT
                                                      : CASENESS_REPORT_LANDSCAPE);
}

static void
show_caution (CasenessPrintWindow *self, gboolean identifies)
{
  gtk_label_set_text (self->caution, identifies ? _("Identifies people: keep it within the service")
                                                : _("Names nobody"));
}

/* A report comes as it reads best; whoever turned one wants the next one, with names or without, turned as well. */
static void
preview (CasenessPrintWindow *self, CasenessReport *report)
{
  GtkToggleButton *button
    = caseness_report_get_paper (report) == CASENESS_REPORT_PORTRAIT ? self->portrait : self->landscape;

  if (caseness_report_preview_get_report (self->preview) == NULL)
    {
      g_signal_handlers_block_by_func (self->portrait, paper_toggled_cb, self);
      gtk_toggle_button_set_active (button, TRUE);
      g_signal_handlers_unblock_by_func (self->portrait, paper_toggled_cb, self);
    }
  caseness_report_preview_set_report (self->preview, report);
  gtk_window_set_title (GTK_WINDOW (self), caseness_report_get_title (report));
}

static gboolean
show_report (CasenessPrintWindow *self)
{
  g_autoptr(CasenessReport) report = caseness_page_make_report (self->page);

  if (report != NULL)
    preview (self, report);
  else
    caseness_report_preview_set_report (self->preview, NULL);
  show_caution (self, caseness_page_get_identifies (self->page));
  return report != NULL;
}

static void
identify_toggled_cb (CasenessPrintWindow *self)
{
  if (self->page == NULL)
    return;
  caseness_page_set_identifies (self->page, gtk_check_button_get_active (self->identify_check));
  show_report (self);
}

/* The preview's actions live below the header bar, out of its buttons' reach by name. */
static void
print_clicked_cb (CasenessPrintWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->preview), "preview.print", NULL);
}

static void
export_clicked_cb (CasenessPrintWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->preview), "preview.export", NULL);
}

static void
message_cb (CasenessPrintWindow *self, const char *message)
{
  caseness_toast_show (self->toasts, message, NULL, NULL);
}

static void
caseness_print_window_dispose (GObject *object)
{
  CasenessPrintWindow *self = CASENESS_PRINT_WINDOW (object);

  g_clear_weak_pointer (&self->page);
  G_OBJECT_CLASS (caseness_print_window_parent_class)->dispose (object);
}

static void
caseness_print_window_class_init (CasenessPrintWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_print_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-print-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPrintWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CasenessPrintWindow, identify_check);
  gtk_widget_class_bind_template_child (widget_class, CasenessPrintWindow, caution);
  gtk_widget_class_bind_template_child (widget_class, CasenessPrintWindow, portrait);
  gtk_widget_class_bind_template_child (widget_class, CasenessPrintWindow, landscape);
  gtk_widget_class_bind_template_child (widget_class, CasenessPrintWindow, preview);
  gtk_widget_class_bind_template_callback (widget_class, identify_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
caseness_print_window_init (CasenessPrintWindow *self)
{
  g_type_ensure (CASENESS_TYPE_REPORT_PREVIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* In meeting mode nobody can ask for names. */
static void
offer_identifying (CasenessPrintWindow *self)
{
  CasenessSession *session = caseness_page_get_session (self->page);

  gtk_widget_set_visible (GTK_WIDGET (self->identify_check), CASENESS_PAGE_GET_CLASS (self->page)->can_identify);
  gtk_widget_set_sensitive (GTK_WIDGET (self->identify_check),
                            session != NULL && !caseness_session_get_meeting_mode (session));
  gtk_check_button_set_active (self->identify_check, caseness_page_get_identifies (self->page));
}

GtkWindow *
caseness_print_window_new_for_report (GtkWindow *parent, CasenessReport *report, gboolean identifies)
{
  CasenessPrintWindow *self;

  g_return_val_if_fail (report != NULL, NULL);

  self = g_object_new (CASENESS_TYPE_PRINT_WINDOW, "transient-for", parent, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->identify_check), FALSE);
  show_caution (self, identifies);
  preview (self, report);
  return GTK_WINDOW (self);
}

GtkWindow *
caseness_print_window_new (CasenessPage *page)
{
  GtkRoot *root;
  CasenessPrintWindow *self;

  g_return_val_if_fail (CASENESS_IS_PAGE (page), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (page));
  self = g_object_new (CASENESS_TYPE_PRINT_WINDOW, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  g_set_weak_pointer (&self->page, page);
  offer_identifying (self);
  if (show_report (self))
    return GTK_WINDOW (self);
  gtk_window_destroy (GTK_WINDOW (self));
  return NULL;
}
