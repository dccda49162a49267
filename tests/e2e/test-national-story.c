/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-data-table.h"
#include "caseness-national-page.h"
#include "caseness-person-window.h"
#include "caseness-window-private.h"
#include "window-hand.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/*
 * What a data lead does before the meeting: six months are loaded, the published file of the last one and a file of the
 * annual report are dropped on the National page, the extract that came back from the national system is held against
 * what is here, the people who make the difference are opened, and their list is saved. Any warning ends the program. What
 * was seen stays in e2e-screenshots/.
 */

#define LAST_MONTH "2025-06"
#define EXTRACT "extract"
#define REFERRALS "IDS101Referral.csv"
#define MONTHLY "month_june_2025_final.csv"
#define ANNUAL "annual-2024-25.csv"
#define HEAD                                                                                                           \
  "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"          \
  "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"
#define OFF_BY 10        /* the one figure that was changed */
#define CHANGED "M001"
#define NOT_PUBLISHED "M031" /* hidden, though it is far from hidden here */

static CasenessWindow *window;
static char *folder;
static char *missing; /* the referral that the extract lacks */
static char *moved;   /* and the one that it has discharged on another day */

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Files */

/* Counts and percentages as they are published below England: to the next 5, and whole. */
static void
add_published (GString *text, char **cells)
{
  gboolean is_count = g_str_has_prefix (cells[5], "Count_");
  double value = g_ascii_strtod (cells[8], NULL);

  if (!is_count && !g_str_has_prefix (cells[5], "Percentage_"))
    return;
  g_string_append_printf (text, "2025-06-01,2025-06-30,Provider,all,all,XD1,Demo,%s,%s,", cells[4], cells[5]);
  if (g_str_equal (cells[8], "*") || g_str_equal (cells[4], NOT_PUBLISHED))
    g_string_append (text, "*\n");
  else
    g_string_append_printf (text, "%.0f\n",
                            floor (value + 0.5) + (g_str_equal (cells[4], CHANGED) ? OFF_BY : 0));
}

static void
publish (const char *store)
{
  g_autofree char *measures = make_path ("measures.csv");
  g_autofree char *monthly = make_path (MONTHLY);
  g_autofree char *annual = make_path (ANNUAL);
  g_autofree char *ours = NULL;
  g_autoptr(GString) text = g_string_new (HEAD);
  g_auto(GStrv) lines = NULL;

  hand_run_cli ("measures", store, "--from", "2025-06-01", "--to", "2025-06-30", "--suppress", "--output", measures,
                NULL);
  g_assert_true (g_file_get_contents (measures, &ours, NULL, NULL));
  lines = g_strsplit (g_strchomp (ours), "\n", 0);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", 0);

      add_published (text, cells);
    }
  g_assert_true (g_file_set_contents (monthly, text->str, -1, NULL));
  g_assert_true (g_file_set_contents (annual,
                                      "OrgType,OrgCode,OrgName,VariableType,VariableA,VariableB,Count_ReferralsReceived,"
                                      "Count_Recovery,Percentage_Recovery\n"
                                      "England,ENG,England,Total,All,All,1800000,321061,50.5\n"
                                      "Provider,XD1,Demo,Total,All,All,450,*,*\n",
                                      -1, NULL));
}

static guint
find_column (char **lines, const char *name)
{
  g_auto(GStrv) header = g_strsplit (lines[0], ",", 0);
  guint i = 0;

  while (!g_str_equal (header[i], name))
    i++;
  return i;
}

/* The month as it was sent, without its last referral, and with the first discharge a day earlier. */
static void
make_extract (void)
{
  g_autofree char *from = g_build_filename (folder, "service", LAST_MONTH, NULL);
  g_autofree char *to = make_path (EXTRACT);
  g_autofree char *path = g_build_filename (to, REFERRALS, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GString) altered = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;
  guint id, discharged, n;

  g_assert_cmpint (g_rename (from, to), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", 0);
  id = find_column (lines, "ServiceRequestId");
  discharged = find_column (lines, "ServDischDate");
  n = g_strv_length (lines);
  for (guint i = 0; i < n; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", 0);
      g_autofree char *line = NULL;

      if (i == n - 1)
        {
          missing = g_strdup (cells[id]);
          break;
        }
      if (i > 0 && moved == NULL && g_str_equal (cells[discharged], "2025-06-20"))
        {
          moved = g_strdup (cells[id]);
          g_free (cells[discharged]);
          cells[discharged] = g_strdup ("2025-06-19");
        }
      line = g_strjoinv (",", cells);
      g_string_append_printf (altered, "%s\n", line);
    }
  g_assert_nonnull (missing);
  g_assert_nonnull (moved);
  g_assert_true (g_file_set_contents (path, altered->str, -1, NULL));
}

static void
make_service (void)
{
  g_autofree char *service = make_path ("service");
  g_autofree char *store = make_path ("demo.caseness");

  hand_run_cli ("demo", service, "--referrals", "1200", "--months", "6", "--end", LAST_MONTH, NULL);
  hand_run_cli ("import", store, service, "--service", "Demo Talking Therapies", NULL);
  publish (store);
  make_extract ();
}

/* Looking */

static GtkWidget *
get_page (void)
{
  return GTK_WIDGET (caseness_window_get_page (window));
}

static void
keep_picture (GtkWindow *shown, const char *name)
{
  g_autofree char *full = g_strconcat ("national-", name, NULL);

  hand_let_pass (60);
  hand_keep_picture (GTK_WIDGET (shown), full);
}

static gboolean
is_said (gconstpointer words)
{
  return !caseness_session_get_busy (caseness_window_get_session (window)) && hand_shows (GTK_WINDOW (window), words);
}

static gboolean
is_settled (gconstpointer data)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (window));

  for (guint i = 0; i < shown->len; i++)
    if (GTK_IS_SPINNER (shown->pdata[i]) && gtk_spinner_get_spinning (shown->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
wait_for_words (const char *words)
{
  hand_wait_until (is_said, words, words);
}

/* The row that says @words in one of its cells, in whichever table of the page; returns its table. */
static CasenessDataTable *
find_row (const char *words, guint *id)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (window));

  for (guint i = 0; i < shown->len; i++)
    {
      GListModel *rows = CASENESS_IS_DATA_TABLE (shown->pdata[i]) ? caseness_data_table_get_rows (shown->pdata[i]) : NULL;

      for (guint j = 0; rows != NULL && j < g_list_model_get_n_items (rows); j++)
        {
          g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, j);

          if (g_strcmp0 (caseness_data_row_get_text (row, 0), words) == 0)
            {
              *id = j;
              return shown->pdata[i];
            }
        }
    }
  g_error ("no row “%s”", words);
}

static void
assert_cell (const char *row, guint cell, const char *expected)
{
  guint at;
  CasenessDataTable *table = find_row (row, &at);
  g_autoptr(CasenessDataRow) found = g_list_model_get_item (caseness_data_table_get_rows (table), at);

  g_assert_cmpstr (caseness_data_row_get_text (found, cell), ==, expected);
}

static void
open_row (const char *words)
{
  guint at;
  CasenessDataTable *table = find_row (words, &at);

  caseness_data_table_open (table, at);
  hand_let_pass (50);
}

/* Doing */

static void
open_window (void)
{
  g_autofree char *store = make_path ("demo.caseness");
  g_autoptr(GFile) file = g_file_new_for_path (store);
  guint page = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  caseness_window_open (window, file);
  hand_let_pass (50);
  hand_wait_until (is_said, "Demo Talking Therapies", "open service file");
  while (!CASENESS_IS_NATIONAL_PAGE (get_page ()))
    caseness_window_show_page (window, page++);
  wait_for_words ("Our figures beside England’s");
  hand_wait_until (is_settled, NULL, "end of waiting");
  keep_picture (GTK_WINDOW (window), "england");
}

static void
drop (const char *name)
{
  const char *const names[] = { name, NULL };

  hand_drop (get_page (), folder, names);
}

/* All print the same but the one that was changed, and what is hidden is not taken for none. */
static void
load_publications (void)
{
  drop (MONTHLY);
  wait_for_words ("headline figures print the same; 2 differ");
  hand_wait_until (is_settled, NULL, "end of waiting");
  keep_picture (GTK_WINDOW (window), "monthly");
  assert_cell (CHANGED, 5, "≠ differs");
  assert_cell (NOT_PUBLISHED, 4, "∗");
  assert_cell (NOT_PUBLISHED, 5, "≠ differs");
  assert_cell (NOT_PUBLISHED, 6, "");
  drop (ANNUAL);
  wait_for_words ("The published figures are loaded");
  hand_wait_until (is_settled, NULL, "end of waiting");
  keep_picture (GTK_WINDOW (window), "annual");
}

static void
compare_extract (void)
{
  drop (EXTRACT);
  wait_for_words ("2 pathways differ");
  keep_picture (GTK_WINDOW (window), "reasons");
}

static gboolean
is_written (gconstpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The list for the meeting names both, what is held here and there, and why. */
static void
save_list (void)
{
  g_autofree char *path = make_path ("differences.csv");
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (get_page (), "page.export-detail", NULL));
  hand_answer_file_dialog (path);
  hand_wait_until (is_written, path, path);
  hand_let_pass (20);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, missing));
  g_assert_nonnull (strstr (text, moved));
  g_assert_nonnull (strstr (text, "ServDischDate,2025-06-20,2025-06-19"));
}

static void
open_people (void)
{
  GtkWindow *person;

  open_row ("Rejected at validation");
  hand_assert_shows (GTK_WINDOW (window), missing);
  keep_picture (GTK_WINDOW (window), "reason");
  open_row (missing);
  person = hand_find_window (CASENESS_TYPE_PERSON_WINDOW);
  g_assert_nonnull (person);
  keep_picture (person, "person");
  gtk_window_destroy (person);
  g_assert_true (gtk_widget_activate_action (get_page (), "page.close-detail", NULL));
}

static void
test_story (void)
{
  folder = g_dir_make_tmp ("caseness-national-XXXXXX", NULL);
  make_service ();
  open_window ();
  load_publications ();
  compare_extract ();
  save_list ();
  open_people ();
  gtk_window_destroy (GTK_WINDOW (window));
  hand_let_pass (50);
  g_free (folder);
  g_free (missing);
  g_free (moved);
}

int
main (int argc, char *argv[])
{
  g_autoptr(CasenessApplication) application = NULL;
  g_autoptr(CasenessSettings) settings = NULL;

  g_test_init (&argc, &argv, NULL);
  application = caseness_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  settings = caseness_settings_new ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-enable-animations", FALSE, NULL);
  window = caseness_window_new (application, settings);
  g_test_add_func ("/e2e/national-story", test_story);
  return g_test_run ();
}
