/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-driver.h"
#include "driven-drop.h"
#include "driven-files.h"
#include "packed-months.h"

#include <string.h>

/* An analyst drops last month's zip on the window, watches it load, reads what would be rejected and why, exports the list
 * of rows to fix, undoes it, loads the corrected one, and the timeline tells the story: the real program, with a drag from a
 * window of another one. */

#define SERVICE "Riverside Talking Therapies"
#define LAST_MONTH "2025-06"
#define REFERRALS "IDS101Referral.csv"
#define CONTACTS "IDS201CareContact.csv"
#define DAMAGED 97 /* of so many rows one */

/* Of the last month. */
typedef struct
{
  char *store;
  char *bad;
  char *corrected;
  guint n_referrals;
  guint n_contacts;
  char *all_kept; /* what the receipt of the corrected month says */
} Story;

static char *
make_path (const char *name)
{
  return g_build_filename (g_get_home_dir (), name, NULL);
}

static guint
count_rows (const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", 0);
  return g_strv_length (lines) - 1;
}

static char *
describe_all_kept (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;
  guint n = 0;

  while ((file = g_dir_read_name (dir)) != NULL)
    n += count_rows (folder, file);
  return g_strdup_printf ("All %u rows were kept", n);
}

/* A service file with the months before the last, and the last month twice: as it was exported, and damaged. */
static void
make_story (Story *story)
{
  g_autofree char *months = make_path ("months");
  g_autofree char *april = make_path ("months/2025-04");
  g_autofree char *may = make_path ("months/2025-05");
  g_autofree char *june = make_path ("months/" LAST_MONTH);
  const char *const demo_argv[] = { g_getenv ("CASENESS_CLI"), "demo", months, "--referrals", "3000", "--months", "3",
                                    "--end", LAST_MONTH, NULL };
  const char *import_argv[] = { g_getenv ("CASENESS_CLI"), "import", NULL, april, may, "--service", SERVICE, NULL };
  g_autofree char *made = run_program (demo_argv);
  g_autofree char *receipt = NULL;

  story->store = make_path ("riverside.caseness");
  story->corrected = make_path ("2025-06 corrected.zip");
  story->bad = make_path ("2025-06.zip");
  import_argv[2] = story->store;
  receipt = run_program (import_argv);
  story->n_referrals = count_rows (june, REFERRALS);
  story->n_contacts = count_rows (june, CONTACTS);
  story->all_kept = describe_all_kept (june);
  pack_files (june, LAST_MONTH, story->corrected);
  damage_rows (june, REFERRALS, DAMAGED, "ReferralRequestReceivedDate", "soon");
  damage_rows (june, CONTACTS, DAMAGED, "AttendOrDNACode", "9");
  pack_files (june, LAST_MONTH, story->bad);
}

static void
story_clear (Story *story)
{
  g_free (story->store);
  g_free (story->bad);
  g_free (story->corrected);
  g_free (story->all_kept);
}

static char *
list_pathways (const Story *story)
{
  const char *const argv[] = { g_getenv ("CASENESS_CLI"), "pathways", story->store, NULL };

  return run_program (argv);
}

/* Dropped, looked at, imported and watched while it loads, up to the words of its receipt. */
static void
drop_and_import (CasenessDriver *driver, const char *path, const char *words, const char *picture)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *dropped = g_strconcat ("drop-", picture, NULL);
  g_autofree char *receipt = g_strconcat ("drop-", picture, "-receipt", NULL);

  drop_file (path);
  caseness_driver_find (driver, ATSPI_ROLE_LIST_ITEM, name);
  caseness_driver_screenshot (driver, dropped);
  caseness_driver_listen (driver);
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Import", ATSPI_ROLE_LABEL, words);
  g_assert_true (caseness_driver_has_heard (driver, "Reading " LAST_MONTH));
  caseness_driver_screenshot (driver, receipt);
}

/* What would be rejected, how often, and why. */
static void
read_rules (CasenessDriver *driver)
{
  caseness_driver_look_into_table (driver, "Rules broken");
  caseness_driver_press (driver, ATSPI_ROLE_PAGE_TAB, "rules broken", ATSPI_ROLE_LABEL, "IDS10112");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, "IDS20128");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, "Row set aside");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, "ReferralRequestReceivedDate is not a date, or lies before 1890. Write it as");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, "Choose a code of the list for AttendOrDNACode");
  caseness_driver_screenshot (driver, "drop-rules");
  caseness_driver_look_into_table (driver, NULL);
}

/* Of a rule, the rows that were damaged are on the list, each with its line and the value to put right. */
static void
assert_listed (const char *findings, const char *beginning, guint n_rows, const char *ending)
{
  for (guint row = DAMAGED; row <= n_rows; row += DAMAGED)
    {
      g_autofree char *line = g_strdup_printf ("\n%s,%u,%s,", beginning, row + 1, ending);

      g_assert_nonnull (strstr (findings, line));
    }
}

static void
export_rows_to_fix (CasenessDriver *driver, const Story *story)
{
  g_autofree char *path = make_path ("to fix.csv");
  g_autofree char *findings = NULL;

  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Save Findings as CSV or Excel", ATSPI_ROLE_TEXT, "Name:");
  save_as (driver, path);
  findings = wait_for_file (driver, path, "\n");
  assert_listed (findings, "IDS10112,record,IDS101Referral," REFERRALS, story->n_referrals,
                 "ReferralRequestReceivedDate,soon");
  assert_listed (findings, "IDS20128,record,IDS201CareContact," CONTACTS, story->n_contacts,
                 "AttendOrDNACode,9");
}

/* What was there before is there again, to the last byte of what it answers. */
static void
undo (CasenessDriver *driver, const Story *story, const char *before)
{
  g_autofree char *during = list_pathways (story);
  g_autofree char *after = NULL;

  g_assert_cmpstr (during, !=, before);
  caseness_driver_press_until_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "Undo Import");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, "Sources: 2 submissions to May 2025");
  caseness_driver_screenshot (driver, "drop-undone");
  after = list_pathways (story);
  g_assert_cmpstr (after, ==, before);
}

/* Three months, of which the last was loaded, taken back and loaded again; it opens the receipt that counts. */
static void
read_timeline (CasenessDriver *driver, const Story *story)
{
  caseness_driver_send_keys (driver, SERVICE, ATSPI_ROLE_FRAME, SERVICE, "ctrl+shift+i");
  caseness_driver_find (driver, ATSPI_ROLE_FRAME, "Imports and Sources");
  caseness_driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "April 2025: Primary, ");
  caseness_driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "May 2025: Primary, ");
  caseness_driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "June 2025: Primary, ");
  g_assert_cmpuint (caseness_driver_count (driver, ATSPI_ROLE_LIST_ITEM, "XD1 June 2025"), ==, 2);
  g_assert_cmpuint (caseness_driver_count (driver, ATSPI_ROLE_LABEL, "Undone 20"), ==, 1);
  caseness_driver_screenshot (driver, "drop-timeline");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "June 2025: Primary, ", ATSPI_ROLE_LABEL, story->all_kept);
  caseness_driver_screenshot (driver, "drop-timeline-receipt");
}

static void
test_story (void)
{
  Story story = { NULL };
  g_autofree char *before = NULL;
  CasenessDriver *driver;

  make_story (&story);
  before = list_pathways (&story);
  {
    const char *const arguments[] = { story.store, NULL };

    driver = caseness_driver_start (arguments);
  }
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, "Sources: 2 submissions to May 2025");
  drop_and_import (driver, story.bad, "were set aside", "bad");
  read_rules (driver);
  export_rows_to_fix (driver, &story);
  undo (driver, &story, before);
  drop_and_import (driver, story.corrected, story.all_kept, "corrected");
  caseness_driver_press_until_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "Done");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, "Sources: 3 submissions to June 2025");
  read_timeline (driver, &story);
  caseness_driver_stop (driver);
  story_clear (&story);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/drop/story", test_story);
  return g_test_run ();
}
