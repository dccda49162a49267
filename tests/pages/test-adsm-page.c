/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-adsm-answer.h"
#include "caseness-adsm-cases-window.h"
#include "caseness-adsm-page.h"
#include "caseness-person-window.h"
#include "caseness-adsm-words.h"
#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-figure-card.h"
#include "caseness-people-window.h"
#include "caseness-print-window.h"
#include "page-service.h"
#include "widget-keys.h"

#include <string.h>

/* The page on ADSM use on a small service, imported once. */
static CasenessSession *session;

typedef PageFixture Fixture;

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  return page_part (fixture->page, name);
}

static CasenessPeriod
get_quarter (void)
{
  return (CasenessPeriod){ caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_reset (session, 4);
  page_fixture_open (fixture, caseness_adsm_page_new (session), 1280, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  page_fixture_close (fixture);
}

/* What the core counts, asked as the page should ask it. */
static CasenessAdsmUse *
ask (CasenessAdsmFamily family, CasenessAdsmSplit split)
{
  CasenessPeriod period = get_quarter ();
  CasenessAdsmUse *use = caseness_adsm_use_new (caseness_session_get_snapshot (session), &period, NULL,
                                                caseness_session_get_as_at (session), family, split, NULL);

  g_assert_nonnull (use);
  return use;
}

static CasenessDataTable *
table (Fixture *fixture, const char *name)
{
  return CASENESS_DATA_TABLE (part (fixture, name));
}

static guint
count_rows (CasenessDataTable *shown)
{
  return g_list_model_get_n_items (caseness_data_table_get_rows (shown));
}

static char *
dup_cell (CasenessDataTable *shown, guint position, guint cell)
{
  g_autoptr(CasenessDataRow) row = g_list_model_get_item (caseness_data_table_get_rows (shown), position);

  g_assert_nonnull (row);
  return g_strdup (caseness_data_row_get_text (row, cell));
}

static CasenessChart *
get_chart (Fixture *fixture, const char *name)
{
  return caseness_chart_view_get_chart (CASENESS_CHART_VIEW (part (fixture, name)));
}

/* The cards say what the core counts, by the ids of the national measures. */
static void
test_cards (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessAdsmUse) use = ask (CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  g_autofree char *should = g_strdup_printf ("%'u", use->total.should_have);
  g_autofree char *paired = caseness_adsm_words_percent (use->national.value);
  GtkWidget *card = gtk_widget_get_first_child (part (fixture, "cards"));

  g_assert_cmpuint (use->total.should_have, >, 0);
  g_assert_cmpstr (caseness_figure_card_get_figure (CASENESS_FIGURE_CARD (card)), ==, should);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_BUTTON);
  card = gtk_widget_get_next_sibling (card);
  g_assert_cmpstr (caseness_figure_card_get_figure (CASENESS_FIGURE_CARD (card)), ==, paired);
}

static gboolean
shows_rows (gpointer data)
{
  Fixture *fixture = data;
  int split, family;
  g_autoptr(CasenessChartTable) shown = caseness_chart_dup_table (get_chart (fixture, "chart"));
  g_autoptr(CasenessAdsmUse) use = NULL;

  g_object_get (fixture->page, "split", &split, "family", &family, NULL);
  use = ask (family, split);
  return caseness_chart_table_get_n_rows (shown) == use->rows->len + 1
         && g_str_equal (caseness_chart_table_get_heading (shown, 0), caseness_adsm_words_split (family, split));
}

/* Every split and family has its chart, a row a group and one for all. */
static void
test_splits (Fixture *fixture, gconstpointer data)
{
  for (int family = 0; family < CASENESS_N_ADSM_FAMILIES; family++)
    for (int split = 0; split < CASENESS_N_ADSM_SPLITS; split++)
      {
        g_object_set (fixture->page, "family", family, "split", split, NULL);
        run_until (shows_rows, fixture);
        run_until (page_is_ready, fixture->page);
      }
  /* The measures of long-term conditions have no cut-off to judge by. */
  g_assert_false (gtk_widget_get_visible (part (fixture, "costs_card")));
}

/* Few courses have both measures here, so that no share is told of them; which is compared can be chosen. */
static void
test_costs (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessAdsmUse) use = ask (CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  g_autoptr(CasenessChartTable) shown = caseness_chart_dup_table (get_chart (fixture, "costs"));
  g_autoptr(CasenessChart) before = caseness_chart_ref (get_chart (fixture, "costs"));
  int judged;

  g_assert_cmpuint (use->cost->courses, >, 0);
  g_assert_cmpuint (use->cost->courses, <, CASENESS_ADSM_FEWEST);
  g_assert_cmpuint (caseness_chart_table_get_n_rows (shown), ==, use->costs->len + 1);
  g_assert_nonnull (strstr (caseness_chart_get_title (get_chart (fixture, "costs")), "Fewer than 10"));
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.judged", "i", CASENESS_ADSM_IMPROVEMENT));
  g_object_get (fixture->page, "judged", &judged, NULL);
  g_assert_cmpint (judged, ==, CASENESS_ADSM_IMPROVEMENT);
  g_assert_true (get_chart (fixture, "costs") != before);
}

/* The open cases and the descriptors are those of the core. */
static void
test_tables (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessAdsmUse) use = ask (CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  g_autofree char *recorded = g_strdup_printf ("%'u", use->descriptors.recorded);
  g_autofree char *shown = dup_cell (table (fixture, "descriptors"), 0, 1);
  g_autofree char *first = dup_cell (table (fixture, "cases"), 0, 0);

  g_assert_cmpuint (use->cases->len, >, 0);
  g_assert_cmpuint (count_rows (table (fixture, "cases")), ==, use->cases->len);
  g_assert_cmpstr (first, ==,
                   caseness_snapshot_get_text (use->snapshot, g_array_index (use->cases, CasenessAdsmCase, 0).pathway,
                                               CASENESS_PATHWAY_SERVICE_REQUEST_ID));
  g_assert_cmpuint (count_rows (table (fixture, "descriptors")), ==, CASENESS_N_ADSM_FINDINGS);
  g_assert_cmpstr (shown, ==, recorded);
}

/* Whether any button of that action, on or below @widget, can be pressed. */
static gboolean
can_press (GtkWidget *widget, const char *action)
{
  GtkWidget *child;

  if (GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return gtk_widget_get_sensitive (widget);
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (can_press (child, action))
      return TRUE;
  return FALSE;
}

/* In meeting mode neither references nor clinicians show, and what names them cannot leave. */
static void
test_meeting (Fixture *fixture, gconstpointer data)
{
  g_autofree char *person = NULL;
  g_autofree char *clinician = NULL;
  g_autoptr(CasenessChartTable) shown = NULL;
  g_autoptr(CasenessDataRow) row = NULL;

  g_object_set (fixture->page, "split", CASENESS_ADSM_BY_CLINICIAN, NULL);
  run_until (shows_rows, fixture);
  g_assert_true (can_press (fixture->page, "page.export-cases"));
  caseness_session_set_meeting_mode (session, TRUE);
  person = dup_cell (table (fixture, "cases"), 0, 0);
  g_assert_cmpstr (person, ==, "Person 1");
  row = g_list_model_get_item (caseness_data_table_get_rows (table (fixture, "cases")), 0);
  g_assert_true (g_str_has_prefix (caseness_data_row_get_detail (row, 0), "Clinician "));
  shown = caseness_chart_dup_table (get_chart (fixture, "chart"));
  g_assert_true (g_str_has_prefix (caseness_chart_table_get_cell (shown, 0, 0), "Clinician "));
  g_assert_false (can_press (fixture->page, "page.print-cases"));
  g_assert_false (can_press (fixture->page, "page.export-cases"));
  g_assert_false (can_press (fixture->page, "page.export-table"));
}

/* Counts of few leave a meeting neither by a chart's menu nor as a table. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  static const char *const exports[] = { "page.export-table", "page.export-costs", "page.export-descriptors" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (exports); i++)
    g_assert_true (can_press (fixture->page, exports[i]));
  page_assert_told (session, CASENESS_CHART_VIEW (part (fixture, "chart")), FALSE);
  page_assert_told (session, CASENESS_CHART_VIEW (part (fixture, "costs")), FALSE);
  for (i = 0; i < G_N_ELEMENTS (exports); i++)
    g_assert_false (can_press (fixture->page, exports[i]));
}

/* Closes the list of people that is open and says how many it counts. */
static guint
count_people (void)
{
  GtkWindow *window = find_window (CASENESS_TYPE_PEOPLE_WINDOW);
  guint n;

  g_assert_nonnull (window);
  n = g_list_model_get_n_items (caseness_people_window_get_rows (CASENESS_PEOPLE_WINDOW (window)));
  gtk_window_destroy (window);
  run_for_a_while ();
  return n;
}

/* Cards that no national measure counts open their people at once. */
static void
test_doors_of_cards (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessAdsmUse) use = ask (CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  const guint counts[] = { use->total.first_only, use->total.gad_instead, use->total.wrong_measure };
  GtkWidget *card = gtk_widget_get_first_child (part (fixture, "cards"));
  gsize i;

  card = gtk_widget_get_next_sibling (card);
  for (i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      card = gtk_widget_get_next_sibling (card);
      g_signal_emit_by_name (card, "clicked");
      g_assert_cmpuint (count_people (), ==, counts[i]);
    }
}

/* So do the classes of a bar, what judging by GAD-7 costs and what is told of descriptors. */
static void
test_doors (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessAdsmUse) use = ask (CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  guint row = 0;

  g_assert_cmpuint (use->total.first_only + use->total.wrong_measure, >, 0);
  while (((CasenessAdsm *) g_ptr_array_index (use->rows, row))->paired
         == ((CasenessAdsm *) g_ptr_array_index (use->rows, row))->should_have)
    row++;
  g_signal_emit_by_name (part (fixture, "chart"), "region-activated", (int) row, CASENESS_ADSM_PART_FIRST_ONLY);
  g_assert_cmpuint (count_people (), ==, ((CasenessAdsm *) g_ptr_array_index (use->rows, row))->first_only);
  g_signal_emit_by_name (part (fixture, "costs"), "region-activated", (int) use->costs->len, 0);
  g_assert_cmpuint (count_people (), <=, use->cost->courses);
  g_signal_emit_by_name (part (fixture, "missed_button"), "clicked");
  g_assert_cmpuint (count_people (), ==, use->cost->missed.only_by_specific);
  g_signal_emit_by_name (part (fixture, "general_button"), "clicked");
  g_assert_cmpuint (count_people (), ==, use->cost->missed.only_by_general);
  caseness_data_table_open (table (fixture, "descriptors"), 0);
  g_assert_cmpuint (count_people (), ==, use->descriptors.recorded);
}

/* The measures of long-term conditions, which no national measure counts, open theirs as well. */
static void
test_doors_of_conditions (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessAdsmUse) use = ask (CASENESS_ADSM_CONDITIONS, CASENESS_ADSM_BY_PROBLEM);

  g_assert_cmpuint (use->rows->len, >, 0);
  g_object_set (fixture->page, "family", CASENESS_ADSM_CONDITIONS, NULL);
  run_until (shows_rows, fixture);
  g_signal_emit_by_name (gtk_widget_get_first_child (part (fixture, "cards")), "clicked");
  g_assert_cmpuint (count_people (), ==, use->total.should_have);
  g_signal_emit_by_name (part (fixture, "chart"), "region-activated", 0, CASENESS_ADSM_PART_SHOULD);
  g_assert_cmpuint (count_people (), ==, ((CasenessAdsm *) g_ptr_array_index (use->rows, 0))->should_have);
}

static GtkWidget *
window_part (GtkWindow *window, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), CASENESS_TYPE_ADSM_CASES_WINDOW, name));
}

/* The list narrows to the next day and to one clinician, prints, and follows meeting mode. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessAdsmUse) use = ask (CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  g_autoptr(GArray) next_day = caseness_adsm_use_pick_cases (use, CASENESS_ADSM_WHEN_NEXT_DAY, NULL);
  g_autofree char *code = NULL;
  CasenessDataTable *list;
  GtkWindow *window;

  g_assert_true (gtk_widget_activate_action (fixture->page, "page.open-cases", NULL));
  window = find_window (CASENESS_TYPE_ADSM_CASES_WINDOW);
  g_assert_nonnull (window);
  list = CASENESS_DATA_TABLE (window_part (window, "table"));
  g_assert_cmpuint (count_rows (list), ==, use->cases->len);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (window_part (window, "when_choice")), CASENESS_ADSM_WHEN_NEXT_DAY);
  g_assert_cmpuint (next_day->len, >, 0);
  g_assert_cmpuint (count_rows (list), ==, next_day->len);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (window_part (window, "when_choice")), CASENESS_ADSM_WHEN_EVER);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (window_part (window, "clinician_choice")), 1);
  g_assert_cmpuint (count_rows (list), <, use->cases->len);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "cases.print", NULL));
  g_assert_nonnull (find_window (CASENESS_TYPE_PRINT_WINDOW));
  gtk_window_destroy (find_window (CASENESS_TYPE_PRINT_WINDOW));
  caseness_session_set_meeting_mode (session, TRUE);
  code = dup_cell (list, 0, 0);
  g_assert_true (g_str_has_prefix (code, "Clinician "));
  g_assert_false (can_press (GTK_WIDGET (window), "cases.print"));
  caseness_data_table_open (list, 0);
  g_assert_nonnull (find_window (CASENESS_TYPE_PERSON_WINDOW));
  gtk_window_destroy (find_window (CASENESS_TYPE_PERSON_WINDOW));
  gtk_window_destroy (window);
  run_for_a_while ();
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  session = page_service_new ();
  g_test_add ("/pages/adsm/cards", Fixture, NULL, set_up, test_cards, tear_down);
  g_test_add ("/pages/adsm/splits", Fixture, NULL, set_up, test_splits, tear_down);
  g_test_add ("/pages/adsm/costs", Fixture, NULL, set_up, test_costs, tear_down);
  g_test_add ("/pages/adsm/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/pages/adsm/told", Fixture, NULL, set_up, test_told, tear_down);
  g_test_add ("/pages/adsm/meeting", Fixture, NULL, set_up, test_meeting, tear_down);
  g_test_add ("/pages/adsm/doors-of-cards", Fixture, NULL, set_up, test_doors_of_cards, tear_down);
  g_test_add ("/pages/adsm/doors", Fixture, NULL, set_up, test_doors, tear_down);
  g_test_add ("/pages/adsm/doors-of-conditions", Fixture, NULL, set_up, test_doors_of_conditions, tear_down);
  g_test_add ("/pages/adsm/list", Fixture, NULL, set_up, test_list, tear_down);
  status = g_test_run ();
  g_object_unref (session);
  return status;
}
