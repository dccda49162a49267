/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-private.h"

#include <math.h>

static void
clear_path (gpointer data)
{
  CasenessChartPath *path = data;

  g_clear_pointer (&path->points, g_array_unref);
}

static void
clear_text (gpointer data)
{
  CasenessChartText *text = data;

  g_clear_object (&text->layout);
}

static void
clear_area (gpointer data)
{
  CasenessChartArea *area = data;

  g_free ((char *) area->label);
}

static void
free_part (gpointer data)
{
  CasenessChartPart *part = data;

  g_array_unref (part->boxes);
  g_array_unref (part->lines);
  g_array_unref (part->paths);
  g_array_unref (part->markers);
  g_array_unref (part->texts);
  g_free (part);
}

CasenessChartLayout *
caseness_chart_layout_new (CasenessChart *chart, const CasenessTheme *theme)
{
  CasenessChartLayout *layout = g_new0 (CasenessChartLayout, 1);

  layout->chart = caseness_chart_ref (chart);
  layout->theme = *theme;
  layout->parts = g_ptr_array_new_with_free_func (free_part);
  layout->areas = g_array_new (FALSE, FALSE, sizeof (CasenessChartArea));
  g_array_set_clear_func (layout->areas, clear_area);
  return layout;
}

void
caseness_chart_layout_free (CasenessChartLayout *layout)
{
  g_return_if_fail (layout != NULL);

  caseness_chart_unref (layout->chart);
  g_ptr_array_unref (layout->parts);
  g_array_unref (layout->areas);
  g_free (layout);
}

/* @gap: left between this part and the one before. */
void
caseness_chart_plan_begin_part (CasenessChartPlan *plan, double gap)
{
  CasenessChartPart *part = g_new0 (CasenessChartPart, 1);

  part->boxes = g_array_new (FALSE, FALSE, sizeof (CasenessChartBox));
  part->lines = g_array_new (FALSE, FALSE, sizeof (CasenessChartLine));
  part->paths = g_array_new (FALSE, FALSE, sizeof (CasenessChartPath));
  part->markers = g_array_new (FALSE, FALSE, sizeof (CasenessChartMarker));
  part->texts = g_array_new (FALSE, FALSE, sizeof (CasenessChartText));
  g_array_set_clear_func (part->paths, clear_path);
  g_array_set_clear_func (part->texts, clear_text);
  if (plan->layout->parts->len > 0)
    plan->y += caseness_chart_plan_snap (plan, gap);
  part->y = plan->y;
  plan->part = part;
  g_ptr_array_add (plan->layout->parts, part);
}

void
caseness_chart_plan_end_part (CasenessChartPlan *plan)
{
  plan->part->height = plan->y - plan->part->y;
  plan->layout->height = plan->y;
}

/* Whole pixels on a screen keep cells and their outlines sharp. */
double
caseness_chart_plan_snap (const CasenessChartPlan *plan, double value)
{
  return plan->theme->kind == CASENESS_THEME_PRINT ? value : floor (value);
}

PangoLayout *
caseness_chart_plan_create_text (const CasenessChartPlan *plan, const char *text, double size, PangoWeight weight,
                                 double width, PangoAlignment align)
{
  return caseness_shared_text_fit (plan->theme, plan->context, text, size, weight, width, align);
}

double
caseness_chart_plan_measure_text (const CasenessChartPlan *plan, const char *text, double size, PangoWeight weight)
{
  return caseness_shared_text_measure (plan->theme, plan->context, text, size, weight);
}

/* Adds a text (transfer full, NULL for a blank cell) to the part. Returns: its height. */
double
caseness_chart_plan_add_text (CasenessChartPlan *plan, PangoLayout *text, double x, double y, CasenessColour colour,
                              int row, gboolean is_head)
{
  CasenessChartText item = { text, x, y, colour, row, is_head, FALSE };

  g_array_append_val (plan->part->texts, item);
  return text != NULL ? caseness_text_get_height (text) : 0;
}

void
caseness_chart_plan_add_line (CasenessChartPlan *plan, double x, double y, double width, double height,
                              CasenessColour colour)
{
  CasenessChartLine line = { x, y, width, height, colour };

  g_array_append_val (plan->part->lines, line);
}

/* A small text outside the table, about the height @middle, in a room of @width from @x on. */
void
caseness_chart_plan_add_label (CasenessChartPlan *plan, const char *text, PangoWeight weight, double x, double width,
                               PangoAlignment align, double middle, CasenessColour colour)
{
  PangoLayout *layout
      = caseness_chart_plan_create_text (plan, text, plan->theme->small_text_size, weight, width, align);

  caseness_chart_plan_add_text (plan, layout, x + caseness_text_get_indent (layout, width, align),
                                middle - caseness_text_get_height (layout) / 2, colour, CASENESS_CHART_TEXT_LOOSE,
                                FALSE);
}

/* The text added last stands over lines: they must not run through it. */
void
caseness_chart_plan_back_last_text (CasenessChartPlan *plan)
{
  g_assert (plan->part->texts->len > 0);
  g_array_index (plan->part->texts, CasenessChartText, plan->part->texts->len - 1).has_backing = TRUE;
}

/* @dashes: static. Returns: (transfer none): a path without points, good until the next one is added. */
CasenessChartPath *
caseness_chart_plan_add_path (CasenessChartPlan *plan, double width, CasenessColour colour, const double *dashes,
                              int n_dashes)
{
  CasenessChartPath path = { g_array_new (FALSE, FALSE, sizeof (double)), width, colour, dashes, n_dashes };
  GArray *paths = plan->part->paths;

  g_array_append_val (paths, path);
  return &g_array_index (paths, CasenessChartPath, paths->len - 1);
}

/* @y: NAN for a gap */
void
caseness_chart_path_add (CasenessChartPath *path, double x, double y)
{
  g_array_append_val (path->points, x);
  g_array_append_val (path->points, y);
}

/* @label: (transfer full) */
void
caseness_chart_plan_add_area (CasenessChartPlan *plan, int row, int column, double x, double y, double width,
                              double height, char *label)
{
  CasenessChartArea area = { row, column, x, y, width, height, label };

  g_array_append_val (plan->layout->areas, area);
}

static void
add_paragraph (CasenessChartPlan *plan, const char *text, double size, PangoWeight weight, CasenessColour colour,
               int kind)
{
  PangoLayout *paragraph;

  if (text == NULL || *text == '\0')
    return;
  paragraph = caseness_chart_plan_create_text (plan, text, size, weight, plan->room->width, PANGO_ALIGN_LEFT);
  plan->y += caseness_chart_plan_add_text (plan, paragraph, 0, plan->y, colour, kind, FALSE);
}

/* Title and subtitle, above the first part. */
void
caseness_chart_plan_titles (CasenessChartPlan *plan)
{
  const CasenessChart *chart = plan->layout->chart;
  const CasenessTheme *theme = plan->theme;

  if (!plan->room->has_titles || plan->layout->parts->len > 1)
    return;
  add_paragraph (plan, chart->title, theme->title_size, PANGO_WEIGHT_BOLD, theme->text, CASENESS_CHART_TEXT_TITLE);
  add_paragraph (plan, chart->subtitle, theme->small_text_size, PANGO_WEIGHT_NORMAL, theme->secondary_text,
                 CASENESS_CHART_TEXT_SUBTITLE);
  if (plan->y > 0)
    plan->y = caseness_chart_plan_snap (plan, plan->y + theme->text_size * 0.7);
}

/* The method, below the last part. */
void
caseness_chart_plan_footnote (CasenessChartPlan *plan)
{
  const CasenessChart *chart = plan->layout->chart;
  const CasenessTheme *theme = plan->theme;

  if (!plan->room->has_titles || chart->footnote == NULL)
    return;
  plan->y += caseness_chart_plan_snap (plan, theme->text_size * 0.6);
  add_paragraph (plan, chart->footnote, theme->small_text_size, PANGO_WEIGHT_NORMAL, theme->secondary_text,
                 CASENESS_CHART_TEXT_FOOTNOTE);
}
