/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-line-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define GAP 0.35         /* between a rule and what it names, of the text size */
#define LETTER_WIDTH 1.6 /* of a note's letter, of the text size */
#define N_LETTERS 26


#define FLAG(chart, index) (&g_array_index ((chart)->flags, CasenessLineFlagMark, (index)))

static double
get_line (const CasenessLinePlan *plan)
{
  return plan->base.theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
}

/* Room above the plot for what stands over points. */
double
caseness_line_plan_get_flags_height (const CasenessLinePlan *plan)
{
  return plan->chart->flags->len > 0 ? get_line (plan) : 0;
}

/* a, b, c … in order of time; after z they begin again. */
static char *
dup_letter (guint number)
{
  return g_strdup_printf ("%c", 'a' + (char) (number % N_LETTERS));
}

static void
add_rule (CasenessLinePlan *plan, double x, const double *dashes, CasenessColour colour)
{
  const CasenessTheme *theme = plan->base.theme;
  CasenessChartPath *path = caseness_chart_plan_add_path (&plan->base, theme->hair_line * 1.5, colour, dashes, 2);

  x = caseness_chart_plan_snap (&plan->base, x);
  caseness_chart_path_add (path, x, plan->plot.y - get_line (plan) * 0.8);
  caseness_chart_path_add (path, x, plan->plot.y + plan->plot.height);
}

/* The words stand where there is room: before the rule, or after it near the left edge. */
static void
plan_baseline (CasenessLinePlan *plan, const CasenessLineFlagMark *flag)
{
  const CasenessTheme *theme = plan->base.theme;
  double step = caseness_line_plan_get_step (plan);
  double x = caseness_line_plan_get_x (plan, flag->point) + step / 2;
  double width = caseness_chart_plan_measure_text (&plan->base, flag->text, theme->small_text_size,
                                                   PANGO_WEIGHT_NORMAL)
                 + 1;
  double gap = theme->text_size * GAP;
  gboolean stands_before = x - gap - width >= plan->plot.x;

  add_rule (plan, x, caseness_chart_short_dashes, theme->axis);
  caseness_chart_plan_add_label (&plan->base, flag->text, PANGO_WEIGHT_NORMAL,
                                 stands_before ? x - gap - width : x + gap, width,
                                 stands_before ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
                                 plan->plot.y - get_line (plan) / 2, theme->secondary_text);
}

static void
plan_letter (CasenessLinePlan *plan, const CasenessLineFlagMark *flag, guint number)
{
  const CasenessTheme *theme = plan->base.theme;
  g_autofree char *letter = dup_letter (number);
  double width = theme->text_size * LETTER_WIDTH;
  double x = caseness_line_plan_get_x (plan, flag->point);

  if (flag->kind == CASENESS_LINE_BREAK)
    {
      x -= caseness_line_plan_get_step (plan) / 2;
      add_rule (plan, x, caseness_chart_short_dashes, theme->axis);
      x += width / 2;
    }
  else
    add_rule (plan, x, caseness_chart_dots, theme->reference);
  caseness_chart_plan_add_label (&plan->base, letter, PANGO_WEIGHT_NORMAL, x - width / 2, width, PANGO_ALIGN_CENTER,
                                 plan->plot.y - get_line (plan) / 2, theme->text);
}

void
caseness_line_plan_flags (CasenessLinePlan *plan)
{
  guint letters = 0, i;

  for (i = 0; i < plan->chart->flags->len; i++)
    if (FLAG (plan->chart, i)->kind == CASENESS_LINE_BASELINE)
      plan_baseline (plan, FLAG (plan->chart, i));
    else
      plan_letter (plan, FLAG (plan->chart, i), letters++);
}

/* Returns: the mean where a run lies, NaN without one. */
static double
find_mean (const CasenessLineChart *chart, guint point)
{
  guint i;

  for (i = 0; i < chart->levels->len; i++)
    {
      const CasenessLineLevelLine *level = LINE_LEVEL (chart, i);

      if (level->kind == CASENESS_LINE_MEAN && level->from <= point && level->to >= point)
        return level->value;
    }
  return NAN;
}

/* Words for a run stand across the mean from its points, where nothing else is. */
static void
plan_run (CasenessLinePlan *plan, const CasenessLineRun *run)
{
  const CasenessTheme *theme = plan->base.theme;
  double mean = find_mean (plan->chart, run->from);
  double middle = (caseness_line_plan_get_x (plan, run->from) + caseness_line_plan_get_x (plan, run->to)) / 2;
  double width, height, x, y;
  PangoLayout *text;

  if (isnan (mean))
    return;
  width = MIN (caseness_chart_plan_measure_text (&plan->base, run->text, theme->small_text_size, PANGO_WEIGHT_BOLD) + 1,
               plan->plot.width);
  text = caseness_chart_plan_create_text (&plan->base, run->text, theme->small_text_size, PANGO_WEIGHT_BOLD, width,
                                          PANGO_ALIGN_LEFT);
  height = caseness_text_get_height (text);
  x = CLAMP (middle - width / 2, plan->plot.x, plan->plot.x + plan->plot.width - width);
  y = caseness_chart_plot_get_y (&plan->plot, mean) + (run->is_above ? 1 : -1) * (height / 2 + theme->text_size * GAP);
  y = CLAMP (y, plan->plot.y + height / 2, plan->plot.y + plan->plot.height - height / 2);
  caseness_chart_plan_add_text (&plan->base, text, x, y - height / 2, theme->text, CASENESS_CHART_TEXT_LOOSE, FALSE);
  caseness_chart_plan_back_last_text (&plan->base);
}

void
caseness_line_plan_runs (CasenessLinePlan *plan)
{
  guint i;

  for (i = 0; i < plan->chart->runs->len; i++)
    plan_run (plan, &g_array_index (plan->chart->runs, CasenessLineRun, i));
}

/* What the letters stand for, one below the other. */
void
caseness_line_plan_notes (CasenessLinePlan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  guint letters = 0, i;

  for (i = 0; i < plan->chart->flags->len; i++)
    {
      const CasenessLineFlagMark *flag = FLAG (plan->chart, i);
      g_autofree char *letter = NULL;
      g_autofree char *words = NULL;
      PangoLayout *text;

      if (flag->kind == CASENESS_LINE_BASELINE)
        continue;
      if (letters == 0)
        plan->base.y += theme->text_size * GAP;
      letter = dup_letter (letters++);
      words = g_strdup_printf (flag->kind == CASENESS_LINE_BREAK
                                 /* Translators: a letter on a chart, when a figure became another one, and why. */
                                 ? _("%s  Step change from %s: %s")
                                 /* Translators: a letter on a chart, when, and what happened. */
                                 : _("%s  %s: %s"),
                               letter, LINE_POINT (plan->chart, flag->point)->label, flag->text);
      text = caseness_chart_plan_create_text (&plan->base, words, theme->small_text_size, PANGO_WEIGHT_NORMAL,
                                              plan->base.layout->width, PANGO_ALIGN_LEFT);
      plan->base.y += caseness_chart_plan_add_text (&plan->base, text, 0, plan->base.y, theme->secondary_text,
                                                    CASENESS_CHART_TEXT_LOOSE, FALSE);
    }
  plan->base.y = caseness_chart_plan_snap (&plan->base, plan->base.y);
}
