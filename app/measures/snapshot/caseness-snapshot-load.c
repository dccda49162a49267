/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot-private.h"

#include "caseness-derivation.h"
#include "caseness-finding-link.h"
#include "caseness-loader.h"
#include "caseness-own-icb.h"
#include "caseness-snapshot-stored.h"
#include "caseness-sources.h"
#include "caseness-standards.h"

#include "caseness-derived.h"
#include "caseness-import.h"

#include <string.h>

CasenessSnapshot *
caseness_snapshot_load (CasenessStore *store, GCancellable *cancellable, GError **error)
{
  return caseness_snapshot_load_from (store, NULL, cancellable, error);
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
load_published (CasenessSnapshot *snapshot, CasenessStore *store, CasenessJournal *journal, GCancellable *cancellable,
                GError **error)
{
  g_autoptr(GHashTable) providers = list_texts (snapshot, CASENESS_PATHWAY_PROVIDER);
  g_autoptr(GHashTable) commissioners = list_texts (snapshot, CASENESS_PATHWAY_COMMISSIONER);
  g_autofree char *icb = caseness_own_icb_dup (journal);
  CasenessPublishedList *published
    = caseness_loader_read_published (store, providers, commissioners, icb, cancellable, error);

  if (published != NULL)
    caseness_snapshot_take_published (snapshot, published);
  return published != NULL;
}

/* What it is held against: published figures and standards, some of which people chose. */
static gboolean
load_benchmarks (CasenessSnapshot *snapshot, CasenessStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessJournal) journal = caseness_journal_load (store, error);

  if (journal == NULL || !load_published (snapshot, store, journal, cancellable, error))
    return FALSE;
  caseness_standards_unref (snapshot->standards);
  snapshot->standards = caseness_standards_new (journal);
  return TRUE;
}

/* Reads the rows, unless they are @given, and derives the pathways; the rows go to @kept, or are freed. */
static CasenessSnapshot *
derive (CasenessStore *store, const CasenessSwitches *switches, CasenessRecords *given, CasenessRecords **kept,
        GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessRecords) records
    = given != NULL ? given : caseness_loader_read_months (store, switches, kept != NULL, cancellable, error);
  g_autoptr(CasenessLocal) local = NULL;
  g_autoptr(CasenessFindings) findings = NULL;
  CasenessSnapshot *snapshot;

  if (records == NULL)
    return NULL;
  local = caseness_loader_read_lists (store, records->dictionary, cancellable, error);
  if (local == NULL)
    return NULL;
  findings = caseness_loader_read_findings (store, records->dictionary, cancellable, error);
  if (findings == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  caseness_store_release_memory (store);
  if (kept == NULL)
    snapshot = caseness_snapshot_derive (g_steal_pointer (&records), g_steal_pointer (&local), switches, error);
  else
    {
      snapshot = caseness_snapshot_new_from (records, g_steal_pointer (&local), switches);
      *kept = g_steal_pointer (&records);
    }
  if (snapshot == NULL)
    return NULL;
  caseness_findings_link (findings, snapshot);
  caseness_snapshot_take_findings (snapshot, g_steal_pointer (&findings));
  return snapshot;
}

static CasenessSnapshot *
read_stored (CasenessStore *store, const char *basis)
{
  gsize n_bytes;
  guint8 *bytes = caseness_derived_read (store, basis, &n_bytes);

  return bytes != NULL ? caseness_snapshot_take (bytes, n_bytes) : NULL;
}

/* There is room for one in the file, which is that of the ordinary decisions. Somebody may have imported since the
 * basis was asked for; then the rows were others. Not being able to keep it costs time at the next opening, no more. */
static void
keep (const CasenessSnapshot *snapshot, CasenessStore *store, const char *method, const char *basis)
{
  g_autofree char *now = caseness_derived_dup_basis (store, method, NULL);
  g_autoptr(GError) error = NULL;

  if (g_strcmp0 (now, basis) == 0 && !caseness_snapshot_keep (snapshot, store, basis, &error))
    g_info ("%s", error->message);
}

static gboolean
is_ordinary (const char *decisions)
{
  CasenessSwitches switches;
  g_autofree char *ordinary = NULL;

  caseness_switches_init (&switches);
  ordinary = caseness_switches_write (&switches);
  return strcmp (decisions, ordinary) == 0;
}

/* What the file keeps if it stands on these rows, this program and these decisions; else derived, and kept. */
static CasenessSnapshot *
find_or_derive (CasenessStore *store, const CasenessSwitches *switches, CasenessRecords *given, GCancellable *cancellable,
                GError **error)
{
  g_autoptr(CasenessRecords) records = given;
  g_autofree char *decisions = caseness_switches_write (switches);
  g_autofree char *method = g_strconcat (CASENESS_DERIVATION, " ", decisions, NULL);
  g_autofree char *basis = caseness_derived_dup_basis (store, method, error);
  CasenessSnapshot *snapshot;

  if (basis == NULL)
    return NULL;
  snapshot = read_stored (store, basis);
  if (snapshot != NULL)
    return snapshot;
  snapshot = derive (store, switches, g_steal_pointer (&records), NULL, cancellable, error);
  if (snapshot != NULL && caseness_store_can_write (store) && is_ordinary (decisions))
    keep (snapshot, store, method, basis);
  return snapshot;
}

/* Adds what is not derived: whose it is, where it is from, what was published and what it is held to. */
static gboolean
furnish (CasenessSnapshot *snapshot, CasenessStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *service_name = caseness_store_dup_service_name (store, error);
  g_autoptr(GPtrArray) sources = service_name != NULL ? caseness_import_list_sources (store, error) : NULL;

  if (sources == NULL || !load_benchmarks (snapshot, store, cancellable, error))
    return FALSE;
  g_free (snapshot->service_name);
  snapshot->service_name = g_steal_pointer (&service_name);
  g_free (snapshot->sources);
  snapshot->sources = caseness_sources_describe (sources);
  snapshot->n_sources = sources->len;
  return TRUE;
}

static CasenessSnapshot *
load (CasenessStore *store, const CasenessSwitches *switches, CasenessRecords *records, GCancellable *cancellable,
      GError **error)
{
  g_autoptr(CasenessSnapshot) snapshot = find_or_derive (store, switches, records, cancellable, error);

  return snapshot != NULL && furnish (snapshot, store, cancellable, error) ? g_steal_pointer (&snapshot) : NULL;
}

CasenessSnapshot *
caseness_snapshot_load_from (CasenessStore *store, CasenessRecords *records, GCancellable *cancellable, GError **error)
{
  CasenessSwitches switches;

  g_return_val_if_fail (store != NULL, NULL);
  caseness_switches_init (&switches);
  return load (store, &switches, records, cancellable, error);
}

CasenessSnapshot *
caseness_snapshot_load_with (CasenessStore *store, const CasenessSwitches *switches, GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (store != NULL && switches != NULL, NULL);
  return load (store, switches, NULL, cancellable, error);
}

CasenessSnapshot *
caseness_snapshot_load_keeping (CasenessStore *store, const CasenessSwitches *switches, CasenessRecords **records,
                                GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessRecords) kept = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;

  g_return_val_if_fail (store != NULL && switches != NULL && records != NULL, NULL);
  snapshot = derive (store, switches, NULL, &kept, cancellable, error);
  if (snapshot == NULL || !furnish (snapshot, store, cancellable, error))
    return NULL;
  *records = g_steal_pointer (&kept);
  return g_steal_pointer (&snapshot);
}
