/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-explain-popover.h"
#include "caseness-page-explain.h"
#include "caseness-people-window.h"
#include "caseness-person-row.h"
#include "caseness-quality-page.h"
#include "page-service.h"
#include "widget-keys.h"

#include <string.h>

/* Explaining figures on a small service, imported once; any page will do. */
static CasenessSession *session;

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  GtkWidget *button; /* what shows the figure */
  CasenessExplainPopover *popover;
} Fixture;

static gboolean
is_loaded (gpointer data)
{
  return !caseness_session_get_busy (session);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  CasenessPeriod quarter = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  caseness_session_set_meeting_mode (session, FALSE);
  caseness_session_set_period (session, &quarter);
  fixture->page = caseness_quality_page_new (session);
  fixture->button = gtk_button_new_with_label ("50.3%");
  gtk_widget_set_vexpand (fixture->page, TRUE);
  gtk_box_append (GTK_BOX (box), fixture->page);
  gtk_box_append (GTK_BOX (box), fixture->button);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 800);
  gtk_window_set_child (fixture->window, box);
  gtk_window_present (fixture->window);
  run_until (is_loaded, NULL);
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

static CasenessExplainPopover *
find_popover (GtkWidget *page)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (page); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (CASENESS_IS_EXPLAIN_POPOVER (child))
      return CASENESS_EXPLAIN_POPOVER (child);
  return NULL;
}

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  GtkWidget *widget = GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (fixture->popover), CASENESS_TYPE_EXPLAIN_POPOVER, name));

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
is_explained (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (part (fixture, "stack"))), "ready");
}

static gboolean
is_closed (gpointer data)
{
  return find_popover (((Fixture *) data)->page) == NULL;
}

static const char *
get_last_words (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (part (fixture, "doubts"))));
}

static gboolean
are_doubts_tried (gpointer data)
{
  const char *words = get_last_words (data);

  return strstr (words, "no difference") != NULL || strstr (words, "none makes") != NULL
         || strstr (words, "No rule") != NULL;
}

static void
explain (Fixture *fixture, const char *id, const char *const *groups)
{
  gtk_widget_grab_focus (fixture->button);
  caseness_page_explain_figure (CASENESS_PAGE (fixture->page), fixture->button, NULL, id, groups);
  fixture->popover = find_popover (fixture->page);
  g_assert_nonnull (fixture->popover);
  run_until (is_explained, fixture);
}

static void
test_explains (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  explain (fixture, "M192", NULL);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (part (fixture, "title_label"))), "Recovery  "));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part (fixture, "id_label"))), ==, "M192");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_label_get_text (GTK_LABEL (part (fixture, "title_label"))));
  g_assert_true (gtk_widget_has_focus (part (fixture, "people_button")));
  run_until (are_doubts_tried, fixture);
  text = caseness_explain_popover_dup_text (fixture->popover);
  g_assert_nonnull (strstr (text, "Numerator"));
  g_assert_nonnull (strstr (text, "Percentage_Recovery"));
  g_assert_nonnull (strstr (text, "At least 50%"));
  g_assert_nonnull (strstr (text, "(single_first): Switched: "));
  g_assert_nonnull (strstr (text, "England"));
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  run_until (is_closed, fixture);
  g_assert_true (gtk_widget_has_focus (fixture->button));
}

/* Asked again, the other rules are known already. */
static void
test_doubts_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  explain (fixture, "M192", NULL);
  run_until (are_doubts_tried, fixture);
  first = caseness_explain_popover_dup_text (fixture->popover);
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  run_until (is_closed, fixture);
  explain (fixture, "M192", NULL);
  run_until (are_doubts_tried, fixture);
  second = caseness_explain_popover_dup_text (fixture->popover);
  g_assert_cmpstr (first, ==, second);
}

static CasenessPeopleWindow *
find_people (void)
{
  GtkWindow *window = find_window (CASENESS_TYPE_PEOPLE_WINDOW);

  return window != NULL ? CASENESS_PEOPLE_WINDOW (window) : NULL;
}

static char *
dup_cell (CasenessPeopleWindow *window, guint position, CasenessPersonField field)
{
  g_autoptr(CasenessPersonRow) row = g_list_model_get_item (caseness_people_window_get_rows (window), position);

  return caseness_person_row_dup_text (row, field);
}

static gboolean
can_export (CasenessPeopleWindow *window)
{
  return gtk_widget_get_sensitive (
    GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), CASENESS_TYPE_PEOPLE_WINDOW, "export_button")));
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  CasenessPeopleWindow *window;
  CasenessExplanation *explanation;
  g_autofree char *named = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *clinician = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *earliest = NULL;
  guint n[CASENESS_N_FIGURE_PLACES];

  explain (fixture, "M192", NULL);
  explanation = caseness_explain_popover_get_explanation (fixture->popover);
  memcpy (n, explanation->people->n, sizeof n);
  gtk_widget_activate_action (GTK_WIDGET (fixture->popover), "explain.people", NULL);
  run_until (is_closed, fixture);
  window = find_people ();
  g_assert_nonnull (window);
  g_assert_cmpuint (g_list_model_get_n_items (caseness_people_window_get_rows (window)), ==, n[CASENESS_FIGURE_COUNTED]);
  g_assert_true (can_export (window));
  named = dup_cell (window, 0, CASENESS_PERSON_REFERENCE);
  g_assert_false (g_str_has_prefix (named, "Person"));
  caseness_people_window_sort_by (window, CASENESS_PERSON_RECEIVED, GTK_SORT_DESCENDING);
  earliest = dup_cell (window, 0, CASENESS_PERSON_OUTCOME);
  g_assert_nonnull (strstr (earliest, "ecovery"));
  caseness_people_window_show_place (window, CASENESS_FIGURE_LEFT_OUT);
  g_assert_cmpuint (g_list_model_get_n_items (caseness_people_window_get_rows (window)), ==,
                    n[CASENESS_FIGURE_LEFT_OUT]);
  reason = dup_cell (window, 0, CASENESS_PERSON_REASON);
  g_assert_cmpstr (reason, !=, "");

  caseness_session_set_meeting_mode (session, TRUE);
  hidden = dup_cell (window, 0, CASENESS_PERSON_REFERENCE);
  clinician = dup_cell (window, 0, CASENESS_PERSON_CLINICIAN);
  g_assert_true (g_str_has_prefix (hidden, "Person "));
  g_assert_true (g_str_has_prefix (clinician, "Clinician ") || g_str_equal (clinician, "Not recorded"));
  g_assert_false (can_export (window));
  gtk_window_destroy (GTK_WINDOW (window));
  run_for_a_while ();
}

/* A group that is not there any more says so; a measure that is none does nothing. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const nobody[] = { "Gender", "Martian", NULL };

  caseness_page_explain_figure (CASENESS_PAGE (fixture->page), fixture->button, NULL, "M9999", NULL);
  g_assert_null (find_popover (fixture->page));
  caseness_page_explain_figure (CASENESS_PAGE (fixture->page), fixture->button, NULL, "M192", nobody);
  fixture->popover = find_popover (fixture->page);
  run_for_a_while ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (part (fixture, "stack"))), ==, "failed");
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  g_test_add ("/pages/explain/explains", Fixture, NULL, set_up, test_explains, tear_down);
  g_test_add ("/pages/explain/doubts-kept", Fixture, NULL, set_up, test_doubts_kept, tear_down);
  g_test_add ("/pages/explain/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/pages/explain/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  result = g_test_run ();
  g_assert_finalize_object (session);
  return result;
}
