/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-interval-chart.h"
#include "caseness-row-plan-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  CasenessRowKind kind;
  double value; /* NAN for none */
  char *missing; /* (nullable): what is said in its place */
  double low;
  double high;
  double second; /* NAN for none */
  CasenessIntervalMark mark;
  GPtrArray *cells; /* char *, nullable, one a column */
} CasenessIntervalRow;

struct _CasenessIntervalChart
{
  CasenessChart parent;
  char *row_heading;
  char *value_heading;
  CasenessChartUnit unit;
  gboolean is_log;
  GPtrArray *columns; /* char *: headings */
  GPtrArray *rows;    /* CasenessIntervalRow */
  double reference;   /* NAN for none */
  char *reference_label;
  double range_low; /* NAN for whatever the rows need */
  double range_high;
  char *first_heading;
  char *second_heading; /* nullable: there are no second values */
};

#define INTERVAL_ROW(chart, index) ((CasenessIntervalRow *) g_ptr_array_index ((chart)->rows, (index)))

/* caseness-interval-chart.c */
char *caseness_interval_chart_dup_value (const CasenessIntervalChart *chart, const CasenessIntervalRow *row);
char *caseness_interval_chart_dup_interval (const CasenessIntervalChart *chart, const CasenessIntervalRow *row);
char *caseness_interval_chart_dup_label (const CasenessIntervalChart *chart, guint row);
const char *caseness_interval_chart_get_word (const CasenessIntervalRow *row);
gboolean caseness_interval_chart_has_words (const CasenessIntervalChart *chart);

/* caseness-interval-chart-layout.c */
CasenessChartLayout *caseness_interval_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                                      const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
