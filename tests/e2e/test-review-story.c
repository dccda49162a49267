/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-note-dialog.h"
#include "caseness-overview-page.h"
#include "caseness-pack-window.h"
#include "caseness-plan-view.h"
#include "caseness-print-window.h"
#include "caseness-report-preview.h"
#include "caseness-report-set.h"
#include "caseness-settings.h"
#include "window-hand.h"

#include <string.h>

/*
 * What a service lead does before the contract review: the standards of each audience; the chart of one with a note, a
 * step change, the limits of the NHS workbook and those of a P chart; commentary and contract numbers, which are in the
 * pack at once and still there in another window; the printer's dialog; a set of reports that is stopped. Any warning ends the program. What was seen stays
 * in e2e-screenshots/.
 */

#define SERVICE "Demo Talking Therapies"
#define STANDARD "Recovery"
#define NOTE "Phones were down for a week"
#define REASON "The digital front door opened"
#define COMMENTARY "Two posts stood empty until May."
#define PLANNED 259 /* a month */
#define PLANNED_IN_ALL "777"

static CasenessWindow *window;
static char *folder;

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
make_service (void)
{
  g_autofree char *months = make_path ("months");
  char *store = make_path ("demo.caseness");

  hand_run_cli ("demo", months, "--referrals", "1500", "--months", "15", "--end", "2025-06", NULL);
  hand_run_cli ("import", store, months, "--service", SERVICE, NULL);
  return store;
}

static void
keep_picture (GtkWindow *shown, const char *name)
{
  g_autofree char *full = g_strconcat ("review-", name, NULL);

  hand_let_pass (60);
  hand_keep_picture (GTK_WIDGET (shown), full);
}

/* What is on the screen and is called so. */
static GtkWidget *
get_part (GtkWindow *shown, const char *id)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (GTK_WIDGET (shown));

  for (guint i = 0; i < widgets->len; i++)
    if (GTK_IS_BUILDABLE (widgets->pdata[i])
        && g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widgets->pdata[i])), id) == 0)
      return widgets->pdata[i];
  g_error ("nothing on the screen is called “%s”", id);
}

static void
choose (const char *id, guint which)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (GTK_WINDOW (window), id)), which);
  hand_let_pass (50);
}

/* Each audience has standards of its own. */
static void
look_at_audiences (void)
{
  static const struct { const char *has, *lacks; } audiences[] = {
    { "M076", "M038" }, { "L003", "M053" }, { "M038", "M205" }, /* contract review, reflective practice, PTL meeting */
  };
  g_autofree char *path = make_path ("standards.csv");

  for (guint i = G_N_ELEMENTS (audiences); i-- > 0;)
    {
      g_autofree char *table = NULL;

      choose ("set_choice", i);
      hand_wait_until (hand_is_settled, window, "standards");
      hand_let_pass (50);
      table = hand_save (hand_get_page (window), "page.export-table", path);
      g_assert_nonnull (strstr (table, audiences[i].has));
      g_assert_null (strstr (table, audiences[i].lacks));
      keep_picture (GTK_WINDOW (window), audiences[i].has);
    }
}

static void
open_standard (const char *name)
{
  CasenessDataTable *table = CASENESS_DATA_TABLE (get_part (GTK_WINDOW (window), "table"));
  GListModel *rows = caseness_data_table_get_rows (table);
  guint i = 0;

  for (;; i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);

      g_assert_nonnull (row);
      if (g_str_equal (caseness_data_row_get_text (row, 0), name))
        break;
    }
  caseness_data_table_open (table, i);
  hand_let_pass (60);
}

static void
write_down (const char *action, const char *words)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (get_part (GTK_WINDOW (window), "panel"), action, NULL));
  dialog = hand_wait_for_window (CASENESS_TYPE_NOTE_DIALOG);
  caseness_note_dialog_set_text (CASENESS_NOTE_DIALOG (dialog), words);
  keep_picture (GTK_WINDOW (window), action);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "write");
  gtk_window_destroy (dialog);
  hand_wait_for_words (GTK_WINDOW (window), words);
}

static void
look_at_chart (void)
{
  open_standard (STANDARD);
  write_down ("series.add-note", NOTE);
  write_down ("series.add-step-change", REASON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_part (GTK_WINDOW (window), "excel_button")), TRUE);
  hand_wait_for_words (GTK_WINDOW (window), "as in the NHS Excel tool");
  keep_picture (GTK_WINDOW (window), "chart-xmr");
  choose ("method_choice", 1);
  hand_wait_for_words (GTK_WINDOW (window), "P chart");
  keep_picture (GTK_WINDOW (window), "chart-p");
  choose ("method_choice", 0);
  g_assert_true (gtk_widget_activate_action (get_part (GTK_WINDOW (window), "panel"), "series.close", NULL));
}

static GtkWindow *
open_review (void)
{
  g_assert_true (gtk_widget_activate_action (hand_get_page (window), "page.pack", NULL));
  return hand_wait_for_window (CASENESS_TYPE_PACK_WINDOW);
}

static void
turn_to (GtkWindow *review, const char *name)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (hand_find_shown (review, ADW_TYPE_VIEW_STACK)), name);
  hand_let_pass (50);
}

static GtkTextBuffer *
get_commentary (GtkWindow *review)
{
  turn_to (review, "commentary");
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_part (review, "commentary")));
}

static void
plan_quarter (GtkWindow *review)
{
  CasenessPlanView *plan;

  turn_to (review, "plan");
  plan = CASENESS_PLAN_VIEW (hand_find_shown (review, CASENESS_TYPE_PLAN_VIEW));
  for (guint i = 0; i < 3; i++)
    caseness_plan_view_set_month (plan, i, PLANNED);
}

/* The first of the months of the plan. */
static double
get_april (GtkWindow *review)
{
  turn_to (review, "plan");
  return gtk_spin_button_get_value (GTK_SPIN_BUTTON (hand_find_shown (review, GTK_TYPE_SPIN_BUTTON)));
}

static gboolean
is_whole (gconstpointer path)
{
  g_autofree char *data = NULL;
  gsize length;

  return g_file_get_contents (path, &data, &length, NULL) && length > 6 && memcmp (data + length - 6, "%%EOF\n", 6) == 0;
}

/* Returns: (transfer full): the words of the pack, saved from its preview. */
static char *
read_pack (GtkWindow *preview)
{
  g_autofree char *path = make_path ("pack.pdf");
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", path);
  GtkWidget *pages = hand_find_shown (preview, CASENESS_TYPE_REPORT_PREVIEW);
  char *words = NULL;

  g_assert_true (gtk_widget_activate_action (pages, "preview.export", NULL));
  hand_answer_file_dialog (path);
  hand_wait_until (is_whole, path, path);
  g_assert_true (g_spawn_command_line_sync (command, &words, NULL, NULL, NULL));
  return words;
}

/* The toolkit's own dialog for printers is known once it has been made. */
static gboolean
asks_for_printer (gconstpointer data)
{
  GType type = g_type_from_name ("GtkPrintUnixDialog");

  return type != G_TYPE_INVALID && hand_find_window (type) != NULL;
}

static void
look_at_printing (GtkWindow *preview)
{
  GtkWindow *dialog;
  GType type;

  /* Not the printers of this machine, which may have none. */
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  g_assert_true (gtk_widget_activate_action (hand_find_shown (preview, CASENESS_TYPE_REPORT_PREVIEW), "preview.print", NULL));
  hand_wait_until (asks_for_printer, NULL, "dialog for printers");
  type = g_type_from_name ("GtkPrintUnixDialog");
  dialog = hand_find_window (type);
  keep_picture (dialog, "printer");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  hand_wait_till_gone (type);
}

/* What was written a moment ago is in the pack. */
static void
make_pack (void)
{
  GtkWindow *review = open_review (), *preview;
  g_autofree char *words = NULL;

  gtk_text_buffer_set_text (get_commentary (review), COMMENTARY, -1);
  keep_picture (review, "commentary");
  plan_quarter (review);
  keep_picture (review, "numbers");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (review), "pack.show", NULL));
  preview = hand_wait_for_window (CASENESS_TYPE_PRINT_WINDOW);
  keep_picture (preview, "pack");
  words = read_pack (preview);
  g_assert_nonnull (strstr (words, COMMENTARY));
  g_assert_nonnull (strstr (words, NOTE));
  g_assert_nonnull (strstr (words, REASON));
  g_assert_nonnull (strstr (words, PLANNED_IN_ALL));
  look_at_printing (preview);
  hand_close (preview);
  hand_close (review);
}

static void
press (GtkWindow *shown, const char *label)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (GTK_WIDGET (shown));

  for (guint i = 0; i < widgets->len; i++)
    if (GTK_IS_BUTTON (widgets->pdata[i]) && g_strcmp0 (gtk_button_get_label (widgets->pdata[i]), label) == 0)
      {
        gtk_widget_activate (widgets->pdata[i]);
        return;
      }
  g_error ("there is no button “%s”", label);
}

/* The pack alone can be stopped too: how far it is is shown, and nothing comes of it. */
static void
stop_pack (void)
{
  GtkWindow *review = open_review ();
  GtkWidget *bar;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (review), "pack.show", NULL));
  /* Before anything else is done: the pack of a small service is soon made. */
  bar = get_part (review, "progress_bar");
  g_assert_cmpstr (gtk_progress_bar_get_text (GTK_PROGRESS_BAR (bar)), ==, "Figures");
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), <, 1);
  g_assert_false (gtk_widget_is_sensitive (get_part (review, "show_button")));
  press (review, "_Cancel");
  hand_wait_for_words (review, "Cancelled; no pack was made.");
  keep_picture (review, "pack-cancelled");
  g_assert_null (hand_find_window (CASENESS_TYPE_PRINT_WINDOW));
  g_assert_false (gtk_widget_is_visible (bar));
  g_assert_true (gtk_widget_is_sensitive (get_part (review, "show_button")));
  hand_close (review);
}

static void
save_set (void)
{
  static const char *const kinds[] = { "measures", "ptl", "equity", "contract", "national", NULL };
  CasenessSession *session = caseness_window_get_session (window);
  const CasenessReportSet set = { .kinds = (GStrv) kinds, .filter = caseness_session_get_filter (session),
                                  .period = CASENESS_PERIOD_QUARTER, .paper = CASENESS_REPORT_SET_AS_MADE };
  g_autofree char *body = caseness_report_set_dup_body (&set);
  const CasenessJournalChange change = { CASENESS_RECORD_REPORT_SET, "Board", body };

  caseness_session_write_journal_async (session, &change, 1, "a test", NULL, NULL);
}

/* A set that takes too long is stopped; no report is left half made. */
static void
stop_set (void)
{
  g_autofree char *place = g_build_filename (folder, "Caseness reports", "Board 2025-06-30", NULL);
  GtkWindow *review = open_review ();
  g_autoptr(GDir) made = NULL;
  const char *name;
  guint n = 0;

  save_set ();
  turn_to (review, "sets");
  hand_wait_for_words (review, "Board");
  press (review, "Make");
  hand_wait_for_words (review, "Making ");
  keep_picture (review, "set-being-made");
  press (review, "_Cancel");
  hand_wait_for_words (review, "Cancelled; reports already made stay");
  made = g_dir_open (place, 0, NULL);
  while (made != NULL && (name = g_dir_read_name (made)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);

      g_assert_true (is_whole (path));
      n++;
    }
  g_assert_cmpuint (n, <, 5);
  hand_close (review);
}

/* Another window on the same file has them. */
static void
come_back (const char *store)
{
  CasenessApplication *application = CASENESS_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_autoptr(CasenessSettings) settings = caseness_settings_new ();
  GtkTextIter start, end;
  g_autofree char *kept = NULL;
  GtkTextBuffer *buffer;
  GtkWindow *review;

  hand_wait_until (hand_is_settled, window, "written file");
  hand_close (GTK_WINDOW (window));
  window = caseness_window_new (application, settings);
  hand_open (window, store, SERVICE, 1280, 800);
  review = open_review ();
  buffer = get_commentary (review);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  kept = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (kept, ==, COMMENTARY);
  g_assert_cmpfloat (get_april (review), ==, PLANNED);
  hand_close (review);
}

static void
test_story (void)
{
  g_autofree char *store = NULL;

  folder = g_dir_make_tmp ("caseness-review-XXXXXX", NULL);
  store = make_service ();
  hand_open (window, store, SERVICE, 1280, 800);
  hand_wait_for_words (GTK_WINDOW (window), "Monthly figures");
  look_at_audiences ();
  look_at_chart ();
  make_pack ();
  stop_pack ();
  stop_set ();
  come_back (store);
  gtk_window_destroy (GTK_WINDOW (window));
  hand_let_pass (50);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  return hand_run_story (argc, argv, "/e2e/review-story", test_story, &window);
}
