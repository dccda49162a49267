/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-filter.h"

#include "caseness-ptl-words.h"

#include <glib/gi18n-lib.h>

/* What the list can be filtered by; those that are the same for most services only where they differ. */
static const struct
{
  CasenessDimension dimension;
  guint least_values;
} filters[] = {
  { CASENESS_DIMENSION_LOCALITY, 1 },  { CASENESS_DIMENSION_TEAM, 1 },      { CASENESS_DIMENSION_THERAPY, 1 },
  { CASENESS_DIMENSION_STEP, 1 },      { CASENESS_DIMENSION_CLINICIAN, 1 }, { CASENESS_DIMENSION_PRIORITY, 1 },
  { CASENESS_DIMENSION_PROVIDER, 2 },  { CASENESS_DIMENSION_COMMISSIONER, 2 },
};

static GStrv
dup_filter_labels (const CasenessPtlAnswer *answer, CasenessDimension dimension, gboolean hides_names)
{
  static const CasenessPtlSplit split_of[CASENESS_N_DIMENSIONS] = {
    [CASENESS_DIMENSION_THERAPY] = CASENESS_PTL_SPLIT_THERAPY,
    [CASENESS_DIMENSION_STEP] = CASENESS_PTL_SPLIT_STEP,
    [CASENESS_DIMENSION_CLINICIAN] = CASENESS_PTL_SPLIT_CLINICIAN,
    [CASENESS_DIMENSION_PRIORITY] = CASENESS_PTL_SPLIT_PRIORITY,
  };
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  guint i;

  for (i = 0; answer->groups[dimension][i] != NULL; i++)
    {
      g_autofree char *label = caseness_ptl_words_group (answer, split_of[dimension], answer->groups[dimension][i],
                                                         hides_names);

      g_strv_builder_add (labels, label);
    }
  return g_strv_builder_end (labels);
}

void
caseness_ptl_filter_show (CasenessFilterBar *bar, const CasenessPtlAnswer *answer, gboolean hides_names)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      CasenessDimension dimension = filters[i].dimension;
      g_auto(GStrv) labels = dup_filter_labels (answer, dimension, hides_names);
      const char *const *wanted = caseness_filter_get_values (answer->query->filter, dimension);

      if (g_strv_length (labels) < filters[i].least_values && wanted[0] == NULL)
        continue;
      caseness_filter_bar_offer (bar, (int) dimension, _(caseness_dimension_get_name (dimension)),
                                 (const char *const *) answer->groups[dimension], (const char *const *) labels);
      caseness_filter_bar_show (bar, (int) dimension, wanted);
    }
}
