/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-private.h"
#include "caseness-trajectory-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  char *day;   /* nullable */
  char *month; /* nullable */
} CasenessTrajectorySession;

typedef struct
{
  guint session;
  char *label;
} CasenessTrajectoryEvent;

typedef struct
{
  double score; /* NAN for none */
  gboolean is_marked;
  char *words; /* nullable */
  double expected_low; /* NAN for none */
  double expected_middle;
  double expected_high;
} CasenessTrajectoryScore;

typedef struct
{
  char *name;
  char *description;
  double maximum;
  double threshold;      /* NAN for none */
  char *threshold_label; /* nullable */
  double band_low;       /* NAN for none */
  double band_high;
  char *band_label; /* nullable */
  GArray *scores;   /* CasenessTrajectoryScore, one a session */
} CasenessTrajectoryPanel;

struct _CasenessTrajectoryChart
{
  CasenessChart parent;
  char *session_heading;
  char *date_heading;
  gboolean has_low_panels;
  GPtrArray *sessions; /* CasenessTrajectorySession */
  GPtrArray *events;   /* CasenessTrajectoryEvent */
  GPtrArray *panels;   /* CasenessTrajectoryPanel */
};

#define TRAJECTORY_SESSION(chart, index) \
  ((CasenessTrajectorySession *) g_ptr_array_index ((chart)->sessions, (index)))
#define TRAJECTORY_EVENT(chart, index) ((CasenessTrajectoryEvent *) g_ptr_array_index ((chart)->events, (index)))
#define TRAJECTORY_PANEL(chart, index) ((CasenessTrajectoryPanel *) g_ptr_array_index ((chart)->panels, (index)))
#define TRAJECTORY_SCORE(panel, session) (&g_array_index ((panel)->scores, CasenessTrajectoryScore, (session)))

/* caseness-trajectory-chart.c */
char *caseness_trajectory_chart_dup_score (double score);
char *caseness_trajectory_chart_dup_label (const CasenessTrajectoryChart *chart, guint panel, guint session);

/* caseness-trajectory-chart-layout.c */
CasenessChartLayout *caseness_trajectory_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                                        const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
