/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-private.h"
#include "caseness-cross-table.h"

G_BEGIN_DECLS

typedef struct
{
  double value; /* NAN for none */
  guint n;      /* 0: blank, unless suppressed */
  gboolean is_suppressed;
  CasenessCrossShade shade;
  CasenessCrossPair pair;
} CasenessCrossCell;

typedef struct
{
  char *label;
  char *full_label;
} CasenessCrossColumn;

typedef struct
{
  char *label;
  GArray *cells; /* CasenessCrossCell, one a column */
} CasenessCrossRow;

struct _CasenessCrossTable
{
  CasenessChart parent;
  char *row_heading;
  char *column_heading;
  char *value_heading;
  char *n_heading;
  CasenessChartUnit unit;
  GPtrArray *columns; /* CasenessCrossColumn */
  GPtrArray *rows;    /* CasenessCrossRow */
  gboolean has_total_row;
  gboolean has_total_column;
  char *advised; /* nullable, as the following */
  char *advised_against;
  char *inner;
  char *outer;
};

#define CROSS_COLUMN(table, index) ((CasenessCrossColumn *) g_ptr_array_index ((table)->columns, (index)))
#define CROSS_ROW(table, index) ((CasenessCrossRow *) g_ptr_array_index ((table)->rows, (index)))
#define CROSS_CELL(table, row, column) \
  (&g_array_index (CROSS_ROW ((table), (row))->cells, CasenessCrossCell, (column)))

/* caseness-cross-table.c */
gboolean caseness_cross_cell_is_blank (const CasenessCrossCell *cell);
char *caseness_cross_table_dup_value (const CasenessCrossTable *table, const CasenessCrossCell *cell);
char *caseness_cross_table_dup_n (const CasenessCrossCell *cell);
char *caseness_cross_table_dup_label (const CasenessCrossTable *table, guint row, guint column);
gboolean caseness_cross_table_is_total (const CasenessCrossTable *table, guint row, guint column);

/* caseness-cross-table-layout.c */
CasenessChartLayout *caseness_cross_table_lay_out (CasenessChart *chart, PangoContext *context,
                                                   const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
