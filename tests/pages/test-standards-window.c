/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-data-table.h"
#include "caseness-standard-dialog.h"
#include "caseness-standards-window.h"
#include "page-service.h"
#include "widget-keys.h"

#include <math.h>
#include <string.h>

/* What figures are held to, on a small service of four months, imported once. */
static CasenessSession *session;

typedef struct
{
  GtkWindow *window;
  CasenessDataTable *table;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  CasenessPeriod quarter = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };

  caseness_session_set_period (session, &quarter);
  fixture->window = caseness_standards_window_new (NULL, session);
  fixture->table = CASENESS_DATA_TABLE (
    gtk_widget_get_template_child (GTK_WIDGET (fixture->window), CASENESS_TYPE_STANDARDS_WINDOW, "table"));
  gtk_window_present (fixture->window);
  run_for_a_while ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->window);
  gtk_window_destroy (fixture->window);
  run_for_a_while ();
  g_assert_finalize_object (fixture->window);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (caseness_data_table_get_rows (fixture->table));
}

static CasenessDataRow *
get_last_row (Fixture *fixture)
{
  g_autoptr(CasenessDataRow) row
    = g_list_model_get_item (caseness_data_table_get_rows (fixture->table), count_rows (fixture) - 1);

  return row; /* the model keeps it */
}

static double
find_in_session (void)
{
  const CasenessStandard *standard = caseness_standard_find (
    caseness_session_get_snapshot (session), caseness_measure_find ("M001"), caseness_date_new (2025, 6, 30));

  return standard != NULL ? standard->value : NAN;
}

static gboolean
is_held_to_hundred (gpointer data)
{
  return find_in_session () == 100;
}

static gboolean
is_held_to_nothing (gpointer data)
{
  return isnan (find_in_session ());
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (CASENESS_IS_STANDARD_DIALOG (window))
        return window; /* it lives as long as it is shown */
    }
  return NULL;
}

/* Every standard there is, with its days, its sort and its source. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessDataRow) first = g_list_model_get_item (caseness_data_table_get_rows (fixture->table), 0);

  g_assert_cmpuint (count_rows (fixture), ==,
                    caseness_standards_get_n (caseness_snapshot_get_standards (caseness_session_get_snapshot (session))));
  g_assert_cmpstr (caseness_data_row_get_text (first, 0), ==, "Recovery");
  g_assert_cmpstr (caseness_data_row_get_text (first, 1), ==, "at least 50%");
  g_assert_cmpstr (caseness_data_row_get_text (first, 2), ==, "in force");
  g_assert_cmpstr (caseness_data_row_get_detail (first, 1), ==, "always");
  g_assert_cmpstr (caseness_data_row_get_text (first, 3), ==, "IAPT Manual 6.4.3 and Table 8");
}

/* Added by the dialog, it holds at once; ended, changed and undone likewise. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  const CasenessStandard standard = { "M001", TRUE, 100, { caseness_date_new (2025, 4, 1), CASENESS_DATE_NONE },
                                      "local", "stated", "Contract of Exampleshire" };
  guint n = count_rows (fixture);
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "standards.add", NULL));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "write"));
  caseness_standard_dialog_fill (CASENESS_STANDARD_DIALOG (dialog), &standard);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "write"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "write");
  run_until (is_held_to_hundred, NULL);
  run_for_a_while ();
  g_assert_cmpuint (count_rows (fixture), ==, n + 1);
  g_assert_cmpstr (caseness_data_row_get_text (get_last_row (fixture), 1), ==, "at most 100");
  g_assert_cmpstr (caseness_data_row_get_detail (get_last_row (fixture), 1), ==, "from 1 Apr 2025");
  g_assert_cmpstr (caseness_data_row_get_text (get_last_row (fixture), 3), ==,
                   "Contract of Exampleshire; added in this service file");
  caseness_standards_window_remove (CASENESS_STANDARDS_WINDOW (fixture->window), n);
  run_until (is_held_to_nothing, NULL);
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_until (is_held_to_hundred, NULL);
  caseness_session_undo_journal_async (session, 0, NULL, NULL);
  run_until (is_held_to_nothing, NULL);
  g_assert_cmpuint (count_rows (fixture), ==, n);
}

/* A row opens what it says; without a source, or when it ends before it begins, nothing can be recorded. */
static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  CasenessStandard standard = { "M195", FALSE, 51, { caseness_date_new (2026, 4, 1), caseness_date_new (2026, 4, 1) },
                                "planning", "stated", "somebody" };
  GtkWindow *dialog;
  AdwMessageDialog *asks;

  caseness_data_table_open (fixture->table, 1);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  asks = ADW_MESSAGE_DIALOG (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (asks), ==, "Change a Standard");
  g_assert_true (adw_message_dialog_has_response (asks, "remove"));
  caseness_standard_dialog_fill (CASENESS_STANDARD_DIALOG (dialog), &standard);
  g_assert_true (adw_message_dialog_get_response_enabled (asks, "write"));
  standard.in_force.end = caseness_date_new (2026, 3, 31);
  caseness_standard_dialog_fill (CASENESS_STANDARD_DIALOG (dialog), &standard);
  g_assert_false (adw_message_dialog_get_response_enabled (asks, "write"));
  standard.in_force.end = CASENESS_DATE_NONE;
  standard.source = " ";
  caseness_standard_dialog_fill (CASENESS_STANDARD_DIALOG (dialog), &standard);
  g_assert_false (adw_message_dialog_get_response_enabled (asks, "write"));
  adw_message_dialog_response (asks, "cancel");
  run_for_a_while ();
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  g_test_add ("/pages/standards/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/pages/standards/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/pages/standards/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  status = g_test_run ();
  g_assert_finalize_object (session);
  return status;
}
