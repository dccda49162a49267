/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-table-window.h"
#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-print-window.h"
#include "caseness-report-preview.h"
#include "caseness-window-private.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/*
 * Every page of the real window on a demo service: looked at, printed, every table saved as CSV and as a workbook, every
 * chart as a picture, a drawing and a document, copied and shown as a table. Any warning ends the program. What it showed
 * stays in e2e-screenshots/.
 */

#define PATIENCE (240 * G_USEC_PER_SEC)

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

typedef gboolean (*Condition) (gconstpointer data);

static void
wait_until (Condition condition, gconstpointer data, const char *what)
{
  gint64 since = g_get_monotonic_time ();

  while (!condition (data))
    {
      if (g_get_monotonic_time () - since > PATIENCE)
        g_error ("no %s", what);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (5000);
    }
}

static void
let_pass (guint n)
{
  while (n-- > 0)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

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

static GtkWindow *
find_window (GType type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_asked (gconstpointer data)
{
  return find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL;
}

static gboolean
is_answered (gconstpointer data)
{
  return find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) == NULL;
}

static void
collect (GtkWidget *widget, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, found);
}

static GPtrArray *
list_shown (GtkWidget *top)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (top, found);
  return found;
}

/* Where the save dialog asks for a name, which may be a whole path. */
static GtkWidget *
find_name_entry (void)
{
  g_autoptr(GPtrArray) shown = list_shown (GTK_WIDGET (find_window (GTK_TYPE_FILE_CHOOSER_DIALOG)));
  guint i;

  for (i = 0; i < shown->len; i++)
    if (g_str_equal (G_OBJECT_TYPE_NAME (shown->pdata[i]), "GtkFileChooserEntry"))
      return shown->pdata[i];
  g_assert_not_reached ();
}

/* Answers the save dialog that an action has opened, and waits for the file. */
static void
save_as (const char *name, const char *suffix)
{
  g_autofree char *base = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, base, NULL);

  wait_until (is_asked, NULL, "save dialog");
  gtk_editable_set_text (GTK_EDITABLE (find_name_entry ()), path);
  let_pass (100);
  gtk_dialog_response (GTK_DIALOG (find_window (GTK_TYPE_FILE_CHOOSER_DIALOG)), GTK_RESPONSE_ACCEPT);
  wait_until (is_answered, NULL, "end of the save dialog");
  wait_until (is_whole, path, path);
  g_remove (path);
}

/* Whatever is awaited turns a spinner. */
static gboolean
is_settled (gconstpointer data)
{
  g_autoptr(GPtrArray) shown = list_shown (GTK_WIDGET (window));
  guint i;

  for (i = 0; i < shown->len; i++)
    if (GTK_IS_SPINNER (shown->pdata[i]) && gtk_spinner_get_spinning (shown->pdata[i]))
      return FALSE;
  return shown->len > 0;
}

/* NULL while the window has yet to draw itself anew. */
static GskRenderNode *
dup_node (int *width, int *height)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  *width = gdk_paintable_get_intrinsic_width (paintable);
  *height = gdk_paintable_get_intrinsic_height (paintable);
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), *width, *height);
  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
is_drawn (gconstpointer data)
{
  int width, height;
  GskRenderNode *node = dup_node (&width, &height);
  gboolean has_node = node != NULL;

  g_clear_pointer (&node, gsk_render_node_unref);
  return has_node;
}

static void
keep_picture (const char *name)
{
  const char *pictures = g_getenv ("CASENESS_SCREENSHOT_DIR");
  g_autofree char *path = g_strdup_printf ("%s/page-%s.png", pictures, name);
  int width, height;
  GskRenderNode *node;
  cairo_surface_t *surface;
  cairo_t *cr;

  wait_until (is_drawn, NULL, "picture of the window");
  node = dup_node (&width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  g_mkdir_with_parents (pictures, 0755);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

/* The tables of the page: what the buttons that export offer, once each. */
static GHashTable *
find_exports (void)
{
  g_autoptr(GPtrArray) shown = list_shown (GTK_WIDGET (window));
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
  let_pass (50);
  g_assert_nonnull (find_window (CASENESS_TYPE_CHART_TABLE_WINDOW));
  gtk_window_destroy (find_window (CASENESS_TYPE_CHART_TABLE_WINDOW));
  n_charts++;
}

/* Each chart once, however many views of the page show it. */
static void
take_charts (const char *page)
{
  g_autoptr(GPtrArray) shown = list_shown (GTK_WIDGET (window));
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
  g_autoptr(GPtrArray) shown = list_shown (GTK_WIDGET (print_window));
  guint i;

  for (i = 0; i < shown->len; i++)
    if (CASENESS_IS_REPORT_PREVIEW (shown->pdata[i]))
      return shown->pdata[i];
  g_assert_not_reached ();
}

static gboolean
is_previewed (gconstpointer data)
{
  return find_window (CASENESS_TYPE_PRINT_WINDOW) != NULL;
}

static void
print_page (const char *page)
{
  GtkWidget *shown = GTK_WIDGET (caseness_window_get_page (window));
  GtkWindow *print_window;

  g_assert_true (gtk_widget_activate_action (shown, "page.print", NULL));
  wait_until (is_previewed, NULL, "print preview");
  print_window = find_window (CASENESS_TYPE_PRINT_WINDOW);
  g_assert_true (gtk_widget_activate_action (find_preview (print_window), "preview.export", NULL));
  save_as (page, ".pdf");
  gtk_window_destroy (print_window);
  let_pass (20);
  n_reports++;
}

static void
settle (void)
{
  let_pass (100);
  wait_until (is_settled, NULL, "end of waiting");
  let_pass (200);
  wait_until (is_settled, NULL, "end of waiting");
}

/* The buttons that choose one way to look at the page, and are not chosen now. */
static GPtrArray *
list_choices (const char *action)
{
  g_autoptr(GPtrArray) shown = list_shown (GTK_WIDGET (window));
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < shown->len; i++)
    if (GTK_IS_TOGGLE_BUTTON (shown->pdata[i])
        && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (shown->pdata[i])), action) == 0
        && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (shown->pdata[i])))
      g_ptr_array_add (choices, g_object_ref (shown->pdata[i]));
  return choices;
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
  g_autoptr(GPtrArray) shown = list_shown (GTK_WIDGET (window));
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
  wait_until (is_open, NULL, "open service file");
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
  application = caseness_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  settings = caseness_settings_new ();
  /* Pictures made where no desktop has said which font it likes look as they do where one has. */
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-enable-animations", FALSE, NULL);
  taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  window = caseness_window_new (application, settings);
  gtk_window_present (GTK_WINDOW (window));
  g_test_add_func ("/e2e/every-page", test_every_page);
  status = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (window));
  let_pass (20);
  g_object_unref (settings);
  g_object_unref (application);
  g_hash_table_unref (taken);
  g_free (folder);
  return status;
}
