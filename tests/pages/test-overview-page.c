/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-menu.h"
#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-figure-record.h"
#include "caseness-explain-popover.h"
#include "caseness-note-dialog.h"
#include "caseness-overview-page.h"
#include "caseness-series-panel.h"
#include "page-service.h"
#include "widget-keys.h"

#include <math.h>
#include <string.h>

/* The overview on a small service of four months, imported once. */
static CasenessSession *session;

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  CasenessDataTable *table;
} Fixture;

enum
{
  NAME,
  LATEST,
  TARGET,
};

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  return page_part (fixture->page, name);
}

static gboolean
is_ready (gpointer data)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (part (data, "stack"))), "ready");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();

  caseness_session_set_filter (session, everybody);
  caseness_session_set_meeting_mode (session, FALSE);
  fixture->page = caseness_overview_page_new (session);
  fixture->table = CASENESS_DATA_TABLE (part (fixture, "table"));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 760);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
  run_until (is_ready, fixture);
  run_for_a_while ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  run_for_a_while ();
  g_assert_finalize_object (fixture->page);
}

static CasenessDataRow *
find_row (Fixture *fixture, const char *name, guint *position)
{
  GListModel *rows = caseness_data_table_get_rows (fixture->table);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);

      if (g_str_equal (caseness_data_row_get_text (row, NAME), name))
        {
          if (position != NULL)
            *position = i;
          return row; /* the model keeps it */
        }
    }
  return NULL;
}

static void
open_row (Fixture *fixture, const char *name)
{
  guint position = 0;

  g_assert_nonnull (find_row (fixture, name, &position));
  caseness_data_table_open (fixture->table, position);
}

static gboolean
shows_chart (Fixture *fixture)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (part (fixture, "views"))), "chart");
}

/* What the row says is what the measures say. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  const CasenessMeasure *measure = caseness_measure_find ("M192");
  CasenessPeriod june = { caseness_date_new (2025, 6, 1), caseness_date_new (2025, 6, 30) };
  CasenessQuestion question = { .periods = &june, .n_periods = 1, .measures = &measure, .n_measures = 1 };
  g_autoptr(CasenessAnswer) answer
    = caseness_evaluate (caseness_session_get_snapshot (session), &question, NULL, NULL);
  CasenessDataRow *row = find_row (fixture, "Recovery", NULL);

  g_assert_cmpuint (g_list_model_get_n_items (caseness_data_table_get_rows (fixture->table)), ==, 12);
  g_assert_cmpfloat (caseness_data_row_get_value (row, LATEST), ==, caseness_answer_get (answer, 0, 0, 0, 0).value);
  g_assert_cmpstr (caseness_data_row_get_text (row, TARGET), ==, "at least 50%");
  g_assert_cmpstr (caseness_data_row_get_detail (row, LATEST), ==, "Jun 25");
  g_assert_nonnull (strstr (caseness_data_row_get_detail (row, TARGET), "England"));
}

static void
test_opens_and_closes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = part (fixture, "panel");

  open_row (fixture, "Recovery");
  g_assert_true (shows_chart (fixture));
  g_assert_cmpstr (caseness_series_panel_get_measure (CASENESS_SERIES_PANEL (panel))->id, ==, "M192");
  g_assert_true (gtk_widget_activate_action (panel, "series.close", NULL));
  g_assert_false (shows_chart (fixture));
}

static gboolean
is_rounded (CasenessChartView *view)
{
  g_autoptr(CasenessChart) chart = caseness_chart_view_dup_told (view);
  g_autoptr(CasenessChartTable) table = caseness_chart_dup_table (chart);
  guint i;

  for (i = 0; i < caseness_chart_table_get_n_rows (table); i++)
    if (fmod (caseness_chart_table_get_number (table, i, 1), 5) > 0)
      return FALSE;
  return caseness_chart_table_get_n_rows (table) > 0;
}

/* What the chart's menu takes away from a meeting is as people outside are told it. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  CasenessChartView *view;

  open_row (fixture, "First treatments");
  view = CASENESS_CHART_VIEW (gtk_widget_get_template_child (part (fixture, "panel"), CASENESS_TYPE_SERIES_PANEL, "chart"));
  g_assert_false (is_rounded (view));
  caseness_session_set_meeting_mode (session, TRUE);
  g_assert_true (is_rounded (view));
  caseness_session_set_meeting_mode (session, FALSE);
}

/* Another audience, other rows; a chart of a figure that it lacks closes. */
static void
test_audiences (Fixture *fixture, gconstpointer data)
{
  open_row (fixture, "First treatments");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "set_choice")), CASENESS_OVERVIEW_CLINICAL);
  run_for_a_while ();
  run_until (is_ready, fixture);
  g_assert_nonnull (find_row (fixture, "Problem descriptor recorded", NULL));
  g_assert_null (find_row (fixture, "First treatments", NULL));
  g_assert_false (shows_chart (fixture));
}

static gboolean
has_note (gpointer kind)
{
  g_autoptr(GArray) notes = caseness_figure_notes_list (caseness_session_get_journal (session), kind, "M192");

  return notes->len > 0;
}

static gboolean
has_no_note (gpointer kind)
{
  return !has_note (kind);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  GList *l;

  for (l = windows; l != NULL; l = l->next)
    if (CASENESS_IS_NOTE_DIALOG (l->data))
      return l->data;
  return NULL;
}

/* A note and a step change are written in a dialog, stand in the file and below the chart, and can be undone. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *kind;
  } cases[] = { { "series.add-note", CASENESS_RECORD_ANNOTATION },
                { "series.add-step-change", CASENESS_RECORD_STEP_CHANGE } };
  GtkWidget *panel = part (fixture, "panel");
  gsize i;

  open_row (fixture, "Recovery");
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *dialog;

      g_assert_true (gtk_widget_activate_action (panel, cases[i].action, NULL));
      dialog = find_dialog ();
      g_assert_nonnull (dialog);
      g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "write"));
      caseness_note_dialog_set_text (CASENESS_NOTE_DIALOG (dialog), "  Phones were down  ");
      g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "write"));
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "write");
      run_until (has_note, (gpointer) cases[i].kind);
      {
        g_autoptr(GArray) notes
          = caseness_figure_notes_list (caseness_session_get_journal (session), cases[i].kind, "M192");

        g_assert_cmpstr (g_array_index (notes, CasenessFigureNote, 0).text, ==, "Phones were down");
      }
      run_for_a_while ();
      g_assert_true (shows_chart (fixture));
      caseness_session_undo_journal_async (session, 0, NULL, NULL);
      run_until (has_no_note, (gpointer) cases[i].kind);
      run_for_a_while ();
    }
}

static CasenessExplainPopover *
find_popover (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (fixture->page));

  while (child != NULL && !CASENESS_IS_EXPLAIN_POPOVER (child))
    child = gtk_widget_get_prev_sibling (child);
  return child != NULL ? CASENESS_EXPLAIN_POPOVER (child) : NULL;
}

static gboolean
is_explained (gpointer data)
{
  return caseness_explain_popover_get_explanation (find_popover (data)) != NULL;
}

static gboolean
has_note_of_first (gpointer first)
{
  g_autoptr(GArray) notes
    = caseness_figure_notes_list (caseness_session_get_journal (session), CASENESS_RECORD_ANNOTATION, "M192");

  return notes->len == 1 && g_array_index (notes, CasenessFigureNote, 0).period.start == *(CasenessDate *) first;
}

/* A point is a door to the figure of its month, and a note written next is of that month. */
static void
test_point (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = part (fixture, "panel"), *dialog;
  CasenessDate first;

  open_row (fixture, "Recovery");
  g_signal_emit_by_name (gtk_widget_get_template_child (panel, CASENESS_TYPE_SERIES_PANEL, "chart"), "region-activated", 0, 0);
  g_assert_nonnull (find_popover (fixture));
  run_until (is_explained, fixture);
  first = caseness_explain_popover_get_explanation (find_popover (fixture))->people->address->period.start;
  g_assert_cmpint (first, <, caseness_date_new (2025, 6, 1));
  gtk_popover_popdown (GTK_POPOVER (find_popover (fixture)));
  run_for_a_while ();
  g_assert_true (gtk_widget_activate_action (panel, "series.add-note", NULL));
  dialog = find_dialog ();
  caseness_note_dialog_set_text (CASENESS_NOTE_DIALOG (dialog), "Phones were down");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "write");
  run_until (has_note_of_first, &first);
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_until (has_no_note, CASENESS_RECORD_ANNOTATION);
  run_for_a_while ();
}

static gboolean
matches_excel (gpointer unused)
{
  CasenessChartOptions options;

  caseness_chart_options_read (caseness_session_get_journal (session), &options);
  return !options.screens_ranges;
}

static gboolean
says_excel (gpointer data)
{
  return strstr (gtk_label_get_text (GTK_LABEL (part (data, "subtitle_label"))), "Excel") != NULL;
}

static void
test_excel (Fixture *fixture, gconstpointer data)
{
  open_row (fixture, "Recovery");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_template_child (part (fixture, "panel"),
                                                                                CASENESS_TYPE_SERIES_PANEL,
                                                                                "excel_button")),
                               TRUE);
  run_until (matches_excel, NULL);
  run_until (says_excel, fixture);
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_for_a_while ();
}

static void
test_prints (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReport) report = caseness_page_make_report (CASENESS_PAGE (fixture->page));

  g_assert_nonnull (report);
  g_assert_true (g_str_has_prefix (caseness_report_get_file_name (report), "overview-"));
}

#define ADD(name, function) g_test_add ("/pages/overview/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  ADD ("rows", test_rows);
  ADD ("opens-and-closes", test_opens_and_closes);
  ADD ("told", test_told);
  ADD ("audiences", test_audiences);
  ADD ("notes", test_notes);
  ADD ("point", test_point);
  ADD ("excel", test_excel);
  ADD ("prints", test_prints);
  status = g_test_run ();
  g_assert_finalize_object (session);
  return status;
}
