/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-figure-card.h"
#include "caseness-note-view.h"
#include "caseness-person-window.h"
#include "caseness-recovery-page.h"
#include "caseness-review-record.h"
#include "caseness-review-view.h"
#include "page-service.h"
#include "widget-keys.h"

#include <string.h>
#define RECOVERY_CELL 3
#define SIDEBAR_WIDTH 190 /* in pixels */

/* The recovery page on a small service, imported once. */
static CasenessSession *session;

typedef PageFixture Fixture;

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  return page_part (fixture->page, name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_reset (session, 4);
  page_fixture_open (fixture, caseness_recovery_page_new (session), 1280, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  page_fixture_close (fixture);
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

static gboolean
is_code (const char *text)
{
  return g_str_has_prefix (text, "Clinician ") || g_str_equal (text, "Not recorded");
}

static const char *
first_label (Fixture *fixture)
{
  g_autoptr(CasenessDataRow) row = g_list_model_get_item (caseness_data_table_get_rows (table (fixture, "groups")), 0);

  return g_intern_string (caseness_data_row_get_text (row, 0));
}

/* Names of clinicians wait for somebody to say that this is supervision, and never show in meeting mode. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_code (first_label (fixture)));
  g_object_set (fixture->page, "supervision", TRUE, NULL);
  g_assert_false (is_code (first_label (fixture)));
  caseness_session_set_meeting_mode (session, TRUE);
  g_assert_true (is_code (first_label (fixture)));
  g_assert_false (gtk_widget_get_sensitive (part (fixture, "supervision_button")));
}

static void
test_headline (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = gtk_widget_get_first_child (part (fixture, "cards"));

  g_assert_true (CASENESS_IS_FIGURE_CARD (first));
  g_assert_true (g_str_has_suffix (caseness_figure_card_get_figure (CASENESS_FIGURE_CARD (first)), "%"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_ROLE_BUTTON);
}

/* Every way of looking at the groups has a chart that can be read, or a table. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  CasenessChartView *chart = CASENESS_CHART_VIEW (part (fixture, "chart"));
  g_autoptr(CasenessDataRow) row = NULL;

  for (int basis = 0; basis < 2; basis++)
    for (int view = 0; view < CASENESS_N_RECOVERY_VIEWS; view++)
      {
        g_autofree char *summary = NULL;

        g_object_set (fixture->page, "view", view, "basis", basis, NULL);
        run_for_a_while ();
        g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (part (fixture, "chart_stack"))), ==,
                         view == CASENESS_RECOVERY_VIEW_TABLE ? "table" : "chart");
        summary = caseness_chart_dup_summary (caseness_chart_view_get_chart (chart));
        g_assert_true (*summary != '\0');
      }
  g_assert_cmpuint (count_rows (table (fixture, "groups")), >, 1);
  row = g_list_model_get_item (caseness_data_table_get_rows (table (fixture, "groups")), 0);
  g_assert_nonnull (strstr (caseness_data_row_get_detail (row, RECOVERY_CELL), " of ")); /* what the share is made of */
}

/* Ways to divide people, as the page offers them: places in its two lists, the second of which begins with nothing. */
static const struct
{
  guint by, and;
  const char *title; /* what the chart's title begins with */
} divisions[] = {
  { 0, 0, "Clinician: " },
  { 1, 0, "Modality: " },
  { 2, 0, "Problem Descriptor: " },
  { 3, 0, "Step: " },
  { 4, 0, "Team: " },
  { 5, 0, "Site: " },
  { 6, 0, "Supervisor: " },
  { 7, 0, "Locality: " },
  { 8, 0, "Commissioner: " },
  { 9, 0, "Provider: " },
  { 10, 0, "Age Group: " },
  { 11, 0, "Indices of Deprivation Decile: " },
  { 4, 3, "Team and Problem Descriptor: " },
  { 1, 4, "Modality and Step: " },
  { 6, 1, "Supervisor and Clinician: " },
};

/* Awaited: a page whose chart is to have a title that begins so. */
typedef struct
{
  Fixture *fixture;
  const char *title;
} Awaited;

static gboolean
is_titled (gpointer data)
{
  const Awaited *awaited = data;
  CasenessChart *chart = caseness_chart_view_get_chart (CASENESS_CHART_VIEW (part (awaited->fixture, "chart")));

  return g_str_has_prefix (caseness_chart_get_title (chart), awaited->title);
}

static guint
sum_courses (CasenessDataTable *shown)
{
  GListModel *rows = caseness_data_table_get_rows (shown);
  double sum = 0;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);

      g_assert_cmpstr (caseness_data_row_get_text (row, 0), !=, "");
      sum += caseness_data_row_get_value (row, 1);
    }
  return (guint) sum;
}

/* However people are divided there are rows, which hold everybody once, and a sentence that says what they tell. */
static void
test_divisions (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *by = GTK_DROP_DOWN (part (fixture, "by_choice")), *and = GTK_DROP_DOWN (part (fixture, "and_choice"));
  guint everybody = sum_courses (table (fixture, "groups"));
  gsize i;

  g_assert_cmpuint (everybody, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (by)), ==, 12);
  for (i = 0; i < G_N_ELEMENTS (divisions); i++)
    {
      const Awaited awaited = { fixture, divisions[i].title };
      g_autofree char *summary = NULL;

      gtk_drop_down_set_selected (by, divisions[i].by);
      gtk_drop_down_set_selected (and, divisions[i].and);
      run_until (is_titled, (gpointer) &awaited);
      summary
        = caseness_chart_dup_summary (caseness_chart_view_get_chart (CASENESS_CHART_VIEW (part (fixture, "chart"))));
      g_assert_cmpstr (summary, !=, "");
      g_assert_cmpuint (sum_courses (table (fixture, "groups")), ==, everybody);
    }
}

static const char *subject;

static gboolean
has_themes (gpointer data)
{
  return caseness_review_get_themes (caseness_session_get_journal (session), subject) != 0;
}

static gboolean
has_note (gpointer data)
{
  g_autofree char *note = caseness_review_dup_note (caseness_session_get_journal (session), subject);

  return g_str_equal (note, "Read twice");
}

static GtkWidget *
view_part (CasenessReviewView *view, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (view), CASENESS_TYPE_REVIEW_VIEW, name));
}

/* A theme ticked and a note typed are kept at once, and belong to the person who was open. */
static void
test_review (Fixture *fixture, gconstpointer data)
{
  CasenessReviewView *view = CASENESS_REVIEW_VIEW (part (fixture, "review"));
  const CasenessReview *review;
  GtkWidget *themes;
  g_autofree char *own = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->page, "page.review-all", NULL));
  review = caseness_review_view_get_review (view);
  g_assert_cmpuint (review->people->len, >, 1);
  caseness_review_view_open (view, 0);
  run_for_a_while ();
  subject = own = caseness_review_dup_subject (review->snapshot,
                                               g_array_index (review->people, CasenessReviewPerson, 0).pathway);
  themes = view_part (view, "themes_box");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (themes)), TRUE);
  run_until (has_themes, fixture);
  gtk_text_buffer_set_text (caseness_note_view_get_buffer (CASENESS_NOTE_VIEW (view_part (view, "note"))), "Read twice", -1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "review.show-course", NULL));
  g_assert_nonnull (find_window (CASENESS_TYPE_PERSON_WINDOW));
  gtk_window_destroy (find_window (CASENESS_TYPE_PERSON_WINDOW));
  caseness_review_view_open (view, 1); /* before the pause is over */
  run_until (has_note, fixture);
  g_assert_cmpuint (caseness_review_get_themes (caseness_session_get_journal (session), subject), ==, 1);
}

static CasenessDataTable *
review_table (CasenessReviewView *view)
{
  return CASENESS_DATA_TABLE (view_part (view, "table"));
}

static gboolean
has_column (CasenessDataTable *shown, const char *title)
{
  GtkWidget *scroller = gtk_widget_get_first_child (GTK_WIDGET (shown));
  GListModel *columns
    = gtk_column_view_get_columns (GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))));
  guint i;

  for (i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return TRUE;
    }
  return FALSE;
}

/* References are hidden in meeting mode, and clinicians where this is not supervision: there is no empty column. */
static void
test_meeting (Fixture *fixture, gconstpointer data)
{
  CasenessReviewView *view = CASENESS_REVIEW_VIEW (part (fixture, "review"));
  g_autoptr(CasenessDataRow) row = NULL;

  g_assert_true (has_column (review_table (view), "Problem"));
  g_assert_false (has_column (review_table (view), "Clinician"));
  g_object_set (fixture->page, "supervision", TRUE, NULL);
  g_assert_true (has_column (review_table (view), "Clinician"));
  caseness_session_set_meeting_mode (session, TRUE);
  g_assert_false (has_column (review_table (view), "Clinician"));
  row = g_list_model_get_item (caseness_data_table_get_rows (review_table (view)), 0);
  g_assert_cmpstr (caseness_data_row_get_text (row, 0), ==, "Person 1");
}

/* What the charts' menus take away from a meeting tells of no fewer than five; outcomes tell of too many of them. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  CasenessChartView *chart = CASENESS_CHART_VIEW (part (fixture, "chart"));
  const struct
  {
    int view;
    gboolean tells_some;
  } views[] = { { CASENESS_RECOVERY_VIEW_CATERPILLAR, TRUE }, { CASENESS_RECOVERY_VIEW_OUTCOMES, FALSE } };
  const Awaited awaited = { fixture, divisions[2].title };
  gsize i;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "by_choice")), divisions[2].by);
  run_until (is_titled, (gpointer) &awaited);
  for (i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_object_set (fixture->page, "view", views[i].view, NULL);
      run_for_a_while ();
      page_assert_told (session, chart, views[i].tells_some);
    }
  page_assert_told (session, CASENESS_CHART_VIEW (part (fixture, "pairs")), TRUE);
}

/* On a screen of 1024 pixels the page stands beside the sidebar, in every section and with somebody's answers open. */
static void
test_width (Fixture *fixture, gconstpointer data)
{
  int section, width;

  caseness_review_view_open (CASENESS_REVIEW_VIEW (part (fixture, "review")), 0);
  for (section = 0; section < CASENESS_N_RECOVERY_SECTIONS; section++)
    {
      g_object_set (fixture->page, "section", section, NULL);
      run_for_a_while ();
      gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_test_message ("section %d: %d", section, width);
      g_assert_cmpint (width, <=, 1024 - SIDEBAR_WIDTH);
    }
}

static void
narrow (CasenessReviewView *view, const char *name, guint chosen)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (view_part (view, name)), chosen);
}

/* The list is narrowed to those with one answer, or by what was agreed; numbers of people stay as they were. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  CasenessReviewView *view = CASENESS_REVIEW_VIEW (part (fixture, "review"));
  const CasenessReview *review = caseness_review_view_get_review (view);
  guint n = review->people->len, i;

  g_assert_cmpuint (count_rows (review_table (view)), ==, n);
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    {
      narrow (view, "look_choice", 2 + i);
      g_assert_cmpuint (count_rows (review_table (view)), ==, review->counts[i]);
    }
  narrow (view, "look_choice", 1);
  g_assert_cmpuint (count_rows (review_table (view)), ==, review->n_deteriorated);
  narrow (view, "look_choice", 0);
  narrow (view, "agreed_choice", 1);
  i = count_rows (review_table (view));
  narrow (view, "agreed_choice", 2);
  g_assert_cmpuint (count_rows (review_table (view)) + i, ==, n);
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.review-all", NULL)); /* the same list again */
  g_assert_cmpuint (count_rows (review_table (view)), ==, n - i);
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  session = page_service_new ();
  g_test_add ("/pages/recovery/headline", Fixture, NULL, set_up, test_headline, tear_down);
  g_test_add ("/pages/recovery/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/pages/recovery/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/pages/recovery/divisions", Fixture, NULL, set_up, test_divisions, tear_down);
  g_test_add ("/pages/recovery/review", Fixture, NULL, set_up, test_review, tear_down);
  g_test_add ("/pages/recovery/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/pages/recovery/width", Fixture, NULL, set_up, test_width, tear_down);
  g_test_add ("/pages/recovery/told", Fixture, NULL, set_up, test_told, tear_down);
  g_test_add ("/pages/recovery/meeting", Fixture, NULL, set_up, test_meeting, tear_down);
  status = g_test_run ();
  g_object_unref (session);
  return status;
}
