/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-print-window.h"
#include "caseness-report-builder.h"
#include "caseness-report-preview.h"
#include "widget-keys.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* The preview of a report of many rows: every format, the printer, and paper that is turned. */

#define N_ROWS 120

typedef struct
{
  GtkWidget *preview;
  GtkWindow *window;
  char *message;
  char *folder;
} Fixture;

static CasenessReport *
make_report (void)
{
  const CasenessReportInfo info = {
    .title = "PTL pack, Exampleshire, 30 Jun 2025",
    .name = "PTL pack",
    .service = "Exampleshire",
    .file_name = "ptl-pack-exampleshire-2025-06-30",
    .confidentiality = "Does not identify people",
    .sources = "Filter: None.",
    .as_at = caseness_date_new (2025, 6, 30),
    .paper = CASENESS_REPORT_LANDSCAPE,
  };
  CasenessReportBuilder *builder = caseness_report_builder_new (&info);
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, "Referral", CASENESS_REPORT_START, 1);
  for (i = 0; i < N_ROWS; i++)
    caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, "N-0001");
  caseness_report_builder_add_heading (builder, 1, "The message", "Queue", NULL);
  caseness_report_builder_add_table (builder, table);
  return caseness_report_builder_end (builder);
}

static void
message_cb (CasenessReportPreview *preview, const char *message, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->message);
  fixture->message = g_strdup (message);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (
    gtk_widget_get_template_child (fixture->preview, CASENESS_TYPE_REPORT_PREVIEW, "stack")));
}

static gboolean
shows_pages (gpointer data)
{
  return g_str_equal (get_state (data), "pages");
}

static gboolean
has_message (gpointer data)
{
  return ((Fixture *) data)->message != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReport) report = make_report ();
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("caseness-preview-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->preview = caseness_report_preview_new ();
  g_signal_connect (fixture->preview, "message", G_CALLBACK (message_cb), fixture);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, fixture->preview);
  gtk_window_set_default_size (fixture->window, 800, 600);
  gtk_window_present (fixture->window);
  caseness_report_preview_set_report (CASENESS_REPORT_PREVIEW (fixture->preview), report);
  run_until (shows_pages, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->message);
}

/* By the ending of the name; what has another is refused in words, and no file is left. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *begins; /* NULL for what is refused */
  } cases[] = {
    { "pack.pdf", "%PDF-" },
    { "pack.svg", "<?xml" },
    { "pack.png", "\211PNG" },
    { "pack.docx", NULL },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autofree char *bytes = NULL;
      gsize length;

      g_clear_pointer (&fixture->message, g_free);
      caseness_report_preview_save (CASENESS_REPORT_PREVIEW (fixture->preview), file);
      run_until (has_message, fixture);
      g_assert_true (shows_pages (fixture));
      g_assert_nonnull (strstr (fixture->message, cases[i].name));
      g_assert_cmpint (g_file_get_contents (path, &bytes, &length, NULL), ==, cases[i].begins != NULL);
      if (cases[i].begins == NULL)
        continue;
      g_assert_cmpuint (length, >, 1000);
      g_assert_true (memcmp (bytes, cases[i].begins, strlen (cases[i].begins)) == 0);
      g_assert_true (g_str_has_prefix (fixture->message, "Saved as"));
      g_remove (path);
    }
}

static guint
count_pages (const char *path, double width)
{
  g_autofree char *line = g_strdup_printf ("pdfinfo %s", path);
  g_autofree char *out = NULL;
  g_autoptr(GError) error = NULL;
  const char *pages, *size;

  g_spawn_command_line_sync (line, &out, NULL, NULL, &error);
  g_assert_no_error (error);
  size = strstr (out, "Page size:");
  g_assert_nonnull (size);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (size + strlen ("Page size:"), NULL), width, 1);
  pages = strstr (out, "Pages:");
  g_assert_nonnull (pages);
  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

/* What the printer gets, by GTK's own way to paper: as many pages, lying as the report does. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    CasenessReportPaper paper;
    double width;
  } cases[] = { { CASENESS_REPORT_LANDSCAPE, 842 }, { CASENESS_REPORT_PORTRAIT, 595 } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessReport) report = make_report ();
      g_autoptr(GtkPrintOperation) operation = NULL;
      g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
      g_autoptr(GError) error = NULL;

      caseness_report_set_paper (report, cases[i].paper);
      operation = caseness_report_preview_create_print_operation (report);
      gtk_print_operation_set_export_filename (operation, path);
      g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, fixture->window, &error), ==,
                       GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (error);
      g_assert_cmpuint (count_pages (path, cases[i].width), ==, caseness_report_get_n_pages (report));
      g_remove (path);
    }
}

static guint
count_shown (Fixture *fixture)
{
  GtkListView *list
    = GTK_LIST_VIEW (gtk_widget_get_template_child (fixture->preview, CASENESS_TYPE_REPORT_PREVIEW, "list"));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

/* Upright paper holds more rows; turned back it is as it was. What is asked for while pages are laid out comes after. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  CasenessReportPreview *preview = CASENESS_REPORT_PREVIEW (fixture->preview);
  guint lying = count_shown (fixture), upright;

  caseness_report_preview_set_paper (preview, CASENESS_REPORT_PORTRAIT);
  g_assert_false (shows_pages (fixture));
  run_until (shows_pages, fixture);
  upright = count_shown (fixture);
  g_assert_cmpuint (upright, <, lying);
  g_assert_cmpint (caseness_report_get_paper (caseness_report_preview_get_report (preview)), ==, CASENESS_REPORT_PORTRAIT);
  caseness_report_preview_set_paper (preview, CASENESS_REPORT_LANDSCAPE);
  caseness_report_preview_set_paper (preview, CASENESS_REPORT_PORTRAIT);
  run_until (shows_pages, fixture);
  g_assert_cmpuint (count_shown (fixture), ==, upright);
  caseness_report_preview_set_paper (preview, CASENESS_REPORT_LANDSCAPE);
  run_until (shows_pages, fixture);
  g_assert_cmpuint (count_shown (fixture), ==, lying);
}

/* The window's buttons say how the paper lies and turn it. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReport) report = make_report ();
  GtkWindow *window = caseness_print_window_new_for_report (fixture->window, report, FALSE);
  GtkToggleButton *portrait = GTK_TOGGLE_BUTTON (
    gtk_widget_get_template_child (GTK_WIDGET (window), CASENESS_TYPE_PRINT_WINDOW, "portrait"));
  Fixture shown = { 0 };

  shown.preview = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), CASENESS_TYPE_PRINT_WINDOW, "preview"));
  gtk_window_present (window);
  run_until (shows_pages, &shown);
  g_assert_false (gtk_toggle_button_get_active (portrait));
  gtk_toggle_button_set_active (portrait, TRUE);
  run_until (shows_pages, &shown);
  g_assert_cmpint (caseness_report_get_paper (report), ==, CASENESS_REPORT_PORTRAIT);
  gtk_window_destroy (window);
  run_for_a_while ();
}

#define ADD(name, function) g_test_add ("/pages/report-preview/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("save", test_save);
  ADD ("print", test_print);
  ADD ("paper", test_paper);
  ADD ("window", test_window);
  return g_test_run ();
}
