/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-row-columns.h"
#include "caseness-store.h"

G_BEGIN_DECLS

/* No statement that reads a month asks for more columns. */
#define CASENESS_LOADER_MOST_COLUMNS 16

/* So many texts of a column are remembered, by address: a power of two. */
#define CASENESS_LOADER_SEEN_BITS 4

/** CasenessLoaderSeen: a text of a row before and its number in the dictionary of its column. */
typedef struct
{
  const char *text;
  guint32 number;
} CasenessLoaderSeen;

/** CasenessLoaderRow: a row of a month, as the store has it, or as it is stored at this moment. */
typedef struct
{
  CasenessStatement *statement;      /* (nullable): stands on the row; otherwise the members below say what it holds */
  const CasenessRowColumns *columns; /* of its table */
  const guint *wanted;               /* which of them are those of the statement */
  const char *const *cells;
  const CasenessRowFacts *facts;
  char digits[24]; /* a number asked for as text, until the next is */
  /* Of columns of text: rows near each other share what they repeat. */
  CasenessLoaderSeen seen[CASENESS_LOADER_MOST_COLUMNS][1 << CASENESS_LOADER_SEEN_BITS];
} CasenessLoaderRow;

static inline CasenessRowValue
caseness_loader_read_cell (const CasenessLoaderRow *row, int column, gint64 *number, const char **text)
{
  return caseness_row_columns_read (row->columns, row->wanted[column], row->cells, row->facts, number, text);
}

/** caseness_loader_get_text: as caseness_statement_get_text(). */
static inline const char *
caseness_loader_get_text (CasenessLoaderRow *row, int column)
{
  const char *text;
  gint64 number;

  if (row->statement != NULL)
    return caseness_statement_get_text (row->statement, column);
  switch (caseness_loader_read_cell (row, column, &number, &text))
    {
    case CASENESS_ROW_TEXT:
      return text;
    case CASENESS_ROW_NUMBER:
      g_snprintf (row->digits, sizeof row->digits, "%" G_GINT64_FORMAT, number);
      return row->digits;
    case CASENESS_ROW_NULL:
    default:
      return NULL;
    }
}

/** caseness_loader_get_whole: Returns: the whole number of a column of numbers, 0 when empty. */
static inline gint64
caseness_loader_get_whole (CasenessLoaderRow *row, int column)
{
  const char *text;
  gint64 number;

  if (row->statement != NULL)
    return caseness_statement_get_int (row->statement, column);
  return caseness_loader_read_cell (row, column, &number, &text) == CASENESS_ROW_NUMBER ? number : 0;
}

/** caseness_loader_is_null: as caseness_statement_is_null(). */
static inline gboolean
caseness_loader_is_null (CasenessLoaderRow *row, int column)
{
  const char *text;
  gint64 number;

  if (row->statement != NULL)
    return caseness_statement_is_null (row->statement, column);
  return caseness_loader_read_cell (row, column, &number, &text) == CASENESS_ROW_NULL;
}

G_END_DECLS
