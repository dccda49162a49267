/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-standard.h"

#include "caseness-standards.h"

#include <glib/gi18n.h>
#include <string.h>

static const CasenessStandardKind kinds[] = {
  { "standard", N_("Standard") }, { "planning", N_("Planning target") }, { "ambition", N_("Ambition") },
  { "benchmark", N_("Benchmark") }, { "local", N_("Local agreement") },
};

const CasenessStandardKind *
caseness_standard_get_kinds (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

gboolean
caseness_standard_is_known (const char *id)
{
  g_return_val_if_fail (id != NULL, FALSE);
  return strcmp (id, CASENESS_STANDARD_ACCESS) == 0 || caseness_measure_find (id) != NULL;
}

gboolean
caseness_standard_is_in_force (const CasenessStandard *standard, CasenessDate date)
{
  g_return_val_if_fail (standard != NULL, FALSE);
  return (standard->in_force.start == CASENESS_DATE_NONE || date >= standard->in_force.start)
         && (standard->in_force.end == CASENESS_DATE_NONE || date <= standard->in_force.end);
}

const CasenessStandard *
caseness_standard_find (const CasenessSnapshot *snapshot, const CasenessMeasure *measure, CasenessDate date)
{
  g_return_val_if_fail (snapshot != NULL && measure != NULL && date != CASENESS_DATE_NONE, NULL);
  return caseness_standards_find (caseness_snapshot_get_standards (snapshot), measure->id, date);
}

gboolean
caseness_standard_is_met (const CasenessStandard *standard, double value)
{
  g_return_val_if_fail (standard != NULL, FALSE);
  return standard->is_at_most ? value <= standard->value : value >= standard->value;
}
