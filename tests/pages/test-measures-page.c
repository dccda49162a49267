/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-catalogue.h"
#include "caseness-data-table.h"
#include "caseness-figure-record.h"
#include "caseness-measures-page.h"
#include "caseness-overview.h"
#include "caseness-series-panel.h"
#include "page-service.h"
#include "widget-keys.h"

#include <math.h>
#include <string.h>

/* The Measures page on a small service of four months, imported once. */
static CasenessSession *session;

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  CasenessDataTable *table;
  CasenessDataTable *detail;
} Fixture;

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  return page_part (fixture->page, name);
}

static gboolean
is_ready (gpointer data)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (part (data, "stack"))), "ready");
}

static const char *
get_text (Fixture *fixture, const char *label)
{
  return gtk_label_get_text (GTK_LABEL (part (fixture, label)));
}

static guint
count_rows (CasenessDataTable *table)
{
  return g_list_model_get_n_items (caseness_data_table_get_rows (table));
}

static CasenessDataRow *
get_row (CasenessDataTable *table, guint position)
{
  g_autoptr(CasenessDataRow) row = g_list_model_get_item (caseness_data_table_get_rows (table), position);

  return row; /* the model keeps it */
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  CasenessPeriod quarter = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };

  caseness_session_set_meeting_mode (session, FALSE);
  caseness_session_set_period (session, &quarter);
  fixture->page = caseness_measures_page_new (session);
  fixture->table = CASENESS_DATA_TABLE (part (fixture, "table"));
  fixture->detail = CASENESS_DATA_TABLE (part (fixture, "detail"));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 760);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
  run_until (is_ready, fixture);
  run_for_a_while ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  run_for_a_while ();
  g_assert_finalize_object (fixture->page);
}

static gboolean
has_measure (gpointer data)
{
  return gtk_widget_get_visible (part (data, "below"));
}

static gboolean
says_that_it_cannot (gpointer data)
{
  return g_str_equal (get_text (data, "value_label"), "Cannot be computed");
}

static void
open_measure (Fixture *fixture, const char *id)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.open-measure", "s", id));
  run_until (has_measure, fixture);
  run_for_a_while ();
}

static void
choose (Fixture *fixture, const char *name, const char *choice)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (part (fixture, name));
  GtkStringList *choices = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++)
    if (g_str_equal (gtk_string_list_get_string (choices, i), choice))
      {
        gtk_drop_down_set_selected (drop_down, i);
        run_for_a_while ();
        return;
      }
  g_error ("there is no %s to choose", choice);
}

static gboolean
has_four_rows (gpointer data)
{
  return count_rows (((Fixture *) data)->detail) == 4;
}

static gboolean
has_many_rows (gpointer data)
{
  return count_rows (((Fixture *) data)->detail) > 4;
}

static gboolean
has_codes (gpointer data)
{
  CasenessDataTable *detail = ((Fixture *) data)->detail;

  return count_rows (detail) > 0
         && g_str_equal (caseness_data_row_get_text (get_row (detail, 0), 0), "Member of staff 1");
}

static CasenessFigure
work_out (const char *id, const char *const *groups)
{
  CasenessPeriod quarter = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };
  g_autoptr(CasenessFigureAddress) address = caseness_figure_address_new (id, &quarter, groups, NULL);

  return caseness_figure_address_work_out (address, caseness_session_get_snapshot (session), NULL);
}

/* Everything that may be asked for is listed, and says what the evaluator says. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  guint n, n_asked = 0, i;
  const CasenessMeasure *all = caseness_measure_get_all (&n);

  for (i = 0; i < n; i++)
    n_asked += caseness_measure_is_asked_for (&all[i]);
  g_assert_cmpuint (count_rows (fixture->table), ==, n_asked);
  g_assert_cmpstr (caseness_data_row_get_text (get_row (fixture->table, 0), 0), ==, "Referrals received");
  g_assert_cmpfloat (caseness_data_row_get_value (get_row (fixture->table, 0), 1), ==, work_out ("M001", NULL).value);
  g_assert_true (g_str_has_suffix (get_text (fixture, "title_label"), "Apr–Jun 2025"));
}

/* By id, by the words of a name in any case and order, by a word of the definition, by topic. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *search; const char *topic; const char *first; } searches[] = {
    { "m192", "All topics", "M192, Outcomes" },
    { "RECOVERY reliable ethnic mixed", "All topics", "M209, Outcomes" },
    { "general practitioner", "All topics", "M003, Referrals" },
    { "recovery", "Employment", "M302, Employment" },
    { "no such thing", "All topics", NULL },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (part (fixture, "search")), searches[i].search);
      g_signal_emit_by_name (part (fixture, "search"), "search-changed");
      choose (fixture, "topic_choice", searches[i].topic);
      if (searches[i].first == NULL)
        g_assert_cmpuint (count_rows (fixture->table), ==, 0);
      else
        g_assert_cmpstr (caseness_data_row_get_detail (get_row (fixture->table, 0), 0), ==, searches[i].first);
    }
}

/* A measure in full; Escape goes back to where one was. */
static void
test_measure (Fixture *fixture, gconstpointer data)
{
  CasenessFigure recovery = work_out ("M192", NULL);
  g_autofree char *counts = g_strdup_printf ("%.0f of %.0f;", recovery.numerator, recovery.denominator);

  open_measure (fixture, "M192");
  g_assert_cmpstr (get_text (fixture, "measure_label"), ==, "Recovery (M192)");
  g_assert_true (g_str_has_prefix (get_text (fixture, "facts_label"), counts));
  g_assert_nonnull (strstr (get_text (fixture, "facts_label"), "Wilson"));
  g_assert_nonnull (strstr (get_text (fixture, "standard_label"), "At least 50% (IAPT Manual 6.4.3"));
  g_assert_nonnull (strstr (get_text (fixture, "national_label"), "England, "));
  g_assert_nonnull (strstr (get_text (fixture, "definition_label"), "caseness"));
  g_assert_cmpstr (caseness_series_panel_get_measure (CASENESS_SERIES_PANEL (part (fixture, "panel")))->id, ==, "M192");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (part (fixture, "by_choice")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "By");
  g_assert_true (press_key (part (fixture, "detail"), GDK_KEY_Escape, 0));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (part (fixture, "views"))), ==, "list");
}

/* Why there is none, and nothing to draw or break down. */
static void
test_cannot (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.open-measure", "s", "EA014"));
  run_until (says_that_it_cannot, fixture);
  g_assert_nonnull (strstr (get_text (fixture, "definition_label"), "no longer asks"));
  g_assert_false (gtk_widget_get_visible (part (fixture, "below")));
  g_assert_false (gtk_widget_get_sensitive (part (fixture, "pin_button")));
}

static double
add_up (CasenessDataTable *table, guint cell)
{
  double sum = 0;
  guint i;

  for (i = 0; i < count_rows (table); i++)
    sum += caseness_data_row_get_value (get_row (table, i), cell);
  return sum;
}

/* Groups, groups crossed, and months add up to the total. */
static void
test_breakdown (Fixture *fixture, gconstpointer data)
{
  const char *female[] = { "Gender", "Female", NULL };
  double total = work_out ("M001", NULL).value;

  open_measure (fixture, "M001");
  choose (fixture, "by_choice", "Gender");
  run_until (has_four_rows, fixture);
  g_assert_cmpfloat (add_up (fixture->detail, 1), ==, total);
  g_assert_cmpfloat (caseness_data_row_get_value (get_row (fixture->detail, 1), 1), ==,
                     work_out ("M001", female).value);
  choose (fixture, "and_choice", "Age Group");
  run_until (has_many_rows, fixture);
  g_assert_cmpfloat (add_up (fixture->detail, 2), ==, total);
  choose (fixture, "by_choice", "Everybody");
  choose (fixture, "step_choice", "Months");
  run_until (has_four_rows, fixture);
  g_assert_cmpfloat (add_up (fixture->detail, 1)
                       - caseness_data_row_get_value (get_row (fixture->detail, 3), 1), ==, total);
}

/* Paper has what is shown: the measures that are listed, or the one that is open with its months. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReport) all = caseness_page_make_report (CASENESS_PAGE (fixture->page));
  g_autoptr(CasenessReport) some = NULL;
  g_autoptr(CasenessReport) one = NULL;

  gtk_editable_set_text (GTK_EDITABLE (part (fixture, "search")), "wsas");
  some = caseness_page_make_report (CASENESS_PAGE (fixture->page));
  open_measure (fixture, "M192");
  one = caseness_page_make_report (CASENESS_PAGE (fixture->page));
  g_assert_cmpuint (caseness_report_get_n_pages (all), >, caseness_report_get_n_pages (some));
  g_assert_cmpuint (caseness_report_get_n_pages (some), >, caseness_report_get_n_pages (one));
  g_assert_cmpuint (caseness_report_get_n_pages (one), >=, 2);
}

/* A row explains itself, with its people. */
static void
test_door (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover;

  open_measure (fixture, "M001");
  choose (fixture, "by_choice", "Gender");
  run_until (has_four_rows, fixture);
  caseness_data_table_open (fixture->detail, 0);
  run_for_a_while ();
  popover = find_child (fixture->page, "CasenessExplainPopover");
  g_assert_nonnull (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  run_for_a_while ();
}

/* Names of staff are codes in meeting mode, and their table is not saved. */
static void
test_meeting_mode (Fixture *fixture, gconstpointer data)
{
  open_measure (fixture, "M076");
  choose (fixture, "by_choice", "Clinician");
  caseness_session_set_meeting_mode (session, TRUE);
  run_until (has_codes, fixture);
  g_assert_false (gtk_widget_get_sensitive (part (fixture, "export_button")));
}

static gboolean
is_recorded (gpointer data)
{
  return caseness_journal_get (caseness_session_get_journal (session), CASENESS_RECORD_PIN, data) != NULL;
}

static gboolean
is_not_recorded (gpointer data)
{
  return !is_recorded (data);
}

/* Pinned, it is the first row of every overview; unpinned, and undone, as it was. */
static void
test_pin (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) rows = NULL;

  open_measure (fixture, "M343");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (part (fixture, "pin_button"))), ==, "_Pin to Overview");
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.pin", NULL));
  run_until (is_recorded, (gpointer) "M343");
  run_for_a_while ();
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (part (fixture, "pin_button"))), ==, "Un_pin from Overview");
  rows = caseness_overview_list_standards (CASENESS_OVERVIEW_PTL, caseness_session_get_journal (session), FALSE);
  g_assert_cmpstr (g_array_index (rows, CasenessOverviewStandard, 0).measure->id, ==, "M343");
  g_assert_cmpstr (caseness_journal_get_undo (caseness_session_get_journal (session)), ==,
                   "Measure pinned to the overview");
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.pin", NULL));
  run_until (is_not_recorded, (gpointer) "M343");
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "list", test_list },     { "search", test_search },       { "measure", test_measure },
    { "cannot", test_cannot }, { "breakdown", test_breakdown }, { "door", test_door },
    { "meeting-mode", test_meeting_mode }, { "pin", test_pin },
    { "paper", test_paper },
  };
  int status;
  gsize i;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pages/measures/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  status = g_test_run ();
  g_assert_finalize_object (session);
  return status;
}
