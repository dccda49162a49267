/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-doubt.h"

#include "caseness-reference.h"

#include <string.h>

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

static GArray *
read_doubts (const CasenessReference *table)
{
  GArray *doubts = g_array_new (FALSE, FALSE, sizeof (CasenessDoubt));
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      CasenessDoubt doubt = {
        .name = get_cell (table, i, "switch"),
        .value = get_cell (table, i, "value"),
        .other = get_cell (table, i, "other"),
        .question = get_cell (table, i, "question"),
        .value_words = get_cell (table, i, "value_words"),
        .other_words = get_cell (table, i, "other_words"),
        .source = get_cell (table, i, "source"),
        .touches = g_strsplit (get_cell (table, i, "touches"), " ", -1),
      };

      g_array_append_val (doubts, doubt);
    }
  return doubts;
}

const CasenessDoubt *
caseness_doubt_get_all (guint *n_doubts)
{
  static gsize once = 0; /* the table, read once and never changed */
  const GArray *doubts;

  g_return_val_if_fail (n_doubts != NULL, NULL);
  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_doubts (caseness_reference_get ("switches")));
  doubts = (const GArray *) once;
  *n_doubts = doubts->len;
  return (const CasenessDoubt *) (gconstpointer) doubts->data;
}

const CasenessDoubt *
caseness_doubt_find (const char *name)
{
  guint n, i;
  const CasenessDoubt *doubts = caseness_doubt_get_all (&n);

  g_return_val_if_fail (name != NULL, NULL);
  for (i = 0; i < n; i++)
    if (strcmp (doubts[i].name, name) == 0)
      return &doubts[i];
  return NULL;
}

/* The columns that the measure reads, and those that the measures it is made of do. */
static void
add_columns (const CasenessMeasure *measure, GPtrArray *columns)
{
  const GArray *parts[] = { measure->numerator, measure->denominator };
  guint n, i, k;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  caseness_condition_add_columns (measure->condition, columns);
  if (measure->sum != NULL)
    caseness_sum_add_columns (measure->sum, columns);
  for (k = 0; k < G_N_ELEMENTS (parts); k++)
    for (i = 0; i < parts[k]->len; i++)
      add_columns (&catalogue[g_array_index (parts[k], CasenessMeasurePart, i).measure], columns);
}

static gboolean
touches_column (const CasenessDoubt *doubt, const char *column)
{
  guint i;

  for (i = 0; doubt->touches[i] != NULL; i++)
    if (g_pattern_match_simple (doubt->touches[i], column))
      return TRUE;
  return FALSE;
}

gboolean
caseness_doubt_touches (const CasenessDoubt *doubt, const CasenessMeasure *measure)
{
  g_autoptr(GPtrArray) columns = g_ptr_array_new ();
  guint i;

  g_return_val_if_fail (doubt != NULL && measure != NULL, FALSE);
  add_columns (measure, columns);
  for (i = 0; i < columns->len; i++)
    if (touches_column (doubt, ((const CasenessColumn *) g_ptr_array_index (columns, i))->name))
      return TRUE;
  return FALSE;
}

gboolean
caseness_doubt_turn (const CasenessDoubt *doubt, CasenessDate period_end, CasenessSwitches *switches)
{
  g_return_val_if_fail (doubt != NULL && switches != NULL, FALSE);
  caseness_switches_init (switches);
  if (!caseness_switches_set (switches, doubt->name, doubt->other))
    return FALSE;
  caseness_switches_know (switches, period_end);
  return TRUE;
}
