/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/**
 * CasenessTrajectoryChart:
 *
 * One course of measurements: sessions across, in one to three panels above each other, each with its own scale from 0,
 * a threshold, a band within which a change may be chance, and the first and last measurement drawn larger. What was
 * not measured is a gap with a tick, unless most sessions are without a score. Areas: row = panel, column = session.
 */
typedef struct _CasenessTrajectoryChart CasenessTrajectoryChart;

/**
 * caseness_trajectory_chart_new:
 * @session_heading: what stands across: `session`
 * @date_heading: what stands below it: `date`
 *
 * Returns: (transfer full): a chart without sessions.
 */
CasenessTrajectoryChart *caseness_trajectory_chart_new (const char *session_heading, const char *date_heading);

/** caseness_trajectory_chart_unref: drops a reference. */
void caseness_trajectory_chart_unref (CasenessTrajectoryChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessTrajectoryChart, caseness_trajectory_chart_unref)

/** caseness_trajectory_chart_as_chart: Returns: (transfer none): the same, for titles, summary, layout and reports. */
CasenessChart *caseness_trajectory_chart_as_chart (CasenessTrajectoryChart *chart);

/**
 * caseness_trajectory_chart_add_session:
 * @chart: a chart without panels
 * @label: under the axis: `A` or `3`
 * @day: (nullable): below it: `14`
 * @month: (nullable): below that, where a month begins: `Aug 24`
 *
 * Adds the next session. Returns: its index.
 */
guint caseness_trajectory_chart_add_session (CasenessTrajectoryChart *chart, const char *label, const char *day,
                                             const char *month);

/** caseness_trajectory_chart_add_event: draws a thin line before @session, named @label: `stepped up`. */
void caseness_trajectory_chart_add_event (CasenessTrajectoryChart *chart, guint session, const char *label);

/**
 * caseness_trajectory_chart_add_panel:
 * @chart: a chart with all its sessions
 * @name: the measure: `PHQ-9`
 * @description: what it is and which way is better: `depression, 0 to 27, lower is better`
 * @maximum: the highest score there is
 *
 * Adds a panel below the others, without scores. Returns: its index.
 */
guint caseness_trajectory_chart_add_panel (CasenessTrajectoryChart *chart, const char *name, const char *description,
                                           double maximum);

/** caseness_trajectory_chart_set_threshold: draws a dashed line at @value, named @label: `caseness 10`. */
void caseness_trajectory_chart_set_threshold (CasenessTrajectoryChart *chart, guint panel, double value,
                                              const char *label);

/** caseness_trajectory_chart_set_band: hatches @low to @high, named @label: `13 to 23: not reliable`. */
void caseness_trajectory_chart_set_band (CasenessTrajectoryChart *chart, guint panel, double low, double high,
                                         const char *label);

/** caseness_trajectory_chart_set_score: gives a panel its score at a session; where it has none there is a gap. */
void caseness_trajectory_chart_set_score (CasenessTrajectoryChart *chart, guint panel, guint session, double score);

/**
 * caseness_trajectory_chart_mark:
 * @chart: a chart
 * @panel: a panel
 * @session: a session with a score
 * @words: `first 18`
 *
 * Draws a score larger and names it.
 */
void caseness_trajectory_chart_mark (CasenessTrajectoryChart *chart, guint panel, guint session, const char *words);

/** caseness_trajectory_chart_note: names a score without drawing it larger: `reliable improvement from here`. */
void caseness_trajectory_chart_note (CasenessTrajectoryChart *chart, guint panel, guint session, const char *words);

/**
 * caseness_trajectory_chart_set_expected:
 * @chart: a chart
 * @panel: a panel
 * @session: a session
 * @low: lower end of what is usual at it
 * @middle: what is most usual
 * @high: upper end
 *
 * Draws a pale box behind a session, and a rule across it at @middle. The table has them in columns of their own.
 */
void caseness_trajectory_chart_set_expected (CasenessTrajectoryChart *chart, guint panel, guint session, double low,
                                             double middle, double high);

/** caseness_trajectory_chart_set_low_panels: draws panels lower than usual: there is little room. */
void caseness_trajectory_chart_set_low_panels (CasenessTrajectoryChart *chart, gboolean has_low_panels);

/** caseness_trajectory_chart_get_n_sessions: how many sessions there are. */
guint caseness_trajectory_chart_get_n_sessions (const CasenessTrajectoryChart *chart);

G_END_DECLS
