/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-measure-detail.h"

#include "caseness-measure-csv.h"

#include <math.h>

/* Rows that make up a whole, which another table of the same measure tells. */
typedef struct
{
  GArray *parts; /* guint, rows */
  CasenessFigure figure;
} Whole;

static void
free_whole (gpointer data)
{
  Whole *whole = data;

  g_array_unref (whole->parts);
  g_free (whole);
}

static const CasenessDetailRow *
get_row (const CasenessMeasureDetail *detail, guint row)
{
  return g_ptr_array_index (detail->rows, row);
}

static gboolean
is_same_period (const CasenessDetailRow *row, const CasenessDetailRow *other)
{
  return row->period.start == other->period.start && row->period.end == other->period.end;
}

/* The rows that stand beside row @first: of its period, and of its group and its second group where asked for. If it is
 * not the first of them, they have been added already. */
static void
add_whole (GPtrArray *wholes, const CasenessMeasureDetail *detail, guint first, gboolean of_group, gboolean of_other)
{
  const CasenessDetailRow *like = get_row (detail, first);
  Whole *whole = g_new0 (Whole, 1);
  guint i;

  whole->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (i = 0; i < detail->rows->len; i++)
    {
      const CasenessDetailRow *row = get_row (detail, i);

      if (!is_same_period (row, like) || (of_group && g_strcmp0 (row->group, like->group) != 0)
          || (of_other && g_strcmp0 (row->other, like->other) != 0))
        continue;
      g_array_append_val (whole->parts, i);
      whole->figure.numerator += row->figure.numerator;
      whole->figure.denominator += row->figure.denominator;
      whole->figure.value += row->figure.value; /* of a count; nothing else of a whole is looked at */
    }
  if (g_array_index (whole->parts, guint, 0) == first)
    g_ptr_array_add (wholes, whole);
  else
    free_whole (whole);
}

/* Groups that people may be in several of do not add up. */
static GPtrArray *
list_wholes (const CasenessMeasureDetail *detail)
{
  GPtrArray *wholes = g_ptr_array_new_with_free_func (free_whole);
  gboolean adds_up = detail->by != NULL && !caseness_variable_is_many (detail->by);
  gboolean is_crossed = detail->and_by != NULL;
  gboolean other_adds_up = is_crossed && !caseness_variable_is_many (detail->and_by);
  guint i;

  for (i = 0; i < detail->rows->len; i++)
    {
      if (adds_up && (!is_crossed || other_adds_up))
        add_whole (wholes, detail, i, FALSE, FALSE);
      if (other_adds_up)
        add_whole (wholes, detail, i, TRUE, FALSE);
      if (adds_up && is_crossed)
        add_whole (wholes, detail, i, FALSE, TRUE);
    }
  return wholes;
}

static CasenessToldFigures *
hide (const CasenessMeasureDetail *detail)
{
  g_autoptr(GPtrArray) wholes = list_wholes (detail);
  CasenessToldFigures *told = caseness_told_figures_new (&detail->measure, 1, detail->rows->len + wholes->len);
  guint i;

  for (i = 0; i < detail->rows->len; i++)
    caseness_told_figures_set (told, 0, i, &get_row (detail, i)->figure);
  for (i = 0; i < wholes->len; i++)
    caseness_told_figures_set (told, 0, detail->rows->len + i, &((Whole *) g_ptr_array_index (wholes, i))->figure);
  for (i = 0; i < wholes->len; i++)
    {
      const Whole *whole = g_ptr_array_index (wholes, i);

      caseness_told_figures_add_slots (told, (const guint *) (gconstpointer) whole->parts->data, whole->parts->len,
                                       detail->rows->len + i, FALSE);
    }
  caseness_told_figures_hide (told);
  return told;
}

static void
write_row (CasenessCsvWriter *writer, const CasenessMeasureDetail *detail, const CasenessDetailRow *row,
           CasenessTelling telling)
{
  caseness_csv_writer_date (writer, row->period.start);
  caseness_csv_writer_date (writer, row->period.end);
  caseness_csv_writer_text (writer, row->group != NULL ? caseness_variable_get_name (detail->by)
                                                       : CASENESS_VARIABLE_TOTAL);
  caseness_csv_writer_text (writer, row->group != NULL ? row->group : CASENESS_GROUP_ALL);
  caseness_csv_writer_text (writer, row->other != NULL ? caseness_variable_get_name (detail->and_by) : NULL);
  caseness_csv_writer_text (writer, row->other);
  caseness_csv_writer_text (writer, detail->measure->id);
  caseness_csv_writer_text (writer, detail->measure->name);
  caseness_figure_write_csv (writer, &row->figure, detail->measure, telling);
  caseness_figure_write_limits_csv (writer, &row->interval, detail->measure, telling);
  caseness_csv_writer_end_row (writer);
}

void
caseness_measure_detail_write_csv (CasenessCsvWriter *writer, const CasenessMeasureDetail *detail, gboolean suppresses)
{
  const char *const head[]
    = { "period_start", "period_end",   "variable",  "group",       "variable_2", "group_2", "measure_id",
        "measure_name", "numerator",    "denominator", "value",     "low",        "high",    NULL };
  g_autoptr(CasenessToldFigures) told = NULL;
  guint i;

  g_return_if_fail (writer != NULL && detail != NULL);
  told = suppresses ? hide (detail) : NULL;
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < detail->rows->len; i++)
    write_row (writer, detail, get_row (detail, i), caseness_told_figures_get (told, 0, i));
}
