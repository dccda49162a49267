/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"

#include "caseness-period.h"

G_BEGIN_DECLS

/*
 * What the conditions of the catalogue may name: columns of four tables, under the names of the post-deadline extract
 * and of the data set wherever those have one, so that a row reads the same as SQL over the national tables.
 */

/** CasenessTable: what the rows of a measure are. */
typedef enum
{
  CASENESS_TABLE_REFERRAL, /* pathways */
  CASENESS_TABLE_CONTACT,
  CASENESS_TABLE_LOG,
  CASENESS_TABLE_EMPLOYMENT,
  CASENESS_TABLE_ANSWER,
  CASENESS_N_TABLES
} CasenessTable;

/** CasenessColumnKind: what the cells of a column are. */
typedef enum
{
  CASENESS_COLUMN_DATE,
  CASENESS_COLUMN_NUMBER,
  CASENESS_COLUMN_SCORE,     /* hundredths */
  CASENESS_COLUMN_TEXT,      /* dictionary numbers, 0 when empty */
  CASENESS_COLUMN_FLAG,      /* 0 or 1 */
  CASENESS_COLUMN_LIST,      /* several texts; has no cells */
  CASENESS_COLUMN_THERAPIES, /* bits, by row of the therapies */
} CasenessColumnKind;

/** CASENESS_CELL_UNKNOWN: a date, number or score that is not known. */
#define CASENESS_CELL_UNKNOWN G_MININT32

/** CasenessColumn: one of them. */
typedef struct
{
  const char *name;
  CasenessTable table;
  CasenessColumnKind kind;
  guint source;       /* private to caseness-column.c */
  guint which;        /* of the source's enumeration */
  const char *prefix; /* of a tool or a therapy count */
} CasenessColumn;

/** caseness_table_parse: whether @word names a table, as the catalogue does. */
gboolean caseness_table_parse (const char *word, CasenessTable *table);

/** caseness_table_get_word: Returns: (transfer none): its name in the catalogue. */
const char *caseness_table_get_word (CasenessTable table);

/** caseness_table_get_n_rows: how many rows @table has in @snapshot. */
guint caseness_table_get_n_rows (CasenessTable table, const CasenessSnapshot *snapshot);

/** caseness_table_get_pathway: Returns: the pathway that row @row belongs to, CASENESS_NO_ROW for none. */
guint32 caseness_table_get_pathway (CasenessTable table, const CasenessSnapshot *snapshot, guint row);

/**
 * caseness_table_peek_spans:
 *
 * Returns: (transfer none) (nullable): which rows of a table each pathway has, where its rows lie pathway by pathway.
 */
const CasenessSpans *caseness_table_peek_spans (CasenessTable table, const CasenessSnapshot *snapshot);

/**
 * caseness_table_peek_pathways:
 *
 * Returns: (transfer none) (nullable): the pathway of each row, CASENESS_NO_ROW for none; NULL for the referrals, which
 *   are pathways themselves.
 */
const CasenessPacked *caseness_table_peek_pathways (CasenessTable table, const CasenessSnapshot *snapshot);

/** caseness_column_find: Returns: (transfer none) (nullable): the column called @name. */
const CasenessColumn *caseness_column_find (CasenessTable table, const char *name);

/** caseness_column_is_by_period: whether the cells depend on the period asked for. */
gboolean caseness_column_is_by_period (const CasenessColumn *column);

/**
 * caseness_column_read:
 * @column: a column that is no list
 * @snapshot: a snapshot
 * @period: the period asked for
 *
 * Returns: (transfer full): a cell for each row of its table.
 */
gint32 *caseness_column_read (const CasenessColumn *column, const CasenessSnapshot *snapshot,
                              const CasenessPeriod *period);

/**
 * caseness_column_peek:
 * @column: any column
 * @snapshot: a snapshot
 * @mask: (out): 0, or of a flag the bit that says yes
 *
 * Returns: (transfer none) (nullable): where the cells are kept, NULL where they are worked out or there are none.
 */
const CasenessPacked *caseness_column_peek (const CasenessColumn *column, const CasenessSnapshot *snapshot,
                                            guint32 *mask);

/** caseness_column_peek_list: Returns: (transfer none): the texts of a list column by row, numbers of the dictionary. */
const CasenessSpans *caseness_column_peek_list (const CasenessColumn *column, const CasenessSnapshot *snapshot);

G_END_DECLS
