/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-board-table.h"

#include "caseness-board-words.h"
#include "caseness-staff-words.h"

#include <glib/gi18n-lib.h>

#define MOST_COLUMNS (1 + MAX (4, CASENESS_MAX_BOARD_FIGURES))

static void
set_number (CasenessDataRow *row, guint cell, char *text, double value)
{
  caseness_data_row_set_number (row, cell, text, value);
  g_free (text);
}

static void
fill_share (CasenessDataRow *row, const CasenessBoard *board, const CasenessMeasure *measure, guint group)
{
  CasenessFigure figure = caseness_board_get (board, measure, group);
  CasenessInterval interval = caseness_board_get_interval (board, measure, group);

  set_number (row, 1, caseness_board_words_figure (&figure, measure, FALSE), interval.value);
  set_number (row, 2, caseness_board_words_interval (board, measure, group, FALSE), interval.lower);
  set_number (row, 3, caseness_board_words_part (figure.numerator, FALSE), figure.numerator);
  set_number (row, 4, caseness_board_words_part (figure.denominator, FALSE), figure.denominator);
}

static void
fill_figures (CasenessDataRow *row, const CasenessBoard *board, const CasenessBoardItem *item, guint group)
{
  guint i;

  for (i = 0; i < item->n_measures; i++)
    {
      CasenessFigure figure = caseness_board_get (board, item->measures[i], group);

      set_number (row, 1 + i, caseness_board_words_figure (&figure, item->measures[i], FALSE), figure.value);
    }
}

static gboolean
is_share (const CasenessBoardItem *item)
{
  return item->n_measures == 1 && caseness_board_words_is_share (item->measures[0]);
}

static CasenessDataRow *
make_row (const CasenessBoard *board, const CasenessBoardItem *item, guint group, guint id,
          const char *label)
{
  CasenessDataRow *row = caseness_data_row_new (id, is_share (item) ? 5 : 1 + item->n_measures);

  caseness_data_row_set_text (row, 0, label);
  if (is_share (item))
    fill_share (row, board, item->measures[0], group);
  else
    fill_figures (row, board, item, group);
  return row;
}

static guint
fill_columns (CasenessDataColumn *columns, CasenessBoardView view, const CasenessBoardItem *item,
              const char *name)
{
  guint i;

  columns[0] = (CasenessDataColumn){ name, CASENESS_DATA_NAME };
  if (is_share (item))
    {
      columns[1] = (CasenessDataColumn){ caseness_board_words_column (view, 0), CASENESS_DATA_SHARE };
      columns[2] = (CasenessDataColumn){ _("95% interval"), CASENESS_DATA_NUMBER };
      columns[3] = (CasenessDataColumn){ _("Number"), CASENESS_DATA_NUMBER };
      columns[4] = (CasenessDataColumn){ _("Of"), CASENESS_DATA_NUMBER };
      return 5;
    }
  for (i = 0; i < item->n_measures; i++)
    columns[1 + i] = (CasenessDataColumn){ caseness_board_words_column (view, i), CASENESS_DATA_NUMBER };
  return 1 + item->n_measures;
}

void
caseness_board_table_show (CasenessDataTable *table, const CasenessBoard *board,
                                CasenessBoardView view, guint item, const CasenessSnapshot *snapshot,
                                const CasenessVariable *variable, gboolean hides_names)
{
  g_autoptr(GPtrArray) items = caseness_board_list_items (view);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_groups = caseness_board_get_n_groups (board), n_columns, i;
  const CasenessBoardItem *shown = g_ptr_array_index (items, MIN (item, items->len - 1));
  CasenessDataColumn columns[MOST_COLUMNS];

  n_columns = fill_columns (columns, view, shown, n_groups > 0 ? _("Group") : _("What"));
  for (i = 0; i < items->len && n_groups == 0; i++)
    g_ptr_array_add (rows, make_row (board, g_ptr_array_index (items, i), CASENESS_BOARD_EVERYBODY, i,
                                     caseness_board_words_item (g_ptr_array_index (items, i))));
  for (i = 0; i < n_groups; i++)
    {
      g_autofree char *name = caseness_staff_words_group (snapshot, variable,
                                                          caseness_board_get_group (board, i), hides_names);

      g_ptr_array_add (rows, make_row (board, shown, i, i, name));
    }
  caseness_data_table_show (table, columns, n_columns, rows);
}
