/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-report-private.h"

#include "caseness-equity-tables.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_NAMED 5
#define WIDEST_NAME 165 /* points, so that two strips fit across */
/* Translators: %s are groups */
#define UNTOLD _("Too few, or beside too few, to be told of: %s.")

/* The annex looks at people by everything they can be compared by, but for what it tells already: age as two parts of its
 * bands, and how people were referred, which has a table of its own. */
static gboolean
is_told_elsewhere (const char *variable)
{
  return g_str_equal (variable, "Working Age") || g_str_equal (variable, "Referral Route");
}

/* Whether of a row there is nothing but stars beside its name. */
static gboolean
is_untold (const CasenessChartTable *table, guint row, const GArray *columns)
{
  gboolean has_star = FALSE;
  guint i;

  for (i = 1; i < columns->len; i++)
    {
      const char *cell = caseness_chart_table_get_cell (table, row, g_array_index (columns, guint, i));

      if (*cell != '\0' && strcmp (cell, CASENESS_SUPPRESSED) != 0)
        return FALSE;
      has_star |= *cell != '\0';
    }
  return has_star;
}

/* As who lives here, where the local population list does not tell. */
static gboolean
is_blank (const CasenessChartTable *table, guint column)
{
  guint row;

  for (row = 0; row < caseness_chart_table_get_n_rows (table); row++)
    if (*caseness_chart_table_get_cell (table, row, column) != '\0')
      return FALSE;
  return TRUE;
}

/* The name is set as @kind. */
static void
add_row (CasenessReportTable *copy, CasenessReportCell kind, const char *name, const CasenessChartTable *table, guint row,
         const GArray *columns)
{
  guint i;

  caseness_report_table_add_cell (copy, kind, name);
  for (i = 1; i < columns->len; i++)
    caseness_report_table_add_cell (copy, CASENESS_REPORT_CELL_TEXT,
                                    caseness_chart_table_get_cell (table, row, g_array_index (columns, guint, i)));
}

void
caseness_equity_report_add_table (CasenessReportBuilder *builder, const CasenessChartTable *table, const int *wanted,
                                  CasenessEquityReportRows rows)
{
  CasenessReportTable *copy = caseness_report_table_new ();
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) untold = g_ptr_array_new ();
  guint stretched = rows == CASENESS_EQUITY_ROWS_OF_WORDS ? caseness_chart_table_get_n_columns (table) - 1 : 0;
  guint row, i;

  for (i = 0; wanted != NULL ? wanted[i] >= 0 : i < caseness_chart_table_get_n_columns (table); i++)
    {
      guint column = wanted != NULL ? (guint) wanted[i] : i;

      if (i > 0 && is_blank (table, column))
        continue;
      g_array_append_val (columns, column);
      caseness_report_table_add_column (copy, caseness_chart_table_get_heading (table, column),
                                        i > 0 && caseness_chart_table_is_numeric (table, column) ? CASENESS_REPORT_END
                                                                                                 : CASENESS_REPORT_START,
                                        column == stretched ? 1 : 0);
    }
  for (row = 0; row < caseness_chart_table_get_n_rows (table); row++)
    if (is_untold (table, row, columns))
      g_ptr_array_add (untold, (gpointer) caseness_chart_table_get_cell (table, row, 0));
    else
      add_row (copy, CASENESS_REPORT_CELL_BOLD, caseness_chart_table_get_cell (table, row, 0), table, row, columns);
  if (rows == CASENESS_EQUITY_ROWS_SIDE_BY_SIDE)
    caseness_report_table_set_compact (copy);
  if (rows == CASENESS_EQUITY_ROWS_OF_WORDS)
    caseness_report_table_set_narrow (copy);
  caseness_report_builder_add_names (builder, UNTOLD, untold);
  caseness_report_builder_add_table (builder, copy);
}

/* The table of ratios by a characteristic; NULL where there is nothing to say by it. */
static CasenessChartTable *
tell_groups (const CasenessEquityAnswer *answer, const char *name, gboolean is_shared, gboolean is_narrow)
{
  const CasenessEquityCut by = { { caseness_variable_find (name) }, 1 };
  g_autoptr(CasenessEquityWay) way = NULL;
  g_autoptr(CasenessEquityShared) shared = NULL;
  int cut = caseness_equity_plan_find_cut (answer->plan, &by);

  if (cut < 0 || caseness_equity_answer_is_filtered_by (answer, by.variables[0]))
    return NULL;
  way = caseness_equity_way_new (answer->cube, (guint) cut, answer->area, answer->question->by_population);
  shared = is_shared ? caseness_equity_answer_share_by (answer, &by, way) : NULL;
  return caseness_equity_table_new_of_groups (&by, way, shared, is_narrow);
}

void
caseness_equity_report_add_groups (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer, const char *name,
                                   const int *columns, gboolean is_shared)
{
  g_autoptr(CasenessChartTable) ratios = tell_groups (answer, name, is_shared, TRUE);

  if (ratios == NULL)
    return;
  caseness_report_builder_add_heading (builder, 2, caseness_equity_words_variable (name),
                                       caseness_equity_words_variable (name), NULL);
  caseness_equity_report_add_table (builder, ratios, columns, CASENESS_EQUITY_ROWS_PLAIN);
}

/* `Religion: Jain, Zoroastrian`, or how many where they are many. */
static char *
name_untold (const char *name, GPtrArray *groups)
{
  g_autofree char *names = NULL;

  if (groups->len > MOST_NAMED)
    /* Translators: %1$s is a characteristic */
    return g_strdup_printf (ngettext ("%1$s: %2$u group", "%1$s: %2$u groups", groups->len),
                            caseness_equity_words_variable (name), groups->len);
  g_ptr_array_add (groups, NULL);
  names = g_strjoinv (", ", (char **) groups->pdata);
  /* Translators: %1$s is a characteristic, %2$s are groups of it */
  return g_strdup_printf (_("%1$s: %2$s"), caseness_equity_words_variable (name), names);
}

/* `Bangladeshi`: under its heading the larger group that it is a part of need not be said. */
static const char *
get_own_name (const char *group)
{
  const char *separator = strstr (group, ": ");

  return separator != NULL ? separator + strlen (": ") : group;
}

/* Those of whom a flag says nothing are not unknown. */
static const char *
name_rest (const char *variable)
{
  return caseness_variable_has_group (caseness_variable_find (variable), "Not recorded") ? C_("group", "None recorded")
                                                                                         : C_("group", "Not known");
}

/* A section of the annex. Before the last row, of those not known, is one of all who are, which is left out here. */
static void
add_section (CasenessReportTable *annex, GPtrArray *untold, const char *name, const CasenessChartTable *ratios,
             const GArray *columns)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new ();
  guint n_rows = caseness_chart_table_get_n_rows (ratios), row, i;

  for (i = 0; i < columns->len; i++)
    caseness_report_table_add_cell (annex, CASENESS_REPORT_CELL_SECTION, i == 0 ? caseness_equity_words_variable (name) : "");
  for (row = 0; row < n_rows; row++)
    {
      const char *group = row + 1 < n_rows ? get_own_name (caseness_chart_table_get_cell (ratios, row, 0)) : name_rest (name);

      if (row + 2 == n_rows)
        continue;
      if (is_untold (ratios, row, columns))
        g_ptr_array_add (groups, (gpointer) group);
      else
        add_row (annex, CASENESS_REPORT_CELL_TEXT, group, ratios, row, columns);
    }
  if (groups->len > 0)
    g_ptr_array_add (untold, name_untold (name, groups));
}

static CasenessReportTable *
create_annex (const GArray *columns)
{
  const char *const headings[] = { _("Group"), _("People"), _("Referred"), _("Ratio"), _("Treated"), _("Ratio"),
                                   _("Recovered"), _("Ratio") };
  CasenessReportTable *annex = caseness_report_table_new ();
  guint i;

  g_assert (columns->len == G_N_ELEMENTS (headings));
  for (i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      caseness_report_table_add_column (annex, headings[i], i == 0 ? CASENESS_REPORT_START : CASENESS_REPORT_END,
                                        i == 0 ? 1 : 0);
      if (i == 0)
        caseness_report_table_set_widest (annex, WIDEST_NAME);
    }
  caseness_report_table_set_compact (annex);
  return annex;
}

void
caseness_equity_report_add_annex (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer)
{
  static const guint numbers[] = { 0, 1, 4, 6, 10, 12, 16, 18 };
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) untold = g_ptr_array_new_with_free_func (g_free);
  CasenessReportTable *annex;

  g_array_append_vals (columns, numbers, G_N_ELEMENTS (numbers));
  annex = create_annex (columns);
  for (const char *const *name = caseness_equity_list_variables (); *name != NULL; name++)
    {
      const CasenessEquityCut cut = { { caseness_variable_find (*name) }, 1 };
      g_autoptr(CasenessChartTable) ratios = NULL;

      if (is_told_elsewhere (*name) || caseness_equity_cut_is_equal (&cut, &answer->question->cut))
        continue;
      ratios = tell_groups (answer, *name, TRUE, FALSE);
      if (ratios != NULL)
        add_section (annex, untold, *name, ratios, columns);
    }
  caseness_report_builder_add_heading (builder, 1, _("Every other characteristic"), _("Characteristics"), NULL);
  caseness_report_builder_add_note (builder, _("People who live here, then seen, and the ratio of seen to expected, at referral, first "
                                               "treatment and recovery; of those not known, their share. Where the list does not "
                                               "tell how many live here, nothing is expected."));
  caseness_report_builder_add_names (builder, UNTOLD, untold);
  caseness_report_builder_add_table (builder, annex);
}
