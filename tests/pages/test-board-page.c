/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-data-table.h"
#include "caseness-experience-page.h"
#include "caseness-flow-page.h"
#include "caseness-board-words.h"
#include "caseness-chart-view.h"
#include "caseness-tile.h"
#include "page-service.h"
#include "widget-keys.h"

/* The pages of boards on a small service, imported once. */
static CasenessSession *session;

static const struct Kind
{
  CasenessBoardKind kind;
  GtkWidget *(*create) (CasenessSession *session);
} kinds[] = {
  { CASENESS_BOARD_FLOW, caseness_flow_page_new },
  { CASENESS_BOARD_EXPERIENCE, caseness_experience_page_new },
};

typedef struct
{
  const struct Kind *kind;
  GtkWindow *window;
  GtkWidget *page;
  CasenessDataTable *table;
  CasenessBoard *board; /* what the page should say */
} Fixture;

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  return page_part (fixture->page, name);
}

static gboolean
is_ready (gpointer fixture)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (part (fixture, "stack"))), "ready");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  CasenessPeriod quarter = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };

  caseness_session_set_meeting_mode (session, FALSE);
  caseness_session_set_period (session, &quarter);
  fixture->kind = data;
  fixture->board = caseness_board_new (caseness_session_get_snapshot (session), fixture->kind->kind, &quarter, NULL, NULL,
                                       NULL, NULL);
  fixture->page = fixture->kind->create (session);
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
  caseness_board_free (fixture->board);
  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  run_for_a_while ();
  g_assert_finalize_object (fixture->page);
}

static char *
read_cell (Fixture *fixture, guint row, guint cell)
{
  g_autoptr(CasenessDataRow) data = g_list_model_get_item (caseness_data_table_get_rows (fixture->table), row);

  return g_strdup (caseness_data_row_get_text (data, cell));
}

/* Every view: a row an item, each saying what the measures say, and a tile with its headline. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  guint first = caseness_board_get_first_view (fixture->kind->kind), view, i;

  for (view = first; view < first + caseness_board_get_n_views (fixture->kind->kind); view++)
    {
      g_autoptr(GPtrArray) items = caseness_board_list_items (view);
      g_autofree char *title = caseness_board_words_title (fixture->board, view, FALSE);

      gtk_widget_activate_action (fixture->page, "page.view", "i", (int) (view - first));
      run_for_a_while ();
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part (fixture, "title_label"))), ==, title);
      g_assert_cmpuint (g_list_model_get_n_items (caseness_data_table_get_rows (fixture->table)), ==, items->len);
      for (i = 0; i < items->len; i++)
        {
          const CasenessBoardItem *item = g_ptr_array_index (items, i);
          CasenessFigure figure
            = caseness_board_get (fixture->board, item->measures[0], CASENESS_BOARD_EVERYBODY);
          g_autofree char *value = caseness_board_words_figure (&figure, item->measures[0], FALSE);
          g_autofree char *name = read_cell (fixture, i, 0), *shown = read_cell (fixture, i, 1);

          g_assert_cmpstr (name, ==, caseness_board_words_item (item));
          g_assert_cmpstr (shown, ==, value);
        }
      g_assert_cmpint (gtk_widget_get_visible (part (fixture, "chart_scroller")), ==,
                       caseness_board_words_find_drawn (view, 0, 0) != NULL);
      g_assert_cmpint (gtk_widget_get_visible (part (fixture, "note_label")), ==, view == CASENESS_EXPERIENCE_SUPPORT);
    }
}

static gboolean
has_groups (gpointer fixture)
{
  return gtk_widget_get_visible (part (fixture, "item_choice"));
}

/* Clinicians have numbers for names in meeting mode, and their table is not to be saved. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  const GPtrArray *variables = caseness_variable_get_all ();
  g_autofree char *name = NULL;
  guint place;

  g_assert_true (g_ptr_array_find ((GPtrArray *) variables, caseness_variable_find ("Clinician"), &place));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "split_choice")), place + 1);
  run_until (has_groups, fixture);
  run_for_a_while ();
  name = read_cell (fixture, 0, 0);
  g_assert_false (g_str_has_prefix (name, "Clinician"));
  caseness_session_set_meeting_mode (session, TRUE);
  run_for_a_while ();
  g_clear_pointer (&name, g_free);
  name = read_cell (fixture, 0, 0);
  g_assert_cmpstr (name, ==, "Clinician 1");
}

/* What the chart's menu takes away from a meeting tells of no fewer than five. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  page_assert_told (session, CASENESS_CHART_VIEW (part (fixture, "chart_view")), TRUE);
}

static void
test_drawn (Fixture *fixture, gconstpointer data)
{
  CasenessChart *chart = caseness_chart_view_get_chart (CASENESS_CHART_VIEW (part (fixture, "chart_view")));

  g_assert_nonnull (chart);
  g_assert_cmpstr (caseness_board_words_find_drawn (CASENESS_EXPERIENCE_TREATMENT, 0, 0)->id, ==, "L231a4");
  g_assert_cmpstr (caseness_board_words_find_drawn (CASENESS_EXPERIENCE_TREATMENT, 5, 4)->id, ==, "L236a0");
  g_assert_null (caseness_board_words_find_drawn (CASENESS_EXPERIENCE_TREATMENT, 0, 5));
  g_assert_cmpstr (caseness_board_words_find_drawn (CASENESS_EXPERIENCE_STATUS, 1, 0)->id, ==, "M328");
  g_assert_cmpstr (caseness_board_words_find_drawn (CASENESS_EXPERIENCE_STATUS, 2, 3)->id, ==, "M319");
  g_assert_null (caseness_board_words_find_drawn (CASENESS_EXPERIENCE_WSAS, 0, 0));
  g_assert_cmpstr (caseness_board_words_find_drawn (CASENESS_FLOW_WAY, 4, 2)->id, ==, "L305l");
  g_assert_cmpstr (caseness_board_words_find_drawn (CASENESS_FLOW_APPOINTMENTS, 0, 5)->id, ==, "M085");
  g_assert_null (caseness_board_words_find_drawn (CASENESS_FLOW_APPOINTMENTS, 0, 6));
  g_assert_null (caseness_board_words_find_drawn (CASENESS_FLOW_APPOINTMENTS, 1, 0));
  g_assert_null (caseness_board_words_find_drawn (CASENESS_FLOW_SOURCES, 0, 0));
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      static const struct { const char *name; void (*test) (Fixture *fixture, gconstpointer data); } tests[] = {
        { "views", test_views }, { "groups", test_groups }, { "told", test_told }, { "drawn", test_drawn },
      };

      for (guint k = 0; k < G_N_ELEMENTS (tests); k++)
        {
          g_autofree char *path = g_strdup_printf ("/pages/%s/%s", kinds[i].kind == CASENESS_BOARD_FLOW ? "flow" : "experience",
                                                   tests[k].name);

          g_test_add (path, Fixture, &kinds[i], set_up, tests[k].test, tear_down);
        }
    }
  result = g_test_run ();
  g_assert_finalize_object (session);
  return result;
}
