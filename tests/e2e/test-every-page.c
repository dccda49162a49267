/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-table-window.h"
#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-print-window.h"
#include "caseness-report-preview.h"
#include "caseness-window-private.h"
#include "window-hand.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/*
 * Every page of the real window on a demo service: looked at, printed, every table saved as CSV and as a workbook, every
 * chart as a picture, a drawing and a document, copied and shown as a table. Any warning ends the program. What it showed
 * stays in e2e-screenshots/.
 */

/* What a whole file ends with, so that one still being written is not taken for it. */
static const struct
{
  const char *suffix;
  const char *beginning;
  const char *ending;
  gsize from_end; /* where the ending begins */
} file_kinds[] = {
  { ".csv", "", "\n", 1 },
  { ".xlsx", "PK\003\004", "PK\005\006", 22 },
  { ".png", "\211PNG", "IEND", 8 },
  { ".svg", "<?xml", "</svg>", 7 },
  { ".pdf", "%PDF-", "%%EOF", 6 },
};

static CasenessWindow *window;
static char *folder;
static GHashTable *taken; /* what charts said */
static guint n_tables, n_charts, n_reports;

static gboolean
is_whole (gconstpointer path)
{
  g_autofree char *data = NULL;
  gsize length, i;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return FALSE;
  for (i = 0; i < G_N_ELEMENTS (file_kinds); i++)
    if (g_str_has_suffix (path, file_kinds[i].suffix))
      return length > file_kinds[i].from_end && g_str_has_prefix (data, file_kinds[i].beginning)
             && memcmp (data + length - file_kinds[i].from_end, file_kinds[i].ending, strlen (file_kinds[i].ending)) == 0;
  g_assert_not_reached ();
}

/* Answers the save dialog that an action has opened, and waits for the file. */
static void
save_as (const char *name, const char *suffix)
{
  g_autofree char *base = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, base, NULL);

  hand_answer_file_dialog (path);
  hand_wait_until (is_whole, path, path);
  g_remove (path);
}

static void
keep_picture (const char *page)
{
  g_autofree char *name = g_strconcat ("page-", page, NULL);

  hand_keep_picture (GTK_WIDGET (window), name);
}

/* The tables of the page: what the buttons that export offer, once each. */
static GHashTable *
find_exports (void)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (window));
  GHashTable *actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < shown->len; i++)
    {
      GtkWidget *widget = shown->pdata[i];
      const char *action
        = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

      if (action == NULL || !g_str_has_prefix (action, "page.export-") || !gtk_widget_is_sensitive (widget))
        continue;
      g_hash_table_insert (actions, g_strdup (action), widget);
    }
  return actions;
}

static void
export_tables (const char *page)
{
  g_autoptr(GHashTable) exports = find_exports ();
  GHashTableIter iter;
  gpointer action, widget;

  g_hash_table_iter_init (&iter, exports);
  while (g_hash_table_iter_next (&iter, &action, &widget))
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", page, strrchr (action, '-') + 1);

      g_test_message ("%s: %s", page, (char *) action);
      g_assert_true (gtk_widget_activate_action (widget, action, NULL));
      save_as (name, ".csv");
#ifdef HAVE_XLSXWRITER
      g_assert_true (gtk_widget_activate_action (widget, action, NULL));
      save_as (name, ".xlsx");
#endif
      n_tables++;
    }
}

static void
take_chart (CasenessChartView *view, const char *page)
{
  static const char *const suffixes[] = { ".png", ".svg", ".pdf" };
  g_autofree char *name = g_strdup_printf ("%s-chart-%u", page, n_charts);
  gsize i;

  g_test_message ("%s: chart “%s”", page, caseness_chart_get_title (caseness_chart_view_get_chart (view)));
  for (i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.save-picture", NULL));
      save_as (name, suffixes[i]);
    }
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.copy-picture", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.copy-numbers", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.show-table", NULL));
  hand_let_pass (50);
  g_assert_nonnull (hand_find_window (CASENESS_TYPE_CHART_TABLE_WINDOW));
  gtk_window_destroy (hand_find_window (CASENESS_TYPE_CHART_TABLE_WINDOW));
  n_charts++;
}

/* Each chart once, however many views of the page show it. */
static void
take_charts (const char *page)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (window));
  guint i;

  for (i = 0; i < shown->len; i++)
    {
      CasenessChart *chart = CASENESS_IS_CHART_VIEW (shown->pdata[i]) ? caseness_chart_view_get_chart (shown->pdata[i])
                                                                      : NULL;
      g_autofree char *summary = chart != NULL ? caseness_chart_dup_summary (chart) : NULL;

      if (chart != NULL && g_hash_table_add (taken, g_strdup (summary)))
        take_chart (shown->pdata[i], page);
    }
}

static GtkWidget *
find_preview (GtkWindow *print_window)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (print_window));
  guint i;

  for (i = 0; i < shown->len; i++)
    if (CASENESS_IS_REPORT_PREVIEW (shown->pdata[i]))
      return shown->pdata[i];
  g_assert_not_reached ();
}

static gboolean
is_previewed (gconstpointer data)
{
  return hand_find_window (CASENESS_TYPE_PRINT_WINDOW) != NULL;
}

static void
print_page (const char *page)
{
  GtkWidget *shown = GTK_WIDGET (caseness_window_get_page (window));
  GtkWindow *print_window;

  g_assert_true (gtk_widget_activate_action (shown, "page.print", NULL));
  hand_wait_until (is_previewed, NULL, "print preview");
  print_window = hand_find_window (CASENESS_TYPE_PRINT_WINDOW);
  g_assert_true (gtk_widget_activate_action (find_preview (print_window), "preview.export", NULL));
  save_as (page, ".pdf");
  gtk_window_destroy (print_window);
  hand_let_pass (20);
  n_reports++;
}

static void
settle (void)
{
  hand_let_pass (20);
  hand_wait_until (hand_is_settled, window, "end of waiting");
  hand_let_pass (40);
  hand_wait_until (hand_is_settled, window, "end of waiting");
}

/* The buttons that choose one way to look at the page, and are not chosen now. */
static GPtrArray *
list_choices (const char *action)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (window));
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < shown->len; i++)
    if (GTK_IS_TOGGLE_BUTTON (shown->pdata[i])
        && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (shown->pdata[i])), action) == 0
        && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (shown->pdata[i])))
      g_ptr_array_add (choices, g_object_ref (shown->pdata[i]));
  return choices;
}

/* A button is pressed for a moment before it changes anything. */
static gboolean
is_chosen (gconstpointer button)
{
  return gtk_toggle_button_get_active ((GtkToggleButton *) button);
}

static void
look_at_choices (const char *page, const char *action)
{
  g_autoptr(GPtrArray) choices = list_choices (action);
  guint i;

  for (i = 0; i < choices->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s-%u", page, strrchr (action, '.') + 1, i + 1);

      gtk_widget_activate (choices->pdata[i]);
      hand_wait_until (is_chosen, choices->pdata[i], "chosen view");
      settle ();
      keep_picture (name);
      export_tables (name);
      take_charts (name);
    }
}

/* The first row of the overview opens its chart by month. */
static void
look_at_series (const char *page)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (window));
  guint i;

  for (i = 0; i < shown->len && !CASENESS_IS_DATA_TABLE (shown->pdata[i]); i++)
    ;
  g_assert_cmpuint (i, <, shown->len);
  caseness_data_table_open (shown->pdata[i], 0);
  settle ();
  keep_picture ("overview-series");
  take_charts (page);
}

static void
look_at_page (guint page)
{
  const char *name = caseness_window_show_page (window, page);

  settle ();
  keep_picture (name);
  export_tables (name);
  take_charts (name);
  if (g_str_equal (name, "overview"))
    look_at_series (name);
  print_page (name);
  look_at_choices (name, "page.view");
  look_at_choices (name, "page.section");
}

static void
run_cli (const char *const *arguments)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process
    = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
is_open (gconstpointer data)
{
  CasenessSession *session = caseness_window_get_session (window);

  return !caseness_session_get_busy (session) && caseness_session_get_snapshot (session) != NULL;
}

static void
open_demo (void)
{
  g_autofree char *months = g_build_filename (folder, "months", NULL);
  g_autofree char *store = g_build_filename (folder, "demo.caseness", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (store);
  const char *const demo[] = { g_getenv ("CASENESS_CLI"), "demo", months, "--referrals", "900", "--months", "15",
                               "--end", "2025-06", NULL };
  const char *const import[] = { g_getenv ("CASENESS_CLI"), "import", store, months, NULL };

  run_cli (demo);
  run_cli (import);
  caseness_window_open (window, file);
  hand_wait_until (is_open, NULL, "open service file");
}

static void
test_every_page (void)
{
  guint page;

  open_demo ();
  for (page = 0; page < caseness_window_get_n_pages (window); page++)
    look_at_page (page);
  g_test_message ("%u tables, %u charts, %u reports", n_tables, n_charts, n_reports);
  g_assert_cmpuint (n_reports, ==, caseness_window_get_n_pages (window));
  g_assert_cmpuint (n_tables, >=, caseness_window_get_n_pages (window));
  g_assert_cmpuint (n_charts, >=, 10);
}

int
main (int argc, char *argv[])
{
  CasenessApplication *application;
  CasenessSettings *settings;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("caseness-every-page-XXXXXX", NULL);
  application = hand_start ();
  settings = caseness_settings_new ();
  taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  window = caseness_window_new (application, settings);
  gtk_window_present (GTK_WINDOW (window));
  g_test_add_func ("/e2e/every-page", test_every_page);
  status = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (window));
  hand_let_pass (20);
  g_object_unref (settings);
  g_object_unref (application);
  g_hash_table_unref (taken);
  g_free (folder);
  return status;
}
