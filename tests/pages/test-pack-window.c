/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-contract.h"
#include "caseness-overview-page.h"
#include "caseness-pack-window.h"
#include "caseness-plan-view.h"
#include "caseness-print-window.h"
#include "caseness-report-set-view.h"
#include "caseness-report-set.h"
#include "page-service.h"
#include "widget-keys.h"

#include <glib/gstdio.h>
#include <string.h>

/* Preparing a contract review on a small service of four months, imported once. */
static CasenessSession *session;

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  GtkWindow *pack;
} Fixture;

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  GtkWidget *found = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->pack), CASENESS_TYPE_PACK_WINDOW, name));

  g_assert_nonnull (found);
  return found;
}

static gboolean
is_ready (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (page_part (fixture->page, "stack"))), "ready");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->page = caseness_overview_page_new (session);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
  run_until (is_ready, fixture);
  fixture->pack = caseness_pack_window_new (CASENESS_PAGE (fixture->page));
  gtk_window_present (fixture->pack);
  run_for_a_while ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->pack != NULL)
    gtk_window_destroy (fixture->pack);
  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  run_for_a_while ();
  g_assert_finalize_object (fixture->page);
}

static const CasenessPeriod *
get_period (void)
{
  return caseness_session_get_period (session);
}

static gboolean
has_commentary (gpointer word)
{
  g_autofree char *text = caseness_commentary_dup_text (caseness_session_get_journal (session), word, get_period ());

  return text != NULL;
}

static gboolean
has_no_commentary (gpointer word)
{
  return !has_commentary (word);
}

static void
write_commentary (Fixture *fixture, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (part (fixture, "commentary"))), text, -1);
}

/* What is written on a part is kept when another part is chosen, shown again, and can be undone. */
static void
test_commentary (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *choice = GTK_DROP_DOWN (part (fixture, "part_choice"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (part (fixture, "commentary")));
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  write_commentary (fixture, "Two posts were empty.");
  gtk_drop_down_set_selected (choice, 3);
  run_until (has_commentary, (gpointer) "standards");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  gtk_drop_down_set_selected (choice, 0);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (shown, ==, "Two posts were empty.");
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_until (has_no_commentary, (gpointer) "standards");
  write_commentary (fixture, "");
}

/* It is kept when the window is closed, too. */
static void
test_closing_keeps (Fixture *fixture, gconstpointer data)
{
  write_commentary (fixture, "Closed with this.");
  gtk_window_close (fixture->pack);
  fixture->pack = NULL;
  run_until (has_commentary, (gpointer) "standards");
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_until (has_no_commentary, (gpointer) "standards");
}

static gboolean
has_plan (gpointer value)
{
  CasenessPeriod april = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 4, 30) };

  return caseness_plan_get (caseness_session_get_journal (session), "M031", &april) == *(double *) value;
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  CasenessPlanView *plan = CASENESS_PLAN_VIEW (part (fixture, "plan"));
  CasenessPeriod quarter = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };
  double april = 30;
  guint i;

  for (i = 0; i < 3; i++)
    caseness_plan_view_set_month (plan, i, 30 + i);
  caseness_plan_view_keep (plan);
  run_until (has_plan, &april);
  g_assert_cmpfloat (caseness_plan_get (caseness_session_get_journal (session), "M031", &quarter), ==, 93);
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_for_a_while ();
}

static GtkWindow *
find_print_window (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  GList *l;

  for (l = windows; l != NULL; l = l->next)
    if (CASENESS_IS_PRINT_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
shows_pack (gpointer unused)
{
  return find_print_window () != NULL;
}

static void
test_shows_pack (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pack), "pack.show", NULL));
  g_assert_true (gtk_widget_get_visible (part (fixture, "cancel_button")));
  run_until (shows_pack, NULL);
  g_assert_true (g_str_has_prefix (gtk_window_get_title (find_print_window ()), "Contract review, Test Service"));
  g_assert_false (gtk_widget_get_visible (part (fixture, "cancel_button")));
  gtk_window_destroy (find_print_window ());
  run_for_a_while ();
}

/* One press makes every report of a set. */
static gboolean
is_made (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static gboolean
has_set (gpointer name)
{
  g_autoptr(CasenessReportSet) set = caseness_report_set_find (caseness_session_get_journal (session), name);

  return set != NULL;
}

static void
test_sets (Fixture *fixture, gconstpointer data)
{
  const char *kinds[] = { "contract", NULL };
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  CasenessReportSet set = { .name = (char *) "Board", .kinds = (GStrv) kinds, .filter = everybody };
  g_autofree char *body = caseness_report_set_dup_body (&set);
  CasenessJournalChange change = { CASENESS_RECORD_REPORT_SET, "Board", body };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "packs", NULL);
  g_autofree char *path = g_build_filename (folder, "contract-review-test-service-2025-06-30.pdf", NULL);

  caseness_session_write_journal_async (session, &change, 1, "a set", NULL, NULL);
  run_until (has_set, (gpointer) "Board");
  caseness_report_set_view_make (CASENESS_REPORT_SET_VIEW (part (fixture, "sets")), "Board", folder);
  run_until (is_made, path);
  run_for_a_while ();
  g_remove (path);
  g_rmdir (folder);
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_for_a_while ();
}

static GtkWidget *
find_button (GtkWidget *top, const char *label)
{
  GtkWidget *child, *found = NULL;

  if (GTK_IS_BUTTON (top) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (top)), label) == 0)
    return top;
  for (child = gtk_widget_get_first_child (top); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static gboolean
shows_folder (gpointer data)
{
  GtkWidget *button = find_button (data, "_Open the Folder");

  return button != NULL && gtk_widget_get_visible (button);
}

/* The one button: no question is asked, and the reports lie in a folder of their own beside the service file. */
static void
test_one_press (Fixture *fixture, gconstpointer data)
{
  const char *kinds[] = { "contract", "overview", NULL };
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  CasenessReportSet set = { .name = (char *) "Board: Q1/Q2", .kinds = (GStrv) kinds, .filter = everybody };
  g_autofree char *body = caseness_report_set_dup_body (&set);
  CasenessJournalChange change = { CASENESS_RECORD_REPORT_SET, "Board: Q1/Q2", body };
  g_autoptr(GFile) place = g_file_get_parent (caseness_session_get_file (session));
  g_autofree char *folder
    = g_build_filename (g_file_peek_path (place), "Caseness reports", "Board- Q1-Q2 2025-06-30", NULL);
  g_autofree char *above = g_path_get_dirname (folder);
  static const char *const names[] = { "contract-review-test-service-2025-06-30.pdf", "overview-test-service-2025-06-30.pdf" };
  GtkWidget *sets = part (fixture, "sets"), *make;
  gsize i;

  caseness_session_write_journal_async (session, &change, 1, "a set", NULL, NULL);
  run_until (has_set, (gpointer) "Board: Q1/Q2");
  run_for_a_while ();
  make = find_button (sets, "Make");
  g_assert_nonnull (make);
  g_assert_false (shows_folder (sets));
  g_signal_emit_by_name (make, "clicked");
  g_assert_true (gtk_widget_get_visible (find_button (sets, "_Cancel")));
  run_until (shows_folder, sets);
  g_assert_false (gtk_widget_get_visible (find_button (sets, "_Cancel")));
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (is_made (path));
      g_remove (path);
    }
  g_rmdir (folder);
  g_rmdir (above);
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_for_a_while ();
}

#define ADD(name, function) g_test_add ("/pages/pack/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  ADD ("commentary", test_commentary);
  ADD ("closing-keeps", test_closing_keeps);
  ADD ("plan", test_plan);
  ADD ("shows-pack", test_shows_pack);
  ADD ("sets", test_sets);
  ADD ("one-press", test_one_press);
  status = g_test_run ();
  g_assert_finalize_object (session);
  return status;
}
