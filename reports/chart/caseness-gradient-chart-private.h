/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-private.h"
#include "caseness-gradient-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  double place;
  double value; /* NAN for none */
  double low;
  double high;
} CasenessGradientGroup;

struct _CasenessGradientChart
{
  CasenessChart parent;
  char *group_heading;
  char *value_heading;
  CasenessChartUnit unit;
  GPtrArray *groups; /* CasenessGradientGroup */
  char *low_end;     /* nullable, as the following */
  char *high_end;
  char *fit_label;
  double fit_low; /* NAN for no line */
  double fit_high;
  char *reference_label;
  double reference; /* NAN for none */
};

#define GRADIENT_GROUP(chart, index) ((CasenessGradientGroup *) g_ptr_array_index ((chart)->groups, (index)))

/* caseness-gradient-chart.c */
char *caseness_gradient_chart_dup_label (const CasenessGradientChart *chart, guint group);

/* caseness-gradient-chart-layout.c */
CasenessChartLayout *caseness_gradient_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                                      const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
