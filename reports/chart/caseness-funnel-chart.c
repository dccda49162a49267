/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-funnel-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_SAMPLES 200
#define PAST_LARGEST 1.1 /* how far the limits go on */

static void
free_point (gpointer data)
{
  CasenessFunnelPoint *point = data;

  g_free (point->name);
  g_free (point);
}

static void
free_chart (CasenessChart *chart)
{
  CasenessFunnelChart *self = (CasenessFunnelChart *) chart;
  gsize i;

  for (i = 0; i < CASENESS_N_FUNNEL_LIMITS; i++)
    {
      g_free (self->limits[i].label);
      g_array_unref (self->limits[i].samples);
    }
  g_free (self->centre.label);
  g_free (self->standard.label);
  g_free (self->point_heading);
  g_free (self->value_heading);
  g_free (self->size_heading);
  g_ptr_array_unref (self->points);
  g_free (self);
}

gboolean
caseness_funnel_chart_is_drawn (const CasenessFunnelPoint *point)
{
  return point->size > 0 && isfinite (point->value);
}

double
caseness_funnel_chart_get_largest (const CasenessFunnelChart *chart)
{
  double largest = 0;
  guint i;

  for (i = 0; i < chart->points->len; i++)
    if (caseness_funnel_chart_is_drawn (FUNNEL_POINT (chart, i)))
      largest = MAX (largest, FUNNEL_POINT (chart, i)->size);
  return largest;
}

static gboolean
is_above (const CasenessFunnelChart *chart, const CasenessFunnelPoint *point)
{
  return point->value > chart->centre.value;
}

/* What @place says in words; NULL inside. */
static char *
dup_place (const CasenessFunnelChart *chart, const CasenessFunnelPoint *point)
{
  CasenessFunnelLimit limit
      = point->place == CASENESS_FUNNEL_PLACE_FAR ? CASENESS_FUNNEL_LIMIT_OUTER : CASENESS_FUNNEL_LIMIT_INNER;
  const char *label = chart->limits[limit].label;

  if (point->place == CASENESS_FUNNEL_PLACE_TOO_SMALL)
    return g_strdup (_("too few to judge"));
  if (point->place == CASENESS_FUNNEL_PLACE_INSIDE || label == NULL)
    return NULL;
  /* Translators: where a point of a funnel lies; %s names the limits: "99.8%". */
  return g_strdup_printf (is_above (chart, point) ? _("above the %s limits") : _("below the %s limits"), label);
}

/* What a screen reader says at a point. */
char *
caseness_funnel_chart_dup_label (const CasenessFunnelChart *chart, guint point)
{
  const CasenessFunnelPoint *found = FUNNEL_POINT (chart, point);
  g_autofree char *value = caseness_chart_format_value (chart->unit, found->value);
  g_autofree char *size = caseness_chart_format_value (CASENESS_CHART_COUNT, found->size);
  g_autofree char *place = dup_place (chart, found);

  if (place == NULL)
    /* Translators: read by a screen reader: point: value, what makes it large: how many. */
    return g_strdup_printf (_("%s: %s, %s: %s"), found->name, value, chart->size_heading, size);
  /* Translators: read by a screen reader: point: value, what makes it large: how many, where it lies. */
  return g_strdup_printf (_("%s: %s, %s: %s, %s"), found->name, value, chart->size_heading, size, place);
}

static guint
count_place (const CasenessFunnelChart *chart, CasenessFunnelPlace place)
{
  guint n = 0;
  guint i;

  for (i = 0; i < chart->points->len; i++)
    n += caseness_funnel_chart_is_drawn (FUNNEL_POINT (chart, i)) && FUNNEL_POINT (chart, i)->place == place;
  return n;
}

/* The points with the least and the greatest value. Returns: how many are drawn. */
static guint
find_extremes (const CasenessFunnelChart *chart, guint *least, guint *greatest)
{
  guint n = 0;
  guint i;

  for (i = 0; i < chart->points->len; i++)
    {
      const CasenessFunnelPoint *point = FUNNEL_POINT (chart, i);

      if (!caseness_funnel_chart_is_drawn (point))
        continue;
      if (n == 0 || point->value < FUNNEL_POINT (chart, *least)->value)
        *least = i;
      if (n == 0 || point->value > FUNNEL_POINT (chart, *greatest)->value)
        *greatest = i;
      n++;
    }
  return n;
}

static char *
dup_range (const CasenessFunnelChart *chart)
{
  guint least = 0, greatest = 0;
  guint n = find_extremes (chart, &least, &greatest);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (n == 0)
    return g_strdup (_("There are no values."));
  low = caseness_chart_format_value (chart->unit, FUNNEL_POINT (chart, least)->value);
  high = caseness_chart_format_value (chart->unit, FUNNEL_POINT (chart, greatest)->value);
  if (n == 1)
    /* Translators: what is measured, what a point stands for and its value. */
    return g_strdup_printf (_("%s, 1 point: %s with %s."), chart->value_heading, FUNNEL_POINT (chart, least)->name, low);
  /* Translators: what is measured, how many points, the lowest and the highest value. */
  return g_strdup_printf (ngettext ("%s, %u point, from %s to %s.", "%s, %u points, from %s to %s.", n),
                          chart->value_heading, n, low, high);
}

static void
append_far (GString *text, const CasenessFunnelChart *chart)
{
  guint n = count_place (chart, CASENESS_FUNNEL_PLACE_FAR);
  const char *label = chart->limits[CASENESS_FUNNEL_LIMIT_OUTER].label;
  const char *separator = " ";
  guint i;

  if (label == NULL || count_place (chart, CASENESS_FUNNEL_PLACE_TOO_SMALL) == chart->points->len)
    return;
  /* Translators: how many points lie outside the limits named %s: "99.8%". */
  g_string_append_printf (text, ngettext (" %u is outside the %s limits", " %u are outside the %s limits", n), n, label);
  g_string_append (text, n > 0 ? ":" : ".");
  for (i = 0; i < chart->points->len; i++)
    {
      if (FUNNEL_POINT (chart, i)->place != CASENESS_FUNNEL_PLACE_FAR
          || !caseness_funnel_chart_is_drawn (FUNNEL_POINT (chart, i)))
        continue;
      g_string_append_printf (text, "%s%s", separator, FUNNEL_POINT (chart, i)->name);
      separator = ", ";
    }
  if (n > 0)
    g_string_append_c (text, '.');
}

static void
append_places (GString *text, const CasenessFunnelChart *chart)
{
  guint n_beyond = count_place (chart, CASENESS_FUNNEL_PLACE_BEYOND);
  guint n_small = count_place (chart, CASENESS_FUNNEL_PLACE_TOO_SMALL);
  const char *label = chart->limits[CASENESS_FUNNEL_LIMIT_INNER].label;

  append_far (text, chart);
  if (label != NULL && n_beyond > 0)
    g_string_append_printf (text, ngettext (" %u more is outside the %s limits.", " %u more are outside the %s limits.",
                                            n_beyond),
                            n_beyond, label);
  if (n_small > 0)
    g_string_append_printf (text, ngettext (" %u is too small to judge.", " %u are too small to judge.", n_small),
                            n_small);
}

static char *
dup_summary (const CasenessChart *chart)
{
  const CasenessFunnelChart *self = (const CasenessFunnelChart *) chart;
  g_autoptr(GString) text = caseness_chart_begin_summary (chart);
  g_autofree char *range = dup_range (self);

  g_string_append (text, range);
  if (caseness_funnel_chart_get_largest (self) > 0)
    append_places (text, self);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessFunnelChart *self = (const CasenessFunnelChart *) chart;
  guint i;

  caseness_chart_table_add_column (table, self->point_heading);
  caseness_chart_table_add_column (table, self->size_heading);
  caseness_chart_table_add_column (table, self->value_heading);
  caseness_chart_table_add_column (table, C_("column of a table", "Where it lies"));
  for (i = 0; i < self->points->len; i++)
    {
      const CasenessFunnelPoint *point = FUNNEL_POINT (self, i);
      g_autofree char *place = dup_place (self, point);

      caseness_chart_table_add_text (table, point->name);
      caseness_chart_table_add_number (table, CASENESS_CHART_COUNT, point->size);
      caseness_chart_table_add_number (table, self->unit, point->value);
      caseness_chart_table_add_text (table, place != NULL ? place : _("inside the limits"));
    }
}

static const CasenessChartClass funnel_chart_class
    = { caseness_funnel_chart_lay_out, dup_summary, fill_table, free_chart };

CasenessFunnelChart *
caseness_funnel_chart_new (const char *point_heading, const char *value_heading, CasenessChartUnit unit,
                           const char *size_heading)
{
  CasenessFunnelChart *chart;
  gsize i;

  g_return_val_if_fail (point_heading != NULL && value_heading != NULL && size_heading != NULL, NULL);

  chart = g_new0 (CasenessFunnelChart, 1);
  caseness_chart_init (&chart->parent, &funnel_chart_class);
  chart->point_heading = g_strdup (point_heading);
  chart->value_heading = g_strdup (value_heading);
  chart->size_heading = g_strdup (size_heading);
  chart->unit = unit;
  chart->points = g_ptr_array_new_with_free_func (free_point);
  chart->centre.value = chart->standard.value = NAN;
  for (i = 0; i < CASENESS_N_FUNNEL_LIMITS; i++)
    chart->limits[i].samples = g_array_new (FALSE, FALSE, sizeof (CasenessFunnelSample));
  return chart;
}

void
caseness_funnel_chart_unref (CasenessFunnelChart *chart)
{
  g_return_if_fail (chart != NULL);

  caseness_chart_unref (&chart->parent);
}

CasenessChart *
caseness_funnel_chart_as_chart (CasenessFunnelChart *chart)
{
  return chart != NULL ? &chart->parent : NULL;
}

guint
caseness_funnel_chart_add_point (CasenessFunnelChart *chart, const char *name, double size, double value,
                                 CasenessFunnelPlace place)
{
  CasenessFunnelPoint *point;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (name != NULL, 0);

  point = g_new0 (CasenessFunnelPoint, 1);
  *point = (CasenessFunnelPoint) { g_strdup (name), size, value, place };
  g_ptr_array_add (chart->points, point);
  return chart->points->len - 1;
}

static void
set_level (CasenessFunnelLevel *level, double value, const char *label)
{
  g_free (level->label);
  level->label = g_strdup (label);
  level->value = value;
}

void
caseness_funnel_chart_set_centre (CasenessFunnelChart *chart, double value, const char *label)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (label != NULL);

  set_level (&chart->centre, value, label);
}

void
caseness_funnel_chart_set_standard (CasenessFunnelChart *chart, double value, const char *label)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (label != NULL);

  set_level (&chart->standard, value, label);
}

/* Samples stand closer where the curves are steep. */
void
caseness_funnel_chart_set_limits (CasenessFunnelChart *chart, CasenessFunnelLimit limit, const char *label,
                                  CasenessFunnelCurve curve, gpointer user_data)
{
  CasenessFunnelCurves *curves;
  double span;
  guint i;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (limit < CASENESS_N_FUNNEL_LIMITS);
  g_return_if_fail (label != NULL && curve != NULL);

  curves = &chart->limits[limit];
  g_free (curves->label);
  curves->label = g_strdup (label);
  g_array_set_size (curves->samples, 0);
  span = MAX (caseness_funnel_chart_get_largest (chart) * PAST_LARGEST - 1, 0);
  for (i = 0; i < N_SAMPLES && span > 0; i++)
    {
      double way = i / (N_SAMPLES - 1.0);
      CasenessFunnelSample sample = { 1 + span * way * way, NAN, NAN };

      curve (sample.size, &sample.low, &sample.high, user_data);
      g_array_append_val (curves->samples, sample);
    }
}

guint
caseness_funnel_chart_get_n_points (const CasenessFunnelChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->points->len;
}
