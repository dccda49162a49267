/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-standard.h"

#include "caseness-reference.h"

#include <string.h>

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

static CasenessStandard
read_standard (const CasenessReference *table, guint row)
{
  CasenessStandard standard = {
    .measure_id = get_cell (table, row, "measure"),
    .is_at_most = strcmp (get_cell (table, row, "comparator"), "<=") == 0,
    .value = g_ascii_strtod (get_cell (table, row, "value"), NULL),
    .in_force = { caseness_date_parse (get_cell (table, row, "from")),
                  caseness_date_parse (get_cell (table, row, "to")) },
    .kind = get_cell (table, row, "kind"),
    .certainty = get_cell (table, row, "certainty"),
    .source = get_cell (table, row, "source"),
  };

  if (caseness_measure_find (standard.measure_id) == NULL)
    g_error ("standards.csv: there is no measure %s", standard.measure_id);
  return standard;
}

static GArray *
read_standards (const CasenessReference *table)
{
  GArray *standards = g_array_new (FALSE, FALSE, sizeof (CasenessStandard));
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      CasenessStandard standard = read_standard (table, i);

      g_array_append_val (standards, standard);
    }
  return standards;
}

static const GArray *
get_standards (void)
{
  static gsize once = 0; /* the table, read once and never changed */

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_standards (caseness_reference_get ("standards")));
  return (const GArray *) once;
}

static gboolean
is_in_force (const CasenessStandard *standard, CasenessDate date)
{
  return date >= standard->in_force.start
         && (standard->in_force.end == CASENESS_DATE_NONE || date <= standard->in_force.end);
}

const CasenessStandard *
caseness_standard_find (const CasenessMeasure *measure, CasenessDate date)
{
  const GArray *standards = get_standards ();
  guint i;

  g_return_val_if_fail (measure != NULL && date != CASENESS_DATE_NONE, NULL);
  for (i = 0; i < standards->len; i++)
    {
      const CasenessStandard *standard = &g_array_index (standards, CasenessStandard, i);

      if (strcmp (standard->measure_id, measure->id) == 0 && is_in_force (standard, date))
        return standard;
    }
  return NULL;
}

gboolean
caseness_standard_is_met (const CasenessStandard *standard, double value)
{
  g_return_val_if_fail (standard != NULL, FALSE);
  return standard->is_at_most ? value <= standard->value : value >= standard->value;
}
