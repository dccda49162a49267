/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-report-set-view.h"

#include "caseness-report-set.h"

#include <glib/gi18n-lib.h>

struct _CasenessReportSetView
{
  AdwBin parent_instance;
  GtkListBox *list;
  GtkEntry *name;
  GtkWidget *kinds;         /* a box of check buttons */
  GtkCheckButton *inside;
  GtkDropDown *period;
  GtkDropDown *paper;
  GtkWidget *save;
  GtkLabel *status;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  GtkWidget *open;          /* shows the folder of the reports just made */
  char *made_folder;        /* owned, nullable */

  CasenessPage *page;       /* not owned: outlives the view */
  GSignalGroup *session_signals;
  GCancellable *cancellable; /* owned, nullable: of the set being made */
};

G_DEFINE_FINAL_TYPE (CasenessReportSetView, caseness_report_set_view, ADW_TYPE_BIN)

static const CasenessPeriodKind lengths[] = {
  CASENESS_PERIOD_QUARTER, CASENESS_PERIOD_MONTH, CASENESS_PERIOD_FINANCIAL_YEAR, CASENESS_PERIOD_ROLLING_YEAR,
};

static const struct
{
  const char *words;
  int paper;
} papers[] = {
  { N_("A4, each report as it reads best"), CASENESS_REPORT_SET_AS_MADE },
  { N_("A4 portrait"), CASENESS_REPORT_PORTRAIT },
  { N_("A4 landscape"), CASENESS_REPORT_LANDSCAPE },
};

static CasenessSession *
get_session (CasenessReportSetView *self)
{
  return self->page != NULL ? caseness_page_get_session (self->page) : NULL;
}

static void
recorded_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr(CasenessPage) page = data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error))
    caseness_page_toast (page, error->message);
}

static void
record (CasenessReportSetView *self, const char *name, const char *body, const char *words)
{
  CasenessJournalChange change = { CASENESS_RECORD_REPORT_SET, name, body };

  caseness_session_write_journal_async (get_session (self), &change, 1, words, recorded_cb, g_object_ref (self->page));
}

/* Making a set: what the thread needs. */
typedef struct
{
  CasenessReportSet *set;
  CasenessSnapshot *snapshot;
  CasenessJournal *journal; /* NULL until what was typed is in it */
  char *folder;
  GtkLabel *status;         /* owned; touched on the main thread alone */
  GtkProgressBar *progress; /* owned, likewise */
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  caseness_report_set_free (making->set);
  caseness_snapshot_unref (making->snapshot);
  g_clear_pointer (&making->journal, caseness_journal_unref);
  g_free (making->folder);
  g_object_unref (making->status);
  g_object_unref (making->progress);
  g_free (making);
}

typedef struct
{
  GtkLabel *status;         /* owned */
  GtkProgressBar *progress; /* owned */
  char *text;
  double share;             /* done */
} Saying;

static gboolean
say_cb (gpointer data)
{
  Saying *saying = data;

  gtk_label_set_text (saying->status, saying->text);
  gtk_progress_bar_set_fraction (saying->progress, saying->share);
  return G_SOURCE_REMOVE;
}

static void
saying_free (gpointer data)
{
  Saying *saying = data;

  g_object_unref (saying->status);
  g_object_unref (saying->progress);
  g_free (saying->text);
  g_free (saying);
}

static void
say_progress (guint done, guint all, const char *title, gpointer user_data)
{
  Making *making = user_data;
  Saying *saying = g_new0 (Saying, 1);

  saying->status = g_object_ref (making->status);
  saying->progress = g_object_ref (making->progress);
  saying->share = (double) done / all;
  /* Translators: the report being made, how many are done and of how many. */
  saying->text = g_strdup_printf (_("Making %s (%u of %u)…"), title, done + 1, all);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, say_cb, saying, saying_free);
}

static void
make_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Making *making = task_data;
  g_autoptr(GError) error = NULL;
  GStrv files = caseness_report_set_save (making->set, making->snapshot, NULL, making->journal, making->folder,
                                          say_progress, making, cancellable, &error);

  if (files != NULL)
    g_task_return_pointer (task, files, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
show_making (CasenessReportSetView *self, gboolean is_making)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_making);
  gtk_widget_set_visible (self->cancel, is_making);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !is_making);
  gtk_progress_bar_set_fraction (self->progress, 0);
  if (is_making)
    gtk_widget_set_visible (self->open, FALSE);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CasenessReportSetView *self = CASENESS_REPORT_SET_VIEW (object);
  g_autoptr(CasenessPage) page = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) files = g_task_propagate_pointer (G_TASK (result), &error);
  const Making *making = g_task_get_task_data (G_TASK (result));
  g_autofree char *words = NULL;

  g_clear_object (&self->cancellable);
  if (files != NULL)
    /* Translators: how many reports, and the folder they are in. */
    words = g_strdup_printf (ngettext ("%1$u report was made in %2$s", "%1$u reports were made in %2$s", g_strv_length (files)),
                             g_strv_length (files), making->folder);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    words = g_strdup (_("Cancelled; reports already made stay"));
  else
    words = g_strdup (error->message);
  if (self->status != NULL)
    {
      gtk_label_set_text (self->status, words);
      show_making (self, FALSE);
      gtk_widget_set_visible (self->open, files != NULL);
      g_free (self->made_folder);
      self->made_folder = g_strdup (making->folder);
    }
  caseness_page_toast (page, words);
}

static void
settled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CasenessSession *session = CASENESS_SESSION (object);
  g_autoptr(GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;

  if (!caseness_session_settle_journal_finish (session, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  making->journal = caseness_journal_ref (caseness_session_get_journal (session));
  g_task_run_in_thread (task, make_in_worker);
}

void
caseness_report_set_view_make (CasenessReportSetView *self, const char *name, const char *folder)
{
  CasenessSession *session = get_session (self);
  CasenessReportSet *set;
  GTask *task;
  Making *making;

  g_return_if_fail (CASENESS_IS_REPORT_SET_VIEW (self));

  if (session == NULL || caseness_session_get_snapshot (session) == NULL || self->cancellable != NULL)
    return;
  set = caseness_report_set_find (caseness_session_get_journal (session), name);
  if (set == NULL)
    return;
  if (caseness_session_get_meeting_mode (session))
    set->is_for_inside = FALSE; /* in meeting mode nobody is named */
  making = g_new0 (Making, 1);
  making->set = set;
  making->snapshot = caseness_snapshot_ref (caseness_session_get_snapshot (session));
  making->folder = g_strdup (folder);
  making->status = g_object_ref (self->status);
  making->progress = g_object_ref (self->progress);
  self->cancellable = g_cancellable_new ();
  show_making (self, TRUE);
  task = g_task_new (self, self->cancellable, made_cb, g_object_ref (self->page));
  g_task_set_source_tag (task, caseness_report_set_view_make);
  g_task_set_task_data (task, making, making_free);
  caseness_session_settle_journal_async (session, settled_cb, task);
}

static void
folder_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  CasenessReportSetView *self = CASENESS_REPORT_SET_VIEW (data);
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    caseness_report_set_view_make (self, g_object_get_data (G_OBJECT (dialog), "set"), path);
  g_object_unref (dialog);
}

/* Beside the service file, where such figures are kept anyway: a folder of the set and the day it stands on. */
static char *
dup_folder (CasenessReportSetView *self, const char *set)
{
  GFile *file = caseness_session_get_file (get_session (self));
  g_autoptr(GFile) parent = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *place = parent != NULL ? g_file_get_path (parent) : NULL;
  g_autofree char *name = NULL;
  char day[11];

  if (place == NULL)
    return NULL;
  caseness_date_write_iso (caseness_snapshot_get_latest_period_end (caseness_session_get_snapshot (get_session (self))), day);
  name = g_strdup_printf ("%s %s", set, day);
  g_strdelimit (name, "/\\:*?\"<>|", '-');
  return g_build_filename (place, _("Caseness reports"), name, NULL);
}

static void
make_clicked_cb (GtkButton *button, gpointer data)
{
  CasenessReportSetView *self = CASENESS_REPORT_SET_VIEW (data);
  const char *set = g_object_get_data (G_OBJECT (button), "set");
  g_autofree char *folder = NULL;

  if (get_session (self) == NULL || caseness_session_get_snapshot (get_session (self)) == NULL)
    return;
  folder = dup_folder (self, set);
  if (folder != NULL)
    caseness_report_set_view_make (self, set, folder);
}

static void
open_clicked_cb (CasenessReportSetView *self)
{
  g_autofree char *uri = self->made_folder != NULL ? g_filename_to_uri (self->made_folder, NULL, NULL) : NULL;

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
choose_clicked_cb (GtkButton *button, gpointer data)
{
  CasenessReportSetView *self = CASENESS_REPORT_SET_VIEW (data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_("Where to Put the Reports"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                   _("_Make Reports"), _("_Cancel"));

  g_object_set_data_full (G_OBJECT (dialog), "set", g_strdup (g_object_get_data (G_OBJECT (button), "set")), g_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
remove_clicked_cb (GtkButton *button, gpointer data)
{
  record (CASENESS_REPORT_SET_VIEW (data), g_object_get_data (G_OBJECT (button), "set"), NULL, _("Report set removed"));
}

static void
prepare_button (CasenessReportSetView *self, GtkWidget *button, const char *set, const char *words, GCallback callback)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  g_object_set_data_full (G_OBJECT (button), "set", g_strdup (set), g_free);
  g_signal_connect_object (button, "clicked", callback, self, 0);
}

static GtkWidget *
make_button (CasenessReportSetView *self, const char *set, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  prepare_button (self, button, set, words, callback);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

static void
add_row (CasenessReportSetView *self, const CasenessReportSet *set)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *make = gtk_button_new_with_label (_("Make"));
  g_autofree char *words = caseness_report_set_dup_words (set, caseness_session_get_meeting_mode (get_session (self)));
  /* Translators: %s is the name of a set of reports. */
  g_autofree char *label = g_strdup_printf (_("Make “%s”"), set->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), set->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  prepare_button (self, make, set->name, _("Make these reports, in a folder beside the service file"),
                  G_CALLBACK (make_clicked_cb));
  gtk_widget_add_css_class (make, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (make), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, set->name, "folder-open-symbolic",
                                                                _("Make them in another folder"),
                                                                G_CALLBACK (choose_clicked_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, set->name, "user-trash-symbolic",
                                                                _("Remove this set"), G_CALLBACK (remove_clicked_cb)));
  gtk_list_box_append (self->list, row);
}

static void
show_sets (CasenessReportSetView *self)
{
  g_autoptr(GPtrArray) sets = caseness_report_set_list (caseness_session_get_journal (get_session (self)));
  GtkWidget *child;
  guint i;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (i = 0; i < sets->len; i++)
    add_row (self, g_ptr_array_index (sets, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), sets->len > 0);
}

static GStrv
dup_chosen_kinds (CasenessReportSetView *self)
{
  g_autoptr(GPtrArray) kinds = g_ptr_array_new ();
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (self->kinds); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_ptr_array_add (kinds, g_strdup (g_object_get_data (G_OBJECT (child), "kind")));
  g_ptr_array_add (kinds, NULL);
  return (GStrv) g_ptr_array_steal (kinds, NULL);
}

static char *
dup_name (CasenessReportSetView *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
update_save (CasenessReportSetView *self)
{
  g_auto(GStrv) kinds = dup_chosen_kinds (self);
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->save, *name != '\0' && kinds[0] != NULL);
}

static void
save_cb (CasenessReportSetView *self)
{
  g_auto(GStrv) kinds = dup_chosen_kinds (self);
  g_autofree char *name = dup_name (self);
  CasenessReportSet set = {
    .name = name,
    .kinds = kinds,
    .filter = caseness_session_get_filter (get_session (self)),
    .is_for_inside = gtk_check_button_get_active (self->inside),
    .paper = papers[MIN (gtk_drop_down_get_selected (self->paper), G_N_ELEMENTS (papers) - 1)].paper,
    .period = lengths[MIN (gtk_drop_down_get_selected (self->period), G_N_ELEMENTS (lengths) - 1)],
  };
  g_autofree char *body = caseness_report_set_dup_body (&set);

  record (self, name, body, _("Report set saved"));
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
}

static void
cancel_cb (CasenessReportSetView *self)
{
  g_cancellable_cancel (self->cancellable);
}

gboolean
caseness_report_set_view_show (CasenessReportSetView *self, CasenessPage *page)
{
  g_return_val_if_fail (CASENESS_IS_REPORT_SET_VIEW (self), FALSE);

  self->page = page;
  g_signal_group_set_target (self->session_signals, get_session (self));
  show_sets (self);
  return gtk_widget_get_visible (GTK_WIDGET (self->list));
}

static void
caseness_report_set_view_dispose (GObject *object)
{
  CasenessReportSetView *self = CASENESS_REPORT_SET_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session_signals);
  self->status = NULL;
  g_clear_pointer (&self->made_folder, g_free);
  G_OBJECT_CLASS (caseness_report_set_view_parent_class)->dispose (object);
}

static void
caseness_report_set_view_class_init (CasenessReportSetViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = caseness_report_set_view_dispose;
}

static GtkWidget *
make_kinds (CasenessReportSetView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  guint n, i;
  const CasenessReportKind *kinds = caseness_report_kinds_get (&n);

  for (i = 0; i < n; i++)
    if (kinds[i].make != NULL)
      {
        GtkWidget *check = gtk_check_button_new_with_label (_(kinds[i].title));

        g_object_set_data (G_OBJECT (check), "kind", (gpointer) kinds[i].name);
        g_signal_connect_object (check, "toggled", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
        gtk_box_append (GTK_BOX (box), check);
      }
  return box;
}

/* Takes over @words. */
static GtkDropDown *
make_choice (GtkStringList *words, const char *label)
{
  GtkDropDown *choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (words), NULL));

  gtk_widget_set_halign (GTK_WIDGET (choice), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return choice;
}

static GtkWidget *
make_lengths (CasenessReportSetView *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lengths); i++)
    gtk_string_list_append (words, caseness_report_set_get_length (lengths[i]));
  self->period = make_choice (words, _("Period"));
  return GTK_WIDGET (self->period);
}

static GtkWidget *
make_papers (CasenessReportSetView *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (papers); i++)
    gtk_string_list_append (words, _(papers[i].words));
  self->paper = make_choice (words, _("Paper"));
  return GTK_WIDGET (self->paper);
}

static void
make_list (CasenessReportSetView *self, GtkWidget *box)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saved sets"), -1);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 4); /* for its shadow */
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
}

static void
make_form (CasenessReportSetView *self, GtkWidget *box)
{
  GtkWidget *hint = gtk_label_new (_("Save a set under a name: which reports, for whom and over how long. The filter is the "
                                     "one that pages show now."));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  self->name = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->name, _("Name of the set"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the set"), -1);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
  self->kinds = make_kinds (self);
  self->inside = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("For the service itself: _names people")));
  self->save = gtk_button_new_with_mnemonic (_("_Save the Set"));
  gtk_widget_set_halign (self->save, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->save, FALSE);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), self->kinds);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->inside));
  gtk_box_append (GTK_BOX (box), make_lengths (self));
  gtk_box_append (GTK_BOX (box), make_papers (self));
  gtk_box_append (GTK_BOX (box), self->save);
}

static void
make_status (CasenessReportSetView *self, GtkWidget *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->status = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->status, TRUE);
  gtk_label_set_wrap_mode (self->status, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->status, 0);
  gtk_label_set_selectable (self->status, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->status), TRUE);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reports being made"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  self->open = gtk_button_new_with_mnemonic (_("_Open the Folder"));
  gtk_widget_set_visible (self->cancel, FALSE);
  gtk_widget_set_visible (self->open, FALSE);
  gtk_widget_set_valign (self->open, GTK_ALIGN_START);
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (open_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (row), self->open);
  gtk_box_append (GTK_BOX (row), self->cancel);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), row);
}

static void
caseness_report_set_view_init (CasenessReportSetView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  make_list (self, box);
  make_status (self, box);
  make_form (self, box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_bin_set_child (ADW_BIN (self), scroller);
  self->session_signals = g_signal_group_new (CASENESS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::journal", G_CALLBACK (show_sets), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::meeting-mode", G_CALLBACK (show_sets), self);
}
