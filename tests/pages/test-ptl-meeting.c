/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-ptl-action-dialog.h"
#include "caseness-ptl-meeting-view.h"
#include "caseness-ptl-page.h"
#include "caseness-ptl-people.h"
#include "caseness-ptl-row-object.h"
#include "page-service.h"
#include "widget-keys.h"

#include <string.h>

/* A PTL meeting on the waiting page of a small service, imported once. */
static CasenessSession *session;

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  CasenessPtlPeople *people;
  CasenessPtlMeetingView *meeting;
} Fixture;

/* Row: what a row says of one field is awaited. */
typedef struct
{
  Fixture *fixture;
  guint position;
  const char *action; /* what is agreed, or empty */
  const char *owner;  /* who by when, from its end */
} Row;

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

static void
set_up (Fixture *fixture, gconstpointer data)
{
  caseness_session_set_meeting_mode (session, FALSE);
  caseness_session_set_as_at (session, caseness_date_new (2025, 6, 30));
  fixture->page = caseness_ptl_page_new (session);
  fixture->people = CASENESS_PTL_PEOPLE (part (fixture, "people"));
  fixture->meeting = CASENESS_PTL_MEETING_VIEW (part (fixture, "meeting"));
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
  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  run_for_a_while ();
  g_assert_finalize_object (fixture->page);
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

static gboolean
says (gpointer data)
{
  const Row *row = data;
  g_autoptr(CasenessPtlRowObject) object = get_row (row->fixture, row->position);
  g_autofree char *action = caseness_ptl_row_object_dup_text (object, CASENESS_PTL_FIELD_ACTION);
  g_autofree char *owner = caseness_ptl_row_object_dup_owner (object);

  return g_str_equal (action, row->action) && g_str_has_suffix (owner, row->owner);
}

static void
await_row (Fixture *fixture, guint position, const char *action, const char *owner)
{
  Row row = { fixture, position, action, owner };

  run_until (says, &row);
}

static void
press_move (Fixture *fixture, CasenessPtlMove move)
{
  g_signal_emit_by_name (caseness_ptl_meeting_view_get_figure (fixture->meeting, move), "clicked");
  run_for_a_while ();
}

static char *
get_figure (Fixture *fixture, CasenessPtlMove move)
{
  GtkWidget *button = caseness_ptl_meeting_view_get_figure (fixture->meeting, move);

  return g_strdup (gtk_label_get_text (GTK_LABEL (find_child (button, "GtkLabel"))));
}

static CasenessPtlActionDialog *
find_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  GList *window;

  for (window = windows; window != NULL; window = window->next)
    if (CASENESS_IS_PTL_ACTION_DIALOG (window->data) && gtk_widget_get_visible (window->data))
      return window->data;
  return NULL;
}

/* Chooses whom, opens the dialog, fills it in and answers it. */
static void
record (Fixture *fixture, const char *what, const char *owner, const char *response)
{
  CasenessPtlActionDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->people), "page.record-action", NULL));
  run_for_a_while ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpint (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "write"), ==, FALSE);
  caseness_ptl_action_dialog_fill (dialog, what, owner);
  g_assert_cmpint (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "write"), ==,
                   what[strspn (what, " ")] != '\0');
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_close (GTK_WINDOW (dialog));
  run_for_a_while ();
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_cmpint (caseness_session_undo_journal_finish (session, result, NULL, NULL), ==, CASENESS_JOURNAL_DONE);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* As Ctrl+Z does. */
static void
undo (void)
{
  gboolean done = FALSE;

  caseness_session_undo_journal_async (session, 0, undone_cb, &done);
  run_until (is_true, &done);
  run_for_a_while ();
}

/* An action is recorded on a person, is listed as outstanding, is done, and both are taken back. */
static void
test_one_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;
  g_autoptr(GPtrArray) chosen = NULL;

  press_move (fixture, CASENESS_PTL_MOVE_JOINED);
  g_assert_cmpuint (count_rows (fixture), >, 2);
  none = get_figure (fixture, CASENESS_PTL_MOVE_ACTION_OPEN);
  g_assert_cmpstr (none, ==, "0");
  caseness_ptl_people_choose (fixture->people, 1);
  record (fixture, "  ", "Booking team", "write");
  await_row (fixture, 1, "", "");
  record (fixture, "Offer North slot", "Booking team", "cancel");
  await_row (fixture, 1, "", "");
  record (fixture, "Offer North slot", "Booking team", "write");
  await_row (fixture, 1, "Offer North slot", "Booking team, due 7 Jul");
  await_row (fixture, 0, "", "");
  one = get_figure (fixture, CASENESS_PTL_MOVE_ACTION_OPEN);
  g_assert_cmpstr (one, ==, "1");

  /* The same person stays chosen, so that the next thing done is about them. */
  chosen = caseness_ptl_people_list_chosen (fixture->people);
  g_assert_cmpuint (chosen->len, ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->people), "page.finish-action", NULL));
  await_row (fixture, 1, "Offer North slot", "Booking team, ✓ done");
  undo ();
  await_row (fixture, 1, "Offer North slot", "due 7 Jul");
  press_move (fixture, CASENESS_PTL_MOVE_ACTION_OPEN);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  undo ();
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  press_move (fixture, CASENESS_PTL_MOVE_JOINED);
  await_row (fixture, 1, "", "");
}

/* With nobody chosen an action is about everybody listed, as one thing to undo. */
static void
test_everybody (Fixture *fixture, gconstpointer data)
{
  g_autofree char *figure = NULL;
  g_autofree char *expected = NULL;
  guint n, i;

  press_move (fixture, CASENESS_PTL_MOVE_JOINED);
  n = count_rows (fixture);
  expected = g_strdup_printf ("%u", n);
  record (fixture, "Send the leaflet", "", "write");
  for (i = 0; i < n; i++)
    await_row (fixture, i, "Send the leaflet", "due 7 Jul");
  figure = get_figure (fixture, CASENESS_PTL_MOVE_ACTION_OPEN);
  g_assert_cmpstr (figure, ==, expected);
  undo ();
  for (i = 0; i < n; i++)
    await_row (fixture, i, "", "");
}

static void
assert_button_and_label (Fixture *fixture, gboolean is_kept_now)
{
  GtkWidget *view = GTK_WIDGET (fixture->meeting);
  GtkWidget *button
      = GTK_WIDGET (gtk_widget_get_template_child (view, CASENESS_TYPE_PTL_MEETING_VIEW, "keep_button"));
  GtkWidget *label = GTK_WIDGET (gtk_widget_get_template_child (view, CASENESS_TYPE_PTL_MEETING_VIEW, "kept_label"));

  g_assert_cmpint (gtk_widget_get_visible (button), ==, !is_kept_now);
  g_assert_cmpint (gtk_widget_get_visible (label), ==, is_kept_now);
}

static gboolean
has_kept (gpointer data)
{
  g_autoptr(GPtrArray) lists = caseness_journal_list (caseness_session_get_journal (session), "ptl-meeting");

  return lists->len == CASENESS_N_STAGES;
}

static gboolean
looks_back_to_meeting (gpointer data)
{
  GtkLabel *title = GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (((Fixture *) data)->meeting),
                                                              CASENESS_TYPE_PTL_MEETING_VIEW, "title_label"));

  return g_str_equal (gtk_label_get_text (title), "Since the meeting of 16 Jun 2025");
}

/* The lists of a day are kept, in every queue, and the next meeting looks back to them. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  caseness_session_set_as_at (session, caseness_date_new (2025, 6, 16));
  run_until (is_ready, fixture);
  run_for_a_while ();
  assert_button_and_label (fixture, FALSE);
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.keep-list", NULL));
  run_until (has_kept, NULL);
  run_for_a_while ();
  assert_button_and_label (fixture, TRUE);
  caseness_session_set_as_at (session, caseness_date_new (2025, 6, 30));
  run_until (looks_back_to_meeting, fixture);
  assert_button_and_label (fixture, FALSE);
  undo ();
}

/* Nobody is named in meeting mode: not by the row, nor by what somebody wrote, nor in what is offered. */
static void
test_meeting_mode (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessPtlRowObject) row = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *what = NULL;

  press_move (fixture, CASENESS_PTL_MOVE_JOINED);
  row = get_row (fixture, 0);
  reference = caseness_ptl_row_object_dup_text (row, CASENESS_PTL_FIELD_REFERENCE);
  what = g_strdup_printf ("Ring about %s", reference);
  caseness_ptl_people_choose (fixture->people, 0);
  record (fixture, what, "Booking team", "write");
  await_row (fixture, 0, what, "Booking team, due 7 Jul");
  caseness_session_set_meeting_mode (session, TRUE);
  await_row (fixture, 0, "(names somebody)", "Booking team, due 7 Jul");
  /* It is not changed unseen. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->people), "page.record-action", NULL));
  run_for_a_while ();
  g_assert_null (find_dialog ());
  caseness_session_set_meeting_mode (session, FALSE);
  undo ();
  await_row (fixture, 0, "", "");
}

/* Enter opens somebody's action; an action can be removed. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = find_child (GTK_WIDGET (fixture->people), "GtkColumnView");
  CasenessPtlActionDialog *dialog;

  press_move (fixture, CASENESS_PTL_MOVE_JOINED);
  caseness_ptl_people_choose (fixture->people, 2);
  record (fixture, "Phone", "North lead", "write");
  await_row (fixture, 2, "Phone", "North lead, due 7 Jul");
  g_signal_emit_by_name (view, "activate", 2);
  run_for_a_while ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "write"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "remove");
  gtk_window_close (GTK_WINDOW (dialog));
  await_row (fixture, 2, "", "");
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  g_test_add ("/pages/ptl-meeting/one-person", Fixture, NULL, set_up, test_one_person, tear_down);
  g_test_add ("/pages/ptl-meeting/everybody", Fixture, NULL, set_up, test_everybody, tear_down);
  g_test_add ("/pages/ptl-meeting/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/pages/ptl-meeting/meeting-mode", Fixture, NULL, set_up, test_meeting_mode, tear_down);
  g_test_add ("/pages/ptl-meeting/keys", Fixture, NULL, set_up, test_keys, tear_down);
  result = g_test_run ();
  g_assert_finalize_object (session);
  return result;
}
