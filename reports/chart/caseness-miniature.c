/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-miniature.h"

#include "caseness-line-chart-private.h"

#include <math.h>

/* Sizes as multiples of the text's. */
#define ICON 2.4
#define SPARK_WIDTH 10
#define SPARK_HEIGHT 2.8
#define MARKER 0.24
#define LARGE 1.5
#define MARGIN 0.55 /* left above and below the line */

struct _CasenessMiniature
{
  int references;
  char *label;
  CasenessSpcIcon icon;
  CasenessLineChart *chart; /* owned; NULL for an icon */
};

/* Where a sparkline lies and what it covers. */
typedef struct
{
  const CasenessLineChart *chart;
  const CasenessTheme *theme;
  double x;
  double y;
  double width;
  double height;
  CasenessChartRange range;
} Spark;

static CasenessMiniature *
make (const char *label)
{
  CasenessMiniature *miniature = g_new0 (CasenessMiniature, 1);

  miniature->references = 1;
  miniature->label = g_strdup (label);
  return miniature;
}

CasenessMiniature *
caseness_miniature_new_icon (CasenessSpcIcon icon, const char *label)
{
  CasenessMiniature *miniature = make (label);

  miniature->icon = icon;
  return miniature;
}

CasenessMiniature *
caseness_miniature_new_sparkline (CasenessLineChart *chart, const char *label)
{
  CasenessMiniature *miniature;

  g_return_val_if_fail (chart != NULL, NULL);

  miniature = make (label);
  miniature->chart = (CasenessLineChart *) caseness_chart_ref (caseness_line_chart_as_chart (chart));
  return miniature;
}

CasenessMiniature *
caseness_miniature_ref (CasenessMiniature *miniature)
{
  g_return_val_if_fail (miniature != NULL, NULL);

  g_atomic_int_inc (&miniature->references);
  return miniature;
}

void
caseness_miniature_unref (CasenessMiniature *miniature)
{
  g_return_if_fail (miniature != NULL);

  if (!g_atomic_int_dec_and_test (&miniature->references))
    return;
  g_free (miniature->label);
  g_clear_pointer (&miniature->chart, caseness_line_chart_unref);
  g_free (miniature);
}

const char *
caseness_miniature_get_label (const CasenessMiniature *miniature)
{
  g_return_val_if_fail (miniature != NULL, NULL);
  return miniature->label;
}

void
caseness_miniature_get_size (const CasenessMiniature *miniature, const CasenessTheme *theme, double *width,
                             double *height)
{
  g_return_if_fail (miniature != NULL && theme != NULL);

  *width = theme->text_size * (miniature->chart != NULL ? SPARK_WIDTH : ICON);
  *height = theme->text_size * (miniature->chart != NULL ? SPARK_HEIGHT : ICON);
}

static double
get_x (const Spark *spark, double point)
{
  return spark->x + (point + 0.5) * spark->width / MAX (spark->chart->points->len, 1u);
}

static double
get_y (const Spark *spark, double value)
{
  double low = spark->range.low, high = spark->range.high;
  double share = high > low ? (value - low) / (high - low) : 0.5;

  return spark->y + spark->height * (1 - CLAMP (share, 0, 1));
}

static void
draw_level (const Spark *spark, const CasenessLineLevelLine *level, cairo_t *cr)
{
  const CasenessLineLevelLook *look = caseness_line_level_get_look (level->kind);
  double y = get_y (spark, level->value);

  if (caseness_line_level_is_far (spark->chart, level))
    return;
  caseness_colour_set_source (look->has_text_colour ? spark->theme->text
                              : level->kind == CASENESS_LINE_LIMIT ? spark->theme->reference : look->colour,
                              cr);
  cairo_set_dash (cr, look->dashes, look->n_dashes, 0);
  cairo_set_line_width (cr, spark->theme->line * 0.75);
  cairo_move_to (cr, get_x (spark, level->from - 0.5), y);
  cairo_line_to (cr, get_x (spark, level->to + 0.5), y);
  cairo_stroke (cr);
}

static void
draw_line (const Spark *spark, cairo_t *cr)
{
  gboolean is_open = FALSE;
  guint i;

  cairo_set_dash (cr, NULL, 0, 0);
  caseness_colour_set_source (spark->theme->reference, cr);
  cairo_set_line_width (cr, spark->theme->line * 0.75);
  for (i = 0; i < spark->chart->points->len; i++)
    {
      double value = LINE_VALUE (spark->chart, 0, i)->value;

      is_open = is_open && !caseness_line_chart_breaks_at (spark->chart, i);
      if (isnan (value))
        is_open = FALSE;
      else if (is_open)
        cairo_line_to (cr, get_x (spark, i), get_y (spark, value));
      else
        cairo_move_to (cr, get_x (spark, i), get_y (spark, value));
      is_open = !isnan (value);
    }
  cairo_stroke (cr);
}

static void
draw_point (const Spark *spark, guint point, cairo_t *cr)
{
  const CasenessLineValue *value = LINE_VALUE (spark->chart, 0, point);
  const CasenessLineMarkLook *look = caseness_line_mark_get_look (value->mark);
  CasenessChartMarker marker = { get_x (spark, point), get_y (spark, value->value),
                                 spark->theme->text_size * MARKER * (value->is_large ? LARGE : 1) };

  marker.shape = look->shape;
  marker.fill = look->fill;
  marker.outline = spark->theme->axis;
  caseness_chart_draw_marker (&marker, spark->theme, cr);
}

/* The baseline's end and step changes are ticks on the floor. */
static void
draw_flags (const Spark *spark, cairo_t *cr)
{
  guint i;

  cairo_set_dash (cr, NULL, 0, 0);
  caseness_colour_set_source (spark->theme->axis, cr);
  cairo_set_line_width (cr, spark->theme->line);
  for (i = 0; i < spark->chart->flags->len; i++)
    {
      const CasenessLineFlagMark *flag = &g_array_index (spark->chart->flags, CasenessLineFlagMark, i);
      double x = get_x (spark, flag->kind == CASENESS_LINE_BASELINE ? flag->point + 0.5
                               : flag->kind == CASENESS_LINE_BREAK  ? flag->point - 0.5
                                                                    : flag->point);

      cairo_move_to (cr, x, spark->y + spark->height + spark->theme->text_size * MARGIN);
      cairo_rel_line_to (cr, 0, -spark->theme->text_size * 0.2);
    }
  cairo_stroke (cr);
}

/* Marked points alone, and the latest: the rest would be a caterpillar at this size. */
static void
draw_points (const Spark *spark, cairo_t *cr)
{
  guint last = G_MAXUINT, i;

  for (i = 0; i < spark->chart->points->len; i++)
    if (!isnan (LINE_VALUE (spark->chart, 0, i)->value))
      last = i;
  for (i = 0; i < spark->chart->points->len; i++)
    {
      const CasenessLineValue *value = LINE_VALUE (spark->chart, 0, i);

      if (!isnan (value->value) && (i == last || value->mark > CASENESS_LINE_MARK_COMMON))
        draw_point (spark, i, cr);
    }
}

static void
draw_spark (const Spark *spark, cairo_t *cr)
{
  guint i;

  if (spark->chart->series->len == 0 || spark->chart->points->len == 0)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  for (i = 0; i < spark->chart->levels->len; i++)
    draw_level (spark, LINE_LEVEL (spark->chart, i), cr);
  draw_line (spark, cr);
  draw_flags (spark, cr);
  draw_points (spark, cr);
  cairo_restore (cr);
}

void
caseness_miniature_draw (const CasenessMiniature *miniature, cairo_t *cr, const CasenessTheme *theme, double x,
                         double y, double width, double height)
{
  double wide, high, margin;

  g_return_if_fail (miniature != NULL && cr != NULL && theme != NULL);

  caseness_miniature_get_size (miniature, theme, &wide, &high);
  y += (height - high) / 2;
  if (miniature->chart == NULL)
    {
      caseness_spc_icon_draw (miniature->icon, cr, theme, x, y, wide);
      return;
    }
  margin = theme->text_size * MARGIN;
  {
    Spark spark = { miniature->chart, theme, x, y + margin, MAX (width, wide), high - 2 * margin,
                    caseness_line_chart_find_extent (miniature->chart) };

    draw_spark (&spark, cr);
  }
}
