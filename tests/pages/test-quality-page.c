/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-data-table.h"
#include "caseness-filter-bar.h"
#include "caseness-print-window.h"
#include "caseness-person-window.h"
#include "caseness-quality-page.h"
#include "caseness-report-preview.h"
#include "caseness-tile.h"
#include "page-service.h"
#include "widget-keys.h"

#include <math.h>
#include <string.h>

/* The data quality page on a small service, imported once. */
static CasenessSession *session;

/* Page: the page in a window, with the parts tests look at. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  CasenessDataTable *table;
  CasenessDataTable *rows;
} Fixture;

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  return page_part (fixture->page, name);
}

static gboolean
shows (Fixture *fixture, const char *name)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (part (fixture, "stack"))), name);
}

static gboolean
is_ready (gpointer fixture)
{
  return shows (fixture, "ready");
}

static gboolean
is_status (gpointer fixture)
{
  return shows (fixture, "status");
}

static void
show_page (Fixture *fixture, CasenessSession *shown)
{
  fixture->page = caseness_quality_page_new (shown);
  fixture->table = CASENESS_DATA_TABLE (part (fixture, "table"));
  fixture->rows = CASENESS_DATA_TABLE (part (fixture, "rows"));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 760);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
}

static void
set_period_of (CasenessSession *shown, int first_month, int last_month)
{
  CasenessPeriod period = { caseness_date_new (2025, first_month, 1),
                            caseness_date_month_end (caseness_date_new (2025, last_month, 1)) };

  caseness_session_set_period (shown, &period);
}

static void
set_period (int first_month, int last_month)
{
  set_period_of (session, first_month, last_month);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();

  caseness_session_set_filter (session, everybody);
  caseness_session_set_meeting_mode (session, FALSE);
  set_period (4, 6);
  show_page (fixture, session);
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

static void
choose (Fixture *fixture, CasenessQualityView view)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.view", "i", view));
}

static guint
count_rows (CasenessDataTable *table)
{
  return g_list_model_get_n_items (caseness_data_table_get_rows (table));
}

static CasenessDataRow *
get_row (CasenessDataTable *table, guint position)
{
  return g_list_model_get_item (caseness_data_table_get_rows (table), position);
}

static gboolean
is_open (Fixture *fixture)
{
  return gtk_widget_get_visible (part (fixture, "rows_card"));
}

/* The button of an action, NULL where there is none. */
static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  GtkWidget *child;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
can (Fixture *fixture, const char *action)
{
  GtkWidget *button = find_button (fixture->page, action);

  g_assert_nonnull (button);
  return gtk_widget_get_sensitive (button);
}

static void
test_says_what_it_shows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tile = gtk_widget_get_first_child (part (fixture, "tiles"));
  g_autofree char *name = NULL;
  guint n = 0;

  g_assert_cmpstr (caseness_page_get_title (CASENESS_PAGE (fixture->page)), ==, "Data Quality");
  name = g_strdup_printf ("Would be refused: %s", caseness_tile_get_figure (CASENESS_TILE (tile)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  for (; tile != NULL; tile = gtk_widget_get_next_sibling (tile))
    {
      g_signal_emit_by_name (tile, "clicked");
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tile)));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_child (GTK_WIDGET (fixture->table), "GtkColumnView")),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           gtk_label_get_text (GTK_LABEL (part (fixture, "title_label"))));
      n++;
    }
  g_assert_cmpuint (n, ==, CASENESS_N_QUALITY_VIEWS);
}

/* Which cell tells how many rows a row opens, and from what the number is to be taken. */
static const struct
{
  CasenessQualityView view;
  guint cell;
} counted[] = {
  { CASENESS_QUALITY_VIEW_RULES, 6 },
  { CASENESS_QUALITY_VIEW_LISTS, 1 },
};

static void
test_every_row (Fixture *fixture, gconstpointer data)
{
  gsize i;
  guint k;

  for (i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      choose (fixture, counted[i].view);
      g_assert_cmpuint (count_rows (fixture->table), >, 0);
      g_assert_false (is_open (fixture));
      for (k = 0; k < count_rows (fixture->table); k++)
        {
          g_autoptr(CasenessDataRow) row = get_row (fixture->table, k);

          caseness_data_table_open (fixture->table, k);
          g_assert_true (is_open (fixture));
          g_assert_cmpfloat (caseness_data_row_get_value (row, counted[i].cell), ==, count_rows (fixture->rows));
        }
    }
}

/* What would be refused opens all that broke the same rule, which can be saved and opened further. */
static void
assert_opens_its_rule (Fixture *fixture, guint position)
{
  g_autoptr(CasenessDataRow) row = get_row (fixture->table, position);
  gboolean is_there = FALSE;

  caseness_data_table_open (fixture->table, position);
  g_assert_true (is_open (fixture));
  for (guint i = 0; i < count_rows (fixture->rows); i++)
    {
      g_autoptr(CasenessDataRow) other = get_row (fixture->rows, i);

      is_there = is_there
                 || g_str_equal (caseness_data_row_get_text (other, 0), caseness_data_row_get_text (row, 0));
    }
  g_assert_true (is_there);
  g_assert_true (can (fixture, "page.export-rows"));
}

static void
test_refused (void)
{
  CasenessSession *refused = page_service_new_refused ();
  Fixture fixture;

  set_period_of (refused, 4, 6);
  show_page (&fixture, refused);
  run_until (is_ready, &fixture);
  run_for_a_while ();
  choose (&fixture, CASENESS_QUALITY_VIEW_REFUSED);
  g_assert_cmpuint (count_rows (fixture.table), >, 10);
  g_assert_false (can (&fixture, "page.export-rows"));
  for (guint k = 0; k < count_rows (fixture.table); k += 5)
    assert_opens_its_rule (&fixture, k);
  tear_down (&fixture, NULL);
  g_assert_finalize_object (refused);
}

/* A row that is about a pathway opens its course. */
static void
test_course (Fixture *fixture, gconstpointer data)
{
  GtkWindow *course;
  guint k;

  for (k = 0; k < count_rows (fixture->table); k++)
    {
      caseness_data_table_open (fixture->table, k);
      if (count_rows (fixture->rows) > 0)
        break;
    }
  g_assert_cmpuint (count_rows (fixture->rows), >, 0);
  caseness_data_table_open (fixture->rows, 0);
  course = find_window (CASENESS_TYPE_PERSON_WINDOW);
  g_assert_nonnull (course);
  gtk_window_destroy (course);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  guint k;

  for (k = 0; k < count_rows (fixture->table); k++)
    {
      g_autoptr(CasenessDataRow) row = get_row (fixture->table, k);
      double share = caseness_data_row_get_value (row, 1), total = caseness_data_row_get_value (row, 2);

      caseness_data_table_open (fixture->table, k);
      if (!isnan (share))
        g_assert_cmpuint (count_rows (fixture->rows), ==, (guint) lround (total - share * total));
    }
}

static gboolean
is_split (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_visible (part (fixture, "item_choice"));
}

/* The teams together are everybody. */
static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessDataRow) all = get_row (fixture->table, 0);
  double total = 0;
  guint k;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "split_choice")), CASENESS_QUALITY_BY_TEAM);
  run_until (is_split, fixture);
  g_assert_cmpuint (count_rows (fixture->table), >, 1);
  for (k = 0; k < count_rows (fixture->table); k++)
    {
      g_autoptr(CasenessDataRow) row = get_row (fixture->table, k);

      total += caseness_data_row_get_value (row, 2);
    }
  g_assert_cmpfloat (total, ==, caseness_data_row_get_value (all, 2));
  caseness_data_table_open (fixture->table, 0);
  g_assert_true (is_open (fixture));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "item_choice")), 1);
  g_assert_false (is_open (fixture));
}

static gboolean
is_told_by_team (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(CasenessDataRow) row = get_row (fixture->table, 0);

  return !isnan (caseness_data_row_get_value (row, 0));
}

/* Each row opens as many as it counts, and the teams together are everybody. */
static void
test_rules_by_team (Fixture *fixture, gconstpointer data)
{
  double total = 0, sum = 0;
  guint k;

  choose (fixture, CASENESS_QUALITY_VIEW_RULES);
  for (k = 0; k < count_rows (fixture->table); k++)
    {
      g_autoptr(CasenessDataRow) row = get_row (fixture->table, k);

      total += caseness_data_row_get_value (row, 6);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (part (fixture, "split_choice")), CASENESS_QUALITY_BY_TEAM);
  run_until (is_told_by_team, fixture);
  g_assert_false (is_split (fixture)); /* what is split is no item of completeness */
  for (k = 0; k < count_rows (fixture->table); k++)
    {
      g_autoptr(CasenessDataRow) row = get_row (fixture->table, k);

      sum += caseness_data_row_get_value (row, 7);
      caseness_data_table_open (fixture->table, k);
      g_assert_cmpuint (count_rows (fixture->rows), ==, (guint) caseness_data_row_get_value (row, 7));
    }
  g_assert_cmpfloat (sum, ==, total);
  g_assert_cmpfloat (sum, >, 0);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  caseness_data_table_open (fixture->table, 0);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->rows));
  g_assert_true (press_key (gtk_window_get_focus (fixture->window), GDK_KEY_Escape, 0));
  g_assert_false (is_open (fixture));
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (fixture->table)));
}

static gboolean
has_codes (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(CasenessDataRow) row = get_row (fixture->rows, 0);

  return g_str_has_prefix (caseness_data_row_get_text (row, 0), "Person ");
}

static guint
find_item_with_gaps (Fixture *fixture)
{
  guint k;

  for (k = 0; k < count_rows (fixture->table); k++)
    {
      caseness_data_table_open (fixture->table, k);
      if (count_rows (fixture->rows) > 1)
        return k;
    }
  g_assert_not_reached ();
}

static void
test_meeting_mode (Fixture *fixture, gconstpointer data)
{
  guint k;

  find_item_with_gaps (fixture);
  g_assert_false (has_codes (fixture));
  g_assert_true (can (fixture, "page.export-rows"));
  caseness_session_set_meeting_mode (session, TRUE);
  run_until (has_codes, fixture);
  for (k = 0; k < count_rows (fixture->rows); k++)
    {
      g_autoptr(CasenessDataRow) row = get_row (fixture->rows, k);

      g_assert_cmpstr (caseness_data_row_get_text (row, 2), ==, "");
    }
  g_assert_false (can (fixture, "page.export-rows"));
  choose (fixture, CASENESS_QUALITY_VIEW_LISTS);
  g_assert_false (can (fixture, "page.export-table"));
}

/* Rows of before remain chosen by their words when the period changes. */
static void
test_period (Fixture *fixture, gconstpointer data)
{
  choose (fixture, CASENESS_QUALITY_VIEW_RULES);
  caseness_data_table_open (fixture->table, 0);
  set_period (6, 6);
  run_for_a_while ();
  run_until (is_ready, fixture);
  g_assert_true (is_open (fixture));
  caseness_session_set_period (session, &(CasenessPeriod){ caseness_date_new (2020, 1, 1), caseness_date_new (2020, 1, 31) });
  run_until (is_status, fixture);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (part (fixture, "status"))), ==,
                   "No Month of This Period Is Loaded");
}

static gboolean
is_laid_out (gpointer preview)
{
  return find_child (GTK_WIDGET (preview), "CasenessReportSheet") != NULL;
}

static void
test_paper (Fixture *fixture, gconstpointer data)
{
  GtkWindow *preview = caseness_print_window_new (CASENESS_PAGE (fixture->page));

  g_assert_nonnull (preview);
  gtk_window_present (preview);
  run_until (is_laid_out, preview);
  gtk_window_destroy (preview);
}

static void
test_nothing_open (void)
{
  g_autoptr(CasenessSession) empty = caseness_session_new ();
  Fixture fixture;

  show_page (&fixture, empty);
  run_until (is_status, &fixture);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (part (&fixture, "status"))), ==, "Nothing Is Open");
  g_assert_false (can (&fixture, "page.print"));
  tear_down (&fixture, NULL);
}

static GPtrArray *
make_rows (void)
{
  static const struct { const char *text; double value; } cells[] = { { "b", 2 }, { "a", NAN }, { "c", 1 } };
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      CasenessDataRow *row = caseness_data_row_new (i, 2);

      caseness_data_row_set_text (row, 0, cells[i].text);
      caseness_data_row_set_number (row, 1, cells[i].text, cells[i].value);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static char *
read_ids (CasenessDataTable *table)
{
  g_autoptr(GString) ids = g_string_new (NULL);
  guint i;

  for (i = 0; i < count_rows (table); i++)
    {
      g_autoptr(CasenessDataRow) row = get_row (table, i);

      g_string_append_printf (ids, "%u", caseness_data_row_get_id (row));
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* By value, not by words; what is not known comes last. */
static void
test_sorting (void)
{
  const CasenessDataColumn columns[] = { { "Name", CASENESS_DATA_NAME }, { "Share", CASENESS_DATA_SHARE } };
  CasenessDataTable *table = CASENESS_DATA_TABLE (g_object_ref_sink (caseness_data_table_new ()));
  g_autoptr(GPtrArray) rows = make_rows ();
  g_autofree char *by_name = NULL;
  g_autofree char *by_share = NULL;

  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
  caseness_data_table_sort_by (table, 0, GTK_SORT_ASCENDING);
  by_name = read_ids (table);
  g_assert_cmpstr (by_name, ==, "102");
  caseness_data_table_sort_by (table, 1, GTK_SORT_ASCENDING);
  by_share = read_ids (table);
  g_assert_cmpstr (by_share, ==, "201");
  g_assert_finalize_object (table);
}

#define ADD(path, test) g_test_add ("/pages/quality/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  session = page_service_new ();
  ADD ("says-what-it-shows", test_says_what_it_shows);
  ADD ("every-row", test_every_row);
  ADD ("missing", test_missing);
  ADD ("course", test_course);
  ADD ("split", test_split);
  ADD ("rules-by-team", test_rules_by_team);
  ADD ("keys", test_keys);
  ADD ("meeting-mode", test_meeting_mode);
  ADD ("period", test_period);
  ADD ("paper", test_paper);
  g_test_add_func ("/pages/quality/refused", test_refused);
  g_test_add_func ("/pages/quality/nothing-open", test_nothing_open);
  g_test_add_func ("/pages/quality/sorting", test_sorting);
  result = g_test_run ();
  g_assert_finalize_object (session);
  return result;
}
