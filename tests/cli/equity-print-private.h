/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "equity-print.h"

G_BEGIN_DECLS

/** EquityTable: a table as it is read: texts of heads, and rows of as many. */
typedef struct
{
  GPtrArray *heads;
  GPtrArray *cells;
} EquityTable;

/** equity_table_new: Returns: (transfer full): a table without heads or rows. */
EquityTable *equity_table_new (void);

/** equity_table_free: frees the table. */
void equity_table_free (EquityTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EquityTable, equity_table_free)

/** equity_table_count_rows: Returns: how many rows it has. */
guint equity_table_count_rows (const EquityTable *table);

/** equity_table_get_cell: Returns: (transfer none): a text of it. */
const char *equity_table_get_cell (const EquityTable *table, guint row, guint column);

/** equity_table_has_head: whether a column is called so. */
gboolean equity_table_has_head (const EquityTable *table, guint column, const char *words);

/** EquityWho: who a number is of: some groups of each of several characteristics, unless it is of all the others, in a span
 *  of time. */
typedef struct
{
  const CasenessVariable *variables[CASENESS_MAX_CROSSED];
  const gboolean *is_chosen[CASENESS_MAX_CROSSED]; /* by group */
  guint n;
  gboolean is_rest;
  CasenessPeriod span;
  char *name; /* owned */
} EquityWho;

/** equity_who_clear: frees what it owns. */
void equity_who_clear (EquityWho *who);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EquityWho, equity_who_clear)

/*
 * Numbers: equity-print.c
 */

/** equity_print_is_told: whether a cell tells a number. */
gboolean equity_print_is_told (const char *cell);

/** equity_print_group: Returns: (transfer none): who is in which group. */
const CasenessGrouping *equity_print_group (EquityPrint *print, const CasenessVariable *variable);

/** equity_print_take: takes what a cell says of @who; @is_count: as a count, to the nearest five. */
void equity_print_take (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityWho *who, CasenessEquityStage
    stage, const char *cell, gboolean is_count);

/*
 * What the tables of the report tell: equity-print-tables.c
 */

/** equity_print_get_way: Returns: (transfer full): the answer by another characteristic. */
CasenessEquityWay *equity_print_get_way (const CasenessEquityAnswer *answer, const CasenessVariable *variable);

/** equity_who_make: Returns: the people of one line of a characteristic. */
EquityWho equity_who_make (EquityPrint *print, const CasenessVariable *variable, const CasenessEquityLine *line);

/** equity_who_make_picked: Returns: the people of the group that is asked about. */
EquityWho equity_who_make_picked (EquityPrint *print, const CasenessEquityCut *cut, const CasenessEquityLine *line);

/** equity_print_is_called: whether paper calls a row so; it may tell only the first line of a name that is set on two. */
gboolean equity_print_is_called (const CasenessEquityLine *line, const char *words, gboolean is_whole);

/** equity_print_find_row: Returns: the row of @way of that name after row number @after, -1 for the first: rows keep their
 *  order. */
guint equity_print_find_row (const CasenessEquityWay *way, const char *words, int after);

/** equity_print_take_table: takes all that a table says. */
void equity_print_take_table (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table, const
    CasenessVariable **section);

/** equity_print_take_words: takes what is said in words of the group that is asked about, and of older people. */
void equity_print_take_words (EquityPrint *print, const CasenessEquityAnswer *answer);

G_END_DECLS
