/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-accelerators.h"
#include "caseness-calendar-file.h"
#include "caseness-demo.h"
#include "caseness-import-dialog.h"
#include "caseness-imports-dialog.h"
#include "caseness-mapped-export.h"
#include "caseness-mapping-dialog.h"
#include "caseness-mapping-guess.h"
#include "caseness-preferences.h"
#include "caseness-recent.h"
#include "caseness-window-private.h"

#include <glib/gstdio.h>

#define BASE "/io/github/caseness/Caseness"

typedef struct
{
  CasenessApplication *application;
  CasenessSettings *settings;
} Program;

static Program program;

static void
wait_until_idle (CasenessSession *session)
{
  while (caseness_session_get_busy (session) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static CasenessWindow *
show_window (void)
{
  CasenessWindow *window = caseness_window_new (program.application, program.settings);

  gtk_window_present (GTK_WINDOW (window));
  wait_until_idle (caseness_window_get_session (window));
  return window;
}

/* A window that stays behind keeps its session, and with it every person of the service in memory. */
static void
close_window (CasenessWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (left);
}

static void
add_all (GtkWidget *widget, GPtrArray *found)
{
  g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_all (child, found);
}

static GPtrArray *
list_widgets (GtkWidget *top)
{
  GPtrArray *found = g_ptr_array_new ();

  add_all (top, found);
  return found;
}

/* GTK and libadwaita name the parts of their own widgets. */
static gboolean
is_toolkits_own (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_CALENDAR) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_INFO_BAR) != NULL
         || gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL;
}

/* A button that shows nothing but an icon must say what it does, to the eye and to a screen reader. */
static void
assert_icon_buttons_are_named (GtkWidget *top)
{
  g_autoptr(GPtrArray) widgets = list_widgets (top);

  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);
      GtkWidget *named = widget;

      if (!GTK_IS_BUTTON (widget) || gtk_button_get_icon_name (GTK_BUTTON (widget)) == NULL
          || is_toolkits_own (widget))
        continue;
      if (GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
        named = gtk_widget_get_parent (widget);
      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_PROPERTY_LABEL)
          || gtk_widget_get_tooltip_text (named) == NULL)
        g_error ("A button “%s” in a %s has no label or no tooltip", gtk_button_get_icon_name (GTK_BUTTON (widget)),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
    }
}

/* Whether what offers @action in the window can be pressed now. */
static gboolean
is_offered (CasenessWindow *window, const char *action)
{
  g_autoptr(GPtrArray) widgets = list_widgets (GTK_WIDGET (window));

  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);

      if (GTK_IS_ACTIONABLE (widget)
          && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0
          && gtk_widget_is_visible (widget) && gtk_widget_is_sensitive (widget))
        return TRUE;
    }
  return FALSE;
}

static const CasenessAccelerator *
find_accelerator (const char *keys)
{
  guint n;
  const CasenessAccelerator *table = caseness_accelerators_get (&n);

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (table[i].keys, keys))
        return &table[i];
    }
  return NULL;
}

static void
test_shortcuts_window (void)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (BASE "/ui/caseness-shortcuts.ui");
  GtkWidget *overlay = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));
  g_autoptr(GPtrArray) widgets = list_widgets (overlay);
  g_autoptr(GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;

  /* The window keeps a second set of the same rows for its search. */
  for (guint i = 0; i < widgets->len; i++)
    {
      g_autofree char *keys = NULL;
      g_autofree char *title = NULL;
      const CasenessAccelerator *accelerator;

      if (!GTK_IS_SHORTCUTS_SHORTCUT (g_ptr_array_index (widgets, i)))
        continue;
      g_object_get (g_ptr_array_index (widgets, i), "accelerator", &keys, "title", &title, NULL);
      if (keys == NULL || *keys == '\0')
        continue;
      accelerator = find_accelerator (keys);
      g_assert_nonnull (accelerator);
      g_assert_cmpstr (title, ==, accelerator->title);
      g_hash_table_add (shown, (gpointer) accelerator->keys);
    }
  caseness_accelerators_get (&n);
  g_assert_cmpuint (g_hash_table_size (shown), ==, n);
  gtk_window_destroy (GTK_WINDOW (overlay));
}

static guint
count_hidden_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      n += gtk_widget_get_visible (window) ? 0 : 1;
    }
  return n;
}

/* GTK 4.8 crashes over a hidden window when a screen reader asks for one that has just closed. */
static void
test_no_hidden_windows (void)
{
  CasenessWindow *window = show_window ();
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr(GtkWindow) shortcuts = NULL;

  g_assert_cmpuint (count_hidden_windows (), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.shortcuts", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 2);
  shortcuts = g_list_model_get_item (windows, 1);
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (shortcuts));
  g_assert_true (gtk_window_get_transient_for (shortcuts) == GTK_WINDOW (window));
  gtk_window_close (shortcuts);
  wait_until_idle (caseness_window_get_session (window));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 1);
  close_window (window);
}

static gboolean
class_has_action (const char *name)
{
  GtkWidgetClass *class = g_type_class_ref (CASENESS_TYPE_WINDOW);
  const char *action, *property;
  const GVariantType *parameter;
  GType owner;
  gboolean found = FALSE;

  for (guint i = 0; !found && gtk_widget_class_query_action (class, i, &owner, &action, &parameter, &property); i++)
    found = g_str_equal (action, name);
  g_type_class_unref (class);
  return found;
}

static void
test_accelerators_lead_somewhere (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const CasenessAccelerator *table = caseness_accelerators_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr(GVariant) target = NULL;
      guint key;
      GdkModifierType modifiers;

      g_assert_true (g_action_parse_detailed_name (table[i].action, &name, &target, NULL));
      g_assert_true (g_str_equal (table[i].keys, CASENESS_PAGE_KEYS)
                     || gtk_accelerator_parse (table[i].keys, &key, &modifiers));
      g_assert_true (g_hash_table_add (seen, (gpointer) table[i].keys));
      if (g_str_has_prefix (name, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (program.application), name + strlen ("app.")));
      else if (!g_str_equal (name, "win.show-help-overlay"))
        g_assert_true (class_has_action (name));
    }
}

/* Every page has the key of its place. */
static void
test_page_keys (void)
{
  CasenessWindow *window = show_window ();

  g_assert_cmpuint (caseness_window_get_n_pages (window), <=, CASENESS_N_PAGE_KEYS);
  for (guint page = 0; page < caseness_window_get_n_pages (window); page++)
    {
      g_autofree char *action = g_strdup_printf ("win.page(%u)", page);
      g_auto(GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (program.application), action);
      g_autofree char *key = g_strdup_printf ("<Control>%u", (page + 1) % 10);

      g_assert_cmpuint (g_strv_length (keys), ==, 1);
      g_assert_cmpstr (keys[0], ==, key);
    }
  close_window (window);
}

static void
test_first_run (void)
{
  CasenessWindow *window = show_window ();

  assert_icon_buttons_are_named (GTK_WIDGET (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Caseness");
  g_assert_true (is_offered (window, "win.open"));
  g_assert_true (is_offered (window, "win.import"));
  g_assert_true (is_offered (window, "win.explore-demo"));
  g_assert_false (is_offered (window, "win.print"));
  close_window (window);
}

static char *
write_service (const char *name)
{
  char *folder = g_build_filename (g_get_user_data_dir (), name, NULL);
  CasenessDemoOptions options;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  caseness_demo_options_init (&options);
  options.referrals = 90;
  options.months = 3;
  options.end = caseness_date_new (2025, 6, 30);
  caseness_demo_write (folder, &options, NULL, &error);
  g_assert_no_error (error);
  return folder;
}

static CasenessImportDialog *
find_import_dialog (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (CASENESS_IS_IMPORT_DIALOG (window))
        return CASENESS_IMPORT_DIALOG (window);
    }
  return NULL;
}

static void
import_through_dialog (CasenessWindow *window, const char *folder)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  CasenessSession *session = caseness_window_get_session (window);
  CasenessImportDialog *dialog;

  caseness_window_take_files (window, &file, 1);
  dialog = find_import_dialog ();
  g_assert_nonnull (dialog);
  assert_icon_buttons_are_named (GTK_WIDGET (dialog));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.start", NULL));
  g_assert_true (caseness_session_get_busy (session));
  g_assert_true (caseness_import_dialog_is_working (dialog));
  wait_until_idle (session);
  g_assert_false (caseness_import_dialog_is_working (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until_idle (session);
  g_assert_null (find_import_dialog ());
}

/* Assistive technology must not be read what lies under the page that is shown. */
static void
assert_only_shown_page_is_visible (CasenessWindow *window)
{
  CasenessPage *shown = caseness_window_get_page (window);
  GtkWidget *page = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (shown)));

  for (; page != NULL; page = gtk_widget_get_next_sibling (page))
    g_assert_cmpint (gtk_widget_get_visible (page), ==, page == GTK_WIDGET (shown));
}

static void
test_import_and_undo (void)
{
  g_autofree char *folder = write_service ("submission");
  CasenessWindow *window = show_window ();
  CasenessSession *session = caseness_window_get_session (window);
  CasenessImportsDialog *imports;

  import_through_dialog (window, folder);
  g_assert_nonnull (caseness_session_get_snapshot (session));
  assert_icon_buttons_are_named (GTK_WIDGET (window));
  g_assert_true (g_str_has_suffix (gtk_window_get_title (GTK_WINDOW (window)), " – Caseness"));
  g_assert_true (is_offered (window, "win.print"));
  g_assert_true (is_offered (window, "win.meeting-mode"));
  g_assert_cmpstr (caseness_window_show_page (window, 1), ==, "ptl");
  assert_only_shown_page_is_visible (window);
  g_assert_cmpstr (caseness_window_show_page (window, 0), ==, "overview");
  assert_only_shown_page_is_visible (window);
  g_assert_null (caseness_window_show_page (window, 99));
  caseness_window_show_page (window, 0);

  imports = caseness_imports_dialog_new (GTK_WINDOW (window), session);
  gtk_window_present (GTK_WINDOW (imports));
  wait_until_idle (session);
  assert_icon_buttons_are_named (GTK_WIDGET (imports));
  gtk_window_destroy (GTK_WINDOW (imports));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-file", NULL);
  g_assert_null (caseness_session_get_snapshot (session));
  close_window (window);
}

static const char *
get_note (CasenessSession *session)
{
  const CasenessJournalEntry *entry = caseness_journal_get (caseness_session_get_journal (session), "note", "a");

  return entry != NULL ? entry->body : NULL;
}

/* The list of pages is where a widget of the test's own is in nobody's way. */
static GtkWidget *
find_page_list (CasenessWindow *window)
{
  g_autoptr(GPtrArray) widgets = list_widgets (GTK_WIDGET (window));

  for (guint i = 0; i < widgets->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (widgets, i), "page-list"))
      return g_ptr_array_index (widgets, i);
  g_assert_not_reached ();
}

/* Presses the keys' action and waits until the journal has answered. */
static void
step (CasenessWindow *window, const char *action)
{
  CasenessSession *session = caseness_window_get_session (window);
  CasenessJournal *before = caseness_session_get_journal (session);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  while (caseness_session_get_journal (session) == before)
    g_main_context_iteration (NULL, TRUE);
  wait_until_idle (session);
}

static void
written_cb (GObject *session, GAsyncResult *result, gpointer done)
{
  g_assert_true (caseness_session_write_journal_finish (CASENESS_SESSION (session), result, NULL));
  *(gboolean *) done = TRUE;
}

static void
test_undo_and_redo (void)
{
  const CasenessJournalChange change = { "note", "a", "{}" };
  g_autofree char *folder = write_service ("undone");
  CasenessWindow *window = show_window ();
  CasenessSession *session = caseness_window_get_session (window);
  GtkWidget *entry = gtk_entry_new ();
  gboolean is_done = FALSE;

  import_through_dialog (window, folder);
  caseness_session_write_journal_async (session, &change, 1, "Note on <a> review", written_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  step (window, "win.undo");
  g_assert_null (get_note (session));
  step (window, "win.redo");
  g_assert_nonnull (get_note (session));

  /* Whoever is typing takes back what was typed. */
  gtk_box_append (GTK_BOX (find_page_list (window)), entry);
  g_assert_true (gtk_widget_grab_focus (entry));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until_idle (session);
  g_assert_nonnull (get_note (session));
  close_window (window);
}

#define EXPORT                                                                                                        \
  "Client ID;Date of birth;Sex;Referral ID;Referral date;Referral source;Commissioner;Appointment ID;"                \
  "Appointment start;Attendance;Appointment type;Contact medium;Therapist;Therapy;PHQ-9;GAD7\r\n"                    \
  "P1;23/06/1980;Male;R1;01/05/2025;GP;15F;C1;10/06/2025 09:30;Attended;Treatment;Video;S1;748051000000105;14;12\r\n" \
  "P2;18/09/1995;Female;R2;01/04/2025;GP;15F;C3;20/06/2025 14:00;Attended;Treatment;Phone;S2;748051000000105;4;\r\n"

/* The mapping a person would make of the guess. */
static CasenessMapping *
make_mapping (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (EXPORT, strlen (EXPORT));
  g_autoptr(GError) error = NULL;
  CasenessMapping *mapping = caseness_mapping_guess ("Our bookings", "XA1", bytes, "bookings.csv", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < mapping->feeds->len; i++)
    {
      CasenessMappingFeed *feed = g_ptr_array_index (mapping->feeds, i);
      int field = caseness_spec_find_field (feed->table, "IAPTLTCServiceInd");

      if (field >= 0)
        caseness_mapping_feed_set_constant (feed, (guint) field, "N");
    }
  return mapping;
}

/* Counting goes on in a thread, and only when it is done can the mapping be saved. */
static void
save_mapping (GFile *file, const CasenessMapping *mapping)
{
  g_autoptr(GError) error = NULL;
  CasenessMappingDialog *dialog = caseness_mapping_dialog_new (NULL, file, mapping, NULL, &error);

  g_assert_no_error (error);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  assert_icon_buttons_are_named (GTK_WIDGET (dialog));
  while (dialog != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (dialog), "mapping.save", NULL);
      g_main_context_iteration (NULL, dialog != NULL);
    }
}

static void
test_map_and_import (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bookings 2025-06.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(CasenessMapping) mapping = make_mapping ();
  g_autoptr(CasenessMapping) known = NULL;
  g_autoptr(GFile) service = caseness_import_dialog_name_file ("");
  CasenessWindow *window;

  g_unlink (g_file_peek_path (service)); /* of an earlier test */
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, EXPORT, -1, NULL));
  g_assert_true (caseness_mapped_export_is_wanted (file));
  g_assert_null (caseness_mapped_export_find_mapping (file));
  save_mapping (file, mapping);
  known = caseness_mapped_export_find_mapping (file);
  g_assert_nonnull (known);
  g_assert_cmpstr (known->name, ==, "Our bookings");

  window = show_window ();
  import_through_dialog (window, path);
  g_assert_nonnull (caseness_session_get_snapshot (caseness_window_get_session (window)));
  g_assert_cmpuint (caseness_snapshot_get_n_pathways (caseness_session_get_snapshot (
                      caseness_window_get_session (window))), ==, 2);
  close_window (window);
}

static void
test_modes (void)
{
  CasenessWindow *window = show_window ();
  CasenessSession *session = caseness_window_get_session (window);
  gboolean is_shown;

  g_assert_false (caseness_session_get_meeting_mode (session));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.meeting-mode", NULL);
  g_assert_true (caseness_session_get_meeting_mode (session));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-sidebar", NULL);
  g_object_get (program.settings, "show-sidebar", &is_shown, NULL);
  g_assert_false (is_shown);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-sidebar", NULL);
  close_window (window);
}

static char *
get_first_label (GMenu *menu)
{
  char *label = NULL;

  caseness_recent_fill_menu (menu);
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  return label;
}

static gboolean
has_first_label (GMenu *menu, const char *expected)
{
  g_autofree char *label = get_first_label (menu);

  return g_strcmp0 (label, expected) == 0;
}

static void
test_recent (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "north_west.caseness", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  caseness_recent_add (file);
  while (!has_first_label (menu, "north__west.caseness"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 1);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (has_first_label (menu, "Nothing Opened Yet"));
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 1);
}

/* Made to be continued; what was added counts as soon as it is read, and what is wrong is said. */
static void
test_calendar_file (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = caseness_calendar_file_read ();
  g_autofree char *path = caseness_calendar_file_make (&error);
  g_autofree char *text = NULL;
  g_autofree char *longer = NULL;
  g_autofree char *after = NULL;
  g_autofree char *fault = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (before, "Known until 27 Mar 2025."));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  longer = g_strconcat (text, "2025-03-01,2025-03-31,primary,2025-04-01,2025-04-24\n", NULL);
  g_assert_true (g_file_set_contents (path, longer, -1, NULL));
  after = caseness_calendar_file_read ();
  g_assert_true (g_str_has_prefix (after, "Known until 24 Apr 2025."));
  g_assert_true (g_file_set_contents (path, "month\n", -1, NULL));
  fault = caseness_calendar_file_read ();
  g_assert_true (g_str_has_prefix (fault, "submission-calendar.csv, line 1: "));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_free (caseness_calendar_file_read ());
  g_remove (path);
}

static void
test_preferences (void)
{
  CasenessPreferences *preferences = caseness_preferences_new (NULL, program.settings);

  gtk_window_present (GTK_WINDOW (preferences));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (caseness_settings_get_appearance (program.settings), ==, CASENESS_APPEARANCE_SYSTEM);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

int
main (int argc, char *argv[])
{
  int status;

  /* tests/support/with-display gives the program a home of its own; GTK reads it before the first test starts. */
  g_test_init (&argc, &argv, NULL);
  program.application = caseness_application_new ();
  g_application_set_flags (G_APPLICATION (program.application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (program.application), NULL, NULL));
  program.settings = caseness_settings_new ();

  g_test_add_func ("/app/accelerators/shortcuts-window", test_shortcuts_window);
  g_test_add_func ("/app/accelerators/pages", test_page_keys);
  g_test_add_func ("/app/accelerators/lead-somewhere", test_accelerators_lead_somewhere);
  g_test_add_func ("/app/window/no-hidden-windows", test_no_hidden_windows);
  g_test_add_func ("/app/window/first-run", test_first_run);
  g_test_add_func ("/app/window/import-and-undo", test_import_and_undo);
  g_test_add_func ("/app/window/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/app/window/map-and-import", test_map_and_import);
  g_test_add_func ("/app/window/modes", test_modes);
  g_test_add_func ("/app/recent", test_recent);
  g_test_add_func ("/app/preferences", test_preferences);
  g_test_add_func ("/app/calendar-file", test_calendar_file);
  status = g_test_run ();
  g_object_unref (program.settings);
  g_object_unref (program.application);
  return status;
}
