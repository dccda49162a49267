/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-view.h"
#include "caseness-cycle-dialog.h"
#include "caseness-cycles-view.h"
#include "page-service.h"
#include "widget-keys.h"

#include <string.h>

/* Plan-Do-Study-Act cycles on a small service, imported once. */
static CasenessSession *session;

typedef struct
{
  GtkWindow *window;
  CasenessCyclesView *view;
  CasenessCycleDialog *dialog; /* borrowed, nullable: the one that is open */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = g_object_new (CASENESS_TYPE_CYCLES_VIEW, NULL);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1080, 640);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  caseness_cycles_view_set_session (fixture->view, session);
  caseness_cycles_view_show (fixture->view, TRUE);
  gtk_window_present (fixture->window);
  run_for_a_while ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (fixture->window);
  run_for_a_while ();
  g_assert_finalize_object (fixture->view);
}

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->view), CASENESS_TYPE_CYCLES_VIEW, name));
}

static GtkWidget *
field (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog), CASENESS_TYPE_CYCLE_DIALOG, name));
}

static void
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  fixture->dialog = NULL;
  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GObject) window = g_list_model_get_item (windows, i);

      if (CASENESS_IS_CYCLE_DIALOG (window))
        fixture->dialog = CASENESS_CYCLE_DIALOG (window);
    }
}

/* What is on the disk, whatever this program holds: what is left when it is killed. */
static CasenessJournal *
read_disk (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store
    = caseness_store_open (g_file_peek_path (caseness_session_get_file (session)), CASENESS_STORE_READ, &error);
  CasenessJournal *journal;

  g_assert_no_error (error);
  journal = caseness_journal_load (store, &error);
  g_assert_no_error (error);
  return journal;
}

static gboolean
has_draft (gpointer data)
{
  g_autoptr(CasenessJournal) journal = read_disk ();
  g_autoptr(CasenessCycle) draft = caseness_cycle_find_draft (journal);

  return draft != NULL && strcmp (draft->aim, "Half recover") == 0 && strcmp (draft->change, "Ask first") == 0;
}

static gboolean
shows_draft (gpointer data)
{
  return gtk_widget_get_visible (part (data, "draft_bar"));
}

static gboolean
is_recorded (gpointer data)
{
  g_autoptr(GPtrArray) cycles = caseness_cycle_list (caseness_session_get_journal (session));
  g_autoptr(CasenessCycle) draft = caseness_cycle_find_draft (caseness_session_get_journal (session));

  return cycles->len == 1 && draft == NULL;
}

static gboolean
is_empty (gpointer data)
{
  return gtk_widget_get_visible (part (data, "empty_label"));
}

static gboolean
has_row (gpointer data)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (part (data, "list")), 0) != NULL;
}

static gboolean
has_verdict (gpointer data)
{
  const char *words = gtk_label_get_text (GTK_LABEL (part (data, "sentence_label")));

  return *words != '\0' && strstr (words, "…") == NULL;
}

/* What is typed is on the disk before anybody records it; closing keeps it, and it can be gone on with. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_empty (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "cycles.new", NULL);
  find_dialog (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_false (gtk_widget_get_sensitive (field (fixture, "record_button"))); /* an aim is what it takes */
  gtk_editable_set_text (GTK_EDITABLE (field (fixture, "aim")), "Half recover");
  g_assert_true (gtk_widget_get_sensitive (field (fixture, "record_button")));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field (fixture, "change"))), "Ask first", -1);
  run_until (has_draft, fixture);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  run_until (shows_draft, fixture);
  g_assert_true (is_empty (fixture)); /* a draft is no cycle */
}

/* The draft becomes a cycle, which undo takes away and redo brings back. */
static void
test_record (Fixture *fixture, gconstpointer data)
{
  g_assert_true (shows_draft (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "cycles.resume", NULL);
  find_dialog (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field (fixture, "aim"))), ==, "Half recover");
  g_object_set (field (fixture, "starts"), "date", caseness_date_new (2025, 6, 1), NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "cycle.record", NULL);
  run_until (is_recorded, fixture);
  run_until (has_row, fixture);
  run_until (has_verdict, fixture);
  g_assert_false (shows_draft (fixture));
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_until (is_empty, fixture);
  g_assert_false (shows_draft (fixture));
  caseness_session_redo_journal_async (session, NULL, NULL);
  run_until (has_row, fixture);
}

/* The figure before and since is drawn, and can be read by those who do not see it. */
static void
test_chart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *summary = NULL;

  run_until (has_verdict, fixture);
  g_assert_true (gtk_widget_get_visible (part (fixture, "chart_box")));
  summary = caseness_chart_dup_summary (caseness_chart_view_get_chart (CASENESS_CHART_VIEW (part (fixture, "chart"))));
  g_assert_nonnull (strstr (summary, "(M192)"));
}

/* A cycle about the people under review begins with their group; clinicians are not offered outside supervision. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessFilter) north = caseness_filter_with (everybody, CASENESS_DIMENSION_TEAM, "North");
  g_autoptr(CasenessCycle) cycle = NULL;

  caseness_cycles_view_start (fixture->view, north);
  find_dialog (fixture);
  g_assert_false (gtk_widget_get_visible (field (fixture, "clinician_box")));
  cycle = caseness_cycle_dialog_read (fixture->dialog);
  g_assert_true (caseness_filter_equal (cycle->filter, north));
  g_assert_cmpstr (cycle->measure, ==, "M192");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  run_for_a_while ();
  g_assert_false (shows_draft (fixture)); /* nothing was typed */
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  session = page_service_new ();
  g_test_add ("/pages/cycles/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/pages/cycles/record", Fixture, NULL, set_up, test_record, tear_down);
  g_test_add ("/pages/cycles/chart", Fixture, NULL, set_up, test_chart, tear_down);
  g_test_add ("/pages/cycles/start", Fixture, NULL, set_up, test_start, tear_down);
  status = g_test_run ();
  g_object_unref (session);
  return status;
}
