/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-axis.h"
#include "caseness-chart-private.h"

G_BEGIN_DECLS

/*
 * What charts of rows have in common: a label, a plot, columns of text after it, rules between rows, as many parts as
 * paper needs. What stands in the plot is drawn by the kind of chart.
 */

/* Sizes that go with the text, as multiples of its size. */
#define CASENESS_ROW_GAP 0.8 /* between columns */

typedef enum
{
  CASENESS_ROW_PLAIN,
  CASENESS_ROW_HEADING, /* of the rows below it: a name and nothing else */
  CASENESS_ROW_TOTAL,   /* bold, under a rule */
  CASENESS_ROW_APART,   /* under a rule: outside what the others make up */
} CasenessRowKind;

typedef struct
{
  char *heading;
  PangoWeight weight;
  PangoAlignment align;
  gboolean is_secondary;
  gboolean has_swatch; /* over its heading: what in the plot it belongs to */
  GPtrArray *cells;    /* char *, nullable, one a row */
  double width;
} CasenessRowColumn;

typedef struct
{
  char *label;
  CasenessRowKind kind;
} CasenessPlannedRow;

typedef struct _CasenessRowPlan CasenessRowPlan;

typedef struct
{
  gboolean is_mirrored;   /* a plot on either side of the labels */
  double row_height;      /* in rows of text */
  double narrowest_plot;  /* as a multiple of the text's size */
  gboolean has_rules;     /* between rows */
  void (*draw_above) (CasenessRowPlan *plan);              /* nullable: between heads and rows */
  void (*draw_row) (CasenessRowPlan *plan, guint row, double height);
  void (*draw_swatch) (CasenessRowPlan *plan, guint column, double x, double y, double width, double height);
  void (*draw_below) (CasenessRowPlan *plan);              /* nullable: axis and lines, from top to y */
  double below;           /* height it needs under the rows, as a multiple of the small text's size */
} CasenessRowPlanClass;

struct _CasenessRowPlan
{
  CasenessChartPlan base;
  const CasenessRowPlanClass *klass;
  const char *row_heading;
  const char *plot_heading;
  const char *left_heading; /* of the mirrored plot */
  GPtrArray *columns;       /* CasenessRowColumn */
  GPtrArray *rows;          /* CasenessPlannedRow */
  double least_height;      /* of a row; 0 where the class knows */
  double head_x;
  double head_width;
  double left_x; /* of the mirrored plot */
  double left_width;
  double plot_x;
  double plot_width;
  double columns_x;
  double top; /* of the rows of the part */
};

#define ROW_COLUMN(plan, index) ((CasenessRowColumn *) g_ptr_array_index ((plan)->columns, (index)))
#define PLANNED_ROW(plan, index) ((CasenessPlannedRow *) g_ptr_array_index ((plan)->rows, (index)))

void caseness_row_plan_init (CasenessRowPlan *plan, const CasenessRowPlanClass *klass, CasenessChart *chart,
                             PangoContext *context, const CasenessChartRoom *room, const CasenessTheme *theme);
void caseness_row_plan_add_row (CasenessRowPlan *plan, const char *label, CasenessRowKind kind);
CasenessRowColumn *caseness_row_plan_add_column (CasenessRowPlan *plan, const char *heading, PangoWeight weight,
                                                 gboolean is_secondary);
void caseness_row_column_take_cell (CasenessRowColumn *column, char *text);
double caseness_row_plan_get_column_x (const CasenessRowPlan *plan, guint column);
void caseness_row_plan_draw_axis (CasenessRowPlan *plan, const CasenessChartAxis *axis, double x, double width,
                                  gboolean is_backwards);
void caseness_row_plan_draw_reference (CasenessRowPlan *plan, double x, const double *dashes);
void caseness_row_plan_draw_reference_label (CasenessRowPlan *plan, const char *label, double x);
CasenessChartLayout *caseness_row_plan_lay_out (CasenessRowPlan *plan);

G_END_DECLS
