/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-data-table.h"
#include "caseness-national-page.h"
#include "caseness-person-window.h"
#include "page-service.h"
#include "widget-keys.h"

#include <glib/gstdio.h>
#include <string.h>

/* The National page on a small service, imported once; a publication and an extract are made from what is held. */
static CasenessSession *session;
static char *folder; /* where the service was made */

#define HEAD                                                                                                           \
  "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"          \
  "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"

/* One that is far off, one that is hidden, one that we do not work out, and one of somebody else. */
#define JUNE                                                                                                           \
  HEAD "2025-06-01,2025-06-30,Provider,all,all,XD1,Demo,M001,N,9000\n"                                                 \
       "2025-06-01,2025-06-30,Provider,all,all,XD1,Demo,M006,N,*\n"                                                    \
       "2025-06-01,2025-06-30,Provider,all,all,XD1,Demo,M279,N,5\n"                                                    \
       "2025-06-01,2025-06-30,Provider,all,all,XZ9,Other,M001,N,5\n"                                                   \
       "2025-06-01,2025-06-30,England,all,all,all,all,M192,N,50.5\n"

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  CasenessDataTable *table;
} Fixture;

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

static const char *
get_text (Fixture *fixture, const char *label)
{
  return gtk_label_get_text (GTK_LABEL (part (fixture, label)));
}

static guint
count_rows (CasenessDataTable *table)
{
  return g_list_model_get_n_items (caseness_data_table_get_rows (table));
}

static char *
dup_cell (CasenessDataTable *table, guint row, guint cell)
{
  g_autoptr(CasenessDataRow) found = g_list_model_get_item (caseness_data_table_get_rows (table), row);

  return g_strdup (caseness_data_row_get_text (found, cell));
}

static gboolean
has_doubts (gpointer data)
{
  return count_rows (CASENESS_DATA_TABLE (part (data, "doubts"))) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  CasenessPeriod quarter = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };

  caseness_session_set_meeting_mode (session, FALSE);
  caseness_session_set_period (session, &quarter);
  fixture->page = caseness_national_page_new (session);
  fixture->table = CASENESS_DATA_TABLE (part (fixture, "table"));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 760);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
  run_until (is_ready, fixture);
  run_until (has_doubts, fixture);
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

/* Before anything is loaded: England, what to get and where, identities that hold, every rule in doubt. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  CasenessDataTable *identities = CASENESS_DATA_TABLE (part (fixture, "identities"));
  g_autofree char *holds = dup_cell (identities, 0, 1);

  g_assert_cmpstr (get_text (fixture, "title_label"), ==, "Our figures beside England’s");
  g_assert_cmpuint (count_rows (fixture->table), >, 10);
  g_assert_nonnull (strstr (get_text (fixture, "publication_words"), "NHS England publishes"));
  g_assert_true (gtk_widget_get_visible (part (fixture, "publication_words")));
  g_assert_nonnull (strstr (get_text (fixture, "extract_words"), "post-deadline extract"));
  g_assert_cmpstr (get_text (fixture, "identities_title"), ==, "All identities hold on our figures");
  g_assert_cmpstr (holds, ==, "3 of 3");
  g_assert_cmpuint (count_rows (CASENESS_DATA_TABLE (part (fixture, "doubts"))), ==, 16);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (part (fixture, "choice")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Compare with");
}

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

/* What is exact or nothing does not leave a meeting; the comparison does, as the publication would print it. */
static void
test_meeting (Fixture *fixture, gconstpointer data)
{
  g_assert_true (can_press (fixture->page, "page.export-identities"));
  g_assert_true (can_press (fixture->page, "page.export-doubts"));
  caseness_session_set_meeting_mode (session, TRUE);
  g_assert_false (can_press (fixture->page, "page.export-identities"));
  g_assert_false (can_press (fixture->page, "page.export-doubts"));
  g_assert_true (can_press (fixture->page, "page.export-table"));
}

/* A rule in doubt opens what it moves; Escape closes it. */
static void
test_doubt (Fixture *fixture, gconstpointer data)
{
  GtkStack *lower = GTK_STACK (part (fixture, "lower"));

  caseness_data_table_open (CASENESS_DATA_TABLE (part (fixture, "doubts")), 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (lower), ==, "detail");
  g_assert_nonnull (strstr (get_text (fixture, "detail_subtitle"), "It could be"));
  g_assert_true (press_key (part (fixture, "detail_table"), GDK_KEY_Escape, 0));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (lower), ==, "extract");
}

static gboolean
has_publication (gpointer data)
{
  return strstr (get_text (data, "title_label"), "print the same") != NULL;
}

/* Returns (transfer full): what @words of the command line write, in a folder of the test's own. */
static GFile *
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
choose_show (Fixture *fixture, guint show)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "show_choice")), show);
  run_for_a_while ();
}

/* Loaded from the page: compared at once, counted in words, narrowed to what differs, England a choice away. */
static void
test_publication (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GFile) file = write_file ("june.csv", JUNE);
  g_autofree char *measure = NULL, *verdict = NULL, *hidden = NULL;

  caseness_national_page_load_publication (CASENESS_NATIONAL_PAGE (fixture->page), file);
  run_until (has_publication, fixture);
  run_for_a_while ();
  g_assert_cmpstr (get_text (fixture, "title_label"), ==,
                   "0 of 1 headline figures print the same; 1 differs, 0 higher here");
  g_assert_cmpuint (count_rows (fixture->table), ==, 1);
  measure = dup_cell (fixture->table, 0, 0);
  verdict = dup_cell (fixture->table, 0, 5);
  g_assert_cmpstr (measure, ==, "M001");
  g_assert_cmpstr (verdict, ==, "≠ differs");
  choose_show (fixture, 1);
  g_assert_cmpuint (count_rows (fixture->table), ==, 3);
  hidden = dup_cell (fixture->table, 1, 5);
  g_assert_cmpstr (hidden, ==, "∗ hidden nationally");
  choose_show (fixture, 3);
  g_assert_cmpuint (count_rows (fixture->table), ==, 1);
  g_assert_false (gtk_widget_get_visible (part (fixture, "publication_words")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "choice")), 0);
  run_for_a_while ();
  run_for_a_while ();
  g_assert_cmpstr (get_text (fixture, "title_label"), ==, "Our figures beside England’s");
}

static gboolean
has_reasons (gpointer data)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (part (data, "lower"))), "reasons");
}

/* The month as it was sent, but for one person who is missing from it. */
static GFile *
make_extract (void)
{
  g_autofree char *from = g_build_filename (folder, "months", "2025-06", NULL);
  g_autofree char *to = g_build_filename (folder, "extract", NULL);
  g_autofree char *copy = g_strdup_printf ("cp -r '%s' '%s'", from, to);
  g_autofree char *path = g_build_filename (to, "IDS101Referral.csv", NULL);
  g_autofree char *text = NULL;
  char *last;

  g_assert_true (g_spawn_command_line_sync (copy, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_strchomp (text);
  last = strrchr (text, '\n');
  g_assert_nonnull (last);
  last[1] = '\0';
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (to);
}

/* The reasons with their pathways; a reason opens them, without their numbers in meeting mode, and each of them its
 * course. */
static void
test_extract (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GFile) extract = make_extract ();
  CasenessDataTable *reasons = CASENESS_DATA_TABLE (part (fixture, "reasons"));
  CasenessDataTable *rows = CASENESS_DATA_TABLE (part (fixture, "detail_table"));
  g_autofree char *named = NULL, *coded = NULL, *count = NULL;
  GtkWindow *course;

  caseness_national_page_compare_extract (CASENESS_NATIONAL_PAGE (fixture->page), extract);
  g_assert_true (gtk_widget_get_visible (part (fixture, "extract_cancel")));
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.stop-extract", NULL));
  g_assert_false (gtk_widget_get_visible (part (fixture, "extract_cancel")));
  g_assert_cmpstr (get_text (fixture, "extract_title"), ==, "No extract is compared");
  caseness_national_page_compare_extract (CASENESS_NATIONAL_PAGE (fixture->page), extract);
  run_until (has_reasons, fixture);
  g_assert_cmpstr (get_text (fixture, "reasons_title"), ==, "1 pathway differs: Rejected at validation");
  g_assert_cmpuint (count_rows (reasons), ==, 5);
  count = dup_cell (reasons, 1, 1);
  g_assert_cmpstr (count, ==, "1");
  caseness_data_table_open (reasons, 1);
  g_assert_cmpuint (count_rows (rows), ==, 1);
  named = dup_cell (rows, 0, 0);
  g_assert_true (g_str_has_prefix (named, "R"));
  caseness_session_set_meeting_mode (session, TRUE);
  run_for_a_while ();
  coded = dup_cell (rows, 0, 0);
  g_assert_cmpstr (coded, ==, "Person 1");
  caseness_data_table_open (rows, 0);
  course = find_window (CASENESS_TYPE_PERSON_WINDOW);
  g_assert_nonnull (course);
  g_assert_cmpstr (gtk_window_get_title (course), ==, "Person 1");
  gtk_window_destroy (course);
}

/* A folder of several months: says so, and what an extract is. */
static void
test_wrong_extract (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GFile) extract = g_file_new_for_path (folder);

  caseness_national_page_compare_extract (CASENESS_NATIONAL_PAGE (fixture->page), extract);
  run_for_a_while ();
  run_for_a_while ();
  g_assert_nonnull (strstr (get_text (fixture, "extract_words"), "Compare one month at a time"));
  g_assert_nonnull (strstr (get_text (fixture, "extract_words"), "post-deadline extract"));
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  folder = g_strdup (g_get_user_data_dir ());
  session = page_service_new ();
  g_test_add ("/pages/national/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/pages/national/meeting", Fixture, NULL, set_up, test_meeting, tear_down);
  g_test_add ("/pages/national/doubt", Fixture, NULL, set_up, test_doubt, tear_down);
  g_test_add ("/pages/national/publication", Fixture, NULL, set_up, test_publication, tear_down);
  g_test_add ("/pages/national/extract", Fixture, NULL, set_up, test_extract, tear_down);
  g_test_add ("/pages/national/wrong-extract", Fixture, NULL, set_up, test_wrong_extract, tear_down);
  status = g_test_run ();
  g_assert_finalize_object (session);
  g_free (folder);
  return status;
}
