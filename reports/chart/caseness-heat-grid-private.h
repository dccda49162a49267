/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-private.h"
#include "caseness-heat-grid.h"

G_BEGIN_DECLS

typedef struct
{
  char *heading; /* nullable */
  CasenessShade shade;
} CasenessHeatFamily;

typedef struct
{
  char *label;
  char *full_label;
  int family; /* -1 for a plain column */
  double level;
  gboolean is_bold;
} CasenessHeatColumn;

typedef struct
{
  char *label;
  CasenessHeatRowKind kind;
  GPtrArray *cells; /* (element-type utf8) (nullable): one per column */
  GArray *numbers;  /* double: what the cells count, NaN of those that are words */
} CasenessHeatRow;

struct _CasenessHeatGrid
{
  CasenessChart parent;
  char *row_heading;
  GPtrArray *families; /* CasenessHeatFamily */
  GPtrArray *columns;  /* CasenessHeatColumn: those of the families first */
  GPtrArray *rows;     /* CasenessHeatRow */
  guint n_plain;       /* how many columns at the end are plain */
};

#define HEAT_FAMILY(grid, index) ((CasenessHeatFamily *) g_ptr_array_index ((grid)->families, (index)))
#define HEAT_COLUMN(grid, index) ((CasenessHeatColumn *) g_ptr_array_index ((grid)->columns, (index)))
#define HEAT_ROW(grid, index) ((CasenessHeatRow *) g_ptr_array_index ((grid)->rows, (index)))

/* Sizes that go with the text, as multiples of its size. */
#define HEAD_PADDING 0.8       /* after a row label */

/* What is worked out while a grid is laid out. */
typedef struct
{
  CasenessChartPlan base;
  CasenessHeatGrid *grid;
  double text_size;
  double label_size;       /* of column heads */
  double natural_width;    /* of one shaded column, head on one line */
  double narrow_width;     /* the same, head on two lines */
  double narrowest_width;  /* the same, each word of the head on its own line */
  double head_share;       /* of the width, at most, for the row labels */
  double head_width;
  double column_width;     /* of every shaded column, unless each has its own */
  GArray *own_widths;      /* double, one per shaded column; empty when all are the same */
  double *plain_widths;    /* one per plain column */
  double rule_gap;         /* taken by the double rule */
} CasenessHeatPlan;

/* caseness-heat-grid-layout.c */
CasenessChartLayout *caseness_heat_grid_lay_out (CasenessChart *chart, PangoContext *context,
                                                 const CasenessChartRoom *room, const CasenessTheme *theme);

/* caseness-heat-grid-fit.c: finds the sizes at which a grid fits, and says in how many parts side by side. */
guint caseness_heat_plan_fit (CasenessHeatPlan *plan);

guint caseness_heat_plan_count_shaded (const CasenessHeatGrid *grid);
PangoWeight caseness_heat_plan_get_cell_weight (const CasenessHeatPlan *plan, const CasenessHeatRow *row,
                                                const CasenessHeatColumn *column);
double caseness_heat_plan_measure_longest_word (const CasenessHeatPlan *plan, const char *label);
gboolean caseness_heat_plan_starts_with_rule (const CasenessHeatGrid *grid, guint column);

G_END_DECLS
