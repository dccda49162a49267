/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-share-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

static void
free_series (gpointer data)
{
  CasenessShareSeries *series = data;

  g_free (series->heading);
  g_free (series);
}

static void
free_group (gpointer data)
{
  CasenessShareGroup *group = data;

  g_free (group->label);
  g_array_unref (group->shares);
  g_ptr_array_unref (group->cells);
  g_free (group);
}

static void
free_chart (CasenessChart *chart)
{
  CasenessShareChart *self = (CasenessShareChart *) chart;

  g_free (self->row_heading);
  g_free (self->headings[CASENESS_SHARE_LEFT]);
  g_free (self->headings[CASENESS_SHARE_RIGHT]);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/* Returns: (transfer full) (nullable): a share as it is written. */
char *
caseness_share_dup_words (const CasenessShare *share)
{
  if (share->is_suppressed)
    return g_strdup ("*");
  return isnan (share->share) ? NULL : caseness_chart_format_value (CASENESS_CHART_PERCENT, share->share);
}

/* The group with the greatest share of a series. Returns: whether there is one. */
static gboolean
find_greatest (const CasenessShareChart *chart, guint series, guint *greatest)
{
  gboolean is_found = FALSE;
  guint i;

  for (i = 0; i < chart->groups->len; i++)
    {
      double share = SHARE_OF (chart, i, series)->share;

      if (isnan (share) || SHARE_OF (chart, i, series)->is_suppressed || SHARE_GROUP (chart, i)->is_apart)
        continue;
      if (!is_found || share > SHARE_OF (chart, *greatest, series)->share)
        *greatest = i;
      is_found = TRUE;
    }
  return is_found;
}

static char *
dup_summary (const CasenessChart *chart)
{
  const CasenessShareChart *self = (const CasenessShareChart *) chart;
  g_autoptr(GString) text = caseness_chart_begin_summary (chart);
  gboolean is_empty = TRUE;
  guint i;

  for (i = 0; i < self->series->len; i++)
    {
      guint greatest = 0;
      g_autofree char *share = NULL;

      if (!find_greatest (self, i, &greatest))
        continue;
      share = caseness_share_dup_words (SHARE_OF (self, greatest, i));
      /* Translators: a series, the group with its greatest share, and that share. */
      g_string_append_printf (text, _("%s%s: largest share %s with %s."), is_empty ? "" : " ",
                              SHARE_SERIES (self, i)->heading, SHARE_GROUP (self, greatest)->label, share);
      is_empty = FALSE;
    }
  if (is_empty)
    g_string_append (text, _("There are no values."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_group (const CasenessShareChart *chart, CasenessChartTable *table, guint group)
{
  guint i;

  caseness_chart_table_add_text (table, SHARE_GROUP (chart, group)->label);
  for (i = 0; i < chart->series->len; i++)
    if (SHARE_OF (chart, group, i)->is_suppressed)
      caseness_chart_table_add_text (table, "*");
    else
      caseness_chart_table_add_number (table, CASENESS_CHART_PERCENT, SHARE_OF (chart, group, i)->share);
  for (i = 0; i < chart->columns->len; i++)
    caseness_chart_table_add_text (table, g_ptr_array_index (SHARE_GROUP (chart, group)->cells, i));
}

static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessShareChart *self = (const CasenessShareChart *) chart;
  guint i;

  caseness_chart_table_add_column (table, self->row_heading);
  for (i = 0; i < self->series->len; i++)
    caseness_chart_table_add_column (table, SHARE_SERIES (self, i)->heading);
  for (i = 0; i < self->columns->len; i++)
    caseness_chart_table_add_column (table, SHARE_COLUMN (self, i)->heading);
  for (i = 0; i < self->groups->len; i++)
    fill_group (self, table, i);
}

static const CasenessChartClass share_chart_class
    = { caseness_share_chart_lay_out, dup_summary, fill_table, free_chart };

CasenessShareChart *
caseness_share_chart_new (const char *row_heading, const char *left_heading, const char *right_heading)
{
  CasenessShareChart *chart;

  g_return_val_if_fail (row_heading != NULL && left_heading != NULL && right_heading != NULL, NULL);

  chart = g_new0 (CasenessShareChart, 1);
  caseness_chart_init (&chart->parent, &share_chart_class);
  chart->row_heading = g_strdup (row_heading);
  chart->headings[CASENESS_SHARE_LEFT] = g_strdup (left_heading);
  chart->headings[CASENESS_SHARE_RIGHT] = g_strdup (right_heading);
  chart->series = g_ptr_array_new_with_free_func (free_series);
  chart->columns = g_ptr_array_new_with_free_func (caseness_stack_column_free);
  chart->groups = g_ptr_array_new_with_free_func (free_group);
  return chart;
}

void
caseness_share_chart_unref (CasenessShareChart *chart)
{
  g_return_if_fail (chart != NULL);

  caseness_chart_unref (&chart->parent);
}

CasenessChart *
caseness_share_chart_as_chart (CasenessShareChart *chart)
{
  return chart != NULL ? &chart->parent : NULL;
}

guint
caseness_share_chart_add_series (CasenessShareChart *chart, const char *heading, CasenessShareSide side,
                                 CasenessStackLook look)
{
  CasenessShareSeries *series;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (heading != NULL, 0);
  g_return_val_if_fail (side < CASENESS_N_SHARE_SIDES && look < CASENESS_N_STACK_LOOKS, 0);
  g_return_val_if_fail (chart->groups->len == 0, 0);

  series = g_new0 (CasenessShareSeries, 1);
  *series = (CasenessShareSeries) { g_strdup (heading), side, look };
  g_ptr_array_add (chart->series, series);
  return chart->series->len - 1;
}

guint
caseness_share_chart_add_column (CasenessShareChart *chart, const char *heading, gboolean is_secondary)
{
  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (heading != NULL, 0);
  g_return_val_if_fail (chart->groups->len == 0, 0);

  g_ptr_array_add (chart->columns, caseness_stack_column_new (heading, is_secondary));
  return chart->columns->len - 1;
}

guint
caseness_share_chart_add_group (CasenessShareChart *chart, const char *label)
{
  const CasenessShare nothing = { NAN, NAN, NAN, FALSE };
  CasenessShareGroup *group;
  guint i;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  group = g_new0 (CasenessShareGroup, 1);
  group->label = g_strdup (label);
  group->shares = g_array_new (FALSE, FALSE, sizeof (CasenessShare));
  for (i = 0; i < chart->series->len; i++)
    g_array_append_val (group->shares, nothing);
  group->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (group->cells, chart->columns->len);
  g_ptr_array_add (chart->groups, group);
  return chart->groups->len - 1;
}

void
caseness_share_chart_set_apart (CasenessShareChart *chart, guint group)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (group < chart->groups->len);

  SHARE_GROUP (chart, group)->is_apart = TRUE;
}

void
caseness_share_chart_set_share (CasenessShareChart *chart, guint group, guint series, double share, double low,
                                double high)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (group < chart->groups->len && series < chart->series->len);

  *SHARE_OF (chart, group, series) = (CasenessShare) { share, low, high, FALSE };
}

void
caseness_share_chart_set_suppressed (CasenessShareChart *chart, guint group, guint series)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (group < chart->groups->len && series < chart->series->len);

  *SHARE_OF (chart, group, series) = (CasenessShare) { NAN, NAN, NAN, TRUE };
}

void
caseness_share_chart_set_cell (CasenessShareChart *chart, guint group, guint column, const char *text)
{
  char **cell;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (group < chart->groups->len && column < chart->columns->len);

  cell = (char **) &SHARE_GROUP (chart, group)->cells->pdata[column];
  g_free (*cell);
  *cell = g_strdup (text);
}

guint
caseness_share_chart_get_n_groups (const CasenessShareChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->groups->len;
}
