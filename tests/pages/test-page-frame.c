/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-answer-page.h"
#include "caseness-filter-bar.h"
#include "caseness-page-frame.h"
#include "caseness-quality-page.h"
#include "caseness-saved-filter.h"
#include "caseness-saved-filters.h"
#include "caseness-staff-numbers.h"
#include "page-service.h"
#include "widget-keys.h"

#include <string.h>

/* What all pages have around them, on a small service imported once; any page will do. */
static CasenessSession *session;

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  CasenessFilterBar *bar;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();

  caseness_session_set_filter (session, everybody);
  caseness_session_set_meeting_mode (session, FALSE);
  fixture->page = caseness_quality_page_new (session);
  fixture->bar = CASENESS_FILTER_BAR (page_part (fixture->page, "filter_bar"));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 760);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
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

static CasenessDimension
find_dimension (const char *name)
{
  CasenessDimension dimension;

  g_assert_true (caseness_dimension_parse (name, &dimension));
  return dimension;
}

static void
choose (Fixture *fixture, const char *name, const char *value)
{
  const char *const wanted[] = { value, NULL };

  g_signal_emit_by_name (fixture->bar, "changed", (int) find_dimension (name), wanted);
  run_for_a_while ();
}

static GtkWidget *
get_first_chip (Fixture *fixture)
{
  GtkWidget *chips = find_child (GTK_WIDGET (fixture->bar), "CasenessWrapBox");
  GtkWidget *chip = gtk_widget_get_next_sibling (gtk_widget_get_first_child (chips));

  return gtk_widget_has_css_class (chip, "filter-chip") ? chip : NULL;
}

static const char *
get_chip_words (Fixture *fixture)
{
  GtkWidget *chip = get_first_chip (fixture);

  return chip != NULL ? gtk_button_get_label (GTK_BUTTON (gtk_widget_get_first_child (chip))) : "";
}

/* Every variable is offered, and its values are listed when somebody looks for them. */
static void
test_every_variable (Fixture *fixture, gconstpointer data)
{
  GtkListBox *dimensions, *values;
  guint i;

  caseness_filter_bar_popup (fixture->bar);
  run_for_a_while ();
  dimensions = GTK_LIST_BOX (find_child (GTK_WIDGET (fixture->bar), "GtkListBox"));
  for (i = 0; i < caseness_dimension_count (); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (dimensions, (int) i);

      g_assert_nonnull (row);
      g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row)));
    }
  g_assert_null (gtk_list_box_get_row_at_index (dimensions, (int) i));
  g_signal_emit_by_name (dimensions, "row-activated",
                         gtk_list_box_get_row_at_index (dimensions, (int) find_dimension ("Gender")));
  values = GTK_LIST_BOX (gtk_widget_get_ancestor (find_child (GTK_WIDGET (fixture->bar), "GtkCheckButton"),
                                                  GTK_TYPE_LIST_BOX));
  g_signal_emit_by_name (values, "row-activated", gtk_list_box_get_row_at_index (values, 1));
  g_assert_cmpstr (get_chip_words (fixture), ==, "Gender: Female");
  g_assert_true (caseness_filter_wants (caseness_session_get_filter (session), find_dimension ("Gender"), "Female"));
  g_assert_false (caseness_filter_wants (caseness_session_get_filter (session), find_dimension ("Gender"), "Male"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (find_child (GTK_WIDGET (fixture->bar), "GtkMenuButton")));
  run_for_a_while ();
}

/* In meeting mode staff have the numbers of the file, supervisors too. */
static void
test_meeting_mode (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Clinician", "Supervisor" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(CasenessFrame) frame = caseness_frame_new (caseness_session_get_snapshot (session));
      g_autoptr(CasenessGrouping) grouping = NULL;
      g_autofree char *number = NULL;
      const char *value;

      caseness_frame_set_period (frame, caseness_session_get_period (session));
      grouping = caseness_variable_group (caseness_variable_find (names[i]), frame);
      value = g_ptr_array_index (grouping->labels, 0);
      choose (fixture, names[i], value);
      g_assert_nonnull (strstr (get_chip_words (fixture), value));
      caseness_session_set_meeting_mode (session, TRUE);
      g_assert_null (strstr (get_chip_words (fixture), value));
      number = g_strdup_printf (": %s %u", names[i],
                                caseness_staff_numbers_find (caseness_session_get_snapshot (session), value));
      g_assert_true (g_str_has_suffix (get_chip_words (fixture), number));
      caseness_session_set_meeting_mode (session, FALSE);
      choose (fixture, names[i], NULL);
    }
}

static gboolean
has_saved (gpointer name)
{
  g_autoptr(CasenessFilter) filter = caseness_saved_filter_find (caseness_session_get_journal (session), name);

  return filter != NULL;
}

static gboolean
has_nothing_saved (gpointer data)
{
  g_autoptr(GPtrArray) list = caseness_saved_filter_list (caseness_session_get_journal (session));

  return list->len == 0;
}

static void
press_in_popover (CasenessSavedFilters *saved, const char *icon_name)
{
  GtkWidget *button = find_child (GTK_WIDGET (saved), "GtkMenuButton");
  GtkWidget *list, *row, *wanted;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  run_for_a_while ();
  list = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (saved), CASENESS_TYPE_SAVED_FILTERS, "list"));
  row = gtk_widget_get_first_child (list);
  g_assert_nonnull (row);
  wanted = icon_name != NULL ? gtk_widget_get_last_child (row) : gtk_widget_get_first_child (row);
  g_signal_emit_by_name (wanted, "clicked");
  run_for_a_while ();
}

/* A filter saved by name comes back, and can be removed. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  CasenessSavedFilters *saved = CASENESS_SAVED_FILTERS (page_part (fixture->page, "saved_filters"));
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();

  caseness_saved_filters_save (saved, "Nothing"); /* there is no filter to save */
  choose (fixture, "Gender", "Female");
  choose (fixture, "Team", "North");
  caseness_saved_filters_save (saved, "Women of the north");
  run_until (has_saved, (gpointer) "Women of the north");
  g_assert_false (has_saved ((gpointer) "Nothing"));
  caseness_session_set_filter (session, everybody);
  g_assert_null (get_first_chip (fixture));
  press_in_popover (saved, NULL);
  g_assert_cmpstr (get_chip_words (fixture), ==, "Team: North");
  g_assert_true (caseness_filter_wants (caseness_session_get_filter (session), find_dimension ("Gender"), "Female"));
  g_assert_false (caseness_filter_wants (caseness_session_get_filter (session), find_dimension ("Gender"), "Male"));
  press_in_popover (saved, "user-trash-symbolic");
  run_until (has_nothing_saved, NULL);
}

/* Behind another page nothing is worked out that nobody sees; what changed meanwhile is there when it is turned to. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  CasenessAnswerPage *page = CASENESS_ANSWER_PAGE (fixture->page);
  gpointer before = caseness_answer_page_get_answer (page);

  g_assert_nonnull (before);
  gtk_widget_set_visible (fixture->page, FALSE);
  choose (fixture, "Gender", "Female");
  g_assert_true (caseness_answer_page_get_answer (page) == before);
  gtk_widget_set_visible (fixture->page, TRUE);
  run_for_a_while ();
  g_assert_true (caseness_answer_page_get_answer (page) != before);
  before = caseness_answer_page_get_answer (page);
  gtk_widget_set_visible (fixture->page, FALSE);
  gtk_widget_set_visible (fixture->page, TRUE);
  run_for_a_while ();
  g_assert_true (caseness_answer_page_get_answer (page) == before); /* nothing had changed */
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (caseness_session_undo_import_finish (session, result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_undone (gpointer data)
{
  return *(gboolean *) data && !caseness_session_get_busy (session);
}

/* Taking back the only import leaves a file without a month, which is not the same as one where nothing is wrong. */
static void
test_no_month (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack = GTK_STACK (page_part (fixture->page, "stack"));
  AdwStatusPage *status = ADW_STATUS_PAGE (page_part (fixture->page, "status"));
  gboolean done = FALSE;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "ready");
  caseness_session_undo_import_async (session, 1, NULL, undone_cb, &done);
  run_until (is_undone, &done);
  run_for_a_while ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "status");
  g_assert_cmpstr (adw_status_page_get_title (status), ==, "No Month Is Loaded");
  g_assert_false (gtk_widget_get_visible (page_part (fixture->page, "filter_row")));
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  g_test_add ("/pages/frame/every-variable", Fixture, NULL, set_up, test_every_variable, tear_down);
  g_test_add ("/pages/frame/meeting-mode", Fixture, NULL, set_up, test_meeting_mode, tear_down);
  g_test_add ("/pages/frame/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/pages/frame/saved", Fixture, NULL, set_up, test_saved, tear_down);
  /* The last, for the tests share one service. */
  g_test_add ("/pages/frame/no-month", Fixture, NULL, set_up, test_no_month, tear_down);
  result = g_test_run ();
  g_assert_finalize_object (session);
  return result;
}
