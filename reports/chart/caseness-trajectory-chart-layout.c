/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-plot-private.h"
#include "caseness-trajectory-chart-private.h"

#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define PANEL_HEIGHT 9.0
#define LOW_PANEL 5.4
#define LEAST_PANEL 4.5
#define NARROWEST_STEP 1.1 /* between two sessions */
#define MARKER 0.26        /* radius */
#define LARGE 1.6          /* marked scores, times as large */
#define EXPECTED_WIDTH 0.56 /* of a step */
#define WIDEST_EXPECTED 2.2
#define GAP_TICK 0.5       /* where a score is missing */
#define MARGIN 0.35        /* between a score and what is said of it */

#define N_TICKS 4
#define BELOW 3.6 /* lines under the last panel: session, day, month */

static const CasenessChartShape shapes[] = { CASENESS_CHART_CIRCLE, CASENESS_CHART_DIAMOND, CASENESS_CHART_SQUARE };

/* What is worked out while a chart is laid out. The plot is that of the panel being drawn. */
typedef struct
{
  CasenessChartPlan base;
  CasenessTrajectoryChart *chart;
  CasenessChartPlot plot;
} Plan;

static double
get_line (const Plan *plan)
{
  return plan->base.theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
}

static double
get_panel_height (const Plan *plan)
{
  return plan->base.theme->text_size * (plan->chart->has_low_panels ? LOW_PANEL : PANEL_HEIGHT);
}

static double
get_step (const Plan *plan)
{
  return plan->plot.width / MAX (plan->chart->sessions->len, 1u);
}

static double
get_x (const Plan *plan, guint session)
{
  return plan->plot.x + (session + 0.5) * get_step (plan);
}

static void
draw_band (Plan *plan, const CasenessTrajectoryPanel *panel)
{
  const CasenessTheme *theme = plan->base.theme;
  double top = caseness_chart_plot_get_y (&plan->plot, MIN (panel->band_high, plan->plot.axis.high));
  double bottom = caseness_chart_plot_get_y (&plan->plot, MAX (panel->band_low, plan->plot.axis.low));
  CasenessChartBox box = { plan->plot.x, top, plan->plot.width, bottom - top };

  if (panel->band_label == NULL || isnan (top) || isnan (bottom) || bottom <= top)
    return;
  box.fill = box.outline = theme->grid;
  box.hatch = CASENESS_HATCH_RISING;
  box.hatch_colour = caseness_colour_mix (theme->grid, theme->axis, 0.25);
  g_array_append_val (plan->base.part->boxes, box);
  caseness_chart_plot_add_name (&plan->plot, panel->band_label, (top + bottom) / 2, theme->secondary_text,
                                PANGO_WEIGHT_NORMAL);
}

/* What is usual at each session, behind the scores. */
static void
draw_expected (Plan *plan, const CasenessTrajectoryPanel *panel)
{
  const CasenessTheme *theme = plan->base.theme;
  double width = MIN (get_step (plan) * EXPECTED_WIDTH, theme->text_size * WIDEST_EXPECTED);
  guint i;

  for (i = 0; i < panel->scores->len; i++)
    {
      const CasenessTrajectoryScore *score = TRAJECTORY_SCORE (panel, i);
      double top = caseness_chart_plot_get_y (&plan->plot, score->expected_high);
      double bottom = caseness_chart_plot_get_y (&plan->plot, score->expected_low);
      double middle = caseness_chart_plot_get_y (&plan->plot, score->expected_middle);
      CasenessChartBox box = { get_x (plan, i) - width / 2, top, width, MAX (bottom - top, theme->line) };

      if (isnan (score->expected_middle))
        continue;
      box.fill = caseness_colour_mix (theme->background, theme->series[0], 0.14);
      box.outline = caseness_colour_mix (theme->background, theme->series[0], 0.4);
      g_array_append_val (plan->base.part->boxes, box);
      caseness_chart_plan_add_line (&plan->base, box.x, middle - theme->hair_line / 2, width, theme->hair_line,
                                    theme->axis);
    }
}

/* Only between scores: before the first and after the last there is nothing to miss. */
static gboolean
is_missing (const CasenessTrajectoryPanel *panel, guint session)
{
  gboolean has_before = FALSE, has_after = FALSE;
  guint i;

  for (i = 0; i < panel->scores->len; i++)
    {
      gboolean has_score = !isnan (TRAJECTORY_SCORE (panel, i)->score);

      has_before |= has_score && i < session;
      has_after |= has_score && i > session;
    }
  return isnan (TRAJECTORY_SCORE (panel, session)->score) && has_before && has_after;
}

static void
draw_missing (Plan *plan, guint session)
{
  const CasenessTheme *theme = plan->base.theme;
  double height = theme->text_size * GAP_TICK;

  caseness_chart_plan_add_line (&plan->base, caseness_chart_plan_snap (&plan->base, get_x (plan, session)),
                                plan->plot.y + plan->plot.height - height, theme->line, height, theme->axis);
}

/* Above a score in the upper half of what is near, below otherwise, and inside the plot. */
static void
draw_words (Plan *plan, const char *words, double x, double y, gboolean is_above)
{
  const CasenessTheme *theme = plan->base.theme;
  double width
      = caseness_chart_plan_measure_text (&plan->base, words, theme->small_text_size, PANGO_WEIGHT_BOLD) + 1;
  double away = theme->text_size * (MARKER * LARGE + MARGIN) + get_line (plan) / 2;
  double start = is_above ? x - theme->text_size : x - width / 2; /* a falling line leaves room at the right */
  double left = CLAMP (start, plan->plot.x + 2, MAX (plan->plot.x + plan->plot.width - width, plan->plot.x));
  double top = plan->plot.y + get_line (plan) / 2;
  double bottom = plan->plot.y + plan->plot.height - get_line (plan) / 2;
  double middle = is_above ? y - away : y + away;

  if (middle < top || middle > bottom)
    middle = is_above ? y + away : y - away;
  caseness_chart_plan_add_label (&plan->base, words, PANGO_WEIGHT_BOLD, left, width, PANGO_ALIGN_LEFT,
                                 CLAMP (middle, top, MAX (bottom, top)), theme->text);
  caseness_chart_plan_back_last_text (&plan->base);
}

/* Whether the line goes down after a score, so that there is room above it. */
static gboolean
is_falling (const CasenessTrajectoryPanel *panel, guint session)
{
  double before = NAN, after = NAN;
  double score = TRAJECTORY_SCORE (panel, session)->score;
  guint i;

  for (i = 0; i < session; i++)
    if (!isnan (TRAJECTORY_SCORE (panel, i)->score))
      before = TRAJECTORY_SCORE (panel, i)->score;
  for (i = panel->scores->len; i > session + 1; i--)
    if (!isnan (TRAJECTORY_SCORE (panel, i - 1)->score))
      after = TRAJECTORY_SCORE (panel, i - 1)->score;
  return !isnan (after) ? after <= score : !(before >= score);
}

static void
draw_score (Plan *plan, guint index, guint session)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessTrajectoryPanel *panel = TRAJECTORY_PANEL (plan->chart, index);
  const CasenessTrajectoryScore *score = TRAJECTORY_SCORE (panel, session);
  double x = get_x (plan, session);
  double y = caseness_chart_plot_get_y (&plan->plot, score->score);
  CasenessChartMarker marker = { x, y, theme->text_size * MARKER * (score->is_marked ? LARGE : 1),
                                 shapes[index % G_N_ELEMENTS (shapes)], theme->series[0], theme->background };

  g_array_append_val (plan->base.part->markers, marker);
  caseness_chart_plot_add_target (&plan->plot, (int) index, (int) session, x, y,
                                  caseness_trajectory_chart_dup_label (plan->chart, index, session));
  if (score->words != NULL)
    draw_words (plan, score->words, x, y, is_falling (panel, session));
}

/* What is measured now and then only: its scores are joined over the gaps. */
static gboolean
is_sparse (const CasenessTrajectoryPanel *panel)
{
  guint n = 0, i;

  for (i = 0; i < panel->scores->len; i++)
    n += !isnan (TRAJECTORY_SCORE (panel, i)->score);
  return 2 * n < panel->scores->len;
}

static void
draw_scores (Plan *plan, guint index)
{
  const CasenessTrajectoryPanel *panel = TRAJECTORY_PANEL (plan->chart, index);
  gboolean joins_gaps = is_sparse (panel);
  CasenessChartPath *path
      = caseness_chart_plan_add_path (&plan->base, plan->base.theme->line, plan->base.theme->series[0], NULL, 0);
  guint i;

  for (i = 0; i < panel->scores->len; i++)
    {
      double score = TRAJECTORY_SCORE (panel, i)->score;

      if (isnan (score) && joins_gaps)
        continue;
      caseness_chart_path_add (path, get_x (plan, i),
                               isnan (score) ? NAN : caseness_chart_plot_get_y (&plan->plot, score));
    }
  for (i = 0; i < panel->scores->len; i++)
    if (!isnan (TRAJECTORY_SCORE (panel, i)->score))
      draw_score (plan, index, i);
    else if (!joins_gaps && is_missing (panel, i))
      draw_missing (plan, i);
}

static void
draw_panel_heading (Plan *plan, const CasenessTrajectoryPanel *panel)
{
  const CasenessTheme *theme = plan->base.theme;
  double width
      = caseness_chart_plan_measure_text (&plan->base, panel->name, theme->small_text_size, PANGO_WEIGHT_BOLD) + 1;
  double middle = plan->base.y + get_line (plan) / 2;
  double after = width + theme->text_size * 0.5;

  caseness_chart_plan_add_label (&plan->base, panel->name, PANGO_WEIGHT_BOLD, 0, width, PANGO_ALIGN_LEFT, middle,
                                 theme->text);
  caseness_chart_plan_back_last_text (&plan->base);
  caseness_chart_plan_add_label (&plan->base, panel->description, PANGO_WEIGHT_NORMAL, after,
                                 plan->base.layout->width - after, PANGO_ALIGN_LEFT, middle, theme->secondary_text);
  caseness_chart_plan_back_last_text (&plan->base);
  plan->base.y += caseness_chart_plan_snap (&plan->base, get_line (plan) * 1.6);
}

static CasenessChartAxis
get_axis (const CasenessTrajectoryPanel *panel)
{
  return caseness_chart_axis_cover (CASENESS_CHART_COUNT, 0, panel->maximum, TRUE, N_TICKS);
}

static void
draw_panel (Plan *plan, guint index, double below)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessTrajectoryPanel *panel = TRAJECTORY_PANEL (plan->chart, index);
  guint left = plan->chart->panels->len - index;
  double height = get_panel_height (plan);

  draw_panel_heading (plan, panel);
  plan->plot.axis = get_axis (panel);
  if (plan->base.room->part_height > 0)
    height = MAX ((plan->base.room->part_height - below - (plan->base.y - plan->base.part->y)) / left
                      - (left - 1) * 2 * get_line (plan),
                  theme->text_size * LEAST_PANEL);
  caseness_chart_plot_share_height (&plan->plot, MIN (height, get_panel_height (plan)),
                                    theme->text_size * LEAST_PANEL, below);
  caseness_chart_plot_add_value_axis (&plan->plot);
  draw_band (plan, panel);
  draw_expected (plan, panel);
  if (panel->threshold_label != NULL)
    caseness_chart_plot_add_level (&plan->plot, panel->threshold, theme->line, theme->axis, caseness_chart_long_dashes,
                                   panel->threshold_label, PANGO_WEIGHT_BOLD);
  draw_scores (plan, index);
  caseness_chart_plot_place_names (&plan->plot);
  g_array_set_size (plan->plot.end_labels, 0);
  plan->base.y = caseness_chart_plan_snap (&plan->base, plan->plot.y + plan->plot.height);
  if (left > 1)
    plan->base.y += caseness_chart_plan_snap (&plan->base, get_line (plan) * 0.6);
}

/* A text under the axis about @x, left out where it would touch the one before. Returns: where it ends. */
static double
draw_axis_text (Plan *plan, const char *text, PangoWeight weight, double x, double middle, double end)
{
  const CasenessTheme *theme = plan->base.theme;
  double width = text != NULL
                     ? caseness_chart_plan_measure_text (&plan->base, text, theme->small_text_size, weight) + 1
                     : 0;
  double left = x - width / 2;

  if (text == NULL || left < end)
    return end;
  caseness_chart_plan_add_label (&plan->base, text, weight, left, width, PANGO_ALIGN_LEFT, middle,
                                 weight == PANGO_WEIGHT_BOLD ? theme->text : theme->secondary_text);
  return left + width + theme->small_text_size * 0.25;
}

static void
draw_session_axis (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double tick = theme->text_size * CASENESS_PLOT_TICK;
  double first = plan->base.y + tick + get_line (plan) / 2;
  double ends[3] = { -G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  guint i;

  for (i = 0; i < plan->chart->sessions->len; i++)
    {
      const CasenessTrajectorySession *session = TRAJECTORY_SESSION (plan->chart, i);
      double x = get_x (plan, i);

      caseness_chart_plan_add_line (&plan->base, caseness_chart_plan_snap (&plan->base, x), plan->base.y,
                                    theme->hair_line, tick, theme->axis);
      ends[0] = draw_axis_text (plan, session->label, PANGO_WEIGHT_BOLD, x, first, ends[0]);
      ends[1] = draw_axis_text (plan, session->day, PANGO_WEIGHT_NORMAL, x, first + get_line (plan), ends[1]);
      ends[2] = draw_axis_text (plan, session->month, PANGO_WEIGHT_NORMAL, x, first + 2 * get_line (plan), ends[2]);
    }
  caseness_chart_plan_add_label (&plan->base, plan->chart->session_heading, PANGO_WEIGHT_BOLD, plan->plot.end_x,
                                 plan->plot.end_width, PANGO_ALIGN_LEFT, first, theme->text);
  caseness_chart_plan_add_label (&plan->base, plan->chart->date_heading, PANGO_WEIGHT_NORMAL, plan->plot.end_x,
                                 plan->plot.end_width, PANGO_ALIGN_LEFT, first + get_line (plan),
                                 theme->secondary_text);
}

/* Lines through all panels, between two sessions; their names above the first panel. */
static void
draw_events (Plan *plan, double names)
{
  const CasenessTheme *theme = plan->base.theme;
  guint i;

  for (i = 0; i < plan->chart->events->len; i++)
    {
      const CasenessTrajectoryEvent *event = TRAJECTORY_EVENT (plan->chart, i);
      double x = caseness_chart_plan_snap (&plan->base, plan->plot.x + event->session * get_step (plan));
      double width = caseness_chart_plan_measure_text (&plan->base, event->label, theme->small_text_size,
                                                       PANGO_WEIGHT_NORMAL)
                     + 1;
      CasenessChartPath *path = caseness_chart_plan_add_path (&plan->base, theme->hair_line, theme->axis, NULL, 0);

      caseness_chart_path_add (path, x, names + get_line (plan));
      caseness_chart_path_add (path, x, plan->base.y);
      caseness_chart_plan_add_label (&plan->base, event->label, PANGO_WEIGHT_NORMAL,
                                     CLAMP (x - width / 2, 0, MAX (plan->base.layout->width - width, 0)), width,
                                     PANGO_ALIGN_LEFT, names + get_line (plan) / 2, theme->secondary_text);
    }
}

static void
share_width (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  guint i;

  caseness_chart_plot_need_name (&plan->plot, plan->chart->session_heading, PANGO_WEIGHT_BOLD);
  caseness_chart_plot_need_name (&plan->plot, plan->chart->date_heading, PANGO_WEIGHT_NORMAL);
  plan->plot.axis = caseness_chart_axis_cover (CASENESS_CHART_COUNT, 0, 100, TRUE, N_TICKS);
  for (i = 0; i < plan->chart->panels->len; i++)
    {
      const CasenessTrajectoryPanel *panel = TRAJECTORY_PANEL (plan->chart, i);

      caseness_chart_plot_need_name (&plan->plot, panel->threshold_label, PANGO_WEIGHT_BOLD);
      caseness_chart_plot_need_name (&plan->plot, panel->band_label, PANGO_WEIGHT_NORMAL);
    }
  caseness_chart_plot_share_width (&plan->plot,
                                   MAX (plan->chart->sessions->len, 6u) * theme->text_size * NARROWEST_STEP);
}

static void
draw_all (Plan *plan)
{
  double below = plan->base.theme->text_size * CASENESS_PLOT_TICK + (BELOW - 0.5) * get_line (plan);
  double names = plan->base.y;
  guint i;

  if (plan->chart->events->len > 0)
    plan->base.y += caseness_chart_plan_snap (&plan->base, get_line (plan) * 1.2);
  for (i = 0; i < plan->chart->panels->len; i++)
    draw_panel (plan, i, below);
  if (plan->chart->panels->len > 0)
    {
      draw_events (plan, names);
      draw_session_axis (plan);
      plan->base.y += caseness_chart_plan_snap (&plan->base, below);
    }
}

CasenessChartLayout *
caseness_trajectory_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                                   const CasenessTheme *theme)
{
  CasenessChartLayout *layout = caseness_chart_layout_new (chart, theme);
  Plan plan = { .base = { layout, context, theme, room }, .chart = (CasenessTrajectoryChart *) chart };

  caseness_chart_plot_init (&plan.plot, &plan.base);
  share_width (&plan);
  caseness_chart_plan_begin_part (&plan.base, 0);
  caseness_chart_plan_titles (&plan.base);
  draw_all (&plan);
  caseness_chart_plan_footnote (&plan.base);
  caseness_chart_plan_end_part (&plan.base);
  caseness_chart_plot_clear (&plan.plot);
  return layout;
}
