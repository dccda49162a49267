/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-driver.h"
#include "caseness-review-record.h"
#include "driven-files.h"

#include <string.h>

/* The reflective practice room: from a point below the funnel to the change that was tried, and a quarter on to what came
 * of it. Pictures of each step stay for people to look at. */

#define SERVICE "Nine Months Talking Therapies"
#define POINT "North, Post-traumatic stress disorder: "
#define LIST "Whose notes to read: North, Post-traumatic stress disorder"
#define KEPT "Kept. Ctrl+Z takes it back."
#define NOTE "Ask for the measure at every session."
#define LONG_NOTE \
  "Waited for months between the first and the second session, and nobody asked why; the measure was given once, at the " \
  "assessment, and then forgotten by everybody who saw her, which is what we would do differently now that we know of it"
#define N_BEFORE 6 /* months of the service that are known at first, to March 2025 */
#define N_MONTHS 9

/* Imports months of @folder, from October 2024 on, into @store. */
static void
import_months (const char *folder, const char *store, int first, int end)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *receipt = NULL;
  int i;

  g_ptr_array_add (argv, g_strdup (g_getenv ("CASENESS_CLI")));
  g_ptr_array_add (argv, g_strdup ("import"));
  g_ptr_array_add (argv, g_strdup (store));
  for (i = first; i < end; i++)
    g_ptr_array_add (argv, g_strdup_printf ("%s/%04d-%02d", folder, i < 3 ? 2024 : 2025, i < 3 ? i + 10 : i - 2));
  g_ptr_array_add (argv, g_strdup ("--service"));
  g_ptr_array_add (argv, g_strdup (SERVICE));
  g_ptr_array_add (argv, NULL);
  receipt = run_program ((const char *const *) argv->pdata);
}

static void
choose (CasenessDriver *driver, const char *mnemonic, const char *drop_down, const char *keys)
{
  caseness_driver_go_to (driver, SERVICE, mnemonic, ATSPI_ROLE_COMBO_BOX, drop_down);
  caseness_driver_send_keys (driver, SERVICE, ATSPI_ROLE_COMBO_BOX, drop_down, keys);
}

/* Below the limits as it is, and below them with case mix counted; its door leads to those who did not recover. */
static void
open_point (CasenessDriver *driver)
{
  g_autofree char *adjusted = NULL;

  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Recovery", ATSPI_ROLE_PUSH_BUTTON, "finished courses at caseness");
  choose (driver, "alt+b", "Compare by", "space Down Down Down Down Return");
  choose (driver, "alt+a", "And at once by", "space Down Down Down Return");
  caseness_driver_find (driver, ATSPI_ROLE_PUSH_BUTTON,
                        POINT "3.6%, finished courses at caseness: 28, below the 99.8% limits");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Adjusted for case mix", ATSPI_ROLE_PUSH_BUTTON, POINT "0.0");
  adjusted = caseness_driver_read (driver, ATSPI_ROLE_PUSH_BUTTON, POINT "0.0");
  g_assert_true (g_str_has_suffix (adjusted, "below the 99.8% limits"));
  caseness_driver_screenshot (driver, "recovery-story-funnel");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, POINT, ATSPI_ROLE_PUSH_BUTTON, "Review who did not recover");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Review who did not recover", ATSPI_ROLE_LABEL, LIST);
}

static gboolean
shows_note (CasenessDriver *driver, gpointer note)
{
  return caseness_driver_has_text (driver, "Note", note);
}

/* Whether a note is kept in the service file @path. */
static gboolean
has_note (CasenessDriver *driver, gpointer path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (path, CASENESS_STORE_READ, &error);
  g_autoptr(CasenessJournal) journal = store != NULL ? caseness_journal_load (store, &error) : NULL;
  g_autoptr(GPtrArray) notes = NULL;

  g_assert_no_error (error);
  notes = caseness_journal_list (journal, CASENESS_REVIEW_NOTE_KIND);
  return notes->len > 0;
}

/* The list says of most what the notes need not be searched for; a theme and a note are kept, and taken back. */
static void
agree (CasenessDriver *driver, char *store)
{
  caseness_driver_find (driver, ATSPI_ROLE_LABEL,
                        "27 not recovered, 4 got reliably worse. Most often: No specific measure (21), Few sessions (21), "
                        "Long wait to second (15)");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Next Person", ATSPI_ROLE_LABEL, "• ");
  /* The first theme has the keyboard when somebody is opened. */
  caseness_driver_send_keys (driver, SERVICE, ATSPI_ROLE_CHECK_BOX, "Measure", "space");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, KEPT);
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Undo what was recorded last", ATSPI_ROLE_LABEL, "Undone: Themes of a review");
  caseness_driver_send_keys (driver, SERVICE, ATSPI_ROLE_CHECK_BOX, "Measure", "space");
  caseness_driver_type (driver, "Note", NOTE);
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, KEPT);
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Undo what was recorded last", ATSPI_ROLE_LABEL, "Undone: Note on a review");
  caseness_driver_wait_until (driver, shows_note, (gpointer) "", "no note");
  caseness_driver_type (driver, "Note", NOTE);
  caseness_driver_wait_until (driver, has_note, store, "note in the file");
  caseness_driver_screenshot (driver, "recovery-story-note");
}

/* Nothing that is printed names anybody or says what was noted. */
static void
print (CasenessDriver *driver)
{
  g_autofree char *paper = export_and_read (driver, "Print the supervision list", "supervision.pdf");

  g_assert_nonnull (strstr (paper, "Names nobody"));
  g_assert_nonnull (strstr (paper, "No specific measure"));
  g_assert_true (g_regex_match_simple ("No specific measure.* Measure\n", paper, 0, 0));
  g_assert_null (strstr (paper, "R00"));
  g_assert_null (strstr (paper, NOTE));
}

/* One change for those people from April on. */
static void
start_cycle (CasenessDriver *driver)
{
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Start a Cycle", ATSPI_ROLE_TEXT, "Aim");
  caseness_driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "begins Tuesday 1 April 2025");
  caseness_driver_type (driver, "Aim", "Half of them recover by the summer");
  caseness_driver_type (driver, "Change", "PCL-5 at every session; the second session is booked at the first");
  caseness_driver_type (driver, "Owner", "Clinical lead");
  caseness_driver_press_until_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "Record");
  caseness_driver_wait_until_gone (driver, ATSPI_ROLE_LABEL, "Nothing is tried yet.");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Undo what was recorded last", ATSPI_ROLE_LABEL,
                         "Nothing is tried yet.");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Redo", ATSPI_ROLE_LABEL, "No whole month has passed since the change");
}

/* A quarter later the same service says whether it worked: more recover than before, by more than chance. */
static void
look_back (CasenessDriver *driver)
{
  g_autofree char *sides = NULL;

  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Recovery", ATSPI_ROLE_PUSH_BUTTON, "Improve");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Improve", ATSPI_ROLE_LABEL, "Difference +");
  sides = caseness_driver_read (driver, ATSPI_ROLE_LABEL, "Difference +");
  g_assert_nonnull (strstr (sides, "Before: 12.1% (5 months, 4 of 33)"));
  g_assert_nonnull (strstr (sides, "Since: 64.0% (3 months, 16 of 25)"));
  g_assert_nonnull (strstr (sides, "Difference +51.9 points, 95% interval +"));
  caseness_driver_screenshot (driver, "recovery-story-looked-back");
}

static void
test_story (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "months", NULL);
  g_autofree char *store = g_build_filename (g_get_home_dir (), "nine.caseness", NULL);
  const char *const demo_argv[] = { g_getenv ("CASENESS_CLI"), "demo", folder, "--referrals", "8000", "--months", "9",
                                    "--end", "2025-06", "--seed", "15", NULL };
  const char *const arguments[] = { store, NULL };
  g_autofree char *written = run_program (demo_argv);
  CasenessDriver *driver;

  import_months (folder, store, 0, N_BEFORE);
  driver = caseness_driver_start (arguments);
  caseness_driver_find (driver, ATSPI_ROLE_FRAME, SERVICE);
  open_point (driver);
  agree (driver, store);
  print (driver);
  start_cycle (driver);
  caseness_driver_stop (driver);

  import_months (folder, store, N_BEFORE, N_MONTHS);
  driver = caseness_driver_start (arguments);
  caseness_driver_find (driver, ATSPI_ROLE_FRAME, SERVICE);
  look_back (driver);
  caseness_driver_stop (driver);
}

static void
open_first_person (CasenessDriver *driver)
{
  caseness_driver_find (driver, ATSPI_ROLE_FRAME, SERVICE);
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Recovery", ATSPI_ROLE_PUSH_BUTTON, "finished courses at caseness");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Review", ATSPI_ROLE_PUSH_BUTTON, "Next Person");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Next Person", ATSPI_ROLE_CHECK_BOX, "Dose");
}

/* Returns: (transfer full): what a draft in the file says; empty while there is none. */
static char *
read_draft (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (path, CASENESS_STORE_READ, &error);
  g_autoptr(CasenessJournal) journal = store != NULL ? caseness_journal_load (store, &error) : NULL;
  g_autoptr(GPtrArray) drafts = NULL;

  g_assert_no_error (error);
  drafts = caseness_journal_list (journal, CASENESS_REVIEW_DRAFT_KIND);
  if (drafts->len == 0)
    return g_strdup ("");
  return caseness_review_dup_draft (journal, ((const CasenessJournalEntry *) g_ptr_array_index (drafts, 0))->subject);
}

static gboolean
has_draft (CasenessDriver *driver, gpointer path)
{
  g_autofree char *draft = read_draft (path);

  return *draft != '\0';
}

/* Somebody types without a pause, and the program is gone in the middle of it: what was typed is there again. */
static void
test_draft (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "months", NULL);
  g_autofree char *store = g_build_filename (g_get_home_dir (), "half.caseness", NULL);
  const char *const demo_argv[] = { g_getenv ("CASENESS_CLI"), "demo", folder, "--referrals", "300", "--months", "6",
                                    "--end", "2025-03", NULL };
  const char *const arguments[] = { store, NULL };
  g_autofree char *written = run_program (demo_argv);
  g_autofree char *draft = NULL;
  CasenessDriver *driver;

  import_months (folder, store, 0, N_BEFORE);
  driver = caseness_driver_start (arguments);
  open_first_person (driver);
  caseness_driver_go_to (driver, SERVICE, "alt+o", ATSPI_ROLE_TEXT, "Note");
  caseness_driver_begin_typing (driver, LONG_NOTE);
  caseness_driver_wait_until (driver, has_draft, store, "draft in the file");
  caseness_driver_kill (driver);
  draft = read_draft (store);
  g_assert_true (g_str_has_prefix (LONG_NOTE, draft));
  g_assert_cmpuint (strlen (draft), <, strlen (LONG_NOTE));

  driver = caseness_driver_start (arguments);
  open_first_person (driver);
  caseness_driver_wait_until (driver, shows_note, draft, draft);
  caseness_driver_screenshot (driver, "recovery-draft");
  caseness_driver_stop (driver);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/recovery/story", test_story);
  g_test_add_func ("/e2e/recovery/draft", test_draft);
  return g_test_run ();
}
