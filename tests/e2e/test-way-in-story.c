/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-data-table.h"
#include "caseness-import-dialog.h"
#include "caseness-import.h"
#include "caseness-lookup-row.h"
#include "caseness-mapping-dialog.h"
#include "caseness-mapping-field.h"
#include "caseness-quality-page.h"
#include "caseness-window-private.h"
#include "data-fixture.h"
#include "extract-fixture.h"
#include "window-hand.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * What else comes in through the window: a waiting list with headings of its own, which is mapped once and known again; a
 * month as it came back from the national system, before the deadline, after it and from the commissioning side; the
 * lookup of deprivation that is remembered; and what Data quality tells of all of it, view by view, each opened and saved.
 * Any warning ends the program. What was seen stays in e2e-screenshots/.
 */

#define REFERRALS "IDS101Referral.csv"
#define LOOKUP "postcodes.csv"
#define EXPORT "Waiting export.csv"
#define NEXT_EXPORT "Waiting export of July.csv"
#define PHQ_9 "720433000" /* which has no more than 27 */
#define LIST_TABLE "LOCWaitingList"
#define MAY "20209" /* its first day, as the service file has days */

static CasenessWindow *window;
static char *folder;

/* Files */

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = make_path (name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* One contact of the last month is on a day that is none, and one score is none of its questionnaire. */
static void
damage_month (void)
{
  g_autofree char *path = make_path ("service/2025-06/IDS201CareContact.csv");
  g_autofree char *scores = make_path ("service/2025-06/IDS607CodedScoreAssessmentAct.csv");
  g_autofree char *text = NULL;
  g_autofree char *wrong = NULL;
  const char *score;
  char *day;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  day = strstr (text, "2025-06-");
  g_assert_nonnull (day);
  memcpy (day, "2025-16-", strlen ("2025-16-"));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_free (text);
  g_assert_true (g_file_get_contents (scores, &text, NULL, NULL));
  score = g_strrstr (text, "," PHQ_9 ",");
  wrong = g_strdup_printf ("%.*s," PHQ_9 ",28%s", (int) (score - text), text, strchr (score, '\n'));
  g_assert_true (g_file_set_contents (scores, wrong, -1, NULL));
}

/* Three months of an invented service; the first is held. */
static void
make_service (void)
{
  g_autofree char *service = make_path ("service");
  g_autofree char *april = make_path ("service/2025-04");
  g_autofree char *store = make_path ("demo.caseness");

  hand_run_cli ("demo", service, "--referrals", "400", "--months", "3", "--end", "2025-06", NULL);
  hand_run_cli ("import", store, april, "--service", "Demo Talking Therapies", NULL);
  damage_month ();
}

/* Sends a month again, later than before. */
static void
set_created (const char *month, const char *when)
{
  g_autofree char *path = g_build_filename (folder, "service", month, "IDS000Header.csv", NULL);
  g_autoptr(GRegex) moment = g_regex_new ("20[0-9-]+[ T][0-9:]+", 0, 0, NULL);
  g_autofree char *text = NULL;
  g_autofree char *later = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  later = g_regex_replace_literal (moment, text, -1, 0, when, 0, NULL);
  g_assert_cmpstr (later, !=, text);
  g_assert_true (g_file_set_contents (path, later, -1, NULL));
}

/* Looking */

static void
keep_picture (GtkWindow *shown, const char *name)
{
  g_autofree char *full = g_strconcat ("way-in-", name, NULL);

  hand_let_pass (30);
  hand_keep_picture (GTK_WIDGET (shown), full);
}

/* A button by what it says. */
static GtkWidget *
find_button (GtkWindow *shown, const char *words)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (GTK_WIDGET (shown));

  for (guint i = 0; i < widgets->len; i++)
    if (GTK_IS_BUTTON (widgets->pdata[i]) && g_strcmp0 (gtk_button_get_label (widgets->pdata[i]), words) == 0)
      return widgets->pdata[i];
  g_error ("there is no button “%s”", words);
}

/* Doing */

static GtkWindow *
drop (const char *name)
{
  const char *const names[] = { name, NULL };
  GtkWindow *dialog;

  hand_drop (GTK_WIDGET (window), folder, names);
  dialog = hand_wait_for_window (CASENESS_TYPE_IMPORT_DIALOG);
  hand_let_pass (30);
  return dialog;
}

static void
start (GtkWindow *dialog)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.start", NULL));
  hand_wait_until (hand_is_settled, window, "end of the import");
  hand_let_pass (50);
}

static void
close_dialog (GtkWindow *dialog)
{
  hand_close (dialog);
  hand_wait_until (hand_is_settled, window, "pages");
}

/* The mapping assistant */

/* The row of a field, and what it comes from chosen by its words. */
static void
choose_column (GtkWindow *dialog, const char *field, const char *column)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (GTK_WIDGET (dialog));

  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *row = GTK_IS_DROP_DOWN (widgets->pdata[i])
                         ? gtk_widget_get_ancestor (widgets->pdata[i], CASENESS_TYPE_MAPPING_FIELD)
                         : NULL;
      GListModel *choices = row != NULL ? gtk_drop_down_get_model (widgets->pdata[i]) : NULL;

      if (row == NULL || strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), field) == NULL)
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (choices); k++)
        if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (choices), k), column))
          {
            gtk_drop_down_set_selected (widgets->pdata[i], k);
            return;
          }
    }
  g_error ("%s cannot come from %s", field, column);
}

static GtkDropDown *
find_tables (GtkWindow *dialog)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (GTK_WIDGET (dialog));

  for (guint i = widgets->len; i > 0; i--)
    if (GTK_IS_DROP_DOWN (widgets->pdata[i - 1])
        && gtk_widget_get_ancestor (widgets->pdata[i - 1], CASENESS_TYPE_MAPPING_FIELD) == NULL)
      return widgets->pdata[i - 1];
  g_error ("there is no list of tables");
}

static void
add_table (GtkWindow *dialog, const char *table)
{
  GtkDropDown *tables = find_tables (dialog);
  GListModel *names = gtk_drop_down_get_model (tables);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), table))
      gtk_drop_down_set_selected (tables, i);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "mapping.add-table", NULL));
  hand_let_pass (30);
}

static char *
find_referral (void)
{
  g_autofree char *path = make_path ("service/2025-04/" REFERRALS);
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  line = strchr (text, '\n') + 1;
  return g_strndup (line, strcspn (line, ","));
}

static void
write_exports (void)
{
  g_autofree char *referral = find_referral ();
  g_autofree char *text = g_strdup_printf ("Our number;Queue;On it since;Where\n%s;second treatment;03/04/2025;North\n"
                                           "R99999999;first treatment;2025-04-07;South\n",
                                           referral);

  write_file (EXPORT, text);
  write_file (NEXT_EXPORT, text);
}

/* Nothing is guessed of such headings: the list is added, its fields are chosen, and the verdict follows each choice. */
static void
map_export (GtkWindow *parent)
{
  GtkWindow *dialog;

  g_signal_emit_by_name (find_button (parent, "Map the Columns…"), "clicked");
  dialog = hand_wait_for_window (CASENESS_TYPE_MAPPING_DIALOG);
  hand_wait_for_words (dialog, "On it since");
  keep_picture (dialog, "mapping-begins");
  add_table (dialog, LIST_TABLE);
  hand_wait_for_words (dialog, "ServiceRequestId");
  choose_column (dialog, "ServiceRequestId", "Our number");
  choose_column (dialog, "Stage", "Queue");
  choose_column (dialog, "DateAdded", "On it since");
  hand_wait_for_words (dialog, "2 rows of the export give: " LIST_TABLE " 2");
  keep_picture (dialog, "mapping-done");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "mapping.save", NULL));
  hand_wait_till_gone (CASENESS_TYPE_MAPPING_DIALOG);
}

static guint
count_listed (void)
{
  g_autofree char *store = make_path ("demo.caseness");
  g_autoptr(CasenessStore) held = caseness_store_open (store, CASENESS_STORE_READ, NULL);
  g_autoptr(GPtrArray) sources = caseness_import_list_sources (held, NULL);
  guint n = 0;

  for (guint i = 0; i < sources->len; i++)
    n += g_str_equal (((const CasenessSource *) sources->pdata[i])->name, LIST_TABLE);
  return n;
}

static void
test_mapping (void)
{
  GtkWindow *dialog;

  write_exports ();
  dialog = drop (EXPORT);
  hand_assert_shows (dialog, "Map its columns to import it");
  map_export (dialog);
  hand_wait_for_words (dialog, "Read through the mapping");
  keep_picture (dialog, "mapping-used");
  start (dialog);
  hand_assert_shows (dialog, LIST_TABLE);
  keep_picture (dialog, "mapping-receipt");
  close_dialog (dialog);
  g_assert_cmpuint (count_listed (), ==, 1);
  dialog = drop (NEXT_EXPORT);
  hand_wait_for_words (dialog, "Read through the mapping “Waiting export”");
  close_dialog (dialog);
}

/* Extracts */

/* When each kind was made: the later takes the place of the earlier. */
static const char *const created[] = { "2025-06-10 09:00:00", "2025-06-20 09:00:00", "2025-07-01 09:00:00" };

/* The referrals of May, and how many of them have something beside them that was worked out nationally. */
static void
assert_held (gboolean has_pathways)
{
  g_autofree char *store = make_path ("demo.caseness");
  DataFixture held = { folder, store };
  g_autofree char *n = data_fixture_ask (&held, "SELECT count (*) FROM IDS101Referral JOIN active_submission "
                                                "USING (submission_id) WHERE period_start = " MAY);
  g_autofree char *expected = g_strdup_printf ("%s|%s", has_pathways ? n : "0", has_pathways ? "Recovery_Flag" : "-");

  g_assert_cmpstr (n, !=, "0");
  data_fixture_assert_ask (&held,
                           "SELECT count (*), max (Recovery_Flag) FROM NationalPathway JOIN active_submission "
                           "USING (submission_id) WHERE period_start = " MAY,
                           expected);
}

/* May as it comes back from the national system, with every column that it has there. */
static void
test_extracts (void)
{
  g_autofree char *may = make_path ("service/2025-05");

  for (guint i = 0; extract_kinds[i].name != NULL; i++)
    {
      const ExtractKind *kind = &extract_kinds[i];
      g_autofree char *picture = g_strconcat ("extract-", kind->name, NULL);
      GtkWindow *dialog;

      set_created ("2025-05", created[i]);
      extract_fixture_write (kind, may);
      dialog = drop ("service/2025-05");
      start (dialog);
      g_assert_cmpint (hand_shows (dialog, "national extract"), ==, kind->words != NULL);
      if (kind->words != NULL)
        hand_assert_shows (dialog, kind->words);
      hand_assert_shows (dialog, "IDS101Referral");
      keep_picture (dialog, picture);
      close_dialog (dialog);
      assert_held (kind->words != NULL);
    }
}

/* The lookup that is remembered */

static void
test_lookup (void)
{
  const char *const names[] = { "service/2025-06", LOOKUP, NULL };
  g_autofree char *path = make_path (LOOKUP);
  GtkWindow *dialog;

  write_file (LOOKUP, "Postcode,Decile\nAB1 2CD,3\n");
  hand_drop (GTK_WIDGET (window), folder, names);
  dialog = hand_wait_for_window (CASENESS_TYPE_IMPORT_DIALOG);
  g_assert_null (hand_find_shown (dialog, CASENESS_TYPE_LOOKUP_ROW));
  start (dialog);
  close_dialog (dialog);
  set_created ("2025-06", "2025-08-01 09:00:00");
  dialog = drop ("service/2025-06");
  hand_assert_shows (dialog, "used again, as in an earlier import");
  keep_picture (dialog, "lookup-remembered");
  close_dialog (dialog);
  g_assert_cmpint (g_remove (path), ==, 0);
  dialog = drop ("service/2025-06");
  hand_assert_shows (dialog, "no longer there");
  keep_picture (dialog, "lookup-lost");
  g_signal_emit_by_name (find_button (dialog, "_Forget"), "clicked");
  hand_let_pass (30);
  g_assert_null (hand_find_shown (dialog, CASENESS_TYPE_LOOKUP_ROW));
  start (dialog);
  g_assert_false (hand_shows (dialog, "no longer there"));
  close_dialog (dialog);
  dialog = drop ("service/2025-06");
  g_assert_null (hand_find_shown (dialog, CASENESS_TYPE_LOOKUP_ROW));
  close_dialog (dialog);
}

/* Data quality, view by view */

/* Saves as CSV and returns (transfer full) what was saved. */
static char *
save (const char *action)
{
  g_autofree char *path = make_path ("saved.csv");

  return hand_save (hand_get_page (window), action, path);
}

static guint
count_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", 0);

  return g_strv_length (lines) - 1;
}

/* The tables on show: that of the view first, then that of the rows of what was opened. */
static CasenessDataTable *
find_table (guint number)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (hand_get_page (window));

  for (guint i = 0; i < widgets->len; i++)
    if (CASENESS_IS_DATA_TABLE (widgets->pdata[i]) && number-- == 0)
      return widgets->pdata[i];
  return NULL;
}

static guint
count_rows (guint number)
{
  CasenessDataTable *table = find_table (number);

  return table != NULL ? g_list_model_get_n_items (caseness_data_table_get_rows (table)) : 0;
}

static gboolean
has_rows (gconstpointer unused)
{
  return hand_is_settled (window) && count_rows (0) > 0;
}

static const struct
{
  const char *name;
  gboolean opens; /* its rows open others */
  guint row;      /* which is opened */
} views[] = {
  { "refused", TRUE, 0 }, { "rules", TRUE, 0 }, { "completeness", TRUE, 1 }, { "lists", TRUE, 4 }, { "unjudged", FALSE, 0 },
};

static void
look_at_view (guint view, const char *picture)
{
  g_autofree char *table = NULL;
  g_autofree char *rows = NULL;
  guint n;

  hand_wait_until (has_rows, NULL, picture);
  keep_picture (GTK_WINDOW (window), picture);
  table = save ("page.export-table");
  g_assert_cmpuint (count_lines (table), >, 1);
  if (!views[view].opens)
    return;
  caseness_data_table_open (find_table (0), views[view].row);
  hand_let_pass (60);
  n = count_rows (1);
  g_assert_cmpuint (n, >, 0);
  {
    g_autofree char *opened = g_strconcat (picture, "-opened", NULL);

    keep_picture (GTK_WINDOW (window), opened);
  }
  rows = save ("page.export-rows");
  g_assert_cmpuint (count_lines (rows), ==, n + 1);
  g_assert_true (gtk_widget_activate_action (hand_get_page (window), "page.close-rows", NULL));
  hand_let_pass (30);
  g_assert_null (find_table (1));
}

/* By what the rows are grouped: the choice that is on show first. */
static void
choose_split (guint split)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (hand_find_shown (GTK_WINDOW (window), GTK_TYPE_DROP_DOWN)), split);
  hand_let_pass (60);
}

static void
test_quality (void)
{
  guint page = 0;

  while (!CASENESS_IS_QUALITY_PAGE (hand_get_page (window)))
    caseness_window_show_page (window, page++);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *picture = g_strconcat ("quality-", views[i].name, NULL);

      g_assert_true (gtk_widget_activate_action (hand_get_page (window), "page.view", "i", (int) i));
      look_at_view (i, picture);
    }
  g_assert_true (gtk_widget_activate_action (hand_get_page (window), "page.view", "i", 2));
  hand_let_pass (30);
  for (guint split = 1; split < CASENESS_N_QUALITY_SPLITS; split++)
    {
      g_autofree char *picture = g_strdup_printf ("quality-by-%u", split);

      choose_split (split);
      hand_wait_until (has_rows, NULL, picture);
      keep_picture (GTK_WINDOW (window), picture);
    }
  choose_split (0);
}

static void
test_story (void)
{
  g_autofree char *store = NULL;
  g_autoptr(GFile) file = NULL;

  folder = g_dir_make_tmp ("caseness-way-in-XXXXXX", NULL);
  make_service ();
  store = make_path ("demo.caseness");
  hand_open (window, store, "Demo Talking Therapies", 1280, 800);
  test_mapping ();
  test_extracts ();
  test_lookup ();
  test_quality ();
  gtk_window_destroy (GTK_WINDOW (window));
  hand_let_pass (50);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  return hand_run_story (argc, argv, "/e2e/way-in-story", test_story, &window);
}
