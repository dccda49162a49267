/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-line-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static void
free_point (gpointer data)
{
  CasenessLinePoint *point = data;

  g_free (point->label);
  g_free (point);
}

static void
free_series (gpointer data)
{
  CasenessLineSeries *series = data;

  g_free (series->label);
  g_array_unref (series->values);
  g_free (series);
}

static void
free_level (gpointer data)
{
  CasenessLineLevelLine *level = data;

  g_free (level->heading);
  g_free (level->label);
  g_free (level);
}

static void
clear_value (gpointer data)
{
  g_free (((CasenessLineValue *) data)->detail);
}

static void
clear_flag (gpointer data)
{
  g_free (((CasenessLineFlagMark *) data)->text);
}

static void
clear_run (gpointer data)
{
  g_free (((CasenessLineRun *) data)->text);
}

static void
free_chart (CasenessChart *chart)
{
  CasenessLineChart *self = (CasenessLineChart *) chart;

  g_free (self->value_heading);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->levels);
  g_array_unref (self->flags);
  g_array_unref (self->runs);
  g_free (self);
}

/* What a series has to tell, found in one walk. */
typedef struct
{
  guint n;
  guint first;
  guint last;
  guint lowest;
  guint highest;
  guint n_concern;
  guint n_improvement;
} Story;

static void
read_series (const CasenessLineChart *chart, guint series, Story *story)
{
  guint i;

  *story = (Story) { 0 };
  for (i = 0; i < chart->points->len; i++)
    {
      const CasenessLineValue *value = LINE_VALUE (chart, series, i);

      if (isnan (value->value))
        continue;
      if (story->n == 0)
        story->first = story->lowest = story->highest = i;
      if (value->value < LINE_VALUE (chart, series, story->lowest)->value)
        story->lowest = i;
      if (value->value > LINE_VALUE (chart, series, story->highest)->value)
        story->highest = i;
      story->last = i;
      story->n_concern += value->mark == CASENESS_LINE_MARK_CONCERN;
      story->n_improvement += value->mark == CASENESS_LINE_MARK_IMPROVEMENT;
      story->n++;
    }
}

static char *
dup_value_at (const CasenessLineChart *chart, guint series, guint point)
{
  g_autofree char *value = caseness_chart_format_value (chart->unit, LINE_VALUE (chart, series, point)->value);

  /* Translators: a value and when: "61.4% in Mar 26". */
  return g_strdup_printf (_("%s in %s"), value, LINE_POINT (chart, point)->label);
}

static void
append_marks (GString *text, const Story *story)
{
  if (story->n_concern > 0)
    g_string_append_printf (text,
                            ngettext (" %u point is a special cause of concern.",
                                      " %u points are special causes of concern.", story->n_concern),
                            story->n_concern);
  if (story->n_improvement > 0)
    g_string_append_printf (text,
                            ngettext (" %u point is a special cause of improvement.",
                                      " %u points are special causes of improvement.", story->n_improvement),
                            story->n_improvement);
}

static void
append_series (GString *text, const CasenessLineChart *chart, guint series)
{
  const char *label = LINE_SERIES (chart, series)->label;
  Story story;
  g_autofree char *latest = NULL;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  read_series (chart, series, &story);
  if (text->len > 0)
    g_string_append (text, g_str_has_suffix (text->str, ".") ? " " : ". ");
  if (story.n == 0)
    {
      /* Translators: a series of a chart. */
      g_string_append_printf (text, _("%s: no values."), label);
      return;
    }
  latest = dup_value_at (chart, series, story.last);
  lowest = dup_value_at (chart, series, story.lowest);
  highest = dup_value_at (chart, series, story.highest);
  if (story.n == 1)
    g_string_append_printf (text, _("%s: %s."), label, latest);
  else
    /* Translators: a series, its latest, lowest and highest value, each with its time. */
    g_string_append_printf (text, _("%s: latest %s, lowest %s, highest %s."), label, latest, lowest, highest);
  append_marks (text, &story);
}

static char *
dup_summary (const CasenessChart *chart)
{
  const CasenessLineChart *self = (const CasenessLineChart *) chart;
  g_autofree char *titles = caseness_chart_dup_titles (chart);
  g_autoptr(GString) text = g_string_new (titles);
  guint i;

  for (i = 0; i < self->series->len; i++)
    append_series (text, self, i);
  if (text->len == 0)
    g_string_append (text, _("There are no values."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_mark_words (CasenessLineMark mark)
{
  switch (mark)
    {
    case CASENESS_LINE_MARK_IMPROVEMENT:
      return _("special cause, improvement");
    case CASENESS_LINE_MARK_CONCERN:
      return _("special cause, concern");
    case CASENESS_LINE_MARK_NEUTRAL:
      return _("special cause");
    case CASENESS_LINE_MARK_SERIES:
    case CASENESS_LINE_MARK_COMMON:
    default:
      return NULL;
    }
}

/* Returns: (nullable): what a point says besides its value, or why it has none. */
static const char *
get_point_words (const CasenessLineValue *value)
{
  if (value->detail != NULL || isnan (value->value))
    return value->detail;
  return get_mark_words (value->mark);
}

static gboolean
has_marks (const CasenessLineChart *chart, guint series)
{
  guint i;

  for (i = 0; i < chart->points->len; i++)
    if (LINE_VALUE (chart, series, i)->mark != CASENESS_LINE_MARK_SERIES)
      return TRUE;
  return FALSE;
}

static gboolean
is_part_of (const CasenessLineChart *chart, guint level, guint other)
{
  return LINE_LEVEL (chart, level)->kind == LINE_LEVEL (chart, other)->kind
         && strcmp (LINE_LEVEL (chart, level)->heading, LINE_LEVEL (chart, other)->heading) == 0;
}

/* Parts of one level share a column, which the first of them brings. */
static gboolean
is_first_part (const CasenessLineChart *chart, guint level)
{
  guint i;

  for (i = 0; i < level; i++)
    if (is_part_of (chart, level, i))
      return FALSE;
  return TRUE;
}

static double
find_part (const CasenessLineChart *chart, guint level, guint point)
{
  guint i;

  for (i = level; i < chart->levels->len; i++)
    if (is_part_of (chart, level, i) && LINE_LEVEL (chart, i)->from <= point && point <= LINE_LEVEL (chart, i)->to)
      return LINE_LEVEL (chart, i)->value;
  return NAN;
}

static void
fill_headings (const CasenessLineChart *chart, CasenessChartTable *table)
{
  guint i;

  caseness_chart_table_add_column (table, C_("column of a table", "When"));
  for (i = 0; i < chart->series->len; i++)
    {
      caseness_chart_table_add_column (table, LINE_SERIES (chart, i)->label);
      if (has_marks (chart, i))
        caseness_chart_table_add_column (table, C_("column of a table", "What the point says"));
    }
  for (i = 0; i < chart->levels->len; i++)
    if (is_first_part (chart, i))
      caseness_chart_table_add_column (table, LINE_LEVEL (chart, i)->heading);
}

static void
fill_point (const CasenessLineChart *chart, CasenessChartTable *table, guint point)
{
  guint i;

  caseness_chart_table_add_text (table, LINE_POINT (chart, point)->label);
  for (i = 0; i < chart->series->len; i++)
    {
      const CasenessLineValue *value = LINE_VALUE (chart, i, point);

      caseness_chart_table_add_number (table, chart->unit, value->value);
      if (has_marks (chart, i))
        caseness_chart_table_add_text (table, get_point_words (value));
    }
  for (i = 0; i < chart->levels->len; i++)
    if (is_first_part (chart, i))
      caseness_chart_table_add_number (table, chart->unit, find_part (chart, i, point));
}

static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessLineChart *self = (const CasenessLineChart *) chart;
  guint i;

  fill_headings (self, table);
  for (i = 0; i < self->points->len; i++)
    fill_point (self, table, i);
}

static const CasenessChartClass line_chart_class
    = { caseness_line_chart_lay_out, dup_summary, fill_table, free_chart };

CasenessLineChart *
caseness_line_chart_new (const char *value_heading, CasenessChartUnit unit, gboolean has_zero)
{
  CasenessLineChart *chart = g_new0 (CasenessLineChart, 1);

  g_return_val_if_fail (value_heading != NULL, NULL);

  caseness_chart_init (&chart->parent, &line_chart_class);
  chart->value_heading = g_strdup (value_heading);
  chart->unit = unit;
  chart->has_zero = has_zero;
  chart->points = g_ptr_array_new_with_free_func (free_point);
  chart->series = g_ptr_array_new_with_free_func (free_series);
  chart->levels = g_ptr_array_new_with_free_func (free_level);
  chart->flags = g_array_new (FALSE, FALSE, sizeof (CasenessLineFlagMark));
  g_array_set_clear_func (chart->flags, clear_flag);
  chart->runs = g_array_new (FALSE, FALSE, sizeof (CasenessLineRun));
  g_array_set_clear_func (chart->runs, clear_run);
  return chart;
}

void
caseness_line_chart_unref (CasenessLineChart *chart)
{
  g_return_if_fail (chart != NULL);

  caseness_chart_unref (&chart->parent);
}

CasenessChart *
caseness_line_chart_as_chart (CasenessLineChart *chart)
{
  return chart != NULL ? &chart->parent : NULL;
}

guint
caseness_line_chart_add_point (CasenessLineChart *chart, const char *label, gboolean is_major)
{
  CasenessLinePoint *point;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);
  g_return_val_if_fail (chart->series->len == 0, 0);

  point = g_new0 (CasenessLinePoint, 1);
  point->label = g_strdup (label);
  point->is_major = is_major;
  g_ptr_array_add (chart->points, point);
  return chart->points->len - 1;
}

guint
caseness_line_chart_add_series (CasenessLineChart *chart, const char *label)
{
  const CasenessLineValue nothing = { .value = NAN, .mark = CASENESS_LINE_MARK_SERIES };
  CasenessLineSeries *series;
  guint i;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);
  g_return_val_if_fail (chart->series->len < CASENESS_N_SERIES, 0);

  series = g_new0 (CasenessLineSeries, 1);
  series->label = g_strdup (label);
  series->values = g_array_new (FALSE, FALSE, sizeof (CasenessLineValue));
  g_array_set_clear_func (series->values, clear_value);
  for (i = 0; i < chart->points->len; i++)
    g_array_append_val (series->values, nothing);
  g_ptr_array_add (chart->series, series);
  return chart->series->len - 1;
}

void
caseness_line_chart_set_value (CasenessLineChart *chart, guint series, guint point, double value,
                               CasenessLineMark mark)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (series < chart->series->len && point < chart->points->len);

  LINE_VALUE (chart, series, point)->value = value;
  LINE_VALUE (chart, series, point)->mark = mark;
}

void
caseness_line_chart_set_detail (CasenessLineChart *chart, guint series, guint point, const char *detail)
{
  CasenessLineValue *value;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (series < chart->series->len && point < chart->points->len);

  value = LINE_VALUE (chart, series, point);
  g_free (value->detail);
  value->detail = detail != NULL && *detail != '\0' ? g_strdup (detail) : NULL;
}

void
caseness_line_chart_set_large (CasenessLineChart *chart, guint series, guint point)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (series < chart->series->len && point < chart->points->len);

  LINE_VALUE (chart, series, point)->is_large = TRUE;
}

void
caseness_line_chart_set_hidden (CasenessLineChart *chart, guint series, guint point, const char *label)
{
  caseness_line_chart_set_detail (chart, series, point, label);
  LINE_VALUE (chart, series, point)->value = NAN;
  LINE_VALUE (chart, series, point)->is_hidden = TRUE;
}

void
caseness_line_chart_add_flag (CasenessLineChart *chart, CasenessLineFlag kind, guint point, const char *text)
{
  CasenessLineFlagMark flag = { kind, point, g_strdup (text) };
  guint i;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (point < chart->points->len);

  for (i = 0; i < chart->flags->len && g_array_index (chart->flags, CasenessLineFlagMark, i).point <= point; i++)
    ;
  g_array_insert_val (chart->flags, i, flag);
}

void
caseness_line_chart_add_run (CasenessLineChart *chart, guint from, guint to, gboolean is_above, const char *text)
{
  CasenessLineRun run = { from, to, is_above, g_strdup (text) };

  g_return_if_fail (chart != NULL);
  g_return_if_fail (from <= to && to < chart->points->len);

  g_array_append_val (chart->runs, run);
}

void
caseness_line_chart_add_level (CasenessLineChart *chart, CasenessLineLevel kind, const char *label, double value,
                               guint from, guint to)
{
  caseness_line_chart_add_part (chart, kind, label, label, value, from, to);
}

void
caseness_line_chart_add_part (CasenessLineChart *chart, CasenessLineLevel kind, const char *heading, const char *label,
                              double value, guint from, guint to)
{
  CasenessLineLevelLine *level;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (label != NULL);
  g_return_if_fail (from <= to && to < chart->points->len);

  level = g_new0 (CasenessLineLevelLine, 1);
  *level = (CasenessLineLevelLine) { kind, g_strdup (heading), g_strdup (label), value, from, to };
  g_ptr_array_add (chart->levels, level);
}

guint
caseness_line_chart_get_n_points (const CasenessLineChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->points->len;
}

/* What a screen reader says at a point. */
char *
caseness_line_chart_dup_label (const CasenessLineChart *chart, guint series, guint point)
{
  const CasenessLineValue *value = LINE_VALUE (chart, series, point);
  const char *mark = get_point_words (value);
  g_autofree char *words = NULL;

  if (value->is_hidden)
    /* Translators: read by a screen reader: series, time: why the value is not told. */
    return g_strdup_printf (_("%s, %s: %s"), LINE_SERIES (chart, series)->label, LINE_POINT (chart, point)->label,
                            value->detail != NULL ? value->detail : "*");
  words = caseness_chart_format_value (chart->unit, value->value);

  if (mark == NULL)
    /* Translators: read by a screen reader: series, time: value. */
    return g_strdup_printf (_("%s, %s: %s"), LINE_SERIES (chart, series)->label, LINE_POINT (chart, point)->label,
                            words);
  /* Translators: read by a screen reader: series, time: value, what the point means. */
  return g_strdup_printf (_("%s, %s: %s, %s"), LINE_SERIES (chart, series)->label, LINE_POINT (chart, point)->label,
                          words, mark);
}
