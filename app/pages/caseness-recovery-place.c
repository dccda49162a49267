/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-place.h"

#include "caseness-recovery-page.h"

GStrv
caseness_recovery_place_dup_address (const CasenessRecoveryStudy *study, const CasenessRecovery *row)
{
  g_auto(GStrv) parts = g_strsplit (row->group, " / ", (int) MAX (study->variables->len, 1));
  g_autoptr(GStrvBuilder) groups = g_strv_builder_new ();
  guint i;

  for (i = 0; i < study->variables->len && parts[i] != NULL; i++)
    {
      g_strv_builder_add (groups, caseness_variable_get_name (g_ptr_array_index (study->variables, i)));
      g_strv_builder_add (groups, parts[i]);
    }
  return g_strv_builder_end (groups);
}

CasenessFilter *
caseness_recovery_place_dup_filter (const CasenessRecoveryStudy *study, const CasenessRecovery *row)
{
  g_auto(GStrv) groups = row != NULL ? caseness_recovery_place_dup_address (study, row) : g_new0 (char *, 1);
  CasenessFilter *filter = caseness_filter_ref (study->filter);
  guint i;

  for (i = 0; groups[i] != NULL && groups[i + 1] != NULL; i += 2)
    {
      CasenessDimension dimension;
      CasenessFilter *narrower;

      if (!caseness_dimension_parse (groups[i], &dimension))
        continue;
      narrower = caseness_filter_with (filter, dimension, groups[i + 1]);
      caseness_filter_unref (filter);
      filter = narrower;
    }
  return filter;
}

const CasenessRecovery *
caseness_recovery_place_find (const CasenessRecoveryStudy *study, int view, CasenessRecoveryBasis basis, int row,
                              int column)
{
  gboolean is_funnel = view == CASENESS_RECOVERY_VIEW_FUNNEL
                       && study->comparison->rows->len >= CASENESS_FEWEST_UNITS_IN_FUNNEL;
  g_autoptr(GPtrArray) ordered = NULL;
  int place = is_funnel ? column : row;

  if (place < 0 || place >= (int) study->comparison->rows->len)
    return NULL;
  if (is_funnel || view == CASENESS_RECOVERY_VIEW_OUTCOMES)
    return g_ptr_array_index (study->comparison->rows, place);
  ordered = caseness_recovery_comparison_list_by_value (study->comparison, basis);
  return g_ptr_array_index (ordered, place);
}

const char *
caseness_recovery_place_get_group (const CasenessRecoveryComparison *comparison, int place)
{
  return place >= 0 && place < (int) comparison->rows->len
           ? ((const CasenessRecovery *) g_ptr_array_index (comparison->rows, place))->group
           : NULL;
}

CasenessChart *
caseness_recovery_place_make_chart (const CasenessRecoveryLook *look, int view)
{
  g_return_val_if_fail (look != NULL, NULL);

  if (view == CASENESS_RECOVERY_VIEW_OUTCOMES)
    return caseness_recovery_chart_outcomes (look);
  /* A funnel of a handful of groups tells less than their intervals. */
  if (view == CASENESS_RECOVERY_VIEW_CATERPILLAR || look->comparison->rows->len < CASENESS_FEWEST_UNITS_IN_FUNNEL)
    return caseness_recovery_chart_caterpillar (look);
  return caseness_recovery_chart_funnel (look);
}

const char *
caseness_recovery_place_find_label (const CasenessRecoveryStudy *study, char **labels, const CasenessRecovery *row)
{
  guint place = 0;

  g_return_val_if_fail (study != NULL && labels != NULL, NULL);

  g_ptr_array_find (study->comparison->rows, row, &place);
  return labels[place];
}
