/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-view.h"
#include "caseness-heat-grid.h"
#include "caseness-filter-bar.h"
#include "caseness-print-window.h"
#include "caseness-ptl-page.h"
#include "caseness-ptl-people.h"
#include "caseness-ptl-row-object.h"
#include "caseness-ptl-split-choice.h"
#include "caseness-report-preview.h"
#include "page-service.h"
#include "widget-keys.h"

#include <string.h>

/* The waiting page on a small service, imported once. */
static CasenessSession *session;

/* Page: the page in a window, with the parts tests look at. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  CasenessChartView *chart;
  CasenessPtlPeople *people;
} Fixture;

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  return page_part (fixture->page, name);
}

static GtkWidget *
split_part (Fixture *fixture, const char *name)
{
  GObject *found = gtk_widget_get_template_child (part (fixture, "splits"), CASENESS_TYPE_PTL_SPLIT_CHOICE, name);

  return GTK_WIDGET (found);
}

static gboolean
is_ready (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (part (fixture, "stack"))), "ready");
}

static gboolean
is_status (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (part (fixture, "stack"))), "status");
}

static void
show_page (Fixture *fixture, CasenessSession *shown)
{
  fixture->page = caseness_ptl_page_new (shown);
  fixture->chart = CASENESS_CHART_VIEW (part (fixture, "chart"));
  fixture->people = CASENESS_PTL_PEOPLE (part (fixture, "people"));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 760);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();

  caseness_session_set_filter (session, everybody);
  caseness_session_set_meeting_mode (session, FALSE);
  caseness_session_set_as_at (session, caseness_date_new (2025, 6, 30));
  show_page (fixture, session);
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

static CasenessPtl *
list_queue (CasenessStage stage)
{
  return caseness_ptl_new (caseness_session_get_snapshot (session), stage, caseness_session_get_as_at (session),
                           CASENESS_STANDARD_OF_STAGE, caseness_session_get_filter (session));
}

static gboolean
shows_stage (gpointer data)
{
  return strstr (gtk_label_get_text (GTK_LABEL (data)), "First appointment") != NULL;
}

static void
choose_first_appointment (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.stage", "i", CASENESS_STAGE_FIRST_APPOINTMENT));
  run_until (shows_stage, part (fixture, "subtitle_label"));
}

/* The total of all: the last figure in the row before the last. */
static GtkWidget *
find_total (Fixture *fixture)
{
  CasenessHeatGrid *grid = caseness_heat_grid_from_chart (caseness_chart_view_get_chart (fixture->chart));
  guint row = caseness_heat_grid_get_n_rows (grid) - 2;
  guint column = caseness_heat_grid_get_n_columns (grid) - 3;
  GtkWidget *region = caseness_chart_view_find_region (fixture->chart, (int) row, (int) column);

  g_assert_nonnull (region);
  return region;
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (caseness_ptl_people_get_rows (fixture->people));
}

static CasenessPtlRowObject *
get_row (Fixture *fixture, guint position)
{
  return g_list_model_get_item (caseness_ptl_people_get_rows (fixture->people), position);
}

static char *
get_reference (Fixture *fixture, guint position)
{
  g_autoptr(CasenessPtlRowObject) row = get_row (fixture, position);

  return caseness_ptl_row_object_dup_text (row, CASENESS_PTL_FIELD_REFERENCE);
}

static void
assert_waiting_order (Fixture *fixture, const CasenessPtl *ptl)
{
  guint n_people, i;
  const CasenessPtlPerson *people = caseness_ptl_get_people (ptl, &n_people);

  g_assert_cmpuint (count_rows (fixture), ==, n_people);
  for (i = 0; i < n_people; i++)
    {
      g_autofree char *reference = get_reference (fixture, i);

      g_assert_cmpstr (reference, ==, people[i].service_request_id);
    }
}

static void
test_says_what_it_shows (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessPtl) ptl = NULL;
  g_autofree char *count = NULL;
  GtkWidget *button;
  guint n_people;

  choose_first_appointment (fixture);
  ptl = list_queue (CASENESS_STAGE_FIRST_APPOINTMENT);
  caseness_ptl_get_people (ptl, &n_people);
  g_assert_cmpuint (n_people, >, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_label_get_text (GTK_LABEL (part (fixture, "title_label"))));
  button = gtk_widget_get_first_child (part (fixture, "stage_box"));
  count = g_strdup_printf ("First appointment, %u people waiting", n_people);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, count);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_cmpstr (caseness_page_get_title (CASENESS_PAGE (fixture->page)), ==, "Waiting (PTL)");
}

static gboolean
is_open (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_visible (GTK_WIDGET (fixture->people));
}

/* By keys alone: into the figures, to one, its people in waiting order, and out again. */
static void
test_keys_to_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessPtl) ptl = NULL;
  GtkWidget *focus;

  choose_first_appointment (fixture);
  ptl = list_queue (CASENESS_STAGE_FIRST_APPOINTMENT);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  g_assert_true (press_key (GTK_WIDGET (fixture->chart), GDK_KEY_End, GDK_CONTROL_MASK));
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (press_key (focus, GDK_KEY_Up, 0));
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (press_key (focus, GDK_KEY_Home, 0));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->people)));
  gtk_widget_activate (gtk_window_get_focus (fixture->window));
  run_until (is_open, fixture);
  assert_waiting_order (fixture, ptl);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->people), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "All, all waiting");
  g_assert_true (press_key (gtk_window_get_focus (fixture->window), GDK_KEY_Escape, 0));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->people)));
}

/* Each cell opens as many people as it says. */
static void
test_every_figure (Fixture *fixture, gconstpointer data)
{
  CasenessHeatGrid *grid;
  guint n_rows, n_columns, row, column;

  choose_first_appointment (fixture);
  grid = caseness_heat_grid_from_chart (caseness_chart_view_get_chart (fixture->chart));
  n_rows = caseness_heat_grid_get_n_rows (grid);
  n_columns = caseness_heat_grid_get_n_columns (grid);
  for (row = 0; row < n_rows; row++)
    for (column = 0; column < n_columns - 1; column++)
      {
        GtkWidget *region = caseness_chart_view_find_region (fixture->chart, (int) row, (int) column);
        g_autofree char *count = NULL;

        if (region == NULL)
          continue;
        g_signal_emit_by_name (region, "clicked");
        count = g_strdup_printf ("%u", count_rows (fixture));
        g_assert_cmpstr (count, ==, caseness_heat_grid_get_cell (grid, row, column));
        g_assert_true (gtk_widget_has_css_class (region, "selected"));
      }
}

static void
test_sorting (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessPtl) ptl = NULL;
  guint field, i;

  choose_first_appointment (fixture);
  ptl = list_queue (CASENESS_STAGE_FIRST_APPOINTMENT);
  g_signal_emit_by_name (find_total (fixture), "clicked");
  assert_waiting_order (fixture, ptl);
  for (field = 0; field < CASENESS_N_PTL_FIELDS; field++)
    {
      caseness_ptl_people_sort_by (fixture->people, field, GTK_SORT_ASCENDING);
      for (i = 1; i < count_rows (fixture); i++)
        {
          g_autoptr(CasenessPtlRowObject) before = get_row (fixture, i - 1);
          g_autoptr(CasenessPtlRowObject) after = get_row (fixture, i);

          g_assert_cmpint (caseness_ptl_row_object_compare (before, after, field), <, 0);
        }
    }
}

static gboolean
has_codes (gpointer data)
{
  g_autofree char *reference = get_reference (data, 0);

  return g_str_has_prefix (reference, "Person ");
}

static void
test_meeting_mode (Fixture *fixture, gconstpointer data)
{
  CasenessHeatGrid *grid;
  guint i;

  choose_first_appointment (fixture);
  g_signal_emit_by_name (find_total (fixture), "clicked");
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.widen-people", NULL));
  caseness_session_set_meeting_mode (session, TRUE);
  run_until (has_codes, fixture);
  for (i = 0; i < count_rows (fixture); i++)
    {
      g_autofree char *reference = get_reference (fixture, i);
      g_autofree char *code = g_strdup_printf ("Person %u", i + 1);

      g_assert_cmpstr (reference, ==, code);
    }
  /* What would leave the service with references is not to be had. */
  caseness_page_set_identifies (CASENESS_PAGE (fixture->page), TRUE);
  g_assert_false (caseness_page_get_identifies (CASENESS_PAGE (fixture->page)));
  grid = caseness_heat_grid_ref (caseness_heat_grid_from_chart (caseness_chart_view_get_chart (fixture->chart)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (split_part (fixture, "split_choice")), 5);
  run_for_a_while ();
  g_assert_true (caseness_heat_grid_from_chart (caseness_chart_view_get_chart (fixture->chart)) != grid);
  g_assert_true (g_str_has_prefix (caseness_heat_grid_get_row_label (caseness_heat_grid_from_chart (caseness_chart_view_get_chart (fixture->chart)), 0),
                                   "Clinician "));
  caseness_heat_grid_unref (grid);
  caseness_session_set_meeting_mode (session, FALSE);
  g_assert_true (caseness_page_get_identifies (CASENESS_PAGE (fixture->page)));
}

static gboolean
is_filtered (gpointer data)
{
  CasenessFilter *filter = caseness_session_get_filter (session);
  g_autoptr(CasenessPtl) ptl = list_queue (CASENESS_STAGE_FIRST_APPOINTMENT);
  g_autofree char *n = NULL;
  guint n_people;

  caseness_ptl_get_people (ptl, &n_people);
  n = g_strdup_printf ("n = %u.", n_people);
  return !caseness_filter_is_empty (filter)
         && strstr (gtk_label_get_text (GTK_LABEL (part (data, "subtitle_label"))), n) != NULL;
}

/* A chip changes what all pages share, and the page follows. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_auto(GStrv) localities = NULL;
  const char *wanted[] = { NULL, NULL };

  choose_first_appointment (fixture);
  localities = caseness_ptl_list_groups (caseness_session_get_snapshot (session), caseness_session_get_as_at (session),
                                         CASENESS_DIMENSION_LOCALITY);
  wanted[0] = localities[0];
  g_signal_emit_by_name (part (fixture, "filter_bar"), "changed", CASENESS_DIMENSION_LOCALITY, wanted);
  g_assert_true (caseness_filter_wants (caseness_session_get_filter (session), CASENESS_DIMENSION_LOCALITY,
                                        localities[0]));
  run_until (is_filtered, fixture);
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.clear-filter", NULL));
  g_assert_true (caseness_filter_is_empty (caseness_session_get_filter (session)));
}

static gboolean
is_only (gpointer data)
{
  return strstr (gtk_label_get_text (GTK_LABEL (part (data, "subtitle_label"))), " Only ") != NULL;
}

static gboolean
is_everybody (gpointer data)
{
  return !is_only (data) && is_filtered (data);
}

/* One group alone, and everybody again once a filter leaves nobody of it. */
static void
test_only (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *only = GTK_DROP_DOWN (split_part (fixture, "only_choice"));
  g_autoptr(CasenessReport) report = NULL;
  g_auto(GStrv) localities = NULL;
  const char *wanted[] = { NULL, NULL };

  choose_first_appointment (fixture);
  gtk_drop_down_set_selected (only, 1);
  run_until (is_only, fixture);
  g_assert_cmpuint (gtk_drop_down_get_selected (only), ==, 1);
  report = caseness_page_make_report (CASENESS_PAGE (fixture->page));
  g_assert_nonnull (report);
  localities = caseness_ptl_list_groups (caseness_session_get_snapshot (session), caseness_session_get_as_at (session),
                                         CASENESS_DIMENSION_LOCALITY);
  wanted[0] = localities[1];
  g_signal_emit_by_name (part (fixture, "filter_bar"), "changed", CASENESS_DIMENSION_LOCALITY, wanted);
  run_until (is_everybody, fixture);
  g_assert_cmpuint (gtk_drop_down_get_selected (only), ==, 0);
}

static gboolean
has_followed (gpointer data)
{
  return strstr (gtk_label_get_text (GTK_LABEL (data)), "1 May") != NULL;
}

/* Another day, with the people left open; a day before everything shows that nobody waits. */
static void
test_as_at (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessPtl) ptl = NULL;

  choose_first_appointment (fixture);
  g_signal_emit_by_name (find_total (fixture), "clicked");
  g_object_set (part (fixture, "date_button"), "date", caseness_date_new (2025, 5, 1), NULL);
  g_assert_cmpint (caseness_session_get_as_at (session), ==, caseness_date_new (2025, 5, 1));
  run_until (has_followed, part (fixture, "footnote_label"));
  ptl = list_queue (CASENESS_STAGE_FIRST_APPOINTMENT);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->people)));
  assert_waiting_order (fixture, ptl);
  caseness_session_set_as_at (session, caseness_date_new (1990, 1, 1));
  run_until (is_status, fixture);
}

/* Several questions at once: the last one is answered. */
static void
test_newest_wins (Fixture *fixture, gconstpointer data)
{
  guint stage;

  for (stage = CASENESS_N_STAGES; stage > 0; stage--)
    g_object_set (fixture->page, "stage", stage - 1, NULL);
  run_until (shows_stage, part (fixture, "subtitle_label"));
  run_for_a_while ();
  g_assert_true (shows_stage (part (fixture, "subtitle_label")));
}

/* Leaving while an answer is under way must not touch what is gone. */
static void
test_leaves_while_counting (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "stage", CASENESS_STAGE_SECOND_TREATMENT, NULL);
}

static void
test_nothing_open (void)
{
  g_autoptr(CasenessSession) empty = caseness_session_new ();
  Fixture fixture;

  show_page (&fixture, empty);
  run_for_a_while ();
  g_assert_true (is_status (&fixture));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (part (&fixture, "status"))), ==, "Nothing Is Open");
  g_assert_false (gtk_widget_get_visible (part (&fixture, "filter_row")));
  g_assert_null (caseness_page_make_report (CASENESS_PAGE (fixture.page)));
  tear_down (&fixture, NULL);
}

static char *
print_to_pdf (CasenessReport *report)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "printed.pdf", NULL);
  g_autoptr(GtkPrintOperation) operation = caseness_report_preview_create_print_operation (report);
  g_autoptr(GError) error = NULL;
  char *bytes;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==,
                   (int) caseness_report_get_n_pages (report));
  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static gboolean
is_laid_out (gpointer data)
{
  GtkWidget *preview = find_child (data, "CasenessReportPreview");
  GtkStack *stack = GTK_STACK (find_child (preview, "GtkStack"));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), "pages")
         && find_child (preview, "CasenessReportSheet") != NULL;
}

/* On paper through the printer's own way, and in the preview, which asks before it names people. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReport) report = NULL;
  g_autofree char *pdf = NULL;
  GtkWindow *preview;
  GtkWidget *check;

  choose_first_appointment (fixture);
  report = caseness_page_make_report (CASENESS_PAGE (fixture->page));
  pdf = print_to_pdf (report);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));

  preview = caseness_print_window_new (CASENESS_PAGE (fixture->page));
  gtk_window_present (preview);
  run_until (is_laid_out, preview);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_child (GTK_WIDGET (preview), "CasenessReportSheet")),
                                   GTK_ACCESSIBLE_ROLE_IMG);
  check = find_child (GTK_WIDGET (preview), "GtkCheckButton");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (caseness_page_get_identifies (CASENESS_PAGE (fixture->page)));
  run_until (is_laid_out, preview);
  gtk_window_destroy (preview);
}

#define ADD(path, test) g_test_add ("/pages/ptl/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  ADD ("says-what-it-shows", test_says_what_it_shows);
  ADD ("keys-to-people", test_keys_to_people);
  ADD ("every-figure", test_every_figure);
  ADD ("sorting", test_sorting);
  ADD ("meeting-mode", test_meeting_mode);
  ADD ("filter", test_filter);
  ADD ("only", test_only);
  ADD ("as-at", test_as_at);
  ADD ("newest-wins", test_newest_wins);
  ADD ("leaves-while-counting", test_leaves_while_counting);
  ADD ("paper", test_paper);
  g_test_add_func ("/pages/ptl/nothing-open", test_nothing_open);
  result = g_test_run ();
  g_assert_finalize_object (session);
  return result;
}
