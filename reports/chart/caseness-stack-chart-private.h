/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-row-plan-private.h"
#include "caseness-stack-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *heading;
  char *full_label;
  CasenessStackLook look;
} CasenessStackSegment;

typedef struct
{
  char *heading;
  gboolean is_secondary;
} CasenessStackColumn;

typedef struct
{
  char *label;
  char *note; /* nullable */
  CasenessRowKind kind;
  gboolean is_suppressed;
  guint64 told;     /* bits: segments of a suppressed row that are told all the same */
  GArray *counts;   /* guint, one a segment */
  GPtrArray *cells; /* char *, nullable, one a column */
} CasenessStackRow;

struct _CasenessStackChart
{
  CasenessChart parent;
  char *row_heading;
  char *plot_heading;  /* nullable */
  GPtrArray *segments; /* CasenessStackSegment */
  GPtrArray *columns;  /* CasenessStackColumn */
  GPtrArray *rows;     /* CasenessStackRow */
};

#define STACK_SEGMENT(chart, index) ((CasenessStackSegment *) g_ptr_array_index ((chart)->segments, (index)))
#define STACK_COLUMN(chart, index) ((CasenessStackColumn *) g_ptr_array_index ((chart)->columns, (index)))
#define STACK_ROW(chart, index) ((CasenessStackRow *) g_ptr_array_index ((chart)->rows, (index)))
#define STACK_COUNT(row, index) (g_array_index ((row)->counts, guint, (index)))

/* caseness-stack-chart.c */
guint caseness_stack_row_get_whole (const CasenessStackRow *row);
char *caseness_stack_row_dup_count (const CasenessStackRow *row, guint segment);

CasenessStackColumn *caseness_stack_column_new (const char *heading, gboolean is_secondary);
void caseness_stack_column_free (gpointer column);

/* caseness-stack-look.c: what every chart of filled bars takes from this one. */
void caseness_stack_look_set (CasenessChartBox *box, CasenessStackLook look, const CasenessTheme *theme);
void caseness_stack_look_set_suppressed (CasenessChartBox *box, const CasenessTheme *theme);
void caseness_stack_look_draw_swatch (CasenessRowPlan *rows, CasenessStackLook look, double x, double y, double width,
                                      double height);
CasenessRowColumn *caseness_stack_column_plan (CasenessRowPlan *rows, const CasenessStackColumn *column);

/* caseness-stack-chart-layout.c */
CasenessChartLayout *caseness_stack_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                                   const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
