/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-row-plan-private.h"
#include "caseness-share-chart.h"
#include "caseness-stack-chart-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *heading;
  CasenessShareSide side;
  CasenessStackLook look;
} CasenessShareSeries;

typedef struct
{
  double share; /* NAN for none */
  double low;
  double high;
  gboolean is_suppressed;
} CasenessShare;

typedef struct
{
  char *label;
  gboolean is_apart;
  GArray *shares;   /* CasenessShare, one a series */
  GPtrArray *cells; /* char *, nullable, one a column */
} CasenessShareGroup;

struct _CasenessShareChart
{
  CasenessChart parent;
  char *row_heading;
  char *headings[CASENESS_N_SHARE_SIDES];
  GPtrArray *series;  /* CasenessShareSeries */
  GPtrArray *columns; /* CasenessStackColumn */
  GPtrArray *groups;  /* CasenessShareGroup */
};

#define SHARE_SERIES(chart, index) ((CasenessShareSeries *) g_ptr_array_index ((chart)->series, (index)))
#define SHARE_COLUMN(chart, index) ((CasenessStackColumn *) g_ptr_array_index ((chart)->columns, (index)))
#define SHARE_GROUP(chart, index) ((CasenessShareGroup *) g_ptr_array_index ((chart)->groups, (index)))
#define SHARE_OF(chart, group, series) \
  (&g_array_index (SHARE_GROUP ((chart), (group))->shares, CasenessShare, (series)))

/* caseness-share-chart.c */
char *caseness_share_dup_words (const CasenessShare *share);

/* caseness-share-chart-layout.c */
CasenessChartLayout *caseness_share_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                                   const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
