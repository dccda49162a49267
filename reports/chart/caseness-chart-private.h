/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"
#include "caseness-hatch.h"
#include "caseness-shared-text.h"

G_BEGIN_DECLS

/* A kind of chart. */
typedef struct
{
  CasenessChartLayout *(*lay_out) (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                                   const CasenessTheme *theme);
  char *(*dup_summary) (const CasenessChart *chart); /* used when none was set */
  void (*fill_table) (const CasenessChart *chart, CasenessChartTable *table);
  void (*free) (CasenessChart *chart);
} CasenessChartClass;

/* First member of every kind. */
struct _CasenessChart
{
  const CasenessChartClass *klass;
  int references;
  char *title;
  char *subtitle;
  char *footnote;
  char *summary;
};

/* A laid out chart is a display list: what the drawing needs to know is in these, in the layout's coordinates. */

/* Where a text stands in the structure of the document, besides rows of a table (0 and up). */
enum
{
  CASENESS_CHART_TEXT_TITLE = -5,
  CASENESS_CHART_TEXT_SUBTITLE = -4,
  CASENESS_CHART_TEXT_FOOTNOTE = -3,
  CASENESS_CHART_TEXT_LOOSE = -2, /* above or beside the table: heads of several columns, ticks */
  CASENESS_CHART_TEXT_COLUMN_HEADS = -1,
};

typedef struct
{
  PangoLayout *layout; /* owned; NULL for a blank cell */
  double x;
  double y;
  CasenessColour colour;
  int row;          /* of the table, or one of the above */
  gboolean is_head; /* of a row or column */
  gboolean has_backing; /* whether lines below it are covered, so that it reads */
} CasenessChartText;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
  CasenessColour fill;
  CasenessColour outline;
  CasenessHatch hatch;
  CasenessColour hatch_colour;
  double text_x; /* the hatch leaves room for the text between text_x and text_x + text_width; none at 0 */
  double text_width;
} CasenessChartBox;

typedef struct
{
  double x;
  double y;
  double width; /* lines are thin rectangles: they stay sharp on every surface */
  double height;
  CasenessColour colour;
} CasenessChartLine;

/* A line through points, dashed or not. */
typedef struct
{
  GArray *points; /* owned: double, x and y in turn; NAN, NAN is a gap */
  double width;
  CasenessColour colour;
  const double *dashes; /* static */
  int n_dashes;
} CasenessChartPath;

typedef enum
{
  CASENESS_CHART_CIRCLE,
  CASENESS_CHART_RING, /* a circle in a ring */
  CASENESS_CHART_SQUARE,
  CASENESS_CHART_TRIANGLE,
  CASENESS_CHART_DIAMOND,
  CASENESS_CHART_HALF, /* a circle, its right half filled, the left one as the background */
} CasenessChartShape;

typedef struct
{
  double x; /* middle */
  double y;
  double radius;
  CasenessChartShape shape;
  CasenessColour fill;
  CasenessColour outline;
  gboolean is_bold; /* outline as thick as a line of data: hollow markers */
  gboolean has_halo;
  CasenessColour halo; /* a ring around the outline */
} CasenessChartMarker;

typedef struct
{
  double y;
  double height;
  GArray *boxes;   /* CasenessChartBox */
  GArray *lines;   /* CasenessChartLine */
  GArray *paths;   /* CasenessChartPath */
  GArray *markers; /* CasenessChartMarker */
  GArray *texts;   /* CasenessChartText, in reading order */
} CasenessChartPart;

struct _CasenessChartLayout
{
  CasenessChart *chart; /* owned */
  CasenessTheme theme;
  double width;
  double height;
  double minimum_width;
  GPtrArray *parts; /* CasenessChartPart */
  GArray *areas;    /* CasenessChartArea, labels owned */
};

/* caseness-chart.c */
void caseness_chart_init (CasenessChart *chart, const CasenessChartClass *klass);
char *caseness_chart_dup_titles (const CasenessChart *chart);
GString *caseness_chart_begin_summary (const CasenessChart *chart);

/* caseness-chart-layout.c */
void caseness_chart_draw_marker (const CasenessChartMarker *marker, const CasenessTheme *theme, cairo_t *cr);

/* caseness-chart-plan.c: what laying out any chart takes. */
typedef struct
{
  CasenessChartLayout *layout;
  PangoContext *context;
  const CasenessTheme *theme;
  const CasenessChartRoom *room;
  CasenessChartPart *part; /* being filled */
  double y;                /* next free line of the layout */
} CasenessChartPlan;

CasenessChartLayout *caseness_chart_layout_new (CasenessChart *chart, const CasenessTheme *theme);
void caseness_chart_plan_begin_part (CasenessChartPlan *plan, double gap);
void caseness_chart_plan_end_part (CasenessChartPlan *plan);
double caseness_chart_plan_snap (const CasenessChartPlan *plan, double value);
PangoLayout *caseness_chart_plan_create_text (const CasenessChartPlan *plan, const char *text, double size,
                                              PangoWeight weight, double width, PangoAlignment align);
double caseness_chart_plan_measure_text (const CasenessChartPlan *plan, const char *text, double size,
                                         PangoWeight weight);
double caseness_chart_plan_add_text (CasenessChartPlan *plan, PangoLayout *text, double x, double y,
                                     CasenessColour colour, int row, gboolean is_head);
void caseness_chart_plan_add_line (CasenessChartPlan *plan, double x, double y, double width, double height,
                                   CasenessColour colour);
void caseness_chart_plan_add_label (CasenessChartPlan *plan, const char *text, PangoWeight weight, double x,
                                    double width, PangoAlignment align, double middle, CasenessColour colour);
void caseness_chart_plan_back_last_text (CasenessChartPlan *plan);
CasenessChartPath *caseness_chart_plan_add_path (CasenessChartPlan *plan, double width, CasenessColour colour,
                                                 const double *dashes, int n_dashes);
void caseness_chart_path_add (CasenessChartPath *path, double x, double y);
void caseness_chart_plan_add_area (CasenessChartPlan *plan, int row, int column, double x, double y, double width,
                                   double height, char *label);
void caseness_chart_plan_titles (CasenessChartPlan *plan);
void caseness_chart_plan_footnote (CasenessChartPlan *plan);

G_END_DECLS
