/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo.h"
#include "caseness-session.h"

#include <glib/gstdio.h>
#include <string.h>

/* A small service of three months, and a session with nothing open. */
typedef struct
{
  char *home;    /* deleted when the test is over */
  char *folder;  /* holds the submissions */
  char *path;    /* a service file that does not exist yet */
  GFile *file;
  CasenessSession *session;
  GAsyncResult *result;
  GMainLoop *loop;
} Fixture;

static CasenessDate
last_day (void)
{
  return caseness_date_new (2025, 6, 30);
}

static void
write_service (const char *folder)
{
  CasenessDemoOptions options;
  g_autoptr(GError) error = NULL;

  caseness_demo_options_init (&options);
  options.referrals = 90;
  options.months = 3;
  options.end = last_day ();
  caseness_demo_write (folder, &options, NULL, &error);
  g_assert_no_error (error);
}

/* G_TEST_OPTION_ISOLATE_DIRS would do the same, but what GLib leaks there stops a run under LeakSanitizer. */
static void
delete_folder (const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        delete_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->home = g_dir_make_tmp ("caseness-session-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->home, "submissions", NULL);
  write_service (fixture->folder);
  fixture->path = g_build_filename (fixture->home, "service.caseness", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->session = caseness_session_new ();
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->session);
  g_main_loop_unref (fixture->loop);
  g_object_unref (fixture->file);
  delete_folder (fixture->home);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->home);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_set_object (&fixture->result, result);
  g_main_loop_quit (fixture->loop);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  guint *n = user_data;

  (*n)++;
}

static CasenessReceipt *
import (Fixture *fixture, const char *path, GError **error)
{
  const char *paths[] = { path, NULL };

  caseness_session_import_async (fixture->session, fixture->file, paths, "Test Service", NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  return caseness_session_import_finish (fixture->session, fixture->result, error);
}

static void
import_service (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = import (fixture, fixture->folder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (receipt);
  g_assert_cmpint (receipt->import_id, >, 0);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_null (caseness_session_get_file (fixture->session));
  g_assert_null (caseness_session_get_snapshot (fixture->session));
  g_assert_cmpstr (caseness_session_get_service_name (fixture->session), ==, "");
  g_assert_false (caseness_session_get_busy (fixture->session));
  g_assert_false (caseness_session_get_meeting_mode (fixture->session));
  g_assert_true (caseness_filter_is_empty (caseness_session_get_filter (fixture->session)));
}

static void
test_import_opens (Fixture *fixture, gconstpointer data)
{
  const CasenessPeriod quarter = { caseness_date_new (2025, 4, 1), last_day () };
  guint n_snapshots = 0, n_busy = 0;
  double progress = 0;

  g_signal_connect (fixture->session, "notify::snapshot", G_CALLBACK (count_cb), &n_snapshots);
  g_signal_connect (fixture->session, "notify::busy", G_CALLBACK (count_cb), &n_busy);
  import_service (fixture);
  g_assert_cmpuint (n_snapshots, ==, 1);
  g_assert_cmpuint (n_busy, ==, 2);
  g_object_get (fixture->session, "progress", &progress, NULL);
  g_assert_cmpfloat (progress, ==, 1);
  g_assert_true (g_file_equal (caseness_session_get_file (fixture->session), fixture->file));
  g_assert_cmpstr (caseness_session_get_service_name (fixture->session), ==, "Test Service");
  g_assert_cmpint (caseness_session_get_as_at (fixture->session), ==, last_day ());
  g_assert_true (caseness_period_equal (caseness_session_get_period (fixture->session), &quarter));
}

static void
test_import_refused_keeps (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  CasenessSnapshot *before;

  import_service (fixture);
  before = caseness_session_get_snapshot (fixture->session);
  receipt = import (fixture, "/nonexistent/folder", &error);
  g_assert_null (receipt);
  g_assert_nonnull (error);
  g_assert_true (caseness_session_get_snapshot (fixture->session) == before);
  g_assert_false (caseness_session_get_busy (fixture->session));
}

static void
test_open_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  caseness_session_open_async (fixture->session, fixture->file, NULL, done_cb, fixture);
  g_assert_true (caseness_session_get_busy (fixture->session));
  g_main_loop_run (fixture->loop);
  g_assert_false (caseness_session_open_finish (fixture->session, fixture->result, &error));
  g_assert_nonnull (error);
  g_assert_null (caseness_session_get_file (fixture->session));
  g_assert_false (caseness_session_get_busy (fixture->session));
  g_assert_false (g_file_query_exists (fixture->file, NULL));
}

static void
test_open_not_local (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GFile) far = g_file_new_for_uri ("https://example.org/a.caseness");
  g_autoptr(GError) error = NULL;

  caseness_session_open_async (fixture->session, far, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_false (caseness_session_open_finish (fixture->session, fixture->result, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FAILED);
}

static void
first_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean *is_cancelled = user_data;

  g_assert_false (caseness_session_open_finish (CASENESS_SESSION (object), result, &error));
  *is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* @data: microseconds for which the loop stands still between the two, long enough or not for the first to be read. */
static void
test_newest_wins (Fixture *fixture, gconstpointer data)
{
  gboolean is_cancelled = FALSE;
  g_autoptr(GError) error = NULL;

  import_service (fixture);
  caseness_session_close (fixture->session);
  caseness_session_open_async (fixture->session, fixture->file, NULL, first_done_cb, &is_cancelled);
  g_usleep (GPOINTER_TO_SIZE (data));
  caseness_session_open_async (fixture->session, fixture->file, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_true (caseness_session_open_finish (fixture->session, fixture->result, &error));
  g_assert_no_error (error);
  g_assert_true (is_cancelled);
  g_assert_nonnull (caseness_session_get_snapshot (fixture->session));
  g_assert_false (caseness_session_get_busy (fixture->session));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  const char *paths[] = { fixture->folder, NULL };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  caseness_session_import_async (fixture->session, fixture->file, paths, NULL, cancellable, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_null (caseness_session_import_finish (fixture->session, fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (caseness_session_get_busy (fixture->session));
  g_assert_false (g_file_query_exists (fixture->file, NULL));
}

static void
cancel_cb (GObject *session, GParamSpec *pspec, gpointer user_data)
{
  if (caseness_session_get_busy (CASENESS_SESSION (session)))
    g_cancellable_cancel (user_data);
}

/* Whenever the wish to stop arrives, either all of it is there or none. */
static void
test_cancelled_on_the_way (Fixture *fixture, gconstpointer data)
{
  const char *paths[] = { fixture->folder, NULL };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;

  g_signal_connect_object (fixture->session, "notify::status", G_CALLBACK (cancel_cb), cancellable, 0);
  caseness_session_import_async (fixture->session, fixture->file, paths, NULL, cancellable, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  receipt = caseness_session_import_finish (fixture->session, fixture->result, &error);
  g_assert_true (receipt != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_assert_true (g_file_query_exists (fixture->file, NULL) == (receipt != NULL));
  g_assert_true ((caseness_session_get_snapshot (fixture->session) != NULL) == (receipt != NULL));
}

static void
explore (Fixture *fixture, GFile *file, GError **error)
{
  caseness_session_explore_demo_async (fixture->session, file, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  caseness_session_explore_demo_finish (fixture->session, fixture->result, error);
}

static void
test_explore_demo (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  explore (fixture, fixture->file, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (caseness_session_get_file (fixture->session), fixture->file));
  g_assert_cmpstr (caseness_session_get_service_name (fixture->session), ==, "Demo Talking Therapies");
  g_assert_cmpuint (caseness_snapshot_get_n_pathways (caseness_session_get_snapshot (fixture->session)), >, 1000);
}

static void
test_explore_demo_without_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/nonexistent/folder/demo.caseness");
  g_autoptr(GError) error = NULL;
  CasenessSnapshot *before;

  import_service (fixture);
  before = caseness_session_get_snapshot (fixture->session);
  explore (fixture, nowhere, &error);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY);
  g_assert_true (caseness_session_get_snapshot (fixture->session) == before);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessHoldings) holdings = NULL;
  const CasenessImportRecord *record;

  import_service (fixture);
  g_assert_cmpuint (caseness_snapshot_get_n_pathways (caseness_session_get_snapshot (fixture->session)), >, 0);

  caseness_session_load_holdings_async (fixture->session, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  holdings = caseness_session_load_holdings_finish (fixture->session, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (holdings->timeline->len, ==, 3);
  g_assert_cmpuint (holdings->sources->len, >=, 3);
  g_assert_cmpuint (holdings->imports->len, ==, 1);
  record = g_ptr_array_index (holdings->imports, 0);
  g_assert_null (record->undone_at);

  caseness_session_undo_import_async (fixture->session, record->import_id, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_true (caseness_session_undo_import_finish (fixture->session, fixture->result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (caseness_snapshot_get_n_pathways (caseness_session_get_snapshot (fixture->session)), ==, 0);
}

static guint
count_read (const CasenessReceipt *receipt)
{
  guint read = 0;

  for (guint i = 0; i < receipt->lines->len; i++)
    read += ((const CasenessReceiptLine *) g_ptr_array_index (receipt->lines, i))->read;
  return read;
}

/* What is remembered of an import is what its receipt said. */
static void
test_receipt (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) first = import (fixture, fixture->folder, &error);
  g_autoptr(CasenessReceipt) held = NULL;
  g_autoptr(CasenessReceipt) none = NULL;
  const CasenessReceiptLine *line;

  g_assert_no_error (error);
  caseness_session_load_receipt_async (fixture->session, first->import_id, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  held = caseness_session_load_receipt_finish (fixture->session, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (held->import_id, ==, first->import_id);
  g_assert_cmpstr (held->imported_at, ==, first->imported_at);
  g_assert_cmpstr (held->imported_by, ==, first->imported_by);
  g_assert_cmpuint (held->lines->len, ==, first->lines->len);
  g_assert_cmpuint (count_read (held), ==, count_read (first));
  g_assert_cmpuint (held->findings->len, ==, first->findings->len);
  line = g_ptr_array_index (held->lines, 0);
  g_assert_cmpuint (strlen (line->sha256), ==, 64);

  caseness_session_load_receipt_async (fixture->session, 99, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  none = caseness_session_load_receipt_finish (fixture->session, fixture->result, &error);
  g_assert_null (none);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NOT_FOUND);
}

/* The copy has the same figures, and making it leaves what is open as it was. */
static void
test_share (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->home, "copy.caseness", NULL);
  g_autoptr(GFile) copy = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  CasenessSnapshot *before;
  guint n;

  import_service (fixture);
  before = caseness_session_get_snapshot (fixture->session);
  n = caseness_snapshot_get_n_pathways (before);
  caseness_session_share_async (fixture->session, copy, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_true (caseness_session_share_finish (fixture->session, fixture->result, &error));
  g_assert_no_error (error);
  g_assert_true (caseness_session_get_snapshot (fixture->session) == before);

  caseness_session_open_async (fixture->session, copy, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_true (caseness_session_open_finish (fixture->session, fixture->result, &error));
  g_assert_cmpuint (caseness_snapshot_get_n_pathways (caseness_session_get_snapshot (fixture->session)), ==, n);
}

/* Pages of the file after the first are overwritten, as a failing disk does. */
static void
damage (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 16 * 16384);
  memset (bytes + 10 * 16384, 0x5a, 5 * 16384);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

/* What can be read is in the new file, the damaged one is as it was, and what is open stays open. */
static void
test_salvage (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->home, "saved.caseness", NULL);
  g_autoptr(GFile) saved = g_file_new_for_path (path);
  g_autoptr(CasenessSalvage) salvage = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size, size_after;

  import_service (fixture);
  caseness_session_close (fixture->session);
  damage (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &before, &size, NULL));
  g_assert_true (g_file_set_contents (path, "to be replaced", -1, NULL));
  caseness_session_salvage_async (fixture->session, fixture->file, saved, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  salvage = caseness_session_salvage_finish (fixture->session, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salvage->n_rows, >, 0);
  g_assert_cmpuint (salvage->lost->len, >, 0);
  g_assert_null (caseness_session_get_file (fixture->session));
  g_assert_true (g_file_get_contents (fixture->path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);

  caseness_session_open_async (fixture->session, saved, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_true (caseness_session_open_finish (fixture->session, fixture->result, &error));
  g_assert_no_error (error);
}

static const char *
get_note (Fixture *fixture)
{
  const CasenessJournalEntry *entry = caseness_journal_get (caseness_session_get_journal (fixture->session), "note", "a");

  return entry != NULL ? entry->body : NULL;
}

static void
write_note (Fixture *fixture, const char *body)
{
  const CasenessJournalChange change = { "note", "a", body };
  g_autoptr(GError) error = NULL;

  caseness_session_write_journal_async (fixture->session, &change, 1, "Note on a review", done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_true (caseness_session_write_journal_finish (fixture->session, fixture->result, &error));
  g_assert_no_error (error);
}

static void
test_journal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *nothing = NULL;
  g_autoptr(GError) error = NULL;
  CasenessSnapshot *before;
  guint n = 0;

  import_service (fixture);
  before = caseness_session_get_snapshot (fixture->session);
  g_assert_null (get_note (fixture));
  g_signal_connect (fixture->session, "notify", G_CALLBACK (count_cb), &n);
  write_note (fixture, "{\"text\":\"one\"}");
  g_assert_cmpstr (get_note (fixture), ==, "{\"text\":\"one\"}");
  g_assert_cmpuint (n, ==, 1); /* nothing but the journal: no page works out its figures again */
  g_assert_true (caseness_session_get_snapshot (fixture->session) == before);

  caseness_session_undo_journal_async (fixture->session, 0, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_cmpint (caseness_session_undo_journal_finish (fixture->session, fixture->result, &undone, &error), ==,
                   CASENESS_JOURNAL_DONE);
  g_assert_cmpstr (undone, ==, "Note on a review");
  g_assert_null (get_note (fixture));
  caseness_session_undo_journal_async (fixture->session, 0, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_cmpint (caseness_session_undo_journal_finish (fixture->session, fixture->result, &nothing, &error), ==,
                   CASENESS_JOURNAL_NOTHING);
  g_assert_null (nothing);
  caseness_session_redo_journal_async (fixture->session, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_cmpint (caseness_session_redo_journal_finish (fixture->session, fixture->result, &redone, &error), ==,
                   CASENESS_JOURNAL_DONE);
  g_assert_cmpstr (redone, ==, "Note on a review");
  g_assert_nonnull (get_note (fixture));
  g_assert_no_error (error);
}

/* What was recorded is there when the file is opened the next time, and is that file's alone. */
static void
test_journal_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) again = NULL;

  import_service (fixture);
  write_note (fixture, "{}");
  again = import (fixture, fixture->folder, &error);
  g_assert_cmpstr (get_note (fixture), ==, "{}");
  caseness_session_close (fixture->session);
  g_assert_null (get_note (fixture));
  caseness_session_open_async (fixture->session, fixture->file, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_true (caseness_session_open_finish (fixture->session, fixture->result, &error));
  g_assert_cmpstr (get_note (fixture), ==, "{}");
}

/* A note that was on its way when the file was closed is written, and does not show on what is open then. */
static void
test_journal_outlives_close (Fixture *fixture, gconstpointer data)
{
  const CasenessJournalChange change = { "note", "a", "{}" };
  g_autoptr(GError) error = NULL;

  import_service (fixture);
  caseness_session_write_journal_async (fixture->session, &change, 1, "Note", done_cb, fixture);
  caseness_session_close (fixture->session);
  g_main_loop_run (fixture->loop);
  g_assert_true (caseness_session_write_journal_finish (fixture->session, fixture->result, &error));
  g_assert_null (get_note (fixture));
  caseness_session_open_async (fixture->session, fixture->file, NULL, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_cmpstr (get_note (fixture), ==, "{}");
}

static void
test_reimport_keeps_view (Fixture *fixture, gconstpointer data)
{
  const CasenessPeriod month = { caseness_date_new (2025, 5, 1), caseness_date_new (2025, 5, 31) };
  g_autoptr(CasenessFilter) nobody = caseness_filter_new ();
  g_autoptr(CasenessFilter) north = caseness_filter_with (nobody, CASENESS_DIMENSION_TEAM, "North");

  import_service (fixture);
  caseness_session_set_period (fixture->session, &month);
  caseness_session_set_as_at (fixture->session, month.end);
  caseness_session_set_filter (fixture->session, north);
  {
    g_autoptr(GError) error = NULL;
    g_autoptr(CasenessReceipt) again = import (fixture, fixture->folder, &error);

    g_assert_no_error (error);
    g_assert_true (again->was_held);
  }
  g_assert_true (caseness_period_equal (caseness_session_get_period (fixture->session), &month));
  g_assert_cmpint (caseness_session_get_as_at (fixture->session), ==, month.end);
  g_assert_true (caseness_filter_equal (caseness_session_get_filter (fixture->session), north));
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  import_service (fixture);
  caseness_session_set_meeting_mode (fixture->session, TRUE);
  caseness_session_close (fixture->session);
  g_assert_null (caseness_session_get_file (fixture->session));
  g_assert_null (caseness_session_get_snapshot (fixture->session));
  g_assert_true (caseness_session_get_meeting_mode (fixture->session));
}

static void
test_setters_notify_once (Fixture *fixture, gconstpointer data)
{
  const CasenessPeriod month = { caseness_date_new (2025, 5, 1), caseness_date_new (2025, 5, 31) };
  guint n = 0;

  g_signal_connect (fixture->session, "notify", G_CALLBACK (count_cb), &n);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
      g_autoptr(CasenessFilter) north = caseness_filter_with (everybody, CASENESS_DIMENSION_TEAM, "North");

      caseness_session_set_period (fixture->session, &month);
      caseness_session_set_as_at (fixture->session, month.end);
      caseness_session_set_filter (fixture->session, north);
      caseness_session_set_meeting_mode (fixture->session, TRUE);
      g_assert_cmpuint (n, ==, 4);
    }
}

static gboolean
tells_of_identifiers (const CasenessReceipt *receipt)
{
  for (guint i = 0; i < receipt->notes->len; i++)
    if (g_str_has_prefix (receipt->notes->pdata[i], "Identifiers are not added"))
      return TRUE;
  return FALSE;
}

/* Only the next import is told to keep them: the receipt of what is held already says that they come too late. */
static void
test_identifiers (Fixture *fixture, gconstpointer data)
{
  static const gboolean keeps[] = { FALSE, TRUE, FALSE };

  import_service (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (keeps); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CasenessReceipt) receipt = NULL;

      if (keeps[i])
        caseness_session_set_keeps_identifiers (fixture->session, TRUE);
      receipt = import (fixture, fixture->folder, &error);
      g_assert_no_error (error);
      g_assert_cmpint (tells_of_identifiers (receipt), ==, keeps[i]);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session/new", test_new);
  ADD ("/session/import/opens", test_import_opens);
  ADD ("/session/import/refused-keeps-what-was-open", test_import_refused_keeps);
  ADD ("/session/import/again-keeps-the-view", test_reimport_keeps_view);
  ADD ("/session/import/cancelled", test_cancelled);
  ADD ("/session/import/identifiers", test_identifiers);
  ADD ("/session/import/cancelled-on-the-way", test_cancelled_on_the_way);
  ADD ("/session/demo/explore", test_explore_demo);
  ADD ("/session/demo/without-room", test_explore_demo_without_room);
  ADD ("/session/open/missing", test_open_missing);
  ADD ("/session/open/not-local", test_open_not_local);
  ADD ("/session/open/newest-wins", test_newest_wins);
  g_test_add ("/session/open/newest-wins-over-one-already-read", Fixture, GSIZE_TO_POINTER (2 * G_USEC_PER_SEC), set_up,
              test_newest_wins, tear_down);
  ADD ("/session/undo", test_undo);
  ADD ("/session/receipt", test_receipt);
  ADD ("/session/share", test_share);
  ADD ("/session/salvage", test_salvage);
  ADD ("/session/journal/write-undo-redo", test_journal);
  ADD ("/session/journal/is-kept", test_journal_is_kept);
  ADD ("/session/journal/outlives-close", test_journal_outlives_close);
  ADD ("/session/close", test_close);
  ADD ("/session/setters-notify-once", test_setters_notify_once);
  return g_test_run ();
}
