/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-explanation.h"
#include "caseness-note-view.h"
#include "caseness-people-window.h"
#include "caseness-person-row.h"
#include "caseness-person-window.h"
#include "caseness-review-record.h"
#include "page-service.h"
#include "widget-keys.h"

#include <string.h>

/* Courses of a small service, imported once. */
static CasenessSession *session;

typedef struct
{
  GtkWindow *list; /* what the list is shown in */
  GArray *people;
  CasenessPersonWindow *window;
  CasenessPersonPage *page;
} Fixture;

static gboolean
is_shown (gpointer page)
{
  return caseness_person_page_get_course (page) != NULL;
}

/* Three finished courses with scores to show, known by other numbers than their places. */
static GArray *
list_people (void)
{
  CasenessSnapshot *snapshot = caseness_session_get_snapshot (session);
  GArray *people = g_array_new (FALSE, FALSE, sizeof (CasenessListedPerson));
  guint i;

  for (i = 0; i < caseness_snapshot_get_n_pathways (snapshot) && people->len < 3; i++)
    if ((caseness_snapshot_get_flags (snapshot, i) & CASENESS_PATHWAY_COMPLETED) != 0
        && caseness_snapshot_get_scores (snapshot, i, caseness_tool_find_by_prefix ("PHQ9")).last != CASENESS_SCORE_NONE)
      {
        CasenessListedPerson person = { i, 11 + people->len };

        g_array_append_val (people, person);
      }
  g_assert_cmpuint (people->len, ==, 3);
  return people;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  caseness_session_set_meeting_mode (session, FALSE);
  fixture->list = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->list);
  fixture->people = list_people ();
  fixture->window = CASENESS_PERSON_WINDOW (
    caseness_person_window_open (GTK_WIDGET (fixture->list), session, caseness_session_get_snapshot (session),
                                 fixture->people, 0));
  fixture->page = caseness_person_window_get_page (fixture->window);
  run_until (is_shown, fixture->page);
  run_for_a_while ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gtk_window_destroy (fixture->list);
  g_array_unref (fixture->people);
  run_for_a_while ();
}

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  GObject *widget = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), CASENESS_TYPE_PERSON_PAGE, name);

  g_assert_true (GTK_IS_WIDGET (widget));
  return GTK_WIDGET (widget);
}

static const char *
get_reference (Fixture *fixture, guint position)
{
  return caseness_snapshot_get_text (caseness_session_get_snapshot (session),
                                     g_array_index (fixture->people, CasenessListedPerson, position).pathway,
                                     CASENESS_PATHWAY_SERVICE_REQUEST_ID);
}

static void
test_shows (Fixture *fixture, gconstpointer data)
{
  const CasenessPersonCourse *course = caseness_person_page_get_course (fixture->page);
  CasenessDataTable *contacts = CASENESS_DATA_TABLE (part (fixture, "contacts"));

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, get_reference (fixture, 0));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (part (fixture, "stack"))), ==, "course");
  g_assert_nonnull (caseness_chart_view_get_chart (CASENESS_CHART_VIEW (part (fixture, "chart"))));
  g_assert_nonnull (caseness_chart_view_get_chart (CASENESS_CHART_VIEW (part (fixture, "days"))));
  g_assert_cmpuint (g_list_model_get_n_items (caseness_data_table_get_rows (contacts)), ==, course->contacts->len);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part (fixture, "outcome_label"))), !=, "");
}

/* To the next and the last, and no further; back again. */
static void
test_walks (Fixture *fixture, gconstpointer data)
{
  guint i;

  press_key (GTK_WIDGET (fixture->window), GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, get_reference (fixture, 0));
  for (i = 1; i < 5; i++)
    {
      press_key (GTK_WIDGET (fixture->window), GDK_KEY_Right, GDK_ALT_MASK);
      run_until (is_shown, fixture->page);
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, get_reference (fixture, MIN (i, 2)));
    }
  press_key (GTK_WIDGET (fixture->window), GDK_KEY_Left, GDK_ALT_MASK);
  run_until (is_shown, fixture->page);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, get_reference (fixture, 1));
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  GtkWidget *child;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* In meeting mode neither reference nor clinician stands anywhere, and what stands for them is that of the list. */
static void
test_meeting_mode (Fixture *fixture, gconstpointer data)
{
  const CasenessPersonCourse *course = caseness_person_page_get_course (fixture->page);
  const char *clinician = caseness_snapshot_get_text (course->snapshot, course->pathway, CASENESS_PATHWAY_CLINICIAN);

  g_assert_true (says (GTK_WIDGET (fixture->window), get_reference (fixture, 0)));
  g_assert_true (says (GTK_WIDGET (fixture->window), clinician));
  caseness_session_set_meeting_mode (session, TRUE);
  run_for_a_while ();
  g_assert_false (says (GTK_WIDGET (fixture->window), get_reference (fixture, 0)));
  g_assert_false (says (GTK_WIDGET (fixture->window), clinician));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Person 11");
}

static gboolean
has_note (gpointer subject)
{
  g_autofree char *note = caseness_review_dup_note (caseness_session_get_journal (session), subject);

  return strcmp (note, "Saw a locum") == 0;
}

static gboolean
has_no_note (gpointer subject)
{
  g_autofree char *note = caseness_review_dup_note (caseness_session_get_journal (session), subject);

  return *note == '\0';
}

/* Add Note goes to the note, what is typed belongs to the review, undo takes it back; a meeting sees none of it. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  const CasenessPersonCourse *course = caseness_person_page_get_course (fixture->page);
  g_autofree char *subject = caseness_review_dup_subject (course->snapshot, course->pathway);
  CasenessNoteView *note = CASENESS_NOTE_VIEW (part (fixture, "note"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "person.note", NULL));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  gtk_text_buffer_set_text (caseness_note_view_get_buffer (note), "Saw a locum", -1);
  run_until (has_note, subject);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "person.undo", NULL));
  run_until (has_no_note, subject);
  caseness_session_set_meeting_mode (session, TRUE);
  run_for_a_while ();
  g_assert_false (gtk_widget_get_visible (part (fixture, "note_card")));
}

/* On paper nobody is named unless asked for, and never in meeting mode. */
static void
test_prints (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReport) report = caseness_page_make_report (CASENESS_PAGE (fixture->page));

  g_assert_cmpuint (caseness_report_get_n_pages (report), ==, 1);
  g_assert_false (caseness_page_get_identifies (CASENESS_PAGE (fixture->page)));
  caseness_page_set_identifies (CASENESS_PAGE (fixture->page), TRUE);
  caseness_session_set_meeting_mode (session, TRUE);
  g_assert_false (caseness_page_get_identifies (CASENESS_PAGE (fixture->page)));
}

/* From the people behind a figure a course opens; the list is walked in the order it is sorted. */
static void
test_from_people (Fixture *fixture, gconstpointer data)
{
  const CasenessPeriod quarter = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };
  g_autoptr(CasenessFigureAddress) address = caseness_figure_address_new ("M192", &quarter, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessExplanation) explanation
    = caseness_explanation_new (address, caseness_session_get_snapshot (session), &error);
  CasenessPeopleWindow *list;
  CasenessPersonWindow *opened;
  g_autoptr(CasenessPersonRow) second = NULL;
  g_autofree char *reference = NULL;

  g_assert_no_error (error);
  list = CASENESS_PEOPLE_WINDOW (caseness_people_window_new (session, explanation->people, &explanation->figure));
  gtk_window_present (GTK_WINDOW (list));
  caseness_people_window_sort_by (list, CASENESS_PERSON_RECEIVED, GTK_SORT_DESCENDING);
  run_for_a_while ();
  opened = CASENESS_PERSON_WINDOW (caseness_people_window_open (list, 0));
  press_key (GTK_WIDGET (opened), GDK_KEY_Right, GDK_ALT_MASK);
  second = g_list_model_get_item (caseness_people_window_get_rows (list), 1);
  reference = caseness_person_row_dup_text (second, CASENESS_PERSON_REFERENCE);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (opened)), ==, reference);
  gtk_window_destroy (GTK_WINDOW (opened));
  gtk_window_destroy (GTK_WINDOW (list));
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  g_test_add ("/pages/person/shows", Fixture, NULL, set_up, test_shows, tear_down);
  g_test_add ("/pages/person/walks", Fixture, NULL, set_up, test_walks, tear_down);
  g_test_add ("/pages/person/meeting-mode", Fixture, NULL, set_up, test_meeting_mode, tear_down);
  g_test_add ("/pages/person/note", Fixture, NULL, set_up, test_note, tear_down);
  g_test_add ("/pages/person/prints", Fixture, NULL, set_up, test_prints, tear_down);
  g_test_add ("/pages/person/from-people", Fixture, NULL, set_up, test_from_people, tear_down);
  result = g_test_run ();
  g_assert_finalize_object (session);
  return result;
}
