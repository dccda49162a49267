/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-note-view.h"
#include "caseness-review-record.h"
#include "page-service.h"
#include "widget-keys.h"

#include <string.h>

/* Notes of a small service, imported once. */
static CasenessSession *session;

#define TYPING "--type" /* first argument of the child that types until it is killed, before the file and the subject */
#define LETTER_MILLISECONDS 60

typedef struct
{
  GtkWindow *window;
  CasenessNoteView *view;
  char *subject;
} Fixture;

static GtkWindow *
open_view (CasenessNoteView **view)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  *view = g_object_new (CASENESS_TYPE_NOTE_VIEW, NULL);
  gtk_window_set_child (window, GTK_WIDGET (*view));
  gtk_window_present (window);
  return window;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->subject = caseness_review_dup_subject (caseness_session_get_snapshot (session), GPOINTER_TO_UINT (data));
  fixture->window = open_view (&fixture->view);
  caseness_note_view_show (fixture->view, session, fixture->subject);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (fixture->window);
  run_for_a_while ();
  g_assert_finalize_object (fixture->view);
  g_free (fixture->subject);
}

/* What is on the disk, whatever this program holds: what is left when it is killed. */
static CasenessJournal *
read_disk (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store
    = caseness_store_open (g_file_peek_path (caseness_session_get_file (session)), CASENESS_STORE_READ, &error);
  CasenessJournal *journal;

  g_assert_no_error (error);
  journal = caseness_journal_load (store, &error);
  g_assert_no_error (error);
  return journal;
}

static char *
dup_shown (Fixture *fixture)
{
  GtkTextBuffer *buffer = caseness_note_view_get_buffer (fixture->view);
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static gboolean
is_kept (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *shown = dup_shown (fixture);
  g_autofree char *note = caseness_review_dup_note (caseness_session_get_journal (session), fixture->subject);

  return *note != '\0' && strcmp (note, shown) == 0;
}

static gboolean
is_gone (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *shown = dup_shown (fixture);

  return *shown == '\0';
}

static gboolean
has_no_draft (gpointer data)
{
  g_autoptr(CasenessJournal) journal = read_disk ();
  g_autofree char *draft = caseness_review_dup_draft (journal, ((Fixture *) data)->subject);

  return *draft == '\0';
}

/* A note typed is recorded at a pause, leaves no draft behind, and undo takes it away, and the word that it is kept. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  gtk_text_buffer_set_text (caseness_note_view_get_buffer (fixture->view), "Ask about sleep", -1);
  run_until (is_kept, fixture);
  run_until (has_no_draft, fixture);
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  while (!is_gone (fixture))
    {
      g_main_context_iteration (NULL, TRUE);
      caseness_note_view_show (fixture->view, session, fixture->subject);
    }
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (
                     GTK_WIDGET (fixture->view), CASENESS_TYPE_NOTE_VIEW, "kept_label"))), ==, "");
}

/* Going to somebody else records what was typed about the one before, at once. */
static void
test_goes_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = caseness_review_dup_subject (caseness_session_get_snapshot (session), 7);

  gtk_text_buffer_set_text (caseness_note_view_get_buffer (fixture->view), "Half a word", -1);
  caseness_note_view_show (fixture->view, session, other);
  g_assert_true (is_gone (fixture));
  caseness_note_view_show (fixture->view, session, fixture->subject);
  while (!is_kept (fixture))
    {
      g_main_context_iteration (NULL, TRUE);
      caseness_note_view_show (fixture->view, session, fixture->subject);
    }
}

static gboolean
has_long_draft (gpointer data)
{
  g_autoptr(CasenessJournal) journal = read_disk ();
  g_autofree char *draft = caseness_review_dup_draft (journal, ((Fixture *) data)->subject);

  return strlen (draft) > 12;
}

/* Somebody types without a pause and the program is killed: what was typed is there when the note is opened again. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr(GSubprocess) child
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, self, TYPING,
                        g_file_peek_path (caseness_session_get_file (session)), fixture->subject, NULL);
  g_autoptr(CasenessSession) again = caseness_session_new ();
  g_autofree char *shown = NULL;
  g_autofree char *note = NULL;

  g_assert_no_error (error);
  run_until (has_long_draft, fixture);
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  note = caseness_review_dup_note (caseness_session_get_journal (session), fixture->subject);
  g_assert_cmpstr (note, ==, "");
  caseness_session_open_async (again, caseness_session_get_file (session), NULL, NULL, NULL);
  while (caseness_session_get_file (again) == NULL || caseness_session_get_busy (again))
    g_main_context_iteration (NULL, TRUE);
  caseness_note_view_show (fixture->view, again, fixture->subject);
  shown = dup_shown (fixture);
  g_assert_cmpuint (strlen (shown), >, 12);
  g_assert_true (g_str_has_prefix (shown, "aaaa"));
  /* And it is recorded without anybody touching it. */
  while (!has_no_draft (fixture))
    g_main_context_iteration (NULL, TRUE);
  caseness_note_view_show (fixture->view, NULL, NULL);
  run_for_a_while ();
}

/* ---- the child ---- */

static gboolean
type_cb (gpointer view)
{
  GtkTextIter end;
  GtkTextBuffer *buffer = caseness_note_view_get_buffer (view);

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "a", 1);
  return G_SOURCE_CONTINUE;
}

static void
type_until_killed (const char *path, const char *subject)
{
  g_autoptr(CasenessSession) own = caseness_session_new ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  CasenessNoteView *view;

  adw_init ();
  caseness_session_open_async (own, file, NULL, NULL, NULL);
  while (caseness_session_get_file (own) == NULL || caseness_session_get_busy (own))
    g_main_context_iteration (NULL, TRUE);
  open_view (&view);
  caseness_note_view_show (view, own, subject);
  g_timeout_add (LETTER_MILLISECONDS, type_cb, view);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  int result;

  if (argc == 4 && strcmp (argv[1], TYPING) == 0)
    {
      gtk_init ();
      type_until_killed (argv[2], argv[3]);
    }
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  g_test_add ("/pages/note/undo", Fixture, GUINT_TO_POINTER (1), set_up, test_undo, tear_down);
  g_test_add ("/pages/note/goes-elsewhere", Fixture, GUINT_TO_POINTER (2), set_up, test_goes_elsewhere, tear_down);
  g_test_add ("/pages/note/killed", Fixture, GUINT_TO_POINTER (3), set_up, test_killed, tear_down);
  result = g_test_run ();
  g_assert_finalize_object (session);
  return result;
}
