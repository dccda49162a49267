/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-loader.h"

#include "caseness-publication-store.h"
#include "caseness-reference.h"

#include <string.h>

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

/* The region that a provider of the national list lies in, and the board unless another was chosen. */
static void
add_areas (GHashTable *codes, const char *provider, const char *icb)
{
  const CasenessReference *table = caseness_reference_get ("provider-areas");
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if (strcmp (get_cell (table, i, "provider"), provider) == 0)
      {
        if (*icb == '\0')
          g_hash_table_add (codes, (gpointer) get_cell (table, i, "icb"));
        g_hash_table_add (codes, (gpointer) get_cell (table, i, "region"));
      }
}

/* Borrows the keys of both sets. */
static GHashTable *
list_organisations (GHashTable *providers, GHashTable *commissioners, const char *icb)
{
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer code;

  g_hash_table_add (codes, (gpointer) CASENESS_PUBLISHED_ENGLAND_CODE);
  if (*icb != '\0')
    g_hash_table_add (codes, (gpointer) icb);
  for (g_hash_table_iter_init (&iter, commissioners); g_hash_table_iter_next (&iter, &code, NULL);)
    g_hash_table_add (codes, code);
  for (g_hash_table_iter_init (&iter, providers); g_hash_table_iter_next (&iter, &code, NULL);)
    {
      g_hash_table_add (codes, code);
      add_areas (codes, code, icb);
    }
  return codes;
}

CasenessPublishedList *
caseness_loader_read_published (CasenessStore *store, GHashTable *providers, GHashTable *commissioners,
                                const char *icb, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessPublishedList) list = caseness_published_list_new ();
  g_autoptr(GHashTable) codes = NULL;
  GHashTableIter iter;
  gpointer code;

  g_return_val_if_fail (store != NULL && providers != NULL && commissioners != NULL && icb != NULL, NULL);
  list->chosen_icb = caseness_published_list_keep (list, icb);
  if (!caseness_publication_append_boards (store, list, error))
    return NULL;
  codes = list_organisations (providers, commissioners, icb);
  for (g_hash_table_iter_init (&iter, codes); g_hash_table_iter_next (&iter, &code, NULL);)
    if (!caseness_publication_append_figures (store, code, list, cancellable, error))
      return NULL;
  return g_steal_pointer (&list);
}
