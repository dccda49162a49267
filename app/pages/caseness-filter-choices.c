/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-filter-choices.h"

#include "caseness-quality-words.h"

#include <glib/gi18n-lib.h>

/* What pages can be filtered by; those that are the same for most services only where they differ. */
static const struct
{
  CasenessDimension dimension;
  guint least_values;
} offered[] = {
  { CASENESS_DIMENSION_LOCALITY, 1 }, { CASENESS_DIMENSION_TEAM, 1 },        { CASENESS_DIMENSION_THERAPY, 1 },
  { CASENESS_DIMENSION_STEP, 1 },     { CASENESS_DIMENSION_CLINICIAN, 1 },   { CASENESS_DIMENSION_PRIORITY, 1 },
  { CASENESS_DIMENSION_PROVIDER, 2 }, { CASENESS_DIMENSION_COMMISSIONER, 2 },
};

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The values of everybody, whatever the filter, so that it can be widened again. */
static GStrv
list_values (CasenessSnapshot *snapshot, CasenessDimension dimension)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;

  for (i = 0; i < n; i++)
    {
      const char *value = caseness_dimension_get_label (dimension, snapshot, i);

      if (g_hash_table_add (known, (gpointer) value))
        g_ptr_array_add (values, (gpointer) value);
    }
  g_ptr_array_sort (values, compare_texts);
  g_ptr_array_add (values, NULL);
  return g_strdupv ((char **) values->pdata);
}

void
caseness_filter_choices_init (CasenessFilterChoices *choices, CasenessSnapshot *snapshot, GCancellable *cancellable)
{
  guint i;

  for (i = 0; i < CASENESS_N_DIMENSIONS && !g_cancellable_is_cancelled (cancellable); i++)
    choices->values[i] = list_values (snapshot, i);
}

void
caseness_filter_choices_clear (CasenessFilterChoices *choices)
{
  guint i;

  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    g_clear_pointer (&choices->values[i], g_strfreev);
}

static GStrv
dup_labels (CasenessDimension dimension, GStrv values, gboolean hides_names)
{
  GStrv labels = g_strdupv (values);
  guint i;

  for (i = 0; dimension == CASENESS_DIMENSION_CLINICIAN && labels[i] != NULL; i++)
    {
      g_free (labels[i]);
      labels[i] = caseness_quality_words_group (CASENESS_QUALITY_BY_CLINICIAN, values[i], i, hides_names);
    }
  return labels;
}

void
caseness_filter_choices_show (const CasenessFilterChoices *choices, CasenessFilterBar *bar,
                              const CasenessFilter *filter, gboolean hides_names)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      CasenessDimension dimension = offered[i].dimension;
      GStrv values = choices->values[dimension];
      const char *const *wanted = caseness_filter_get_values (filter, dimension);
      g_auto(GStrv) labels = NULL;

      if (values == NULL || (g_strv_length (values) < offered[i].least_values && wanted[0] == NULL))
        continue;
      labels = dup_labels (dimension, values, hides_names);
      caseness_filter_bar_offer (bar, (int) dimension, _(caseness_dimension_get_name (dimension)),
                                 (const char *const *) values, (const char *const *) labels);
      caseness_filter_bar_show (bar, (int) dimension, wanted);
    }
}
