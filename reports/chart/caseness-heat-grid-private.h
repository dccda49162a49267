/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-heat-grid-layout.h"

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
} CasenessHeatRow;

struct _CasenessHeatGrid
{
  int references;
  char *row_heading;
  char *title;
  char *subtitle;
  char *footnote;
  char *summary;
  GPtrArray *families; /* CasenessHeatFamily */
  GPtrArray *columns;  /* CasenessHeatColumn: those of the families first */
  GPtrArray *rows;     /* CasenessHeatRow */
  guint n_plain;       /* how many columns at the end are plain */
};

#define HEAT_FAMILY(grid, index) ((CasenessHeatFamily *) g_ptr_array_index ((grid)->families, (index)))
#define HEAT_COLUMN(grid, index) ((CasenessHeatColumn *) g_ptr_array_index ((grid)->columns, (index)))
#define HEAT_ROW(grid, index) ((CasenessHeatRow *) g_ptr_array_index ((grid)->rows, (index)))

/* A laid out grid is a display list: what the drawing needs to know is in these, in the layout's coordinates. */

/* Where a text stands in the structure of the document, besides real rows (0 and up). */
enum
{
  HEAT_TEXT_TITLE = -5,
  HEAT_TEXT_SUBTITLE = -4,
  HEAT_TEXT_FOOTNOTE = -3,
  HEAT_TEXT_FAMILY = -2,
  HEAT_TEXT_COLUMN_HEADS = -1,
};

typedef struct
{
  PangoLayout *layout; /* owned; NULL for a blank cell */
  double x;
  double y;
  CasenessColour colour;
  int row;          /* of the grid, or one of the above */
  gboolean is_head; /* of a row or column */
} CasenessHeatText;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
  CasenessColour fill;
  CasenessColour outline;
  gboolean is_hatched;
  CasenessColour hatch;
  double text_x; /* the hatch leaves room for the text between text_x and text_x + text_width */
  double text_width;
} CasenessHeatBox;

typedef struct
{
  double x;
  double y;
  double width; /* lines are thin rectangles: they stay sharp on every surface */
  double height;
  CasenessColour colour;
} CasenessHeatLine;

typedef struct
{
  double y;
  double height;
  GArray *boxes; /* CasenessHeatBox */
  GArray *lines; /* CasenessHeatLine */
  GArray *texts; /* CasenessHeatText, in reading order */
} CasenessHeatPart;

struct _CasenessHeatGridLayout
{
  CasenessHeatGrid *grid; /* owned: labels are made from it */
  CasenessTheme theme;
  double width;
  double height;
  double minimum_width;
  GPtrArray *parts; /* CasenessHeatPart */
  GArray *regions;  /* CasenessHeatRegion, labels owned */
};

/* Sizes that go with the text, as multiples of its size. */
#define HEAD_PADDING 0.8       /* after a row label */

/* What is worked out while a grid is laid out. */
typedef struct
{
  CasenessHeatGrid *grid;
  CasenessHeatGridLayout *layout;
  PangoContext *context;
  const CasenessTheme *theme;
  const CasenessHeatGridRoom *room;
  double text_size;
  double label_size;       /* of column heads */
  double natural_width;    /* of one shaded column, head on one line */
  double narrow_width;     /* the same, head on two lines */
  double narrowest_width;  /* the same, each word of the head on its own line */
  double head_share;       /* of the width, at most, for the row labels */
  double head_width;
  double column_width;     /* of every shaded column */
  double *plain_widths;    /* one per plain column */
  double rule_gap;         /* taken by the double rule */
  CasenessHeatPart *part;  /* being filled */
  double y;                /* next free line of the layout */
} CasenessHeatPlan;

/* caseness-heat-grid-fit.c: finds the sizes at which a grid fits, and says in how many parts side by side. */
guint caseness_heat_plan_fit (CasenessHeatPlan *plan);

guint caseness_heat_plan_count_shaded (const CasenessHeatGrid *grid);
PangoWeight caseness_heat_plan_get_cell_weight (const CasenessHeatPlan *plan, const CasenessHeatRow *row,
                                                const CasenessHeatColumn *column);
double caseness_heat_plan_measure_longest_word (const CasenessHeatPlan *plan, const char *label);
gboolean caseness_heat_plan_starts_with_rule (const CasenessHeatGrid *grid, guint column);
double caseness_heat_plan_snap (const CasenessHeatPlan *plan, double value);

G_END_DECLS
