/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-answer.h"

CasenessQualityQuery *
caseness_quality_query_copy (const CasenessQualityQuery *query)
{
  CasenessQualityQuery *copy = g_memdup2 (query, sizeof *query);

  caseness_snapshot_ref (copy->snapshot);
  caseness_filter_ref (copy->filter);
  return copy;
}

void
caseness_quality_query_free (CasenessQualityQuery *query)
{
  caseness_snapshot_unref (query->snapshot);
  caseness_filter_unref (query->filter);
  g_free (query);
}

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

CasenessQualityAnswer *
caseness_quality_answer_new (const CasenessQualityQuery *query, GCancellable *cancellable)
{
  g_autoptr(CasenessQualityAnswer) answer = g_new0 (CasenessQualityAnswer, 1);
  guint i;

  answer->quality = caseness_quality_new (query->snapshot, &query->period, query->filter, query->as_at);
  answer->split = query->split;
  if (query->split != CASENESS_QUALITY_BY_ITEM)
    answer->groups = caseness_quality_count (answer->quality, query->split);
  for (i = 0; i < CASENESS_N_DIMENSIONS && !g_cancellable_is_cancelled (cancellable); i++)
    answer->values[i] = list_values (query->snapshot, i);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&answer);
}

void
caseness_quality_answer_free (CasenessQualityAnswer *answer)
{
  guint i;

  caseness_quality_unref (answer->quality);
  g_clear_pointer (&answer->groups, g_ptr_array_unref);
  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    g_strfreev (answer->values[i]);
  g_free (answer);
}
