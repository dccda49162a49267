/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "caseness-demo.h"
#include "caseness-import-dialog.h"
#include "caseness-imports-dialog.h"
#include "caseness-receipt-view.h"
#include "caseness-window-private.h"
#include "packed-months.h"
#include "window-hand.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * The way in, as an analyst goes it: last month's archive is dropped on the window, watched while it loads, read for what
 * would be rejected and why, the list of rows to put right is saved, the import is undone, the corrected archive is
 * loaded, and the timeline tells the story. Any warning ends the program. What was seen stays in e2e-screenshots/.
 */

#define N_MONTHS 3
#define N_REFERRALS 600
#define LAST_MONTH "2025-06"
#define REFERRALS "IDS101Referral.csv"
#define CONTACTS "IDS201CareContact.csv"
#define LOOKUP "postcodes.csv"

static CasenessWindow *window;
static CasenessApplication *application;
static CasenessSettings *settings;
static const char *colour; /* of the pictures */
static char *folder;
static double progress; /* the furthest that the last import told of */

/* Files */

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_lookup (const char *month)
{
  g_autofree char *people = g_build_filename (month, "IDS001MPI.csv", NULL);
  g_autofree char *path = make_path (LOOKUP);
  g_autofree char *text = NULL;
  g_autoptr(GString) lookup = g_string_new ("Postcode,Index of Multiple Deprivation Decile\n");
  g_autoptr(GRegex) postcode = g_regex_new ("[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (people, &text, NULL, NULL));
  for (g_regex_match (postcode, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);

      g_string_append_printf (lookup, "%s,%u\n", found, g_str_hash (found) % 10 + 1);
    }
  g_assert_true (g_file_set_contents (path, lookup->str, -1, NULL));
}

/* A service file with the months before the last, and the last month twice: as it was exported, and damaged. */
static void
make_service (void)
{
  g_autofree char *service = make_path ("service");
  g_autofree char *month = g_build_filename (service, LAST_MONTH, NULL);
  g_autofree char *good = make_path ("2025-06-corrected.zip");
  g_autofree char *bad = make_path ("2025-06.zip");
  g_autofree char *store = make_path ("demo.caseness");
  CasenessDemoOptions options;
  g_autoptr(GError) error = NULL;

  caseness_demo_options_init (&options);
  options.referrals = N_REFERRALS;
  options.months = N_MONTHS;
  options.end = caseness_date_new (2025, 6, 30);
  caseness_demo_write (service, &options, NULL, &error);
  g_assert_no_error (error);
  write_lookup (month);
  pack_files (month, LAST_MONTH, good);
  damage_rows (month, REFERRALS, 7, "ReferralRequestReceivedDate", "soon");
  damage_rows (month, CONTACTS, 7, "AttendOrDNACode", "9");
  pack_files (month, LAST_MONTH, bad);
  {
    g_autofree char *april = g_build_filename (service, "2025-04", NULL);
    g_autofree char *may = g_build_filename (service, "2025-05", NULL);

    hand_run_cli ("import", store, april, may, "--service", "Demo Talking Therapies", NULL);
  }
}

/* Looking */

static void
keep_picture (GtkWindow *shown, const char *name)
{
  g_autofree char *full = g_strdup_printf ("import-%s-%s", name, colour);

  hand_let_pass (60);
  hand_keep_picture (GTK_WIDGET (shown), full);
}

static gboolean
is_idle (gconstpointer data)
{
  return !caseness_session_get_busy (caseness_window_get_session (window));
}

/* Doing */

static void
note_progress (CasenessSession *session, GParamSpec *pspec, gpointer unused)
{
  double now;

  g_object_get (session, "progress", &now, NULL);
  progress = MAX (progress, now);
}

/* Drops an archive, maybe with a file beside it, and imports it; returns the dialog with its receipt. */
static GtkWindow *
import (const char *name, const char *beside, const char *picture)
{
  const char *const names[] = { name, beside, NULL };
  CasenessSession *session = caseness_window_get_session (window);
  g_autofree char *working = g_strconcat (picture, "-working", NULL);
  g_autofree char *setup = g_strconcat (picture, "-setup", NULL);
  gulong handler = g_signal_connect (session, "notify::progress", G_CALLBACK (note_progress), NULL);
  GtkWindow *dialog;

  progress = 0;
  hand_drop (GTK_WIDGET (window), folder, names);
  dialog = hand_wait_for_window (CASENESS_TYPE_IMPORT_DIALOG);
  hand_assert_shows (dialog, name);
  if (beside != NULL)
    hand_assert_shows (dialog, "deprivation by postcode");
  keep_picture (dialog, setup);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.start", NULL));
  g_assert_true (caseness_import_dialog_is_working (CASENESS_IMPORT_DIALOG (dialog)));
  keep_picture (dialog, working);
  hand_wait_until (is_idle, NULL, "end of the import");
  g_signal_handler_disconnect (session, handler);
  hand_let_pass (50);
  return dialog;
}

static GtkStackSwitcher *
find_switcher (GtkWindow *dialog)
{
  return GTK_STACK_SWITCHER (hand_find_shown (dialog, GTK_TYPE_STACK_SWITCHER));
}

static guint
count_imports (gboolean is_undone)
{
  g_autofree char *store = make_path ("demo.caseness");
  g_autoptr(CasenessStore) held = caseness_store_open (store, CASENESS_STORE_READ, NULL);
  g_autoptr(GPtrArray) records = caseness_import_list (held, NULL);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += (((const CasenessImportRecord *) records->pdata[i])->undone_at != NULL) == is_undone ? 1 : 0;
  return n;
}

/* The list for those who can put the rows right in the source system. */
static void
save_findings (GtkWindow *dialog)
{
  g_autofree char *path = make_path ("to-put-right.csv");
  g_autofree char *text = NULL;

  g_assert_true (
    gtk_widget_activate_action (hand_find_shown (dialog, CASENESS_TYPE_RECEIPT_VIEW), "receipt.export", NULL));
  hand_answer_file_dialog (path);
  for (guint i = 0; i < 500 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    hand_let_pass (1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "IDS10112"));
  g_assert_nonnull (strstr (text, "IDS20128"));
  g_assert_nonnull (strstr (text, REFERRALS));
  g_assert_nonnull (strstr (text, "soon"));
  g_remove (path);
}

static void
look_at_imports (const char *picture)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.imports", NULL));
  dialog = hand_wait_for_window (CASENESS_TYPE_IMPORTS_DIALOG);
  hand_wait_until (is_idle, NULL, "list of imports");
  hand_let_pass (100);
  hand_assert_shows (dialog, "June 2025");
  hand_assert_shows (dialog, "Undone");
  keep_picture (dialog, picture);
  hand_close (dialog);
}

static void
test_story (void)
{
  GtkWindow *dialog;

  dialog = import ("2025-06.zip", NULL, "bad");
  g_assert_cmpfloat (progress, >, 0);
  hand_assert_shows (dialog, "were set aside");
  keep_picture (dialog, "bad-receipt");
  gtk_stack_set_visible_child_name (gtk_stack_switcher_get_stack (find_switcher (dialog)), "rules");
  hand_assert_shows (dialog, "Set aside with another row");
  keep_picture (dialog, "bad-rules");
  gtk_stack_set_visible_child_name (gtk_stack_switcher_get_stack (find_switcher (dialog)), "findings");
  keep_picture (dialog, "bad-findings");
  save_findings (dialog);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.undo", NULL));
  hand_wait_till_gone (CASENESS_TYPE_IMPORT_DIALOG);
  hand_wait_until (is_idle, NULL, "undone import");
  g_assert_cmpuint (count_imports (TRUE), ==, 1);
  g_assert_cmpuint (count_imports (FALSE), ==, 1);
  keep_picture (GTK_WINDOW (window), "undone");
  dialog = import ("2025-06-corrected.zip", LOOKUP, "good");
  hand_assert_shows (dialog, "the decile of deprivation was found");
  keep_picture (dialog, "good-receipt");
  hand_close (dialog);
  hand_wait_until (is_idle, NULL, "pages");
  g_assert_cmpuint (count_imports (FALSE), ==, 2);
  keep_picture (GTK_WINDOW (window), "done");
  look_at_imports ("timeline");
}

static void
test_cancel (void)
{
  const char *const names[] = { "2025-06.zip", NULL };
  guint n_held = count_imports (FALSE);
  GtkWindow *dialog;

  hand_drop (GTK_WIDGET (window), folder, names);
  dialog = hand_wait_for_window (CASENESS_TYPE_IMPORT_DIALOG);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.start", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.cancel", NULL));
  hand_wait_until (is_idle, NULL, "cancelled import");
  hand_let_pass (50);
  g_assert_false (caseness_import_dialog_is_working (CASENESS_IMPORT_DIALOG (dialog)));
  hand_assert_shows (dialog, "2025-06.zip"); /* still chosen */
  g_assert_cmpuint (count_imports (FALSE), ==, n_held);
  hand_close (dialog);
}

static void
test_again (void)
{
  GtkWindow *dialog = import ("2025-06-corrected.zip", NULL, "again");

  hand_assert_shows (dialog, "Already imported: nothing changed");
  keep_picture (dialog, "again-receipt");
  hand_close (dialog);
}

/* A copy for others */

static GtkWindow *
find_message (const char *words)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data) && hand_shows (l->data, words))
      return l->data;
  return NULL;
}

static gboolean
is_told (gconstpointer words)
{
  return find_message (words) != NULL;
}

static GtkWindow *
wait_for_message (const char *words)
{
  hand_wait_until (is_told, words, words);
  return find_message (words);
}

static gboolean
has_text (const char *bytes, gsize length, const char *text)
{
  return memmem (bytes, length, text, strlen (text)) != NULL;
}

/* No local id of anybody that the last month tells of is in the copy, and all of them are in what it was made of. */
static void
assert_nobody_is_named (const char *copy)
{
  g_autofree char *people = g_build_filename (folder, "service", LAST_MONTH, "IDS001MPI.csv", NULL);
  g_autofree char *original = make_path ("demo.caseness");
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto(GStrv) lines = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (people, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (original, &before, &n_before, NULL));
  g_assert_true (g_file_get_contents (copy, &after, &n_after, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", 0);
  g_assert_true (g_str_has_prefix (lines[0], "LocalPatientId,"));
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (lines[i], strcspn (lines[i], ","));

      g_assert_true (has_text (before, n_before, id));
      g_assert_false (has_text (after, n_after, id));
    }
}

static void
test_share (void)
{
  g_autofree char *copy = make_path ("copy.caseness");
  GtkWindow *message;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.share", NULL));
  message = wait_for_message ("This file is not changed");
  keep_picture (message, "share");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), "choose");
  hand_answer_file_dialog (copy);
  message = wait_for_message ("none remains");
  keep_picture (message, "shared");
  gtk_window_destroy (message);
  assert_nobody_is_named (copy);
}

/* Dropped where it cannot be taken */

/* Each is told what it is, in the window as well as in the dialog. */
static void
assert_told (GtkWindow *shown, const char *name, const char *words)
{
  const char *const names[] = { name, NULL };
  g_autofree char *path = make_path (name);
  GtkWindow *message;

  g_assert_true (g_file_set_contents (path, "?", -1, NULL));
  hand_drop (GTK_WIDGET (shown), folder, names);
  message = wait_for_message (words);
  hand_assert_shows (message, name);
  keep_picture (message, "stranger");
  gtk_window_destroy (message);
}

static void
test_strange_files (void)
{
  const char *const names[] = { "demo.caseness", "2025-06.zip", NULL };
  const char *const good[] = { "2025-06-corrected.zip", NULL };
  const char *const service[] = { "demo.caseness", NULL };
  GtkWindow *dialog;

  hand_drop (GTK_WIDGET (window), folder, names);
  hand_let_pass (100);
  g_assert_null (hand_find_window (CASENESS_TYPE_IMPORT_DIALOG));
  hand_assert_shows (GTK_WINDOW (window), "Drop one .caseness file");
  assert_told (GTK_WINDOW (window), "June.7z", "Unpack it and import the folder");
  assert_told (GTK_WINDOW (window), "June.xlsx", "Save each of its sheets as a CSV file");
  hand_drop (GTK_WIDGET (window), folder, good);
  dialog = hand_wait_for_window (CASENESS_TYPE_IMPORT_DIALOG);
  assert_told (dialog, "June.pdf", "This cannot be imported");
  hand_drop (GTK_WIDGET (dialog), folder, service);
  gtk_window_destroy (wait_for_message ("opened and not imported"));
  hand_assert_shows (dialog, "2025-06-corrected.zip");
  g_assert_false (hand_shows (dialog, "June.pdf"));
  hand_close (dialog);
}

/* While one import runs no other begins; over a receipt, what is dropped begins anew. */
static void
test_dropped_on_dialog (void)
{
  const char *const bad[] = { "2025-06.zip", NULL };
  const char *const good[] = { "2025-06-corrected.zip", NULL };
  GtkWindow *dialog;

  hand_drop (GTK_WIDGET (window), folder, good);
  dialog = hand_wait_for_window (CASENESS_TYPE_IMPORT_DIALOG);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.start", NULL));
  hand_drop (GTK_WIDGET (dialog), folder, bad);
  gtk_window_destroy (wait_for_message ("One Import at a Time"));
  hand_wait_until (is_idle, NULL, "end of the import");
  hand_wait_for_words (dialog, "Already imported: nothing changed");
  hand_drop (GTK_WIDGET (dialog), folder, bad);
  hand_wait_for_words (dialog, "2025-06.zip");
  g_assert_false (hand_shows (dialog, "Already imported"));
  g_assert_false (hand_shows (dialog, "2025-06-corrected.zip"));
  hand_close (dialog);
}

/* Refused: the message names the place and what to do, the choice stays, and nothing is left behind. */

static void
write_bytes (const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = make_path (name);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
}

static void
make_folder (const char *name)
{
  g_autofree char *path = make_path (name);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

/* The month as it is, but for a heading of its referrals. */
static void
make_month_without_column (const char *name)
{
  g_autofree char *month = make_path ("service/2025-05");
  g_autofree char *folder_path = make_path (name);
  g_autoptr(GDir) dir = g_dir_open (month, 0, NULL);
  const char *file;

  make_folder (name);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (month, file, NULL);
      g_autofree char *to = g_build_filename (folder_path, file, NULL);
      g_autofree char *text = NULL;
      g_autoptr(GString) changed = NULL;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      changed = g_string_new (text);
      if (g_str_equal (file, REFERRALS))
        g_assert_cmpuint (g_string_replace (changed, "ReferralRequestReceivedDate", "Received", 1), ==, 1);
      g_assert_true (g_file_set_contents (to, changed->str, -1, NULL));
    }
}

static void
make_refused_files (void)
{
  g_autofree char *zip = make_path ("2025-06.zip");
  g_autofree char *nested = make_path ("nested.zip");

  make_folder ("nothing in it");
  make_month_without_column ("without column");
  pack_files (zip, NULL, nested);
  write_bytes ("empty.zip", "PK\005\006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);
  write_bytes ("torn.zip", "PK\003\004 and then nothing", -1);
  write_bytes ("no database.accdb", "nothing of the kind", -1);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *words;
  } refused[] = {
    { "nothing in it", "there is no submission here. A submission is a folder that holds IDS000Header.csv" },
    { "without column", REFERRALS ", line 1: column ReferralRequestReceivedDate is missing. Export the file again" },
    { "nested.zip", "nothing to import in it but other archives. Unpack it" },
    { "empty.zip", "the archive is empty. Export the submission again" },
    { "torn.zip", "the archive is damaged or cut short. Copy or export it again" },
    { "no database.accdb", "Microsoft Access" },
  };
  guint n_held = count_imports (FALSE);

  make_refused_files ();
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const char *const names[] = { refused[i].name, NULL };
      GtkWindow *dialog;
      GtkWindow *message;

      hand_drop (GTK_WIDGET (window), folder, names);
      dialog = hand_wait_for_window (CASENESS_TYPE_IMPORT_DIALOG);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.start", NULL));
      message = wait_for_message (refused[i].words);
      hand_assert_shows (message, "Nothing was imported");
      hand_assert_shows (message, refused[i].name);
      keep_picture (message, "refused");
      gtk_window_destroy (message);
      hand_assert_shows (dialog, refused[i].name);
      hand_close (dialog);
      g_assert_cmpuint (count_imports (FALSE), ==, n_held);
    }
}

/* The window */

static void
open_window (gboolean is_dark)
{
  g_autofree char *store = make_path ("demo.caseness");
  g_autoptr(GFile) file = g_file_new_for_path (store);

  colour = is_dark ? "dark" : "light";
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  window = caseness_window_new (application, settings);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  hand_let_pass (100);
  keep_picture (GTK_WINDOW (window), "first-run");
  caseness_window_open (window, file);
  hand_wait_until (is_idle, NULL, "opened file");
}

static void
test_in (gconstpointer data)
{
  gboolean is_dark = GPOINTER_TO_INT (data);

  folder = g_dir_make_tmp ("caseness-story-XXXXXX", NULL);
  make_service ();
  open_window (is_dark);
  test_story ();
  test_cancel ();
  test_again ();
  test_share ();
  test_strange_files ();
  test_dropped_on_dialog ();
  test_refused ();
  gtk_window_destroy (GTK_WINDOW (window));
  hand_let_pass (50);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = hand_start ();
  settings = caseness_settings_new ();
  g_test_add_data_func ("/e2e/import-story/light", GINT_TO_POINTER (FALSE), test_in);
  g_test_add_data_func ("/e2e/import-story/dark", GINT_TO_POINTER (TRUE), test_in);
  status = g_test_run ();
  g_object_unref (settings);
  g_object_unref (application);
  return status;
}
