/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-equity-page.h"
#include "caseness-equity-show.h"
#include "caseness-equity-words.h"
#include "caseness-figure-address.h"
#include "caseness-population-dialog.h"
#include "page-service.h"
#include "widget-keys.h"

#include <math.h>
#include <string.h>

/* The equity page on a small service, imported once. */
static CasenessSession *session;

typedef struct
{
  PageFixture shown;
  GtkWidget *page; /* the one shown */
  CasenessDataTable *table;
} Fixture;

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  return page_part (fixture->page, name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_reset (session, 3);
  page_fixture_open (&fixture->shown, caseness_equity_page_new (session), 1280, 800);
  fixture->page = fixture->shown.page;
  fixture->table = CASENESS_DATA_TABLE (part (fixture, "table"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  page_fixture_close (&fixture->shown);
}

static void
choose_view (Fixture *fixture, CasenessEquityView view)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.view", "i", view));
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (caseness_data_table_get_rows (fixture->table));
}

/* Whether any cell of the table says @text. */
static gboolean
says (Fixture *fixture, const char *text)
{
  GListModel *rows = caseness_data_table_get_rows (fixture->table);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);

      if (strcmp (caseness_data_row_get_text (row, 0), text) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
get_title (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (part (fixture, "title_label")));
}

/* Every view has a message, rows, and a picture where there is one to draw. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  guint view;

  for (view = 0; view < CASENESS_N_EQUITY_VIEWS; view++)
    {
      gboolean has_chart = view != CASENESS_EQUITY_VIEW_CARE && view != CASENESS_EQUITY_VIEW_ROUTES
                           && view != CASENESS_EQUITY_VIEW_ONE && view != CASENESS_EQUITY_VIEW_CHECKLIST
                           && view != CASENESS_EQUITY_VIEW_TESTS;

      choose_view (fixture, view);
      g_assert_cmpstr (get_title (fixture), !=, "");
      if (view != CASENESS_EQUITY_VIEW_ONE)
        g_assert_cmpuint (count_rows (fixture), >, 3);
      g_assert_true (gtk_widget_get_visible (part (fixture, "chart_card")) == has_chart);
      g_assert_true (gtk_widget_get_visible (part (fixture, "pick_box")) == (view == CASENESS_EQUITY_VIEW_ONE));
    }
}

static gboolean
has_picked (gpointer fixture)
{
  return strstr (get_title (fixture), "Female") != NULL;
}

static gboolean
has_picked_women (gpointer fixture)
{
  return g_str_has_prefix (get_title (fixture), "Female:");
}

/* A question of one group, older women, is answered from who lives here to who recovers. */
static void
test_one_group (Fixture *fixture, gconstpointer data)
{
  choose_view (fixture, CASENESS_EQUITY_VIEW_ONE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "age_choice")), 3);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "gender_choice")), 2);
  run_until (has_picked, fixture);
  g_assert_nonnull (strstr (get_title (fixture), "65 and over / Female"));
  g_assert_true (says (fixture, "Live here, estimated"));
  g_assert_true (says (fixture, "Recovered"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "age_choice")), 0);
  run_until (has_picked_women, fixture);
  g_assert_true (gtk_widget_get_visible (part (fixture, "chart_card")));
}

static gboolean
is_of_three (gpointer fixture)
{
  return strstr (get_title (fixture), "65 and over / Asian or Asian British: Bangladeshi / Female") != NULL;
}

static gboolean
is_told_to_five (gpointer fixture)
{
  Fixture *self = fixture;

  return strstr (gtk_label_get_text (GTK_LABEL (part (self, "note_label"))), "to the nearest 5") != NULL;
}

static void
choose (Fixture *fixture, const char *name, const char *word)
{
  GtkDropDown *choice = GTK_DROP_DOWN (part (fixture, name));
  GListModel *words = gtk_drop_down_get_model (choice);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (words); i++)
    if (strstr (gtk_string_list_get_string (GTK_STRING_LIST (words), i), word) != NULL)
      gtk_drop_down_set_selected (choice, i);
}

/* Are older Bangladeshi women reached, and do they recover? Three choices on a page, and the print says it too. Of a group as
 * small as this the service itself sees how many there are; a meeting is told of nobody, or to the nearest five. */
static void
test_three_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReport) before = caseness_page_make_report (CASENESS_PAGE (fixture->page)), after = NULL;
  const char *notes;
  GListModel *rows;
  guint i;

  choose_view (fixture, CASENESS_EQUITY_VIEW_ONE);
  choose (fixture, "age_choice", "65 and over");
  choose (fixture, "ethnicity_choice", "Bangladeshi");
  choose (fixture, "gender_choice", "Female");
  run_until (is_of_three, fixture);
  g_assert_true (says (fixture, "Live here, estimated") && says (fixture, "In need, estimated"));
  g_assert_true (says (fixture, "Referred") && says (fixture, "Completed") && says (fixture, "Reliably recovered"));
  rows = caseness_data_table_get_rows (fixture->table);
  for (i = 2; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);

      g_assert_cmpfloat (caseness_data_row_get_value (row, 1), >=, 0);
    }
  caseness_session_set_meeting_mode (session, TRUE);
  run_until (is_told_to_five, fixture);
  for (i = 2; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);

      g_assert_true (strcmp (caseness_data_row_get_text (row, 1), "*") == 0
                     || fmod (caseness_data_row_get_value (row, 1), 5) == 0);
      g_assert_cmpfloat (caseness_data_row_get_value (row, 2), >=, 0);
    }
  notes = gtk_label_get_text (GTK_LABEL (part (fixture, "note_label")));
  g_assert_true (strstr (notes, "but for one characteristic") != NULL && strstr (notes, "Bangladeshi / Female:") != NULL
                 && strstr (notes, "65 and over / Female:") != NULL && strstr (notes, "Bangladeshi:") != NULL);
  after = caseness_page_make_report (CASENESS_PAGE (fixture->page));
  g_assert_cmpuint (caseness_report_get_n_pages (after), >=, caseness_report_get_n_pages (before));
}

static gboolean
is_crossed (gpointer fixture)
{
  return says (fixture, "18 to 64 / Male") || says (fixture, "White / Male");
}

static void
test_crossed (Fixture *fixture, gconstpointer data)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "with_choice")), 3); /* gender */
  run_until (is_crossed, fixture);
  g_assert_true (says (fixture, "White / Female"));
}

/* Before a meeting small numbers are hidden on the screen too. */
static void
test_meeting_mode (Fixture *fixture, gconstpointer data)
{
  GListModel *rows;
  guint i, n_hidden = 0;

  caseness_session_set_meeting_mode (session, TRUE);
  choose_view (fixture, CASENESS_EQUITY_VIEW_CHECKLIST);
  rows = caseness_data_table_get_rows (fixture->table);
  for (i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);
      double treated = caseness_data_row_get_value (row, 2);

      n_hidden += strcmp (caseness_data_row_get_text (row, 2), "*") == 0;
      g_assert_true (isnan (treated) || fmod (treated, 5) == 0);
    }
  g_assert_cmpuint (n_hidden, >, 0);
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReport) report = caseness_page_make_report (CASENESS_PAGE (fixture->page));

  g_assert_nonnull (report);
  g_assert_cmpuint (caseness_report_get_n_pages (report), >, 5);
}

static gboolean
is_held_to_thirty (gpointer fixture)
{
  return strstr (gtk_label_get_text (GTK_LABEL (part (fixture, "note_label"))), "standard of 30%") != NULL;
}

static gboolean
is_held_to_the_nation (gpointer fixture)
{
  return gtk_spin_button_get_value (GTK_SPIN_BUTTON (part (fixture, "standard_spin"))) == 25;
}

/* The standard is kept in the service file: a page made later holds to it, until it is taken back. */
static void
test_standard (Fixture *fixture, gconstpointer data)
{
  choose_view (fixture, CASENESS_EQUITY_VIEW_SHARES);
  g_assert_true (is_held_to_the_nation (fixture));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (part (fixture, "standard_spin")), 30);
  run_until (is_held_to_thirty, fixture);
  tear_down (fixture, NULL);
  page_fixture_open (&fixture->shown, caseness_equity_page_new (session), 1280, 800);
  fixture->page = fixture->shown.page;
  choose_view (fixture, CASENESS_EQUITY_VIEW_SHARES);
  run_until (is_held_to_thirty, fixture);
  fixture->table = CASENESS_DATA_TABLE (part (fixture, "table"));
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_until (is_held_to_the_nation, fixture);
}

/* A projector of 1024 by 768 shows every view: what is too high scrolls. A page that asks for more room as soon as it has
 * little height would be laid under the sidebar. */
static void
test_small_screen (Fixture *fixture, gconstpointer data)
{
  CasenessEquityView view;
  int width, height;

  for (view = 0; view < CASENESS_N_EQUITY_VIEWS; view++)
    {
      if (view != CASENESS_EQUITY_VIEW_RATIOS)
        choose_view (fixture, view);
      gtk_widget_measure (fixture->page, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, 600, &width, NULL, NULL, NULL);
      g_assert_cmpint (height, <, 600);
      g_assert_cmpint (width, <, 800);
    }
}

/* What belongs to a figure stands below it, so that a small laptop need not scroll sideways. */
static void
test_width (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    CasenessEquityView view;
    guint n_columns;
  } cases[] = {
    { CASENESS_EQUITY_VIEW_RATIOS, 7 }, { CASENESS_EQUITY_VIEW_SHARES, 9 }, { CASENESS_EQUITY_VIEW_OUTCOMES, 7 },
    { CASENESS_EQUITY_VIEW_TREND, 4 },  { CASENESS_EQUITY_VIEW_ONE, 5 },    { CASENESS_EQUITY_VIEW_ROUTES, 9 },
  };
  GtkColumnView *columns = GTK_COLUMN_VIEW (find_child (GTK_WIDGET (fixture->table), "GtkColumnView"));
  GListModel *rows = caseness_data_table_get_rows (fixture->table);
  g_autoptr(CasenessDataRow) white = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose_view (fixture, cases[i].view);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (columns)), ==, cases[i].n_columns);
    }
  choose_view (fixture, CASENESS_EQUITY_VIEW_RATIOS);
  white = g_list_model_get_item (rows, 0);
  g_assert_nonnull (strstr (caseness_data_row_get_detail (white, 1), "% of "));
  g_assert_nonnull (strstr (caseness_data_row_get_detail (white, 2), " of "));
}

/* Behind every number of the way are the people it counts, of every group by every characteristic and by two at once: those
 * not known too, whom those of indeterminate gender are among, and groups that a list joins. */
static void
assert_doors (const CasenessEquityAnswer *answer, CasenessSnapshot *snapshot, guint *most)
{
  static const CasenessEquityStage stages[] = { CASENESS_EQUITY_REFERRED, CASENESS_EQUITY_TREATED, CASENESS_EQUITY_RECOVERED };
  guint n = answer->way->groups->len, i, k;

  for (i = 0; i < n; i++)
    for (k = 0; k < G_N_ELEMENTS (stages); k++)
      {
        const CasenessEquityGroup *group = caseness_equity_way_get_group (answer->way, i);
        int ladder = (int) i * (CASENESS_N_EQUITY_STEPS + 1) + (int) stages[k] + 1;
        CasenessEquityPlace place;
        g_autoptr(CasenessFigureAddress) address = NULL;
        g_auto(GStrv) groups = NULL;

        if (!caseness_equity_place_of_region (&place, answer, CASENESS_EQUITY_VIEW_RATIOS, ladder, FALSE))
          {
            g_assert_true (group->observed[stages[k]] == 0
                           || (i + 1 == n && answer->question->cut.n_variables > 1));
            continue;
          }
        groups = caseness_equity_place_dup_groups (&place, answer);
        *most = MAX (*most, g_strv_length (groups) / 2);
        address = caseness_figure_address_new (place.measure, &answer->question->period, (const char *const *) groups, NULL);
        g_assert_cmpfloat (caseness_figure_address_work_out (address, snapshot, NULL).value, ==, group->observed[stages[k]]);
      }
}

static void
test_doors (Fixture *fixture, gconstpointer data)
{
  const char *const *names = caseness_equity_list_variables ();
  CasenessSnapshot *snapshot = caseness_session_get_snapshot (session);
  CasenessEquityQuestion question;
  guint with, i, most;

  for (with = 0; with < 2; with++)
    for (i = 0; names[i] != NULL; i++)
      {
        g_autoptr(CasenessEquityAnswer) answer = NULL;

        most = 0;
        caseness_equity_question_init (&question);
        question.snapshot = snapshot;
        question.period = *caseness_session_get_period (session);
        question.as_at = caseness_session_get_as_at (session);
        question.cut = (CasenessEquityCut){ { caseness_variable_find (names[i]), caseness_variable_find ("Gender") }, 1 + with };
        if (with == 1 && question.cut.variables[0] == question.cut.variables[1])
          continue;
        answer = caseness_equity_answer_new (&question, NULL);
        assert_doors (answer, snapshot, &most);
        g_assert_true (with == 1 || strcmp (names[i], "Gender") != 0 || most > 1); /* some are of indeterminate gender */
      }
}

static void
loaded_cb (gboolean *is_loaded)
{
  *is_loaded = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
is_idle (gpointer data)
{
  return !caseness_session_get_busy (session);
}

static gboolean
is_of_leeds (gpointer fixture)
{
  return strstr (gtk_label_get_text (GTK_LABEL (part (fixture, "note_label"))), "Leeds") != NULL;
}

/* Leeds is chosen, the list is loaded, and the page stands on it. */
static void
test_population (Fixture *fixture, gconstpointer data)
{
  CasenessPopulationDialog *dialog = caseness_population_dialog_new (fixture->shown.window, session);
  GtkListBox *areas = GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (dialog), CASENESS_TYPE_POPULATION_DIALOG,
                                                                   "area_list"));
  gboolean is_loaded = FALSE;
  guint i;

  g_signal_connect_swapped (dialog, "loaded", G_CALLBACK (loaded_cb), &is_loaded);
  gtk_window_present (GTK_WINDOW (dialog));
  for (i = 0; gtk_list_box_get_row_at_index (areas, (int) i) != NULL; i++)
    {
      AdwActionRow *row = ADW_ACTION_ROW (gtk_list_box_get_row_at_index (areas, (int) i));

      if (strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "Leeds") == 0)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (row)), TRUE);
    }
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "population.load", NULL));
  run_until (is_true, &is_loaded);
  run_until (is_idle, fixture);
  run_until (is_of_leeds, fixture);
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/pages/equity/views", test_views);
  ADD ("/pages/equity/one-group", test_one_group);
  ADD ("/pages/equity/three-at-once", test_three_at_once);
  ADD ("/pages/equity/crossed", test_crossed);
  ADD ("/pages/equity/meeting-mode", test_meeting_mode);
  ADD ("/pages/equity/report", test_report);
  ADD ("/pages/equity/standard", test_standard);
  ADD ("/pages/equity/width", test_width);
  ADD ("/pages/equity/small-screen", test_small_screen);
  ADD ("/pages/equity/doors", test_doors);
  ADD ("/pages/equity/population", test_population);
  status = g_test_run ();
  g_assert_finalize_object (session);
  return status;
}
