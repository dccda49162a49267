/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-line-chart-private.h"

#include <math.h>

#define FAR 0.6 /* of the range of values and limits: a target further out is named, not drawn */
#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const double mixed_dashes[] = { 8, 3, 2, 3 };

static const CasenessLineMarkLook mark_looks[] = {
  [CASENESS_LINE_MARK_SERIES] = { RGB (0xa6a6a6), CASENESS_CHART_CIRCLE },
  [CASENESS_LINE_MARK_COMMON] = { RGB (0xa6a6a6), CASENESS_CHART_CIRCLE },
  [CASENESS_LINE_MARK_IMPROVEMENT] = { RGB (0x00b0f0), CASENESS_CHART_RING },
  [CASENESS_LINE_MARK_CONCERN] = { RGB (0xe46c0a), CASENESS_CHART_SQUARE },
  [CASENESS_LINE_MARK_NEUTRAL] = { RGB (0x490092), CASENESS_CHART_TRIANGLE },
};

static const CasenessLineLevelLook level_looks[] = {
  [CASENESS_LINE_MEAN] = { RGB (0x000000), TRUE, NULL, 0 },
  [CASENESS_LINE_LIMIT] = { RGB (0xa6a6a6), FALSE, caseness_chart_short_dashes, 2 },
  [CASENESS_LINE_TARGET] = { RGB (0xde1b1b), FALSE, mixed_dashes, G_N_ELEMENTS (mixed_dashes) },
  [CASENESS_LINE_PLAN] = { RGB (0x490092), FALSE, caseness_chart_long_dashes, 2 },
};

const CasenessLineMarkLook *
caseness_line_mark_get_look (CasenessLineMark mark)
{
  return &mark_looks[mark];
}

const CasenessLineLevelLook *
caseness_line_level_get_look (CasenessLineLevel level)
{
  return &level_looks[level];
}

static gboolean
is_aim (const CasenessLineLevelLine *level)
{
  return level->kind == CASENESS_LINE_TARGET || level->kind == CASENESS_LINE_PLAN;
}

/* What the figure itself covers: its values, mean and limits. */
static CasenessChartRange
find_range (const CasenessLineChart *chart)
{
  CasenessChartRange range = CASENESS_CHART_RANGE_INIT;
  guint i, k;

  for (i = 0; i < chart->series->len; i++)
    for (k = 0; k < chart->points->len; k++)
      caseness_chart_range_add (&range, LINE_VALUE (chart, i, k)->value);
  for (i = 0; i < chart->levels->len; i++)
    if (!is_aim (LINE_LEVEL (chart, i)))
      caseness_chart_range_add (&range, LINE_LEVEL (chart, i)->value);
  return range;
}

/* A chart that reached to a far target would hide whether anything changes. */
gboolean
caseness_line_level_is_far (const CasenessLineChart *chart, const CasenessLineLevelLine *level)
{
  CasenessChartRange range;
  double margin;

  if (chart->has_zero || !is_aim (level))
    return FALSE;
  range = find_range (chart);
  margin = (range.high - range.low) * FAR;
  return margin > 0 && (level->value < range.low - margin || level->value > range.high + margin);
}

CasenessChartRange
caseness_line_chart_find_extent (const CasenessLineChart *chart)
{
  CasenessChartRange range = find_range (chart);
  guint i;

  for (i = 0; i < chart->levels->len; i++)
    if (!caseness_line_level_is_far (chart, LINE_LEVEL (chart, i)))
      caseness_chart_range_add (&range, LINE_LEVEL (chart, i)->value);
  return range;
}

CasenessChartAxis
caseness_line_chart_find_axis (const CasenessLineChart *chart, guint n_ticks)
{
  CasenessChartRange range = caseness_line_chart_find_extent (chart);

  return caseness_chart_axis_cover (chart->unit, range.low, range.high, chart->has_zero, n_ticks);
}

gboolean
caseness_line_chart_breaks_at (const CasenessLineChart *chart, guint point)
{
  guint i;

  for (i = 0; i < chart->flags->len; i++)
    {
      const CasenessLineFlagMark *flag = &g_array_index (chart->flags, CasenessLineFlagMark, i);

      if (flag->kind == CASENESS_LINE_BREAK && flag->point == point)
        return TRUE;
    }
  return FALSE;
}
