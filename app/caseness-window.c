/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-window.h"

#include "caseness-drop.h"
#include "caseness-first-run.h"
#include "caseness-import-dialog.h"
#include "caseness-imports-dialog.h"
#include "caseness-page.h"
#include "caseness-page-types.h"
#include "caseness-period-button.h"
#include "caseness-recent.h"
#include "caseness-tell.h"
#include "caseness-toast.h"
#include "caseness-window-private.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_SHOW_SIDEBAR = 1,
  PROP_MEETING_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CasenessWindow, caseness_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_open (CasenessWindow *self)
{
  return caseness_session_get_snapshot (self->session) != NULL;
}

/* The journal is empty when nothing is open. */
static void
journal_changed_cb (CasenessWindow *self)
{
  CasenessJournal *journal = caseness_session_get_journal (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", caseness_journal_get_undo (journal) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", caseness_journal_get_redo (journal) != NULL);
}

/* Two long jobs on one file would only wait for each other, so that the ways to start one rest meanwhile. */
static void
update_actions (CasenessWindow *self)
{
  static const char *const needing_file[] = { "win.imports", "win.standards", "win.share", "win.close-file" };
  static const char *const starting_work[] = { "win.open", "win.open-recent", "win.import", "win.explore-demo" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_busy = caseness_session_get_busy (self->session);
  CasenessPage *page = caseness_window_get_page (self);

  for (guint i = 0; i < G_N_ELEMENTS (starting_work); i++)
    gtk_widget_action_set_enabled (widget, starting_work[i], !is_busy);
  for (guint i = 0; i < G_N_ELEMENTS (needing_file); i++)
    gtk_widget_action_set_enabled (widget, needing_file[i], is_open (self) && !is_busy);
  gtk_widget_action_set_enabled (widget, "win.cancel-work", is_busy);
  gtk_widget_action_set_enabled (widget, "win.choose-period", is_open (self));
  gtk_widget_action_set_enabled (widget, "win.page", is_open (self));
  gtk_widget_action_set_enabled (widget, "win.print",
                                 is_open (self) && page != NULL && CASENESS_PAGE_GET_CLASS (page)->make_report != NULL);
}

static void
show_title (CasenessWindow *self)
{
  const char *name = caseness_session_get_service_name (self->session);
  g_autofree char *title = NULL;
  g_autofree char *base = NULL;
  g_autofree char *label = NULL;

  if (is_open (self) && *name == '\0')
    name = base = g_file_get_basename (caseness_session_get_file (self->session));
  /* Translators: title of the window; %s is the name of the service */
  title = is_open (self) ? g_strdup_printf (_("%s – Caseness"), name) : g_strdup ("Caseness");
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->service_label, name);
  /* Translators: what a screen reader says of the service menu; %s is the name of the service */
  label = g_strdup_printf (_("Service file: %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->service_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Focus goes along, so that the next key is for what people now see. */
static void
show_content (CasenessWindow *self, const char *name)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content_stack), name) == 0)
    return;
  gtk_stack_set_visible_child_name (self->content_stack, name);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->content_stack), GTK_DIR_TAB_FORWARD);
}

/* Work has the whole window while there is nothing else to show, and a bar above what is open. The import dialog shows
 * its own. */
static void
show_work_cb (CasenessWindow *self)
{
  gboolean is_importing = self->import_dialog != NULL && caseness_import_dialog_is_working (self->import_dialog);
  gboolean is_working = caseness_session_get_busy (self->session) && !is_importing;

  gtk_revealer_set_reveal_child (self->work_revealer, is_working && is_open (self));
  show_content (self, is_open (self) ? "open" : is_working ? "working" : "closed");
  update_actions (self);
}

static void
snapshot_changed_cb (CasenessWindow *self)
{
  const char *state = is_open (self) ? "open" : "closed";
  GtkWidget *only_open[] = { self->sidebar_button, self->service_button, self->print_button, self->meeting_button };

  show_title (self);
  gtk_stack_set_visible_child_name (self->title_stack, state);
  for (guint i = 0; i < G_N_ELEMENTS (only_open); i++)
    gtk_widget_set_visible (only_open[i], is_open (self));
  gtk_widget_set_visible (self->meeting_label, is_open (self) && caseness_session_get_meeting_mode (self->session));
  show_work_cb (self);
}

static void
meeting_mode_changed_cb (CasenessWindow *self)
{
  gboolean is_on = caseness_session_get_meeting_mode (self->session);

  gtk_button_set_icon_name (GTK_BUTTON (self->meeting_button),
                            is_on ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_widget_set_visible (self->meeting_label, is_open (self) && is_on);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEETING_MODE]);
}

static void
sidebar_changed_cb (CasenessWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

/* Where there is no room beside the page the sidebar does not stand on it, unless somebody wants to see it. */
static void
folded_cb (CasenessWindow *self)
{
  gboolean is_wanted = TRUE;

  if (self->settings != NULL)
    g_object_get (self->settings, "show-sidebar", &is_wanted, NULL);
  adw_flap_set_reveal_flap (self->flap, is_wanted && !adw_flap_get_folded (self->flap));
}

/* What is wanted where there is room is remembered. */
static void
remember_sidebar_cb (CasenessWindow *self)
{
  if (!adw_flap_get_folded (self->flap))
    g_object_set (self->settings, "show-sidebar", adw_flap_get_reveal_flap (self->flap), NULL);
}

/* Whoever attaches a projector does not think of the names on the wall. */
static void
displays_changed_cb (CasenessWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean is_wanted = FALSE;

  if (self->settings == NULL)
    return;
  g_object_get (self->settings, "meeting-mode-on-second-display", &is_wanted, NULL);
  if (is_wanted && g_list_model_get_n_items (monitors) > 1)
    caseness_session_set_meeting_mode (self->session, TRUE);
}

/* The other pages are not visible even to GTK, which would read them all out to assistive technology. */
static void
show_only_page (GtkStack *stack, const char *name)
{
  GtkWidget *before = gtk_stack_get_visible_child (stack);
  GtkWidget *page = gtk_stack_get_child_by_name (stack, name);

  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (stack, page);
  if (before != NULL && before != page)
    gtk_widget_set_visible (before, FALSE);
}

static void
page_toggled_cb (CasenessWindow *self, GtkToggleButton *button)
{
  if (self->session == NULL || !gtk_toggle_button_get_active (button))
    return;
  show_only_page (self->page_stack, gtk_widget_get_name (GTK_WIDGET (button)));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE); /* what was chosen lies under it */
  update_actions (self);
}

/* A list row of GTK 4.8 cannot be pressed by assistive technology, so that the sidebar is made of buttons. */
static GtkWidget *
make_page_button (CasenessWindow *self, CasenessPage *page, const char *name)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (caseness_page_get_icon_name (page));
  GtkWidget *label = gtk_label_new (caseness_page_get_title (page));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  caseness_page_get_title (page), -1);
  gtk_widget_set_name (button, name);
  g_signal_connect_object (button, "toggled", G_CALLBACK (page_toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_pages (CasenessWindow *self)
{
  guint n;
  const CasenessPageType *types = caseness_page_types_get (&n);
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      CasenessPage *page = g_object_new (types[i].get_type (), "session", self->session, NULL);
      GtkWidget *button = make_page_button (self, page, types[i].name);

      g_signal_connect_object (page, "toast", G_CALLBACK (caseness_window_toast), self, G_CONNECT_SWAPPED);
      gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
      gtk_stack_add_named (self->page_stack, GTK_WIDGET (page), types[i].name);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      gtk_box_append (self->page_list, button);
      first = first != NULL ? first : GTK_TOGGLE_BUTTON (button);
    }
  if (n > 0)
    caseness_window_show_page (self, 0);
}

static void
fill_recent_cb (CasenessWindow *self)
{
  caseness_recent_fill_menu (self->recent_menu);
}

static void
dropped_cb (GtkWidget *widget, GFile *const *files, guint n_files)
{
  caseness_window_take_files (CASENESS_WINDOW (widget), files, n_files);
}

static void
follow_session (CasenessWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  CasenessSession *session = self->session;

  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (snapshot_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::journal", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (show_work_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::meeting-mode", G_CALLBACK (meeting_mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
  caseness_work_view_set_session (self->work, session);
  g_object_bind_property (session, "status", self->work_label, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (session, "progress", self->work_progress, "fraction", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (sidebar_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_recent_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (displays_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
follow_settings (CasenessWindow *self)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_object_bind_property (self->settings, "window-width", self, "default-width", both);
  g_object_bind_property (self->settings, "window-height", self, "default-height", both);
  g_object_bind_property (self->settings, "window-maximized", self, "maximized", both);
  folded_cb (self);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (remember_sidebar_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The actions ask for their state before the template is there and after it has gone. */
static void
caseness_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CasenessWindow *self = CASENESS_WINDOW (object);

  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->flap == NULL || adw_flap_get_reveal_flap (self->flap));
      break;
    case PROP_MEETING_MODE:
      g_value_set_boolean (value, self->session != NULL && caseness_session_get_meeting_mode (self->session));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
caseness_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CasenessWindow *self = CASENESS_WINDOW (object);

  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;
    case PROP_MEETING_MODE:
      caseness_session_set_meeting_mode (self->session, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
caseness_window_dispose (GObject *object)
{
  CasenessWindow *self = CASENESS_WINDOW (object);

  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_object (&self->chooser);
  g_clear_weak_pointer (&self->import_dialog);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      caseness_session_close (self->session);
    }
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CASENESS_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (caseness_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/caseness/Caseness/ui/caseness-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, period);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, service_button);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, service_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, meeting_button);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, meeting_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, work_revealer);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, work_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, work_progress);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, work);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, content_stack);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, CasenessWindow, page_stack);
}

static void
caseness_window_class_init (CasenessWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_type_ensure (CASENESS_TYPE_FIRST_RUN);
  g_type_ensure (CASENESS_TYPE_PERIOD_BUTTON);
  g_type_ensure (CASENESS_TYPE_WORK_VIEW);
  object_class->get_property = caseness_window_get_property;
  object_class->set_property = caseness_window_set_property;
  object_class->dispose = caseness_window_dispose;

  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_MEETING_MODE] = g_param_spec_boolean ("meeting-mode", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  caseness_window_install_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "win.show-sidebar", "show-sidebar");
  gtk_widget_class_install_property_action (widget_class, "win.meeting-mode", "meeting-mode");
}

static void
caseness_window_init (CasenessWindow *self)
{
  self->session = caseness_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  caseness_period_button_set_session (self->period, self->session);
  follow_session (self);
  caseness_drop_accept (GTK_WIDGET (self), dropped_cb);
  add_pages (self);
  fill_recent_cb (self);
  snapshot_changed_cb (self);
  journal_changed_cb (self);
}

CasenessWindow *
caseness_window_new (CasenessApplication *application, CasenessSettings *settings)
{
  CasenessWindow *self;

  g_return_val_if_fail (CASENESS_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (CASENESS_IS_SETTINGS (settings), NULL);

  self = g_object_new (CASENESS_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  follow_settings (self);
  displays_changed_cb (self);
  return self;
}

CasenessSession *
caseness_window_get_session (CasenessWindow *self)
{
  g_return_val_if_fail (CASENESS_IS_WINDOW (self), NULL);

  return self->session;
}

CasenessPage *
caseness_window_get_page (CasenessWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (CASENESS_IS_WINDOW (self), NULL);

  page = gtk_stack_get_visible_child (self->page_stack);
  return page != NULL ? CASENESS_PAGE (page) : NULL;
}

/* What to do with one file is more than can be read in passing. */
static void
tell_strangers (CasenessWindow *self, GFile *const *files, guint n_files)
{
  g_autofree char *words = caseness_drop_describe_strangers (files, n_files);

  if (n_files == 1)
    caseness_tell (GTK_WINDOW (self), _("This cannot be imported"), words);
  else
    caseness_window_toast (self, words);
}

void
caseness_window_take_files (CasenessWindow *self, GFile *const *files, guint n_files)
{
  g_return_if_fail (CASENESS_IS_WINDOW (self));

  switch (caseness_drop_judge_all (files, n_files))
    {
    case CASENESS_DROP_SERVICE:
      caseness_window_open (self, files[0]);
      break;
    case CASENESS_DROP_IMPORT:
      caseness_window_show_import (self, files, n_files);
      break;
    default:
      tell_strangers (self, files, n_files);
    }
}

guint
caseness_window_get_n_pages (CasenessWindow *self)
{
  guint n;

  g_return_val_if_fail (CASENESS_IS_WINDOW (self), 0);

  caseness_page_types_get (&n);
  return n;
}

const char *
caseness_window_show_page (CasenessWindow *self, guint page)
{
  GtkWidget *button;

  g_return_val_if_fail (CASENESS_IS_WINDOW (self), NULL);

  button = gtk_widget_get_first_child (GTK_WIDGET (self->page_list));
  for (guint i = 0; i < page && button != NULL; i++)
    button = gtk_widget_get_next_sibling (button);
  if (button == NULL)
    return NULL;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  return gtk_widget_get_name (button);
}

void
caseness_window_toast (CasenessWindow *self, const char *message)
{
  g_return_if_fail (CASENESS_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  caseness_toast_show (self->toasts, message, NULL, NULL);
}

void
caseness_window_update_work (CasenessWindow *self)
{
  g_return_if_fail (CASENESS_IS_WINDOW (self));

  if (self->session != NULL)
    show_work_cb (self);
}
