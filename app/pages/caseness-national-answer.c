/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-answer.h"

#include "caseness-import-plan.h"

CasenessNationalQuery *
caseness_national_query_copy (const CasenessNationalQuery *query)
{
  CasenessNationalQuery *copy = g_memdup2 (query, sizeof *query);

  copy->snapshot = query->snapshot != NULL ? caseness_snapshot_ref (query->snapshot) : NULL;
  copy->store_path = g_strdup (query->store_path);
  copy->extract = g_strdup (query->extract);
  return copy;
}

void
caseness_national_query_free (CasenessNationalQuery *query)
{
  caseness_snapshot_unref (query->snapshot);
  g_free (query->store_path);
  g_free (query->extract);
  g_free (query);
}

gpointer
caseness_national_answer (gconstpointer data, GCancellable *cancellable)
{
  const CasenessNationalQuery *query = data;

  return caseness_national_new (query->snapshot, &query->period, query->publication_id, cancellable);
}

gpointer
caseness_national_answer_doubts (gconstpointer data, GCancellable *cancellable)
{
  const CasenessNationalQuery *query = data;
  CasenessNationalDoubts *doubts = g_new0 (CasenessNationalDoubts, 1);
  g_autoptr(CasenessStore) store = caseness_store_open (query->store_path, CASENESS_STORE_READ, &doubts->error);

  doubts->snapshot = caseness_snapshot_ref (query->snapshot);
  doubts->period = query->period;
  if (store != NULL)
    doubts->checks = caseness_doubt_check_all (store, query->snapshot, &query->period, cancellable, &doubts->error);
  if (!g_cancellable_is_cancelled (cancellable))
    return doubts;
  caseness_national_doubts_free (doubts);
  return NULL;
}

void
caseness_national_doubts_free (CasenessNationalDoubts *doubts)
{
  caseness_snapshot_unref (doubts->snapshot);
  g_clear_pointer (&doubts->checks, g_ptr_array_unref);
  g_clear_error (&doubts->error);
  g_free (doubts);
}

static void
compare_extract (const CasenessNationalQuery *query, CasenessImportPlan *plan, CasenessNationalExtract *answer,
                 GCancellable *cancellable)
{
  g_autoptr(CasenessStore) store = caseness_store_open (query->store_path, CASENESS_STORE_READ, &answer->error);
  g_autoptr(CasenessSubmission) extract
    = store != NULL ? caseness_import_plan_read_submission (plan, query->extract, cancellable, &answer->error) : NULL;

  if (extract != NULL)
    answer->differences = caseness_compare_extract (store, extract, cancellable, &answer->error);
}

gpointer
caseness_national_answer_extract (gconstpointer data, GCancellable *cancellable)
{
  const CasenessNationalQuery *query = data;
  CasenessNationalExtract *answer = g_new0 (CasenessNationalExtract, 1);
  g_autoptr(CasenessImportPlan) plan = caseness_import_plan_new_of (query->extract, cancellable, &answer->error);

  if (plan != NULL && caseness_import_plan_is_published (plan))
    answer->publication = g_strdup (query->extract);
  else if (plan != NULL)
    compare_extract (query, plan, answer, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    return answer;
  caseness_national_extract_free (answer);
  return NULL;
}

void
caseness_national_extract_free (CasenessNationalExtract *extract)
{
  g_clear_pointer (&extract->differences, caseness_differences_free);
  g_clear_error (&extract->error);
  g_free (extract->publication);
  g_free (extract);
}
