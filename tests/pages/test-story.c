/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-cycle-dialog.h"
#include "caseness-cycle.h"
#include "caseness-cycles-view.h"
#include "caseness-data-table.h"
#include "caseness-demo.h"
#include "caseness-person-window.h"
#include "caseness-print-window.h"
#include "caseness-recovery-comparison.h"
#include "caseness-recovery-page.h"
#include "caseness-review-record.h"
#include "caseness-review-view.h"
#include "page-service.h"
#include "widget-keys.h"

#include <string.h>

/* What a clinical lead does, from end to end: recovery is below the limits in one team even after case mix; the people
 * are read, a theme is agreed, a change is tried, the list is printed, and the next quarter shows whether it worked. */

#define MONTHS 12
#define REFERRALS 12000
#define MONTHS_BEFORE 9 /* of the service's year: to March 2025 */
#define PROBLEM "Post-traumatic stress disorder"

static CasenessSession *session;
static GtkWidget *page;

/* ---- the service ---- */

static gboolean
is_idle (gpointer data)
{
  return caseness_session_get_snapshot (session) != NULL && !caseness_session_get_busy (session);
}

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  CasenessReceipt **receipt = user_data;

  *receipt = caseness_session_import_finish (CASENESS_SESSION (object), result, &error);
  g_assert_no_error (error);
}

/* Months of the year are numbered from July 2024 on. */
static void
import_months (const char *folder, int first, int end)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "story.caseness", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  CasenessReceipt *receipt = NULL;
  int i;

  for (i = first; i < end; i++)
    g_ptr_array_add (paths, g_strdup_printf ("%s/%04d-%02d", folder, i < 6 ? 2024 : 2025, i < 6 ? i + 7 : i - 5));
  g_ptr_array_add (paths, NULL);
  caseness_session_import_async (session, file, (const char *const *) paths->pdata, "Story Service", NULL, imported_cb,
                                 &receipt);
  while (receipt == NULL || !is_idle (NULL))
    g_main_context_iteration (NULL, TRUE);
  caseness_receipt_free (receipt);
}

/* ---- the page ---- */

static GtkWidget *
review_part (const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (page_part (page, "review"), CASENESS_TYPE_REVIEW_VIEW, name));
}

static GtkWidget *
cycles_part (const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (page_part (page, "cycles"), CASENESS_TYPE_CYCLES_VIEW, name));
}

static CasenessDataTable *
get_outside (void)
{
  return CASENESS_DATA_TABLE (page_part (page, "outside"));
}

/* The row of the team and the problem among those outside the limits; who is not outside has none. */
static gboolean
find_row (guint *position)
{
  GListModel *rows = caseness_data_table_get_rows (get_outside ());

  for (*position = 0; *position < g_list_model_get_n_items (rows); (*position)++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, *position);
      const char *name = caseness_data_row_get_text (row, 0);

      if (strstr (name, "North") != NULL && strstr (name, PROBLEM) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
shows_row (gpointer data)
{
  guint position;

  return find_row (&position);
}

static const CasenessReview *
get_review (void)
{
  return caseness_review_view_get_review (CASENESS_REVIEW_VIEW (page_part (page, "review")));
}

static guint
count_answers (CasenessReviewQuestion question)
{
  guint n = 0, i;

  for (i = 0; i < get_review ()->people->len; i++)
    n += caseness_review_person_has (&g_array_index (get_review ()->people, CasenessReviewPerson, i), question);
  return n;
}

/* Below the limits as it is, and below them with case mix counted. */
static void
find_them (void)
{
  guint position;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (page_part (page, "by_choice")), 4);  /* Team */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (page_part (page, "and_choice")), 3); /* Problem descriptor */
  run_until (shows_row, NULL);
  g_assert_true (gtk_widget_activate_action (page, "page.basis", "i", CASENESS_RECOVERY_ADJUSTED));
  run_for_a_while ();
  g_assert_true (find_row (&position));
  caseness_data_table_open (get_outside (), position);
}

/* Most of them had no PCL-5 and waited long for their second session, as the list says before any notes are read. */
static void
read_list (void)
{
  const CasenessReview *review = get_review ();

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (page_part (page, "sections"))), ==, "review");
  g_assert_nonnull (strstr (caseness_review_view_get_title (CASENESS_REVIEW_VIEW (page_part (page, "review"))),
                            PROBLEM));
  g_assert_cmpuint (review->people->len, >=, 11);
  g_assert_cmpuint (count_answers (CASENESS_REVIEW_NO_MEASURE) * 10, >=, review->people->len * 6);
  g_assert_cmpuint (count_answers (CASENESS_REVIEW_LONG_SECOND_WAIT) * 10, >=, review->people->len * 5);
}

static gboolean
has_theme (gpointer data)
{
  const CasenessReview *review = get_review ();
  g_autofree char *subject = caseness_review_dup_subject (
      review->snapshot, g_array_index (review->people, CasenessReviewPerson, 0).pathway);

  return caseness_review_get_themes (caseness_session_get_journal (session), subject) != 0;
}

static gboolean
has_no_theme (gpointer data)
{
  return !has_theme (data);
}

/* The first person's course is looked at; a theme is ticked by key, taken back and brought again. */
static void
agree_on_theme (void)
{
  CasenessReviewView *view = CASENESS_REVIEW_VIEW (page_part (page, "review"));
  GtkWidget *first;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "review.next-person", NULL));
  run_for_a_while ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "review.show-course", NULL));
  g_assert_nonnull (find_window (CASENESS_TYPE_PERSON_WINDOW));
  gtk_window_destroy (find_window (CASENESS_TYPE_PERSON_WINDOW));
  first = gtk_widget_get_first_child (review_part ("themes_box"));
  g_assert_true (gtk_widget_grab_focus (first));
  g_assert_true (gtk_widget_activate (first)); /* what the space bar does */
  run_until (has_theme, NULL);
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_until (has_no_theme, NULL);
  caseness_session_redo_journal_async (session, NULL, NULL);
  run_until (has_theme, NULL);
}

static GtkWidget *
field (const char *name)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (find_window (CASENESS_TYPE_CYCLE_DIALOG)), CASENESS_TYPE_CYCLE_DIALOG,
                                     name));
}

static gboolean
is_recorded (gpointer data)
{
  g_autoptr(GPtrArray) cycles = caseness_cycle_list (caseness_session_get_journal (session));

  return cycles->len == 1;
}

/* A cycle about those people: the dialog knows whom. */
static void
start_cycle (void)
{
  g_autoptr(GPtrArray) cycles = NULL;
  const CasenessCycle *cycle;
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (page_part (page, "review"), "page.start-cycle", NULL));
  dialog = find_window (CASENESS_TYPE_CYCLE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (field ("aim")), "Half of them recover by the summer");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field ("change"))),
                            "PCL-5 at every session; the second session is booked at the first", -1);
  gtk_editable_set_text (GTK_EDITABLE (field ("owner")), "Clinical lead");
  g_object_set (field ("starts"), "date", caseness_date_new (2025, 4, 1), NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "cycle.record", NULL);
  run_until (is_recorded, NULL);
  cycles = caseness_cycle_list (caseness_session_get_journal (session));
  cycle = g_ptr_array_index (cycles, 0);
  g_assert_true (caseness_filter_wants (cycle->filter, CASENESS_DIMENSION_TEAM, "North"));
  g_assert_false (caseness_filter_wants (cycle->filter, CASENESS_DIMENSION_TEAM, "South"));
}

/* The supervision list and the pack are there to print. */
static void
print_list (void)
{
  g_autoptr(CasenessReport) pack = NULL;

  g_assert_true (gtk_widget_activate_action (page, "page.print-list", NULL));
  g_assert_nonnull (find_window (CASENESS_TYPE_PRINT_WINDOW));
  gtk_window_destroy (find_window (CASENESS_TYPE_PRINT_WINDOW));
  pack = caseness_page_make_report (CASENESS_PAGE (page));
  g_assert_cmpuint (caseness_report_get_n_pages (pack), >, 1);
}

static gboolean
tells_since (gpointer data)
{
  return strstr (gtk_label_get_text (GTK_LABEL (cycles_part ("sides_label"))), "Difference +") != NULL;
}

/* When the next quarter is there the cycle says what became of the figure: more recover than before, and not by chance. */
static void
look_back (const char *folder)
{
  const CasenessPeriod quarter = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };
  const char *interval;

  import_months (folder, MONTHS_BEFORE, MONTHS);
  caseness_session_set_period (session, &quarter);
  run_until (page_is_ready, page);
  g_assert_true (gtk_widget_activate_action (page, "page.section", "i", CASENESS_RECOVERY_IMPROVE));
  run_until (tells_since, NULL);
  interval = strstr (gtk_label_get_text (GTK_LABEL (cycles_part ("sides_label"))), "interval +");
  g_assert_nonnull (interval); /* its lower end is above nothing */
  g_assert_true (gtk_widget_get_visible (cycles_part ("chart_box")));
}

static void
test_story (void)
{
  const CasenessPeriod quarter = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 3, 31) };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "months", NULL);
  CasenessDemoOptions options;
  PageFixture fixture;
  g_autoptr(GError) error = NULL;

  caseness_demo_options_init (&options);
  options.referrals = REFERRALS;
  options.months = MONTHS;
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  caseness_demo_write (folder, &options, NULL, &error);
  g_assert_no_error (error);
  session = caseness_session_new ();
  import_months (folder, 0, MONTHS_BEFORE);
  caseness_session_set_period (session, &quarter);
  page = caseness_recovery_page_new (session);
  page_fixture_open (&fixture, page, 1280, 800);
  find_them ();
  read_list ();
  agree_on_theme ();
  print_list ();
  start_cycle ();
  look_back (folder);
  page_fixture_close (&fixture);
  g_assert_finalize_object (session);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add_func ("/pages/story/post-traumatic-stress", test_story);
  return g_test_run ();
}
