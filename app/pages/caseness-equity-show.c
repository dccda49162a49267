/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-show.h"

#include "caseness-suppression.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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

/* A table of the screen has what belongs to a figure, as its interval, below it: it is to be seen without scrolling
 * sideways. Columns that are said so of another are left out; two stand as `0.98 (0.72 to 1.30)`, or the first beside the
 * figure, `36.9% (+1.5)`, and the second below. */
typedef struct
{
  CasenessEquityView view;
  guint column;
  guint first;  /* below it */
  guint second; /* 0 for none */
  gboolean is_beside;
  const char *words; /* (nullable): what it is, where the heading of its column is missed */
} Fold;

static const Fold folds[] = {
  { CASENESS_EQUITY_VIEW_SHARES, 4, 7, 0, FALSE, NULL },
  { CASENESS_EQUITY_VIEW_SHARES, 9, 10, 0, FALSE, NULL },
  /* Translators: of finished courses, how many (began at caseness) */
  { CASENESS_EQUITY_VIEW_OUTCOMES, 1, 2, 0, FALSE, N_("%s of them") },
  { CASENESS_EQUITY_VIEW_OUTCOMES, 3, 4, 5, TRUE, NULL },
  { CASENESS_EQUITY_VIEW_OUTCOMES, 6, 7, 8, TRUE, NULL },
  { CASENESS_EQUITY_VIEW_OUTCOMES, 9, 10, 11, TRUE, NULL },
  { CASENESS_EQUITY_VIEW_OUTCOMES, 12, 13, 14, TRUE, NULL },
  { CASENESS_EQUITY_VIEW_OUTCOMES, 15, 16, 17, TRUE, NULL },
  /* Translators: a percentage of first treatments within so many weeks */
  { CASENESS_EQUITY_VIEW_CARE, 1, 2, 0, FALSE, N_("%s in 18") },
  /* Translators: a percentage of second treatments after so many days */
  { CASENESS_EQUITY_VIEW_CARE, 3, 4, 0, FALSE, N_("%s after 90 d") },
  { CASENESS_EQUITY_VIEW_DEPRIVATION, 3, 4, 0, FALSE, NULL },
  { CASENESS_EQUITY_VIEW_TREND, 3, 4, 0, FALSE, NULL },
  { CASENESS_EQUITY_VIEW_ONE, 3, 4, 0, FALSE, NULL },
  /* Translators: how many are expected, below how many there are */
  { CASENESS_EQUITY_VIEW_CHECKLIST, 2, 3, 0, FALSE, N_("of %s") },
};

/* Headings that the subtitle explains, so that the columns fit. */
static const struct
{
  CasenessEquityView view;
  guint column;
  const char *heading;
} short_headings[] = {
  { CASENESS_EQUITY_VIEW_SHARES, 1, N_("People") },
  { CASENESS_EQUITY_VIEW_SHARES, 2, N_("Need") },
  { CASENESS_EQUITY_VIEW_SHARES, 3, N_("Referred") },
  { CASENESS_EQUITY_VIEW_SHARES, 4, N_("Treated") },
  { CASENESS_EQUITY_VIEW_SHARES, 5, N_("Completed") },
  { CASENESS_EQUITY_VIEW_SHARES, 6, N_("Recovered") },
  { CASENESS_EQUITY_VIEW_SHARES, 9, N_("Access, %") },
  { CASENESS_EQUITY_VIEW_OUTCOMES, 6, N_("Reliable") },
  { CASENESS_EQUITY_VIEW_OUTCOMES, 9, N_("Improvement") },
  { CASENESS_EQUITY_VIEW_OUTCOMES, 12, N_("Deterioration") },
  { CASENESS_EQUITY_VIEW_OUTCOMES, 15, N_("Adjusted") },
  { CASENESS_EQUITY_VIEW_CHECKLIST, 5, N_("Recovery") },
};

static const char *
get_heading (const CasenessChartTable *table, guint column, CasenessEquityView view)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (short_headings); i++)
    if (short_headings[i].view == view && short_headings[i].column == column)
      return _(short_headings[i].heading);
  return caseness_chart_table_get_heading (table, column);
}

static const Fold *
find_fold (CasenessEquityView view, guint column)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (folds); i++)
    if (folds[i].view == view && folds[i].column == column)
      return &folds[i];
  return NULL;
}

static gboolean
is_folded (CasenessEquityView view, guint column)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (folds); i++)
    if (column > 0 && folds[i].view == view && (folds[i].first == column || folds[i].second == column))
      return TRUE;
  return FALSE;
}

static char *
fill_words (const char *words, const char *cell)
{
  g_auto(GStrv) parts = g_strsplit (words, "%s", 2);

  return g_strjoinv (cell, parts);
}

static char *
dup_detail (const CasenessChartTable *table, guint row, const Fold *fold)
{
  const char *first = caseness_chart_table_get_cell (table, row, fold->first);
  const char *second = fold->second > 0 ? caseness_chart_table_get_cell (table, row, fold->second) : "";

  if (fold->is_beside)
    return g_strdup (strcmp (second, CASENESS_SUPPRESSED) != 0 ? second : "");
  if (*first == '\0' || strcmp (first, CASENESS_SUPPRESSED) == 0)
    return g_strdup (""); /* as the figure is */
  if (fold->words != NULL)
    return fill_words (_(fold->words), first);
  /* Translators: a figure and its interval */
  return *second != '\0' ? g_strdup_printf (_("%1$s (%2$s)"), first, second) : g_strdup (first);
}

/* The figure, with what stands beside it. */
static char *
dup_figure (const CasenessChartTable *table, guint row, guint column, const Fold *fold)
{
  const char *text = caseness_chart_table_get_cell (table, row, column);
  const char *beside = fold != NULL && fold->is_beside ? caseness_chart_table_get_cell (table, row, fold->first) : "";

  if (*beside == '\0' || strcmp (beside, CASENESS_SUPPRESSED) == 0)
    return g_strdup (text);
  /* Translators: a percentage, and how it differs from what it is held against */
  return g_strdup_printf (_("%1$s (%2$s)"), text, beside);
}

static CasenessDataKind
get_kind (const CasenessChartTable *table, guint column, CasenessEquityView view)
{
  if (column == 0)
    return CASENESS_DATA_NAME;
  if (view == CASENESS_EQUITY_VIEW_TESTS
      || (view == CASENESS_EQUITY_VIEW_CHECKLIST && column + 1 == caseness_chart_table_get_n_columns (table)))
    return CASENESS_DATA_PROSE;
  if (find_fold (view, column) != NULL)
    return CASENESS_DATA_PAIR;
  return caseness_chart_table_is_numeric (table, column) ? CASENESS_DATA_NUMBER : CASENESS_DATA_TEXT;
}

/* Groups keep the order of the census and of the list, which their words do not have. */
static void
set_cell (CasenessDataRow *row, guint cell, const CasenessChartTable *table, guint i, guint column, CasenessEquityView view)
{
  const Fold *fold = find_fold (view, column);
  g_autofree char *text = dup_figure (table, i, column, fold);
  g_autofree char *detail = fold != NULL ? dup_detail (table, i, fold) : NULL;

  if (column == 0)
    caseness_data_row_set_number (row, cell, text, i);
  else if (fold != NULL || caseness_chart_table_is_numeric (table, column))
    caseness_data_row_set_number (row, cell, text, caseness_chart_table_get_number (table, i, column));
  else
    caseness_data_row_set_text (row, cell, text);
  if (fold != NULL)
    caseness_data_row_set_detail (row, cell, detail);
}

void
caseness_equity_show_table (CasenessDataTable *shown, const CasenessChartTable *table, CasenessEquityView view)
{
  guint n = 0, column, cell, i;
  g_autofree CasenessDataColumn *columns = g_new (CasenessDataColumn, caseness_chart_table_get_n_columns (table));
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (column = 0; column < caseness_chart_table_get_n_columns (table); column++)
    if (!is_folded (view, column))
      columns[n++] = (CasenessDataColumn){ get_heading (table, column, view), get_kind (table, column, view) };
  for (i = 0; i < caseness_chart_table_get_n_rows (table); i++)
    {
      CasenessDataRow *row = caseness_data_row_new (i, n);

      for (column = 0, cell = 0; column < caseness_chart_table_get_n_columns (table); column++)
        if (!is_folded (view, column))
          set_cell (row, cell++, table, i, column, view);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (shown, columns, n, rows);
}

/* Columns of the narrow table of ratios: a group, who lives there, then people and ratio of each step. */
enum
{
  GROUP,
  PEOPLE,
  PREVALENCE,
  NEED,
  FIRST_STEP
};

/* `50,254`, and below it `16.7% of 301,490`. */
static void
set_need (CasenessDataRow *row, const CasenessChartTable *narrow, guint i)
{
  const char *people = caseness_chart_table_get_cell (narrow, i, PEOPLE);
  const char *prevalence = caseness_chart_table_get_cell (narrow, i, PREVALENCE);
  g_autofree char *share = NULL;

  if (isnan (caseness_chart_table_get_number (narrow, i, NEED)))
    {
      caseness_data_row_set_number (row, 1, people, caseness_chart_table_get_number (narrow, i, PEOPLE));
      return;
    }
  /* Translators: %1$s is a percentage, %2$s a number of people who live in a place */
  share = g_strdup_printf (_("%1$s%% of %2$s"), prevalence, people);
  caseness_data_row_set_number (row, 1, caseness_chart_table_get_cell (narrow, i, NEED),
                                caseness_chart_table_get_number (narrow, i, NEED));
  caseness_data_row_set_detail (row, 1, share);
}

static void
set_step (CasenessDataRow *row, guint cell, const CasenessChartTable *narrow, guint i, guint column)
{
  const char *people = caseness_chart_table_get_cell (narrow, i, column);
  const char *ratio = caseness_chart_table_get_cell (narrow, i, column + 1);
  gboolean has_ratio = *ratio != '\0' && strcmp (ratio, people) != 0;

  caseness_data_row_set_number (row, cell, has_ratio ? ratio : people,
                                caseness_chart_table_get_number (narrow, i, column + 1));
  if (has_ratio)
    caseness_data_row_set_detail (row, cell, people);
}

void
caseness_equity_show_ratios (CasenessDataTable *shown, const CasenessChartTable *narrow)
{
  guint n_steps = (caseness_chart_table_get_n_columns (narrow) - FIRST_STEP) / 2, n = n_steps + 2, step, i;
  g_autofree CasenessDataColumn *columns = g_new0 (CasenessDataColumn, n);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  columns[0] = (CasenessDataColumn){ caseness_chart_table_get_heading (narrow, GROUP), CASENESS_DATA_NAME };
  columns[1] = (CasenessDataColumn){ caseness_chart_table_get_heading (narrow, NEED), CASENESS_DATA_PAIR };
  for (step = 0; step < n_steps; step++)
    columns[step + 2] = (CasenessDataColumn){ caseness_chart_table_get_heading (narrow, FIRST_STEP + 2 * step),
                                              CASENESS_DATA_PAIR };
  for (i = 0; i < caseness_chart_table_get_n_rows (narrow); i++)
    {
      CasenessDataRow *row = caseness_data_row_new (i, n);

      caseness_data_row_set_number (row, 0, caseness_chart_table_get_cell (narrow, i, GROUP), i);
      set_need (row, narrow, i);
      for (step = 0; step < n_steps; step++)
        set_step (row, step + 2, narrow, i, FIRST_STEP + 2 * step);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (shown, columns, n, rows);
}

/* What the manual aspires to, and older people by name. */
static char *
dup_aims (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  g_autofree char *aspirations = caseness_equity_words_aspirations (answer, is_shared);
  g_autofree char *older = caseness_equity_words_older (answer, is_shared);

  return g_strdup_printf ("%s\n%s", aspirations, older);
}

/* The figures that are tested besides, in words. */
static char *
dup_tested (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  g_autofree char *access = caseness_equity_words_access (answer);
  g_autofree char *older = caseness_equity_words_older (answer, is_shared);
  g_autofree char *slope = caseness_equity_words_slope (answer, is_shared);

  return g_strdup_printf ("%s\n%s\n%s", access, older, slope);
}

char *
caseness_equity_show_dup_notes (const CasenessEquityAnswer *answer, CasenessEquityView view, gboolean is_shared)
{
  g_autofree char *population = caseness_equity_words_population (answer);
  g_autofree char *more = NULL;

  if (view == CASENESS_EQUITY_VIEW_DEPRIVATION)
    more = caseness_equity_words_slope (answer, is_shared);
  else if (view == CASENESS_EQUITY_VIEW_RATIOS)
    more = dup_aims (answer, is_shared);
  else if (view == CASENESS_EQUITY_VIEW_TESTS)
    more = dup_tested (answer, is_shared);
  else if (view == CASENESS_EQUITY_VIEW_CHECKLIST)
    more = caseness_equity_words_older (answer, is_shared);
  else if (view == CASENESS_EQUITY_VIEW_ONE)
    more = caseness_equity_words_wider (answer, is_shared);
  else if (view == CASENESS_EQUITY_VIEW_SHARES)
    more = caseness_equity_words_access (answer);
  return more != NULL ? g_strdup_printf ("%s\n%s", more, population) : g_strdup (population);
}
