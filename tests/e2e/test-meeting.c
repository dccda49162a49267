/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-explain-popover.h"
#include "caseness-page.h"
#include "caseness-people-window.h"
#include "caseness-person-window.h"
#include "caseness-window-private.h"
#include "report-text.h"
#include "window-hand.h"

#include <string.h>

/*
 * Every page and view, the people behind its figures and its print, looked at twice: as it is for the service, where people
 * and staff are named, and in meeting mode, where nothing names anybody: no word on the screen, no tooltip, no name or
 * description that a screen reader says, no cell of a table that is not in sight, no print. That the first look finds names
 * is what makes the second worth anything.
 */

#define SERVICE "Demo Talking Therapies"

static CasenessWindow *window;
static char *folder;
static GRegex *identifier; /* of a referral, a person, or a member of staff, by code or by name */
static gboolean is_meeting;
static char *place;               /* what is looked at now: "ptl, page.view 2" */
static GHashTable *named;         /* pages on which somebody was named before the meeting */
static guint n_looked, n_prints, n_lists;

/* The codes of the demo, and the names of its staff. */
static GRegex *
make_identifier (void)
{
  g_autofree char *path = g_build_filename (folder, "months", "LOCStaff.csv", NULL);
  g_autofree char *csv = NULL;
  g_autoptr(GString) pattern = g_string_new ("\\b[RP][0-9]{7}\\b|\\bS[0-9]{4}\\b");
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  lines = g_strsplit (csv, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_string_append_printf (pattern, "|%s", cells[1]);
    }
  return g_regex_new (pattern->str, G_REGEX_OPTIMIZE, 0, NULL);
}

/* The first word of @place is the page. */
static void
look_at_words (const char *words, const char *what)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  n_looked++;
  if (words == NULL || !g_regex_match (identifier, words, 0, &match))
    return;
  found = g_match_info_fetch (match, 0);
  if (is_meeting)
    g_error ("in a meeting %s names %s in %s: %s", place, found, what, words);
  g_hash_table_add (named, g_strndup (place, strcspn (place, ",")));
}

static void
look_at_widget (GtkWidget *widget)
{
  static const GtkAccessibleProperty properties[]
    = { GTK_ACCESSIBLE_PROPERTY_LABEL, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT };

  if (GTK_IS_LABEL (widget))
    look_at_words (gtk_label_get_text (GTK_LABEL (widget)), "a label");
  if (GTK_IS_EDITABLE (widget))
    look_at_words (gtk_editable_get_text (GTK_EDITABLE (widget)), "a field");
  if (GTK_IS_WINDOW (widget))
    look_at_words (gtk_window_get_title (GTK_WINDOW (widget)), "a title");
  look_at_words (gtk_widget_get_tooltip_text (widget), "a tooltip");
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *told = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), properties[i], "");

      look_at_words (told, "what a screen reader says");
    }
}

static GtkWidget *
find_below (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child, type);
  return found;
}

/* All rows, those that are not in sight too. */
static void
look_at_table (CasenessDataTable *table)
{
  GListModel *rows = caseness_data_table_get_rows (table);
  GtkColumnView *view = GTK_COLUMN_VIEW (find_below (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  guint n_columns = g_list_model_get_n_items (gtk_column_view_get_columns (view));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);

      for (guint k = 0; k < n_columns; k++)
        {
          look_at_words (caseness_data_row_get_text (row, k), "a row");
          look_at_words (caseness_data_row_get_detail (row, k), "a row");
        }
    }
}

static void
look_at_chart (CasenessChart *chart)
{
  g_autofree char *summary = chart != NULL ? caseness_chart_dup_summary (chart) : NULL;
  g_autoptr(CasenessChartTable) table = chart != NULL ? caseness_chart_dup_table (chart) : NULL;
  g_autofree char *numbers = table != NULL ? caseness_chart_table_dup_text (table) : NULL;

  look_at_words (summary, "a chart");
  look_at_words (numbers, "a chart’s numbers");
}

static void
look_at (GtkWindow *shown)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (GTK_WIDGET (shown));

  for (guint i = 0; i < widgets->len; i++)
    {
      look_at_widget (widgets->pdata[i]);
      if (CASENESS_IS_DATA_TABLE (widgets->pdata[i]))
        look_at_table (widgets->pdata[i]);
      if (CASENESS_IS_CHART_VIEW (widgets->pdata[i]))
        look_at_chart (caseness_chart_view_get_chart (widgets->pdata[i]));
    }
}

static void
settle (void)
{
  hand_let_pass (20);
  hand_wait_until (hand_is_settled, window, "end of waiting");
  hand_let_pass (40);
  hand_wait_until (hand_is_settled, window, "end of waiting");
}

static void
be_at (const char *page, const char *what, guint which)
{
  g_free (place);
  place = g_strdup_printf ("%s, %s %u", page, what, which);
}

static GtkWidget *
find_popover (void)
{
  GtkWidget *child = gtk_widget_get_last_child (hand_get_page (window));

  while (child != NULL && !(CASENESS_IS_EXPLAIN_POPOVER (child) && gtk_widget_get_mapped (child)))
    child = gtk_widget_get_prev_sibling (child);
  return child;
}

static gboolean
is_explained (gconstpointer popover)
{
  return caseness_explain_popover_get_explanation (CASENESS_EXPLAIN_POPOVER ((gpointer) popover)) != NULL;
}

/* Those a figure stands for, and the course of the first of them. */
static void
look_at_people (GtkWidget *popover)
{
  GtkWindow *people, *person;

  hand_wait_until (is_explained, popover, "explanation");
  look_at (GTK_WINDOW (window));
  g_signal_emit_by_name (popover, "show-people");
  hand_let_pass (60);
  people = hand_find_window (CASENESS_TYPE_PEOPLE_WINDOW);
  if (people == NULL)
    return;
  look_at (people);
  n_lists++;
  g_signal_emit_by_name (find_below (GTK_WIDGET (people), GTK_TYPE_COLUMN_VIEW), "activate", 0);
  hand_let_pass (100);
  person = hand_find_window (CASENESS_TYPE_PERSON_WINDOW);
  if (person != NULL)
    {
      look_at (person);
      gtk_window_destroy (person);
    }
  gtk_window_destroy (people);
  hand_let_pass (40);
}

/* The first figure of each chart opens as a press on it opens it. */
static void
open_figures (void)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (GTK_WIDGET (window));

  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *popover;

      if (!CASENESS_IS_CHART_VIEW (widgets->pdata[i]) || !gtk_widget_get_mapped (widgets->pdata[i])
          || caseness_chart_view_find_region (widgets->pdata[i], 0, 0) == NULL)
        continue;
      g_signal_emit_by_name (widgets->pdata[i], "region-activated", 0, 0);
      settle ();
      popover = find_popover ();
      if (popover != NULL)
        look_at_people (popover);
      look_at (GTK_WINDOW (window));
    }
}

/* The first row of each table opens what is behind it. */
static void
open_rows (void)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (GTK_WIDGET (window));

  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *popover;
      GtkWindow *person;

      if (!CASENESS_IS_DATA_TABLE (widgets->pdata[i]) || !gtk_widget_get_mapped (widgets->pdata[i]))
        continue;
      caseness_data_table_open (widgets->pdata[i], 0);
      settle ();
      popover = find_popover ();
      if (popover != NULL)
        look_at_people (popover);
      person = hand_find_window (CASENESS_TYPE_PERSON_WINDOW);
      if (person != NULL)
        {
          look_at (person);
          gtk_window_destroy (person);
        }
      look_at (GTK_WINDOW (window));
    }
}

/* What is printed when people ask for names, which a meeting does not give. */
static void
look_at_print (void)
{
  CasenessPage *page = CASENESS_PAGE (hand_get_page (window));
  g_autoptr(CasenessReport) report = NULL;
  g_autofree char *words = NULL;

  caseness_page_set_identifies (page, TRUE);
  report = caseness_page_make_report (page);
  if (report == NULL)
    return;
  words = report_text_dup (report);
  look_at_words (words, "print");
  n_prints++;
}

/* That figures lead to people who are named has been shown once a page has opened some; in a meeting all are opened. */
static void
look_at_view (gboolean is_first)
{
  look_at (GTK_WINDOW (window));
  look_at_print ();
  if (!is_first && !is_meeting)
    return;
  open_figures ();
  open_rows ();
}

/* The buttons that choose a way to look at the page. */
static GPtrArray *
list_choices (const char *action)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (window));
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < shown->len; i++)
    if (GTK_IS_TOGGLE_BUTTON (shown->pdata[i])
        && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (shown->pdata[i])), action) == 0)
      g_ptr_array_add (choices, g_object_ref (shown->pdata[i]));
  return choices;
}

static void
look_at_choices (const char *page, const char *action)
{
  g_autoptr(GPtrArray) choices = list_choices (action);

  for (guint i = 0; i < choices->len; i++)
    {
      GtkActionable *button = choices->pdata[i];

      gtk_widget_activate_action_variant (GTK_WIDGET (button), action, gtk_actionable_get_action_target_value (button));
      settle ();
      be_at (page, action, i + 1);
      look_at_view (FALSE);
    }
}

/* What the lists of staff are: every page that can compare people by their clinician does. */
static void
compare_by_clinicians (const char *page)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (window));

  for (guint i = 0; i < shown->len; i++)
    {
      GtkDropDown *choice = GTK_IS_DROP_DOWN (shown->pdata[i]) ? shown->pdata[i] : NULL;
      GListModel *model = choice != NULL ? gtk_drop_down_get_model (choice) : NULL;

      for (guint k = 0; GTK_IS_STRING_LIST (model) && k < g_list_model_get_n_items (model); k++)
        if (g_ascii_strcasecmp (gtk_string_list_get_string (GTK_STRING_LIST (model), k), "Clinician") == 0
            && gtk_widget_get_mapped (GTK_WIDGET (choice)))
          {
            guint before = gtk_drop_down_get_selected (choice);

            gtk_drop_down_set_selected (choice, k);
            settle ();
            be_at (page, "by clinician", i);
            look_at_view (FALSE);
            gtk_drop_down_set_selected (choice, before);
            settle ();
          }
    }
}

static void
walk (void)
{
  for (guint page = 0; page < caseness_window_get_n_pages (window); page++)
    {
      const char *name = caseness_window_show_page (window, page);

      settle ();
      be_at (name, "as it opens", 0);
      look_at_view (TRUE);
      compare_by_clinicians (name);
      look_at_choices (name, "page.view");
      look_at_choices (name, "page.section");
    }
}

static void
test_meeting (void)
{
  g_autofree char *store = g_build_filename (folder, "demo.caseness", NULL);
  g_autofree char *months = g_build_filename (folder, "months", NULL);
  static const char *const naming[] = { "ptl", "recovery", "adsm", "quality" };

  hand_run_cli ("demo", months, "--referrals", "600", "--months", "15", "--end", "2025-06", NULL);
  hand_run_cli ("import", store, months, "--service", SERVICE, NULL);
  identifier = make_identifier ();
  named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  hand_open (window, store, SERVICE, 1280, 800);
  walk ();
  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    if (!g_hash_table_contains (named, naming[i]))
      g_error ("nobody is named on %s, so that the look at the meeting is worth nothing", naming[i]);
  g_assert_cmpuint (n_lists, >, 0);
  n_looked = n_prints = n_lists = 0;
  is_meeting = TRUE;
  caseness_session_set_meeting_mode (caseness_window_get_session (window), TRUE);
  walk ();
  g_test_message ("looked at %u words, %u prints, %u lists of people", n_looked, n_prints, n_lists);
  g_assert_cmpuint (n_looked, >, 10000);
  g_assert_cmpuint (n_prints, >=, 2 * caseness_window_get_n_pages (window));
  g_assert_cmpuint (n_lists, >=, caseness_window_get_n_pages (window));
  gtk_window_destroy (GTK_WINDOW (window));
  hand_let_pass (50);
  g_clear_pointer (&identifier, g_regex_unref);
  g_clear_pointer (&named, g_hash_table_unref);
  g_clear_pointer (&place, g_free);
}

int
main (int argc, char *argv[])
{
  int status;

  folder = g_dir_make_tmp ("caseness-meeting-XXXXXX", NULL);
  status = hand_run_story (argc, argv, "/e2e/meeting", test_meeting, &window);
  g_free (folder);
  return status;
}
