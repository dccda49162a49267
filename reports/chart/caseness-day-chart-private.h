/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-private.h"
#include "caseness-day-chart.h"

G_BEGIN_DECLS

typedef struct
{
  CasenessDate day;
  CasenessDayMark mark;
  char *label;
} CasenessDayEvent;

typedef struct
{
  CasenessDate from;
  CasenessDate to;
  gboolean is_strong;
  char *label; /* nullable */
} CasenessDaySpan;

typedef struct
{
  char *name;
  GArray *events; /* CasenessDayEvent */
  GArray *spans;  /* CasenessDaySpan */
} CasenessDayRow;

typedef struct
{
  CasenessDate day;
  char *label;
} CasenessDayEdge;

struct _CasenessDayChart
{
  CasenessChart parent;
  CasenessDate from;
  CasenessDate to;
  GPtrArray *rows; /* CasenessDayRow */
  GArray *edges;   /* CasenessDayEdge */
};

#define DAY_ROW(chart, index) ((CasenessDayRow *) g_ptr_array_index ((chart)->rows, (index)))

/* caseness-day-chart-layout.c */
CasenessChartLayout *caseness_day_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                                 const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
