/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-catalogue.h"
#include "caseness-data-table.h"
#include "caseness-figure-words.h"
#include "caseness-measures-page.h"
#include "caseness-overview-page.h"
#include "page-service.h"
#include "widget-keys.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* The screen, the command line and paper say the same of every measure: one small service, asked three ways. */
static CasenessSession *session;

#define FROM "2025-04-01"
#define TO "2025-06-30"

/* Of means and medians the command line prints six decimals, people are told one. */
#define ROUNDED 0.0500001

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
} Shown;

static gboolean
is_ready (gpointer page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (page_part (page, "stack"))), "ready");
}

static void
show (Shown *shown, GtkWidget *page)
{
  CasenessPeriod quarter = { caseness_date_parse (FROM), caseness_date_parse (TO) };

  caseness_session_set_period (session, &quarter);
  shown->page = page;
  shown->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (shown->window, 1200, 760);
  gtk_window_set_child (shown->window, page);
  gtk_window_present (shown->window);
  run_until (is_ready, page);
  run_for_a_while ();
}

static void
hide (Shown *shown)
{
  gtk_window_destroy (shown->window);
  run_for_a_while ();
}

/* Returns (transfer full): what a program prints. */
static char *
run (const char *program, const char *words)
{
  g_autofree char *line = g_strdup_printf ("%s %s", program, words);
  g_auto(GStrv) argv = g_strsplit (line, " ", -1);
  g_autoptr(GError) error = NULL;
  char *out = NULL;
  int status = 0;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return out;
}

static char *
run_cli (const char *words)
{
  g_autofree char *path = g_file_get_path (caseness_session_get_file (session));
  g_auto(GStrv) split = g_strsplit (words, "@", -1);
  g_autofree char *line = g_strjoinv (path, split);

  return run (g_getenv ("CASENESS_CLI"), line);
}

/* Returns (transfer full): id to cells of `caseness-cli measures`. */
static GHashTable *
ask_command_line (const char *words)
{
  GHashTable *answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  g_autofree char *csv = run_cli (words);
  g_auto(GStrv) lines = g_strsplit (csv, "\n", -1);
  guint i;

  for (i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char **cells = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 9);
      g_hash_table_insert (answers, g_strdup (cells[4]), cells);
    }
  return answers;
}

/* Returns: the number that people read, NaN for a dash. */
static double
read_number (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  return g_ascii_isdigit (*plain) || *plain == '-' ? g_ascii_strtod (plain, NULL) : NAN;
}

static void
assert_same (const char *id, const char *screen, const char *printed)
{
  double shown = read_number (screen);
  double value = *printed != '\0' ? g_ascii_strtod (printed, NULL) : NAN;

  if (isnan (shown) != isnan (value) || fabs (shown - value) > ROUNDED)
    g_error ("%s: the screen says %s, the command line %s", id, screen, printed);
}

static char *
join_words (const char *text)
{
  g_autoptr(GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL);
}

/* Returns (transfer full): the words of the report on measures, blanks between them. */
static char *
ask_paper (void)
{
  g_autofree char *folder = g_dir_make_tmp ("caseness-one-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "measures.pdf", NULL);
  g_autofree char *words
    = g_strdup_printf ("report @ --kind measures --from " FROM " --to " TO " --identify --output %s", path);
  g_autofree char *quiet = run_cli (words);
  g_autofree char *options = g_strdup_printf ("-raw %s -", path);
  g_autofree char *text = run ("pdftotext", options);

  g_assert_cmpstr (quiet, ==, "");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return join_words (text);
}

/* Every national measure, its counts too. */
static void
test_measures (void)
{
  g_autoptr(GHashTable) answers = ask_command_line ("measures @ --from " FROM " --to " TO);
  g_autofree char *paper = ask_paper ();
  Shown shown;
  GListModel *rows;
  guint n = 0, i;

  show (&shown, caseness_measures_page_new (session));
  rows = caseness_data_table_get_rows (CASENESS_DATA_TABLE (page_part (shown.page, "table")));
  for (i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);
      g_auto(GStrv) about = g_strsplit (caseness_data_row_get_detail (row, 0), ",", 2);
      char **cells = g_hash_table_lookup (answers, about[0]);
      g_autofree char *counts = NULL;
      g_autofree char *line = NULL;

      if (cells == NULL)
        continue; /* our own, and those of an older edition */
      n++;
      assert_same (about[0], caseness_data_row_get_text (row, 1), cells[8]);
      counts = g_strdup_printf ("%s of %s", cells[6], cells[7]);
      if (g_str_has_suffix (caseness_data_row_get_text (row, 1), "%"))
        g_assert_cmpstr (caseness_data_row_get_detail (row, 1), ==, counts);
      line = g_strdup_printf ("%s %s %s %s", about[0], caseness_data_row_get_text (row, 0),
                              caseness_data_row_get_text (row, 1), caseness_data_row_get_detail (row, 1));
      if (strstr (paper, g_strchomp (line)) == NULL)
        g_error ("the report does not say: %s", line);
    }
  g_assert_cmpuint (n, ==, g_hash_table_size (answers));
  g_assert_cmpuint (n, >, 300);
  hide (&shown);
}

/* The latest month of the overview's standards. */
static void
test_overview (void)
{
  g_autoptr(GHashTable) answers
    = ask_command_line ("measures @ --from 2025-06-01 --to " TO " --id M031 --id M076 --id M053 --id M055 --id M192 "
                        "--id M186 --id M195 --id M205");
  Shown shown;
  GListModel *rows;
  guint n = 0, i;

  show (&shown, caseness_overview_page_new (session));
  rows = caseness_data_table_get_rows (CASENESS_DATA_TABLE (page_part (shown.page, "table")));
  for (i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);
      g_auto(GStrv) about = g_strsplit (caseness_data_row_get_detail (row, 0), ",", 2);
      char **cells = g_hash_table_lookup (answers, about[0]);

      if (cells == NULL)
        continue;
      n++;
      g_assert_cmpstr (caseness_data_row_get_detail (row, 1), ==, "Jun 25");
      assert_same (about[0], caseness_data_row_get_text (row, 1), cells[8]);
    }
  g_assert_cmpuint (n, >=, 6);
  hide (&shown);
}

/* The people behind a figure on the screen are those of the command line. */
static void
test_people (void)
{
  static const char *const ids[] = { "M001", "M076", "M192" };
  CasenessPeriod quarter = { caseness_date_parse (FROM), caseness_date_parse (TO) };
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *words = g_strdup_printf ("measures @ --from " FROM " --to " TO " --id %s --list", ids[i]);
      g_autofree char *csv = run_cli (words);
      g_autoptr(CasenessFigureAddress) address = caseness_figure_address_new (ids[i], &quarter, NULL, NULL);
      g_autoptr(CasenessFigurePeople) people
        = caseness_figure_people_list (address, caseness_session_get_snapshot (session), NULL);

      g_assert_cmpuint (people->n[CASENESS_FIGURE_COUNTED], >, 0);
      for (k = 0; k < people->people->len; k++)
        {
          const CasenessFigurePerson *person = &g_array_index (people->people, CasenessFigurePerson, k);
          g_autofree char *id
            = g_strdup_printf (",%s,", caseness_snapshot_get_text (people->snapshot, person->pathway,
                                                                   CASENESS_PATHWAY_SERVICE_REQUEST_ID));

          if (person->place != CASENESS_FIGURE_LEFT_OUT)
            g_assert_nonnull (strstr (csv, id));
        }
    }
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  g_test_add_func ("/pages/one-figure/measures", test_measures);
  g_test_add_func ("/pages/one-figure/overview", test_overview);
  g_test_add_func ("/pages/one-figure/people", test_people);
  status = g_test_run ();
  g_assert_finalize_object (session);
  return status;
}
