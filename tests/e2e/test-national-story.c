/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-data-table.h"
#include "caseness-imports-dialog.h"
#include "caseness-national-page.h"
#include "caseness-person-window.h"
#include "caseness-window-private.h"
#include "packed-months.h"
#include "window-hand.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/*
 * What a data lead does before the meeting: with six months held, the published file of the last one and a file of the
 * annual report are chosen or let go over the National page, then the extract that came back from the national system; the people
 * who make the difference are opened and their list is saved; the publications are undone. Any warning ends the program.
 * What was seen stays in e2e-screenshots/.
 */

#define MONTHLY "month_june_2025_final.csv"
#define ANNUAL "psych-ther-ann-rep-csv-2024-25-main.csv"
#define EXTRACT "extract"
#define EXTRACT_ZIP "extract.zip"
#define ANNUAL_ZIP "annual.zip"
#define MONTHLY_HEAD                                                                                                   \
  "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"          \
  "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"
#define ANNUAL_TEXT                                                                                                    \
  "OrgType,OrgCode,OrgName,VariableType,VariableA,VariableB,Count_ReferralsReceived,Count_Recovery\n"                  \
  "England,ENG,England,Total,All,All,1800000,321061\n"                                                                 \
  "Provider,XD1,Demo,Total,All,All,9000,*\n"

#define OFF_BY_TEN "M001" /* the headline figure that was published otherwise */
#define HIDDEN "M055"     /* and the one that was hidden */

/* The extract goes without one referral, and has another discharged a day sooner. */
#define MISSING "R0000184"
#define DISCHARGED ",2025-06-20\n"
#define SOONER ",2025-06-19\n"

static CasenessWindow *window;
static char *folder;

/* Files */

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* A file of the folder, or all files of a folder in it, as one .zip. */
static void
pack (const char *name, const char *zip)
{
  g_autofree char *path = make_path (name);
  g_autofree char *packed = make_path (zip);

  pack_files (path, NULL, packed);
}

/* Counts and percentages as they are published for a provider: in fives, and whole. */
static void
publish_figure (GString *text, char **cells)
{
  const char *id = cells[4], *name = cells[5], *value = cells[8];
  gboolean is_published = g_str_has_prefix (name, "Count_") || g_str_has_prefix (name, "Percentage_");
  double moved = g_str_equal (id, OFF_BY_TEN) ? 10 : 0;

  if (!is_published)
    return;
  g_string_append_printf (text, "2025-06-01,2025-06-30,Provider,all,all,XD1,Demo,%s,%s,", id, name);
  if (g_str_equal (value, "*") || g_str_equal (id, HIDDEN))
    g_string_append (text, "*\n");
  else
    g_string_append_printf (text, "%.0f\n", floor (g_ascii_strtod (value, NULL) + moved + 0.5));
}

static void
publish (const char *store)
{
  g_autofree char *measures = make_path ("measures.csv");
  g_autofree char *monthly = make_path (MONTHLY);
  g_autofree char *annual = make_path (ANNUAL);
  g_autofree char *ours = NULL;
  g_autoptr(GString) text = g_string_new (MONTHLY_HEAD);
  g_auto(GStrv) lines = NULL;

  hand_run_cli ("measures", store, "--from", "2025-06-01", "--to", "2025-06-30", "--suppress", "--exact", "--output",
                measures, NULL);
  g_assert_true (g_file_get_contents (measures, &ours, NULL, NULL));
  lines = g_strsplit (g_strchomp (ours), "\n", 0);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", 0);

      publish_figure (text, cells);
    }
  g_assert_true (g_file_set_contents (monthly, text->str, -1, NULL));
  g_assert_true (g_file_set_contents (annual, ANNUAL_TEXT, -1, NULL));
}

/* The month as it was sent, but for those two. */
static void
make_extract (void)
{
  g_autofree char *month = g_build_filename (folder, "service", "2025-06", NULL);
  g_autofree char *extract = make_path (EXTRACT);
  g_autofree char *path = g_build_filename (extract, "IDS101Referral.csv", NULL);
  g_autofree char *text = NULL;
  char *missing, *discharged;

  g_assert_cmpint (g_rename (month, extract), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  discharged = strstr (text, DISCHARGED);
  g_assert_nonnull (discharged);
  memcpy (discharged, SOONER, strlen (SOONER));
  missing = strstr (text, "\n" MISSING ",");
  g_assert_nonnull (missing);
  memmove (missing + 1, strchr (missing + 1, '\n') + 1, strlen (strchr (missing + 1, '\n') + 1) + 1);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
make_service (void)
{
  g_autofree char *service = make_path ("service");
  char *store = make_path ("demo.caseness");

  hand_run_cli ("demo", service, "--referrals", "1200", "--months", "6", "--end", "2025-06", NULL);
  hand_run_cli ("import", store, service, "--service", "Demo Talking Therapies", NULL);
  publish (store);
  make_extract ();
  pack (ANNUAL, ANNUAL_ZIP);
  pack (EXTRACT, EXTRACT_ZIP);
  return store;
}

/* Looking */

/* At both widths that the page is made for. */
static void
keep_pictures (const char *name)
{
  static const int widths[] = { 1024, 1280 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *full = g_strdup_printf ("national-%s-%d", name, widths[i]);

      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 800);
      hand_let_pass (60);
      hand_keep_picture (GTK_WIDGET (window), full);
    }
}

/* The row whose first cell says @words, in whichever table of the page; returns its table. */
static CasenessDataTable *
find_row (const char *words, guint *position)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (window));

  for (guint i = 0; i < shown->len; i++)
    {
      GListModel *rows = CASENESS_IS_DATA_TABLE (shown->pdata[i]) ? caseness_data_table_get_rows (shown->pdata[i]) : NULL;

      for (*position = 0; rows != NULL && *position < g_list_model_get_n_items (rows); (*position)++)
        {
          g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, *position);

          if (g_strcmp0 (caseness_data_row_get_text (row, 0), words) == 0)
            return shown->pdata[i];
        }
    }
  g_error ("no row “%s”", words);
}

static void
assert_row (const char *words, guint cell, const char *expected)
{
  guint position;
  CasenessDataTable *table = find_row (words, &position);
  g_autoptr(CasenessDataRow) row = g_list_model_get_item (caseness_data_table_get_rows (table), position);

  g_assert_cmpstr (caseness_data_row_get_text (row, cell), ==, expected);
}

static void
open_row (const char *words)
{
  guint position;
  CasenessDataTable *table = find_row (words, &position);

  caseness_data_table_open (table, position);
}

/* Doing */

static void
open_window (const char *store)
{
  hand_open (window, store, "Demo Talking Therapies", 1280, 800);
  hand_go_to (window, CASENESS_TYPE_NATIONAL_PAGE);
  hand_wait_for_words (GTK_WINDOW (window), "Our figures beside England’s");
  keep_pictures ("england");
}

static void
drop (const char *name)
{
  const char *const names[] = { name, NULL };

  hand_drop (hand_get_page (window), folder, names);
}

/* The list of files that are loaded, and where in it is one that begins with @name; NULL while it is not there. */
static GtkDropDown *
find_file (const char *name, guint *position)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (hand_get_page (window));

  for (guint i = 0; i < shown->len; i++)
    {
      GListModel *names = GTK_IS_DROP_DOWN (shown->pdata[i]) ? gtk_drop_down_get_model (shown->pdata[i]) : NULL;

      for (*position = 0; names != NULL && *position < g_list_model_get_n_items (names); (*position)++)
        if (g_str_has_prefix (gtk_string_list_get_string (GTK_STRING_LIST (names), *position), name))
          return shown->pdata[i];
    }
  return NULL;
}

static gboolean
is_loaded (gconstpointer name)
{
  guint position;

  return hand_is_settled (window) && find_file (name, &position) != NULL;
}

/* Compares with this one of the files that are loaded. */
static void
choose_file (const char *name)
{
  GtkDropDown *list;
  guint position;

  hand_wait_until (is_loaded, name, name);
  list = find_file (name, &position);
  gtk_drop_down_set_selected (list, position);
}

/* The same through the dialogs that ask for a file or a folder. */
static void
choose (const char *action, const char *name)
{
  g_autofree char *path = make_path (name);

  g_assert_true (gtk_widget_activate_action (hand_get_page (window), action, NULL));
  hand_choose_file (path);
}

/* All print the same but the one that was changed and the one that was hidden, which is not taken for none. */
static void
load_publications (void)
{
  choose ("page.load-publication", MONTHLY);
  hand_wait_for_words (GTK_WINDOW (window), "headline figures print the same; 2 differ");
  hand_wait_for_words (GTK_WINDOW (window), MONTHLY " is loaded and compared below");
  assert_row (OFF_BY_TEN, 5, "≠ differs");
  assert_row (HIDDEN, 4, "*");
  assert_row (HIDDEN, 6, "–");
  assert_row ("M076", 5, "= same");
  keep_pictures ("monthly");
  drop (ANNUAL_ZIP);
  hand_wait_for_words (GTK_WINDOW (window), "0 of 2 headline figures print the same");
  keep_pictures ("annual");
  choose_file (MONTHLY);
  hand_wait_for_words (GTK_WINDOW (window), "12 of 14 headline figures print the same");
}

static void
compare_extract (void)
{
  choose ("page.load-extract", EXTRACT);
  hand_wait_for_words (GTK_WINDOW (window), "2 pathways differ");
  keep_pictures ("reasons");
  drop (EXTRACT_ZIP);
  hand_let_pass (50);
  hand_wait_for_words (GTK_WINDOW (window), "2 pathways differ");
}

/* The list for the meeting is what the command line says, and names both with what is held here and there. */
static void
save_list (const char *store)
{
  g_autofree char *path = make_path ("window.csv");
  g_autofree char *extract = make_path (EXTRACT);
  g_autofree char *other = make_path ("cli.csv");
  g_autofree char *saved = hand_save (hand_get_page (window), "page.export-detail", path);
  g_autofree char *printed = NULL;

  hand_run_cli ("compare", store, extract, "--output", other, NULL);
  g_assert_true (g_file_get_contents (other, &printed, NULL, NULL));
  g_assert_cmpstr (saved, ==, printed);
  g_assert_nonnull (strstr (saved, MISSING));
  g_assert_nonnull (strstr (saved, "ServDischDate,2025-06-20,2025-06-19"));
}

static void
open_people (void)
{
  GtkWindow *person;

  open_row ("Rejected at validation");
  keep_pictures ("people");
  open_row (MISSING);
  person = hand_find_window (CASENESS_TYPE_PERSON_WINDOW);
  g_assert_nonnull (person);
  hand_let_pass (60);
  hand_keep_picture (GTK_WIDGET (person), "national-person");
  gtk_window_destroy (person);
  g_assert_true (gtk_widget_activate_action (hand_get_page (window), "page.close-detail", NULL));
}

/* The list goes while an import is undone and comes back after. */
static gboolean
is_listed (gconstpointer dialog)
{
  return hand_is_settled (window) && hand_shows ((GtkWindow *) dialog, ANNUAL);
}

/* Both publications again under Imports, the last first; England is there to compare with as before. */
static void
undo_publications (void)
{
  GtkWindow *dialog, *question;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.imports", NULL));
  dialog = hand_wait_for_window (CASENESS_TYPE_IMPORTS_DIALOG);
  for (gint64 import = 3; import > 1; import--)
    {
      hand_wait_until (is_listed, dialog, "list of imports");
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "imports.undo", "x", import));
      question = hand_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "undo");
      gtk_window_destroy (question);
    }
  hand_wait_until (is_listed, dialog, "list of imports");
  hand_let_pass (60);
  hand_keep_picture (GTK_WIDGET (dialog), "national-imports");
  gtk_window_destroy (dialog);
  hand_wait_for_words (GTK_WINDOW (window), "Our figures beside England’s");
}

static void
test_story (void)
{
  g_autofree char *store = NULL;

  folder = g_dir_make_tmp ("caseness-national-XXXXXX", NULL);
  store = make_service ();
  open_window (store);
  load_publications ();
  compare_extract ();
  save_list (store);
  open_people ();
  undo_publications ();
  gtk_window_destroy (GTK_WINDOW (window));
  hand_let_pass (50);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  return hand_run_story (argc, argv, "/e2e/national-story", test_story, &window);
}
