/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-aside-box.h"
#include "caseness-chart-region.h"
#include "caseness-chart-table-window.h"
#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-date-button.h"
#include "caseness-filter-bar.h"
#include "caseness-filter-choice.h"
#include "caseness-heat-grid.h"
#include "caseness-toast.h"
#include "caseness-wide-scroller.h"
#include "caseness-wrap-box.h"
#include "widget-keys.h"

#include <adwaita.h>

static GtkWindow *
show_in_window (GtkWidget *child)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 900, 500);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  run_for_a_while ();
  return window;
}

/* A window gone, its child must be gone with it. */
static void
close_window (GtkWindow *window, GtkWidget *child)
{
  g_object_ref (child);
  gtk_window_destroy (window);
  run_for_a_while ();
  g_assert_finalize_object (child);
}

/* Two rows and a total; the second figure of the first row is blank. */
static CasenessHeatGrid *
make_grid (const char *title)
{
  CasenessHeatGrid *grid = caseness_heat_grid_new ("Kind");

  caseness_heat_grid_set_titles (grid, title, "All of them", NULL);
  caseness_heat_grid_set_summary (grid, "Apples lead with 3.");
  caseness_heat_grid_add_family (grid, "before", CASENESS_SHADE_BEFORE);
  caseness_heat_grid_add_column (grid, "a", "early", 0);
  caseness_heat_grid_add_column (grid, "b", "late", 1);
  caseness_heat_grid_add_plain_column (grid, "Total", "total", TRUE);
  caseness_heat_grid_add_row (grid, "Apples", CASENESS_HEAT_ROW_PLAIN);
  caseness_heat_grid_add_row (grid, "Pears", CASENESS_HEAT_ROW_PLAIN);
  caseness_heat_grid_add_row (grid, "All", CASENESS_HEAT_ROW_TOTAL);
  caseness_heat_grid_set_count (grid, 0, 0, 3);
  caseness_heat_grid_set_count (grid, 0, 2, 3);
  caseness_heat_grid_set_count (grid, 1, 0, 1);
  caseness_heat_grid_set_count (grid, 1, 1, 1);
  caseness_heat_grid_set_count (grid, 1, 2, 2);
  caseness_heat_grid_set_count (grid, 2, 0, 4);
  caseness_heat_grid_set_count (grid, 2, 1, 1);
  caseness_heat_grid_set_count (grid, 2, 2, 5);
  return grid;
}

static CasenessChartView *
make_chart (void)
{
  g_autoptr(CasenessHeatGrid) grid = make_grid ("Apples lead");
  CasenessChartView *view = CASENESS_CHART_VIEW (caseness_chart_view_new ());

  caseness_chart_view_set_chart (view, caseness_heat_grid_as_chart (grid));
  return view;
}

static void
test_chart_is_named (void)
{
  CasenessChartView *view = make_chart ();
  GtkWindow *window = show_in_window (GTK_WIDGET (view));
  GtkWidget *region = caseness_chart_view_find_region (view, 0, 0);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Apples lead");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Apples lead with 3.");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_PROPERTY_LABEL, "Apples, early: 3");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (view)));
  g_assert_null (caseness_chart_view_find_region (view, 0, 1));
  close_window (window, GTK_WIDGET (view));
}

static const struct
{
  int row;
  int column;
  guint key;
  GdkModifierType modifiers;
  int to_row;
  int to_column;
} moves[] = {
  { 0, 0, GDK_KEY_Right, 0, 0, 2 }, /* over the blank */
  { 0, 2, GDK_KEY_Right, 0, 0, 2 }, /* stays at the end */
  { 0, 2, GDK_KEY_Left, 0, 0, 0 },
  { 0, 0, GDK_KEY_Left, 0, 0, -1 }, /* the head of the row */
  { 0, 0, GDK_KEY_Down, 0, 1, 0 },
  { 1, 1, GDK_KEY_Down, 0, 2, 1 },
  { 1, 1, GDK_KEY_Up, 0, 0, 0 }, /* the nearest where there is none above */
  { 0, 0, GDK_KEY_Up, 0, -1, 0 }, /* the head of the column */
  { 2, 1, GDK_KEY_Down, 0, 2, 1 },
  { 1, 1, GDK_KEY_Home, 0, 1, -1 },
  { 1, 0, GDK_KEY_End, 0, 1, 2 },
  { 1, 0, GDK_KEY_End, GDK_CONTROL_MASK, 2, 2 },
  { 1, 0, GDK_KEY_Home, GDK_CONTROL_MASK, -1, 0 },
};

static void
test_chart_keys (void)
{
  CasenessChartView *view = make_chart ();
  GtkWindow *window = show_in_window (GTK_WIDGET (view));
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      GtkWidget *from = caseness_chart_view_find_region (view, moves[i].row, moves[i].column);

      g_assert_true (gtk_widget_grab_focus (from));
      g_assert_true (press_key (from, moves[i].key, moves[i].modifiers));
      g_assert_true (gtk_window_get_focus (window)
                     == caseness_chart_view_find_region (view, moves[i].to_row, moves[i].to_column));
    }
  close_window (window, GTK_WIDGET (view));
}

static GtkWindow *
find_table_window (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  GList *l;

  for (l = windows; l != NULL; l = l->next)
    if (CASENESS_IS_CHART_TABLE_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_menu_open (CasenessChartView *view)
{
  GtkWidget *menu = find_child (GTK_WIDGET (view), "GtkPopoverMenu");

  g_assert_nonnull (menu);
  return gtk_widget_get_visible (menu);
}

/* Both menu keys open the menu, from the chart and from its figures; without a chart there is none. */
static void
test_chart_menu (void)
{
  CasenessChartView *view = make_chart ();
  GtkWindow *window = show_in_window (GTK_WIDGET (view));
  GtkWidget *region = caseness_chart_view_find_region (view, 0, 0);
  GtkWidget *menu = find_child (GTK_WIDGET (view), "GtkPopoverMenu");

  g_assert_false (is_menu_open (view));
  gtk_widget_grab_focus (GTK_WIDGET (view));
  g_assert_true (press_key (GTK_WIDGET (view), GDK_KEY_F10, GDK_SHIFT_MASK));
  run_for_a_while ();
  g_assert_true (is_menu_open (view));
  gtk_popover_popdown (GTK_POPOVER (menu));
  run_for_a_while ();
  gtk_widget_grab_focus (region);
  g_assert_true (press_key (region, GDK_KEY_Menu, 0));
  run_for_a_while ();
  g_assert_true (is_menu_open (view));
  gtk_popover_popdown (GTK_POPOVER (menu));
  run_for_a_while ();
  caseness_chart_view_set_chart (view, NULL);
  caseness_chart_view_open_menu (view);
  run_for_a_while ();
  g_assert_false (is_menu_open (view));
  close_window (window, GTK_WIDGET (view));
}

static const char *
get_column_title (GtkWidget *table)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find_child (table, "GtkColumnView"));
  g_autoptr(GtkColumnViewColumn) first = g_list_model_get_item (gtk_column_view_get_columns (view), 0);

  return gtk_column_view_column_get_title (first);
}

/* The numbers as a table, which follows the chart and goes with it. */
static void
test_chart_table (void)
{
  CasenessChartView *view = make_chart ();
  GtkWindow *window = show_in_window (GTK_WIDGET (view));
  g_autoptr(CasenessHeatGrid) other = make_grid ("Pears lead");
  GtkWidget *table, *cell;
  g_autoptr(CasenessDataRow) row = NULL;
  g_autofree char *name = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.show-table", NULL));
  g_assert_cmpstr (gtk_window_get_title (find_table_window ()), ==, "Apples lead");
  table = find_child (GTK_WIDGET (find_table_window ()), "CasenessDataTable");
  row = g_list_model_get_item (caseness_data_table_get_rows (CASENESS_DATA_TABLE (table)), 0);
  g_assert_cmpstr (caseness_data_row_get_text (row, 0), ==, "Apples");
  g_assert_cmpfloat (caseness_data_row_get_value (row, 1), ==, 3);
  run_for_a_while ();
  cell = find_child (table, "GtkColumnViewCell");
  name = g_strdup_printf ("%s: Apples", get_column_title (table));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Apples");
  caseness_chart_view_set_chart (view, caseness_heat_grid_as_chart (other));
  g_assert_cmpstr (gtk_window_get_title (find_table_window ()), ==, "Pears lead");
  caseness_chart_view_set_chart (view, NULL);
  run_for_a_while ();
  g_assert_null (find_table_window ());
  close_window (window, GTK_WIDGET (view));
}

static void
texture_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  GdkTexture **texture = user_data;

  *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (object), result, &error);
  g_assert_no_error (error);
}

static void
text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* What is on the clipboard is read back: a picture as wide as paper, and the numbers cell by cell. */
static void
test_chart_copy (void)
{
  CasenessChartView *view = make_chart ();
  GtkWindow *window = show_in_window (GTK_WIDGET (view));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.copy-picture", NULL));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/svg+xml"));
  gdk_clipboard_read_texture_async (clipboard, NULL, texture_read_cb, &texture);
  run_until (is_there, &texture);
  g_assert_cmpint (gdk_texture_get_width (texture), >=, 2 * 757);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.copy-numbers", NULL));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  run_until (is_there, &text);
  g_assert_true (g_str_has_prefix (text, "Kind\t"));
  g_assert_nonnull (strstr (text, "\nApples\t3\t"));
  close_window (window, GTK_WIDGET (view));
}

static CasenessChart *
tell_nothing (gpointer n_asked)
{
  ++*(guint *) n_asked;
  return NULL;
}

/* Where a page says what may be taken away, nothing else is, neither copied nor listed. */
static void
test_chart_told (void)
{
  CasenessChartView *view = make_chart ();
  GtkWindow *window = show_in_window (GTK_WIDGET (view));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  g_autofree char *text = NULL;
  guint n_asked = 0, n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());

  gdk_clipboard_set_text (clipboard, "before");
  caseness_chart_view_set_teller (view, tell_nothing, &n_asked);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.copy-numbers", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.copy-picture", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.show-table", NULL));
  g_assert_cmpuint (n_asked, ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  run_until (is_there, &text);
  g_assert_cmpstr (text, ==, "before");
  close_window (window, GTK_WIDGET (view));
}

/* Tab: the chart, then its figures as one stop, then on; and back again. */
static void
test_chart_tab (void)
{
  CasenessChartView *view = make_chart ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("before");
  GtkWidget *after = gtk_button_new_with_label ("after");
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (view));
  gtk_box_append (GTK_BOX (box), after);
  window = show_in_window (box);
  gtk_widget_grab_focus (before);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (view));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_true (CASENESS_IS_CHART_REGION (gtk_window_get_focus (window)));
  gtk_widget_grab_focus (caseness_chart_view_find_region (view, 1, 1));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (window) == after);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (window) == caseness_chart_view_find_region (view, 1, 1));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (view));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (window) == before);
  close_window (window, box);
}

static void
note_region_cb (CasenessChartView *view, int row, int column, gpointer user_data)
{
  g_string_append_printf (user_data, "%d,%d;", row, column);
}

static void
test_chart_activates (void)
{
  CasenessChartView *view = make_chart ();
  GtkWindow *window = show_in_window (GTK_WIDGET (view));
  g_autoptr(GString) pressed = g_string_new (NULL);

  g_signal_connect (view, "region-activated", G_CALLBACK (note_region_cb), pressed);
  g_signal_emit_by_name (caseness_chart_view_find_region (view, 1, 1), "clicked");
  g_signal_emit_by_name (caseness_chart_view_find_region (view, 2, -1), "clicked");
  g_signal_emit_by_name (caseness_chart_view_find_region (view, -1, 0), "clicked");
  g_assert_cmpstr (pressed->str, ==, "1,1;2,-1;-1,0;");
  close_window (window, GTK_WIDGET (view));
}

/* The figure under focus is read out; a new grid keeps focus, selection and the names up to date. */
static void
test_chart_follows_grid (void)
{
  CasenessChartView *view = make_chart ();
  GtkWindow *window = show_in_window (GTK_WIDGET (view));
  g_autoptr(CasenessHeatGrid) grid = make_grid ("Pears catch up");

  gtk_widget_grab_focus (caseness_chart_view_find_region (view, 1, 1));
  g_assert_cmpstr (caseness_chart_view_get_read_out (view), ==, "Pears, late: 1");
  caseness_chart_view_select (view, 1, 1);
  g_assert_true (gtk_widget_has_css_class (caseness_chart_view_find_region (view, 1, 1), "selected"));
  caseness_heat_grid_set_count (grid, 0, 1, 7);
  caseness_heat_grid_set_count (grid, 1, 1, 8);
  caseness_chart_view_set_chart (view, caseness_heat_grid_as_chart (grid));
  g_assert_true (gtk_window_get_focus (window) == caseness_chart_view_find_region (view, 1, 1));
  g_assert_cmpstr (caseness_chart_view_get_read_out (view), ==, "Pears, late: 8");
  g_assert_true (gtk_widget_has_css_class (caseness_chart_view_find_region (view, 1, 1), "selected"));
  g_assert_false (gtk_widget_has_css_class (caseness_chart_view_find_region (view, 0, 1), "selected"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Pears catch up");
  caseness_chart_view_unselect (view);
  g_assert_false (gtk_widget_has_css_class (caseness_chart_view_find_region (view, 1, 1), "selected"));
  caseness_chart_view_set_chart (view, NULL);
  g_assert_null (find_child (GTK_WIDGET (view), "CasenessChartRegion"));
  g_assert_null (caseness_chart_view_get_read_out (view));
  run_for_a_while ();
  close_window (window, GTK_WIDGET (view));
}

static void
test_chart_follows_style (void)
{
  CasenessChartView *view = make_chart ();
  GtkWindow *window = show_in_window (GTK_WIDGET (view));

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  run_for_a_while ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  run_for_a_while ();
  g_assert_nonnull (caseness_chart_view_find_region (view, 0, 0));
  close_window (window, GTK_WIDGET (view));
}

static void
note_filter_cb (CasenessFilterBar *bar, int dimension, const char *const *values, gpointer user_data)
{
  g_autofree char *joined = g_strjoinv ("+", (char **) values);

  g_string_append_printf (user_data, "%d=%s;", dimension, joined);
}

static void
test_filter_bar (void)
{
  static const char *const colours[] = { "red", "green", NULL };
  static const char *const sizes[] = { "1", "2", NULL };
  static const char *const size_words[] = { "Small", "Large", NULL };
  static const char *const chosen[] = { "2", NULL };
  CasenessFilterBar *bar = CASENESS_FILTER_BAR (caseness_filter_bar_new ());
  GtkWindow *window = show_in_window (GTK_WIDGET (bar));
  g_autoptr(GString) changes = g_string_new (NULL);
  GtkWidget *chips = find_child (GTK_WIDGET (bar), "CasenessWrapBox");
  GtkWidget *list;

  g_signal_connect (bar, "changed", G_CALLBACK (note_filter_cb), changes);
  caseness_filter_bar_offer (bar, 7, "Colour", colours, NULL);
  caseness_filter_bar_offer (bar, 3, "Size", sizes, size_words);
  caseness_filter_bar_show (bar, 3, chosen);

  /* Caption, chip, add: the chip says what is chosen and its cross takes it back. */
  list = gtk_widget_get_next_sibling (gtk_widget_get_first_child (chips));
  g_assert_true (gtk_widget_has_css_class (list, "filter-chip"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (list)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Change the filter Size: Large");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (list)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove the filter Size: Large");
  g_signal_emit_by_name (gtk_widget_get_last_child (list), "clicked");
  g_assert_cmpstr (changes->str, ==, "3=;");
  caseness_filter_bar_show (bar, 3, NULL);
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_next_sibling (gtk_widget_get_first_child (chips)),
                                            "filter-chip"));

  /* Add: the dimension, then the value. */
  caseness_filter_bar_popup (bar);
  run_for_a_while ();
  list = find_child (GTK_WIDGET (bar), "GtkListBox");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  list = gtk_widget_get_ancestor (find_child (GTK_WIDGET (bar), "GtkCheckButton"), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_cmpstr (changes->str, ==, "3=;7=green;");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (find_child (GTK_WIDGET (bar), "GtkMenuButton")));
  run_for_a_while ();
  close_window (window, GTK_WIDGET (bar));
}

static void
test_filter_choice (void)
{
  static const char *const values[] = { "a", "b", "c", "d", NULL };
  static const char *const labels[] = { "Ay", "Bee", "Cee", "Dee", NULL };
  CasenessFilterChoice *choice = caseness_filter_choice_new (1);
  g_autofree char *words = NULL;
  guint i;

  caseness_filter_choice_offer (choice, "Letter", values, labels);
  for (i = 0; i < 3; i++)
    {
      g_auto(GStrv) wanted = caseness_filter_choice_toggle (choice, values[i]);

      g_assert_true (caseness_filter_choice_choose (choice, (const char *const *) wanted));
      g_assert_false (caseness_filter_choice_choose (choice, (const char *const *) wanted));
    }
  words = caseness_filter_choice_describe (choice);
  g_assert_cmpstr (words, ==, "Letter: Ay, Bee, Cee");
  g_free (words);
  caseness_filter_choice_choose (choice, values);
  words = caseness_filter_choice_describe (choice);
  g_assert_cmpstr (words, ==, "Letter: 4 chosen");
  g_assert_cmpstr (caseness_filter_choice_get_label (choice, "gone"), ==, "gone");
  caseness_filter_choice_free (choice);
}

static void
test_date_button (void)
{
  CasenessDateButton *button = CASENESS_DATE_BUTTON (caseness_date_button_new ());
  GtkWindow *window = show_in_window (GTK_WIDGET (button));
  GtkWidget *menu = find_child (GTK_WIDGET (button), "GtkMenuButton");
  GtkWidget *entry = find_child (GTK_WIDGET (button), "GtkEntry");

  caseness_date_button_set_caption (button, "as at");
  caseness_date_button_set_date (button, caseness_date_new (2025, 6, 30));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "as at Monday 30 June 2025");
  gtk_widget_activate_action (GTK_WIDGET (button), "date.step", "i", -7);
  g_assert_cmpint (caseness_date_button_get_date (button), ==, caseness_date_new (2025, 6, 23));
  gtk_editable_set_text (GTK_EDITABLE (entry), "01/05/2025");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (caseness_date_button_get_date (button), ==, caseness_date_new (2025, 5, 1));
  gtk_editable_set_text (GTK_EDITABLE (entry), "31/02/2025");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (caseness_date_button_get_date (button), ==, caseness_date_new (2025, 5, 1));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  close_window (window, GTK_WIDGET (button));
}

static void
test_wrap_box (void)
{
  GtkWidget *box = caseness_wrap_box_new ();
  int minimum, natural, one_line, two_lines;
  guint i;

  caseness_wrap_box_set_spacing (CASENESS_WRAP_BOX (box), 10);
  caseness_wrap_box_set_line_spacing (CASENESS_WRAP_BOX (box), 5);
  for (i = 0; i < 2; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, 100, 20);
      caseness_wrap_box_append (CASENESS_WRAP_BOX (box), child);
    }
  g_object_ref_sink (box);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 210, &one_line, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 209, &two_lines, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 210);
  g_assert_cmpint (one_line, ==, 20);
  g_assert_cmpint (two_lines, ==, 45);
  g_assert_finalize_object (box);
}

/* Beside each other from the width on that is enough for the first, else below each other. */
static void
test_aside_box (void)
{
  GtkWidget *box = caseness_aside_box_new ();
  GtkAllocation places[2];
  int minimum, natural, beside, below;
  guint i;

  g_object_set (box, "spacing", 10, "enough", 200, NULL);
  for (i = 0; i < 2; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, 100, 20 * (i + 1));
      caseness_aside_box_append (CASENESS_ASIDE_BOX (box), child);
    }
  g_object_ref_sink (box);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 310, &beside, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 309, &below, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 310);
  g_assert_cmpint (beside, ==, 40);
  g_assert_cmpint (below, ==, 70);
  gtk_widget_allocate (box, 400, 40, -1, NULL);
  gtk_widget_get_allocation (gtk_widget_get_first_child (box), &places[0]);
  gtk_widget_get_allocation (gtk_widget_get_last_child (box), &places[1]);
  g_assert_cmpint (places[0].width, ==, 290);
  g_assert_cmpint (places[1].x, ==, 300);
  gtk_widget_allocate (box, 300, 100, -1, NULL); /* of the 30 that are left a third goes to the first */
  gtk_widget_get_allocation (gtk_widget_get_first_child (box), &places[0]);
  gtk_widget_get_allocation (gtk_widget_get_last_child (box), &places[1]);
  g_assert_cmpint (places[0].height, ==, 30);
  g_assert_cmpint (places[1].y, ==, 40);
  g_assert_cmpint (places[1].height, ==, 60);
  g_assert_cmpint (places[1].width, ==, 300);
  g_assert_finalize_object (box);
}

/* Below each other, what scrolls has all the height it would like before there is more than enough. */
static void
test_aside_box_heights (void)
{
  static const struct
  {
    int height;
    int first;
  } cases[] = { { 150, 100 }, { 249, 199 }, { 250, 200 }, { 370, 300 } };
  GtkWidget *box = caseness_aside_box_new ();
  GtkWidget *first = gtk_scrolled_window_new (), *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *tall = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gsize i;

  g_object_set (box, "spacing", 10, "enough", 1000, NULL);
  gtk_widget_set_size_request (tall, 100, 200);
  gtk_widget_set_size_request (second, 100, 40);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (first), tall);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (first), TRUE);
  caseness_aside_box_append (CASENESS_ASIDE_BOX (box), first);
  caseness_aside_box_append (CASENESS_ASIDE_BOX (box), second);
  g_object_ref_sink (box);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minimum;

      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 300, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, cases[i].height);
      gtk_widget_allocate (box, 300, cases[i].height, -1, NULL);
      g_assert_cmpint (gtk_widget_get_allocated_height (first), ==, cases[i].first);
    }
  g_assert_finalize_object (box);
}

/* The bar shows only while something is out of sight. */
static void
test_wide_scroller (void)
{
  GtkWidget *scroller = caseness_wide_scroller_new ();
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWindow *window;

  gtk_widget_set_size_request (child, 3000, 50);
  caseness_wide_scroller_set_child (CASENESS_WIDE_SCROLLER (scroller), child);
  window = show_in_window (scroller);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (scroller)));
  gtk_widget_set_size_request (child, 300, 50);
  run_for_a_while ();
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (scroller)));
  close_window (window, scroller);
}

static gboolean
has_no_toast (gpointer overlay)
{
  return find_child (overlay, "AdwToastWidget") == NULL;
}

/* Replaced and closed while it still slides in: libadwaita's own bookkeeping must outlive both. */
static void
test_toast (void)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWindow *window;
  guint i;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("A page"));
  window = show_in_window (overlay);
  g_object_set (gtk_widget_get_settings (overlay), "gtk-enable-animations", TRUE, NULL);
  for (i = 0; i < 3; i++)
    {
      gboolean are_enabled;

      caseness_toast_show (ADW_TOAST_OVERLAY (overlay), "Saved R&D.csv", NULL, NULL);
      caseness_toast_show (ADW_TOAST_OVERLAY (overlay), "Note taken back", "Redo", "win.redo");
      g_assert_nonnull (find_child (overlay, "AdwToastWidget"));
      g_assert_true (press_key (overlay, GDK_KEY_Escape, 0));
      run_until (has_no_toast, overlay);
      run_for_a_while (); /* past the end of what slid in */
      g_object_get (gtk_widget_get_settings (overlay), "gtk-enable-animations", &are_enabled, NULL);
      g_assert_true (are_enabled);
    }
  close_window (window, overlay);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/chart/is-named", test_chart_is_named);
  g_test_add_func ("/widgets/chart/keys", test_chart_keys);
  g_test_add_func ("/widgets/chart/menu", test_chart_menu);
  g_test_add_func ("/widgets/chart/table", test_chart_table);
  g_test_add_func ("/widgets/chart/copy", test_chart_copy);
  g_test_add_func ("/widgets/chart/told", test_chart_told);
  g_test_add_func ("/widgets/chart/tab", test_chart_tab);
  g_test_add_func ("/widgets/chart/activates", test_chart_activates);
  g_test_add_func ("/widgets/chart/follows-grid", test_chart_follows_grid);
  g_test_add_func ("/widgets/chart/follows-style", test_chart_follows_style);
  g_test_add_func ("/widgets/filter-bar", test_filter_bar);
  g_test_add_func ("/widgets/filter-choice", test_filter_choice);
  g_test_add_func ("/widgets/date-button", test_date_button);
  g_test_add_func ("/widgets/toast", test_toast);
  g_test_add_func ("/widgets/wrap-box", test_wrap_box);
  g_test_add_func ("/widgets/aside-box", test_aside_box);
  g_test_add_func ("/widgets/aside-box-heights", test_aside_box_heights);
  g_test_add_func ("/widgets/wide-scroller", test_wide_scroller);
  return g_test_run ();
}
