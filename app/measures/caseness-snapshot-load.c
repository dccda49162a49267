/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot-private.h"

#include "caseness-loader.h"
#include "caseness-sources.h"

#include "caseness-import.h"

CasenessSnapshot *
caseness_snapshot_load (CasenessStore *store, GCancellable *cancellable, GError **error)
{
  CasenessSwitches switches;

  caseness_switches_init (&switches);
  return caseness_snapshot_load_with (store, &switches, cancellable, error);
}

/* The different texts of a column. */
static GHashTable *
list_texts (const CasenessSnapshot *snapshot, CasenessPathwayText which)
{
  GHashTable *texts = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 last = 0;
  guint i;

  for (i = 0; i < snapshot->n; i++)
    {
      guint32 number = caseness_snapshot_get_number (snapshot, i, which);

      if (number != last && number != 0)
        g_hash_table_add (texts, (gpointer) caseness_dictionary_get (snapshot->dictionary, number));
      last = number;
    }
  return texts;
}

static gboolean
load_published (CasenessSnapshot *snapshot, CasenessStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr(GHashTable) providers = list_texts (snapshot, CASENESS_PATHWAY_PROVIDER);
  g_autoptr(GHashTable) commissioners = list_texts (snapshot, CASENESS_PATHWAY_COMMISSIONER);
  CasenessPublishedList *published
    = caseness_loader_read_published (store, providers, commissioners, cancellable, error);

  if (published != NULL)
    caseness_snapshot_take_published (snapshot, published);
  return published != NULL;
}

CasenessSnapshot *
caseness_snapshot_load_with (CasenessStore *store, const CasenessSwitches *switches, GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *service_name = NULL;
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(CasenessRecords) records = NULL;
  g_autoptr(CasenessLocal) local = NULL;
  g_autoptr(CasenessFindings) findings = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;

  g_return_val_if_fail (store != NULL && switches != NULL, NULL);
  service_name = caseness_store_dup_service_name (store, error);
  if (service_name == NULL)
    return NULL;
  sources = caseness_import_list_sources (store, error);
  if (sources == NULL)
    return NULL;
  records = caseness_loader_read_months (store, switches, cancellable, error);
  if (records == NULL)
    return NULL;
  local = caseness_loader_read_lists (store, records->dictionary, cancellable, error);
  if (local == NULL)
    return NULL;
  findings = caseness_loader_read_findings (store, records->dictionary, cancellable, error);
  if (findings == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  snapshot = caseness_snapshot_new (g_steal_pointer (&records), g_steal_pointer (&local), switches);
  caseness_snapshot_take_findings (snapshot, g_steal_pointer (&findings));
  if (!load_published (snapshot, store, cancellable, error))
    return NULL;
  g_free (snapshot->service_name);
  snapshot->service_name = g_steal_pointer (&service_name);
  g_free (snapshot->sources);
  snapshot->sources = caseness_sources_describe (sources);
  snapshot->n_sources = sources->len;
  return g_steal_pointer (&snapshot);
}

