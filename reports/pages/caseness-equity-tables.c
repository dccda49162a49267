/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-tables-private.h"

#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define PERCENT 100.0

void
caseness_equity_cells_columns (CasenessEquityCells *cells, const char *const *headings)
{
  for (; *headings != NULL; headings++)
    caseness_chart_table_add_column (cells->table, *headings);
}

void
caseness_equity_cells_hidden (CasenessEquityCells *cells)
{
  caseness_chart_table_add_text (cells->table, CASENESS_SUPPRESSED);
}

void
caseness_equity_cells_count (CasenessEquityCells *cells, double count, gboolean is_hidden)
{
  if (is_hidden)
    caseness_equity_cells_hidden (cells);
  else if (isnan (count) || cells->shared == NULL)
    caseness_chart_table_add_number (cells->table, CASENESS_CHART_COUNT, isnan (count) ? NAN : round (count));
  else
    caseness_chart_table_add_number (cells->table, CASENESS_CHART_COUNT, caseness_suppress_round ((gint64) round (count)));
}

void
caseness_equity_cells_number (CasenessEquityCells *cells, double number, int decimals)
{
  g_autofree char *text = isnan (number) ? g_strdup ("") : g_strdup_printf ("%'.*f", decimals, number);

  caseness_chart_table_add_cell (cells->table, text, decimals > 0 ? number : round (number));
}

void
caseness_equity_cells_share (CasenessEquityCells *cells, double share, gboolean is_hidden)
{
  if (is_hidden)
    caseness_equity_cells_hidden (cells);
  else
    caseness_chart_table_add_number (cells->table, CASENESS_CHART_PERCENT, share * PERCENT);
}

void
caseness_equity_cells_interval (CasenessEquityCells *cells, CasenessInterval interval, double scale, int decimals,
                                gboolean is_hidden)
{
  g_autofree char *text = caseness_equity_words_interval (interval, scale, decimals);

  caseness_chart_table_add_text (cells->table, is_hidden ? CASENESS_SUPPRESSED : text);
}

void
caseness_equity_cells_ratio (CasenessEquityCells *cells, const CasenessEquityWay *way, guint group,
                             CasenessEquityStage stage)
{
  static const char *const sides[] = { [CASENESS_EQUITY_NO_VERDICT] = "", [CASENESS_EQUITY_FEWER] = " ▼",
                                       [CASENESS_EQUITY_MORE] = " ▲" };
  const CasenessEquityGroup *row = caseness_equity_way_get_group (way, group);
  double ratio = row->shares[stage].ratio.value;
  g_autofree char *text = NULL;

  if (caseness_equity_shared_stars (cells->shared, group, stage))
    {
      caseness_equity_cells_hidden (cells);
      return;
    }
  if (isnan (ratio))
    {
      caseness_chart_table_add_text (cells->table, row->line->kind == CASENESS_EQUITY_LISTED ? "–" : "");
      return;
    }
  text = g_strdup_printf ("%s%.2f%s", caseness_equity_way_is_doubtful (way, stage) ? "⚠ " : "", ratio,
                          sides[caseness_equity_group_judge (row, stage)]);
  caseness_chart_table_add_cell (cells->table, text, ratio);
}

/* Before the steps: who lives here. */
static void
add_people (CasenessEquityCells *cells, const char *name, double population, double prevalence, double need)
{
  caseness_chart_table_add_text (cells->table, name);
  caseness_equity_cells_number (cells, population, 0);
  caseness_equity_cells_number (cells, prevalence, 1);
  caseness_equity_cells_number (cells, need, 0);
}

static void
add_ratio_columns (CasenessEquityCells *cells, const CasenessEquityCut *by)
{
  g_autofree char *cut = caseness_equity_words_cut (by);
  const char *const people[] = { cut, _("People"), _("Need, %"), _("In need"), NULL };
  guint stage;

  caseness_equity_cells_columns (cells, people);
  for (stage = 0; stage < CASENESS_N_EQUITY_STEPS; stage++)
    {
      const char *name = caseness_equity_words_stage (stage);
      /* Translators: %s is a step of the way: `Referred` */
      g_autofree char *seen = g_strdup_printf (_("%s: seen"), name), *expected = g_strdup_printf (_("%s: expected"), name);
      g_autofree char *ratio = g_strdup_printf (_("%s: ratio"), name);
      const char *const headings[] = { seen, expected, ratio, NULL };
      const char *const narrow[] = { name, _("Ratio"), NULL };

      caseness_equity_cells_columns (cells, cells->is_narrow ? narrow : headings);
    }
}

static void
add_seen (CasenessEquityCells *cells, double seen, double expected, gboolean is_hidden)
{
  g_autofree char *text = NULL;

  if (!cells->is_narrow || is_hidden || isnan (expected))
    {
      caseness_equity_cells_count (cells, seen, is_hidden);
      if (!cells->is_narrow)
        caseness_equity_cells_count (cells, expected, FALSE);
      return;
    }
  if (cells->shared != NULL)
    {
      seen = caseness_suppress_round ((gint64) seen);
      expected = caseness_suppress_round ((gint64) round (expected));
    }
  /* Translators: people seen, of people expected */
  text = g_strdup_printf (_("%1$'.0f of %2$'.0f"), seen, expected);
  caseness_chart_table_add_cell (cells->table, text, seen);
}

static void
add_ratio_row (CasenessEquityCells *cells, const CasenessEquityWay *way, guint group)
{
  const CasenessEquityGroup *row = caseness_equity_way_get_group (way, group);
  guint stage;

  add_people (cells, caseness_equity_words_group (row->line->group), row->line->population, row->line->prevalence, row->need);
  for (stage = 0; stage < CASENESS_N_EQUITY_STEPS; stage++)
    {
      gboolean is_hidden = caseness_equity_shared_stars (cells->shared, group, stage);

      add_seen (cells, row->observed[stage], row->shares[stage].expected, is_hidden);
      if (row->line->kind == CASENESS_EQUITY_UNKNOWN)
        caseness_equity_cells_share (cells, caseness_equity_way_get_missing (way, stage) / PERCENT, is_hidden);
      else
        caseness_equity_cells_ratio (cells, way, group, stage);
    }
}

static void
add_known_row (CasenessEquityCells *cells, const CasenessEquityWay *way)
{
  guint stage;

  add_people (cells, _("All known"), way->has_population ? way->population : NAN,
              way->has_population ? PERCENT * way->need / way->population : NAN, way->need);
  for (stage = 0; stage < CASENESS_N_EQUITY_STEPS; stage++)
    {
      add_seen (cells, way->observed[stage] - way->missing[stage], NAN,
                caseness_equity_shared_hides_known (cells->shared, stage));
      caseness_chart_table_add_text (cells->table, "");
    }
}

static void
fill_ratios (CasenessEquityCells *cells, const CasenessEquityCut *by, const CasenessEquityWay *way)
{
  guint i;

  add_ratio_columns (cells, by);
  for (i = 0; i < way->groups->len; i++)
    {
      if (caseness_equity_way_get_group (way, i)->line->kind == CASENESS_EQUITY_UNKNOWN)
        add_known_row (cells, way);
      add_ratio_row (cells, way, i);
    }
}

static void
add_share_row (CasenessEquityCells *cells, const CasenessEquityAnswer *answer, guint group)
{
  const CasenessEquityWay *way = answer->way;
  const CasenessEquityGroup *row = caseness_equity_way_get_group (way, group);
  const CasenessEquityStage stages[] = { CASENESS_EQUITY_REFERRED, CASENESS_EQUITY_TREATED, CASENESS_EQUITY_COMPLETED,
                                         CASENESS_EQUITY_RECOVERED };
  gboolean is_hidden = caseness_equity_shared_stars (cells->shared, group, CASENESS_EQUITY_TREATED);
  CasenessInterval access = caseness_equity_answer_get_access (answer, (int) group);
  gsize i;

  caseness_chart_table_add_text (cells->table, caseness_equity_words_group (row->line->group));
  caseness_equity_cells_share (cells, row->line->population / way->population, FALSE);
  caseness_equity_cells_share (cells, row->need / way->need, FALSE);
  for (i = 0; i < G_N_ELEMENTS (stages); i++)
    caseness_equity_cells_share (cells, row->shares[stages[i]].observed_share.value,
                                 caseness_equity_shared_stars (cells->shared, group, stages[i]));
  caseness_equity_cells_interval (cells, row->shares[CASENESS_EQUITY_TREATED].observed_share, PERCENT, 1, is_hidden);
  caseness_equity_cells_count (cells, caseness_equity_group_get_to_parity (row, CASENESS_EQUITY_TREATED), is_hidden);
  if (is_hidden)
    caseness_equity_cells_hidden (cells);
  else
    caseness_equity_cells_number (cells, access.value, 1);
  caseness_equity_cells_interval (cells, access, 1, 1, is_hidden);
}

static void
fill_shares (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  g_autofree char *cut = caseness_equity_words_cut (&answer->question->cut);
  const char *const headings[] = { cut, _("Of people"), _("Of need"), _("Of referred"), _("Of treated"), _("Of completed"),
                                   _("Of recovered"), _("Treated, 95% interval"), _("To parity"), _("Of need a year, %"),
                                   _("95% interval"), NULL };
  guint i;

  caseness_equity_cells_columns (cells, headings);
  for (i = 0; i < answer->way->groups->len; i++)
    if (caseness_equity_way_get_group (answer->way, i)->line->kind != CASENESS_EQUITY_UNKNOWN)
      add_share_row (cells, answer, i);
}

static CasenessChartTable *
create (const CasenessEquityAnswer *answer, CasenessEquityView view, gboolean is_shared, gboolean is_narrow)
{
  CasenessEquityCells cells = { caseness_chart_table_new (), NULL, is_narrow };

  switch (view)
    {
    case CASENESS_EQUITY_VIEW_RATIOS:
      cells.shared = caseness_equity_answer_share (answer, is_shared);
      fill_ratios (&cells, &answer->question->cut, answer->way);
      break;
    case CASENESS_EQUITY_VIEW_SHARES:
      cells.shared = caseness_equity_answer_share (answer, is_shared);
      fill_shares (&cells, answer);
      break;
    case CASENESS_EQUITY_VIEW_OUTCOMES:
      cells.shared = caseness_equity_answer_share (answer, is_shared);
      caseness_equity_table_fill_outcomes (&cells, answer);
      break;
    case CASENESS_EQUITY_VIEW_CARE:
      cells.shared = caseness_equity_answer_share (answer, is_shared);
      caseness_equity_table_fill_care (&cells, answer);
      break;
    case CASENESS_EQUITY_VIEW_ROUTES:
      cells.shared = is_shared ? caseness_equity_answer_get_routes (answer)->groups_shared : NULL;
      caseness_equity_table_fill_routes (&cells, answer);
      break;
    case CASENESS_EQUITY_VIEW_DEPRIVATION:
      cells.shared = caseness_equity_answer_share_deprivation (answer, is_shared);
      caseness_equity_table_fill_deprivation (&cells, answer);
      break;
    case CASENESS_EQUITY_VIEW_TREND:
      cells.shared = caseness_equity_answer_share (answer, is_shared);
      caseness_equity_table_fill_trend (&cells, answer);
      break;
    case CASENESS_EQUITY_VIEW_ONE:
      cells.shared = caseness_equity_answer_share_picked (answer, is_shared);
      caseness_equity_table_fill_one (&cells, answer);
      break;
    case CASENESS_EQUITY_VIEW_TESTS:
      cells.shared = caseness_equity_answer_share (answer, is_shared);
      caseness_equity_table_fill_tests (&cells, answer);
      break;
    case CASENESS_EQUITY_VIEW_CHECKLIST:
    case CASENESS_N_EQUITY_VIEWS:
    default:
      cells.shared = caseness_equity_answer_share (answer, is_shared);
      caseness_equity_table_fill_checklist (&cells, answer);
      break;
    }
  return cells.table;
}

CasenessChartTable *
caseness_equity_table_new (const CasenessEquityAnswer *answer, CasenessEquityView view, gboolean is_shared)
{
  return create (answer, view, is_shared, FALSE);
}

CasenessChartTable *
caseness_equity_table_new_narrow (const CasenessEquityAnswer *answer, CasenessEquityView view, gboolean is_shared)
{
  return create (answer, view, is_shared, TRUE);
}

CasenessChartTable *
caseness_equity_table_new_of_groups (const CasenessEquityCut *cut, const CasenessEquityWay *way,
                                     const CasenessEquityShared *shared, gboolean is_narrow)
{
  CasenessEquityCells cells = { caseness_chart_table_new (), shared, is_narrow };

  g_return_val_if_fail (cut != NULL && way != NULL, NULL);
  fill_ratios (&cells, cut, way);
  return cells.table;
}

void
caseness_equity_table_write_csv (CasenessCsvWriter *writer, const CasenessChartTable *table)
{
  guint n_columns = caseness_chart_table_get_n_columns (table), row, column;

  for (column = 0; column < n_columns; column++)
    caseness_csv_writer_text (writer, caseness_chart_table_get_heading (table, column));
  caseness_csv_writer_end_row (writer);
  for (row = 0; row < caseness_chart_table_get_n_rows (table); row++)
    {
      for (column = 0; column < n_columns; column++)
        {
          double number = caseness_chart_table_get_number (table, row, column);

          if (isnan (number))
            caseness_csv_writer_text (writer, caseness_chart_table_get_cell (table, row, column));
          else
            caseness_csv_writer_number (writer, number, 2);
        }
      caseness_csv_writer_end_row (writer);
    }
}
