/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-bar-chart.h"
#include "caseness-chart-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  char *note;   /* nullable */
  double value; /* NAN for none */
  CasenessBarKind kind;
  gboolean is_suppressed;
} CasenessBar;

struct _CasenessBarChart
{
  CasenessChart parent;
  char *row_heading;
  char *value_heading;
  char *note_heading; /* nullable */
  CasenessChartUnit unit;
  GPtrArray *bars;       /* CasenessBar */
  double reference;      /* NAN for none */
  char *reference_label; /* nullable */
};

#define BAR(chart, index) ((CasenessBar *) g_ptr_array_index ((chart)->bars, (index)))

/* caseness-bar-chart.c */
char *caseness_bar_chart_dup_value (const CasenessBarChart *chart, guint bar);

/* caseness-bar-chart-layout.c */
CasenessChartLayout *caseness_bar_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                                 const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
