/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-show.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define CROSSED " / "

static void
fill (GtkDropDown *choice, GtkStringList *words, guint chosen)
{
  gtk_drop_down_set_model (choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (choice, chosen);
}

void
caseness_equity_show_variables (GtkDropDown *choice, const char *first, const CasenessVariable *chosen)
{
  const char *const *names = caseness_equity_list_variables ();
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0, i;

  if (first != NULL)
    gtk_string_list_append (words, first);
  for (i = 0; names[i] != NULL; i++)
    {
      gtk_string_list_append (words, caseness_equity_words_variable (names[i]));
      if (chosen != NULL && caseness_variable_find (names[i]) == chosen)
        selected = i + (first != NULL);
    }
  fill (choice, words, selected);
}

void
caseness_equity_show_stages (GtkDropDown *choice)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint i;

  for (i = 0; i < CASENESS_N_EQUITY_STAGES; i++)
    gtk_string_list_append (words, caseness_equity_words_stage (i));
  fill (choice, words, CASENESS_EQUITY_REFERRED);
}

void
caseness_equity_show_figures (GtkDropDown *choice, CasenessEquityFigure chosen)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint i;

  for (i = 0; i < CASENESS_N_EQUITY_FIGURES; i++)
    gtk_string_list_append (words, caseness_equity_words_figure (i));
  fill (choice, words, chosen);
}

void
caseness_equity_show_picks (GtkDropDown *choice, const char *variable)
{
  g_auto(GStrv) groups = caseness_variable_dup_groups (caseness_variable_find (variable));
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint i;

  /* Translators: any group of a characteristic will do */
  gtk_string_list_append (words, C_("group", "Any"));
  for (i = 0; groups[i] != NULL; i++)
    if (strcmp (groups[i], CASENESS_EQUITY_NOT_KNOWN) != 0)
      gtk_string_list_append (words, groups[i]);
  fill (choice, words, 0);
}

/* Whether a choice has these words already, so that it is not set back while somebody uses it. */
static gboolean
has_words (GtkDropDown *choice, const char *const *words)
{
  GListModel *model = gtk_drop_down_get_model (choice);
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0, i;

  if (n != g_strv_length ((GStrv) words))
    return FALSE;
  for (i = 0; i < n; i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i), words[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
offer (GtkDropDown *choice, GPtrArray *words, const char *chosen)
{
  guint selected = 0, i;
  g_autoptr(GtkStringList) list = NULL;

  for (i = 0; i < words->len; i++)
    if (g_strcmp0 (g_ptr_array_index (words, i), chosen) == 0)
      selected = i;
  g_ptr_array_add (words, NULL);
  if (!has_words (choice, (const char *const *) words->pdata))
    {
      list = gtk_string_list_new ((const char *const *) words->pdata);
      gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
    }
  if (words->len > 1)
    gtk_drop_down_set_selected (choice, selected);
}

void
caseness_equity_show_areas (GtkDropDown *choice, const CasenessEquityAnswer *answer)
{
  g_autoptr(GPtrArray) areas = g_ptr_array_new ();

  g_ptr_array_extend (areas, answer->areas, NULL, NULL);
  offer (choice, areas, answer->area);
}

void
caseness_equity_show_groups (GtkDropDown *choice, const CasenessEquityAnswer *answer)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new ();
  const char *chosen = NULL;
  guint i;

  for (i = 0; i < answer->way->groups->len; i++)
    {
      const CasenessEquityLine *line = caseness_equity_way_get_group (answer->way, i)->line;

      if (line->kind == CASENESS_EQUITY_LISTED)
        g_ptr_array_add (groups, line->group);
      if ((int) i == answer->trend_group)
        chosen = line->group;
    }
  offer (choice, groups, chosen);
}

static CasenessDataKind
get_kind (const CasenessChartTable *table, guint column, CasenessEquityView view)
{
  if (column == 0)
    return CASENESS_DATA_NAME;
  if (view == CASENESS_EQUITY_VIEW_CHECKLIST && column + 1 == caseness_chart_table_get_n_columns (table))
    return CASENESS_DATA_PROSE;
  return caseness_chart_table_is_numeric (table, column) ? CASENESS_DATA_NUMBER : CASENESS_DATA_TEXT;
}

void
caseness_equity_show_table (CasenessDataTable *shown, const CasenessChartTable *table, CasenessEquityView view)
{
  guint n = caseness_chart_table_get_n_columns (table), column, i;
  g_autofree CasenessDataColumn *columns = g_new (CasenessDataColumn, n);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (column = 0; column < n; column++)
    {
      columns[column].title = caseness_chart_table_get_heading (table, column);
      columns[column].kind = get_kind (table, column, view);
    }
  for (i = 0; i < caseness_chart_table_get_n_rows (table); i++)
    {
      CasenessDataRow *row = caseness_data_row_new (i, n);

      /* Groups keep the order of the census and of the list, which their words do not have. */
      caseness_data_row_set_number (row, 0, caseness_chart_table_get_cell (table, i, 0), i);
      for (column = 1; column < n; column++)
        if (columns[column].kind == CASENESS_DATA_NUMBER)
          caseness_data_row_set_number (row, column, caseness_chart_table_get_cell (table, i, column),
                                        caseness_chart_table_get_number (table, i, column));
        else
          caseness_data_row_set_text (row, column, caseness_chart_table_get_cell (table, i, column));
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (shown, columns, n, rows);
}

char *
caseness_equity_show_dup_notes (const CasenessEquityAnswer *answer, CasenessEquityView view, gboolean is_shared)
{
  g_autofree char *population = caseness_equity_words_population (answer);
  g_autofree char *more = NULL;

  if (view == CASENESS_EQUITY_VIEW_DEPRIVATION)
    more = caseness_equity_words_slope (answer, is_shared);
  else if (view == CASENESS_EQUITY_VIEW_CHECKLIST || view == CASENESS_EQUITY_VIEW_RATIOS)
    more = caseness_equity_words_older (answer);
  else if (view == CASENESS_EQUITY_VIEW_SHARES)
    more = caseness_equity_words_access (answer);
  return more != NULL ? g_strdup_printf ("%s\n%s", more, population) : g_strdup (population);
}
