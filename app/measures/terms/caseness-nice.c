/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-nice.h"

#include "caseness-reference.h"
#include "caseness-therapy.h"

#include <string.h>

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

static char *
make_key (const char *problem, const char *therapy)
{
  return g_strconcat (problem, "\n", therapy, NULL);
}

static GHashTable *
read_pairs (const CasenessReference *table)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      CasenessNicePair *pair = g_new0 (CasenessNicePair, 1);

      pair->problem = get_cell (table, i, "problem");
      pair->therapy = get_cell (table, i, "therapy");
      pair->view = strcmp (get_cell (table, i, "recommended"), "Y") == 0 ? CASENESS_NICE_RECOMMENDS
                                                                        : CASENESS_NICE_DOES_NOT;
      pair->note = get_cell (table, i, "note");
      if (caseness_therapy_find (pair->therapy) == NULL)
        g_error ("nice-pairs.csv: there is no therapy %s", pair->therapy);
      if (!g_hash_table_insert (pairs, make_key (pair->problem, pair->therapy), pair))
        g_error ("nice-pairs.csv: %s for %s is there twice", pair->therapy, pair->problem);
    }
  return pairs;
}

static GHashTable *
get_pairs (void)
{
  static gsize once = 0; /* the table, read once and never changed */

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_pairs (caseness_reference_get ("nice-pairs")));
  return (GHashTable *) once;
}

const CasenessNicePair *
caseness_nice_find (const char *problem, const char *therapy)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (problem != NULL && therapy != NULL, NULL);

  key = make_key (problem, therapy);
  return g_hash_table_lookup (get_pairs (), key);
}

CasenessNiceView
caseness_nice_get_view (const char *problem, const char *therapy)
{
  const CasenessNicePair *pair = caseness_nice_find (problem, therapy);

  return pair != NULL ? pair->view : CASENESS_NICE_SILENT;
}
