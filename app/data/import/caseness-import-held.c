/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-held.h"

#include <string.h>

/* "IDS101Referral 5f70bf…" for every table that was sent. */
static GHashTable *
fingerprint (const CasenessSubmission *submission)
{
  GHashTable *prints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < submission->n_tables; i++)
    {
      const CasenessSubmissionTable *table = &submission->tables[i];

      if (table->file != NULL)
        g_hash_table_add (prints, g_strconcat (table->spec->name, " ", table->sha256, NULL));
    }
  return prints;
}

/* The same tables with the same bytes, whatever the files are called. */
static gboolean
compare_files (CasenessStore *store, const CasenessSubmission *submission, gint64 id, gboolean *is_same,
               GError **error)
{
  g_autoptr(GHashTable) prints = fingerprint (submission);
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, "select-submission-files", error);
  CasenessStep step;

  if (statement == NULL)
    return FALSE;
  *is_same = TRUE;
  caseness_statement_bind_int (statement, ":submission_id", id);
  while ((step = caseness_statement_step (statement, NULL, error)) == CASENESS_STEP_ROW)
    {
      g_autofree char *print = g_strconcat (caseness_statement_get_text (statement, 0), " ",
                                            caseness_statement_get_text (statement, 1), NULL);

      *is_same = g_hash_table_remove (prints, print) && *is_same;
    }
  *is_same = *is_same && g_hash_table_size (prints) == 0;
  return step == CASENESS_STEP_DONE;
}

/* The first row counts now; further rows created at the same time were beaten by it only in the order of import, and
 * bringing one of them again must not turn that round. */
static gboolean
take_row (CasenessStore *store, const CasenessSubmission *submission, CasenessStatement *statement,
          CasenessHeld *held, GError **error)
{
  gint64 id = caseness_statement_get_int (statement, 0);
  const char *created = caseness_statement_get_text (statement, 2);

  if (held->id == 0)
    {
      held->id = id;
      held->import_id = caseness_statement_get_int (statement, 1);
      held->created = g_strdup (created);
    }
  if (held->is_same || strcmp (created, held->created) != 0)
    return TRUE;
  if (!compare_files (store, submission, id, &held->is_same, error))
    return FALSE;
  if (held->is_same)
    held->import_id = caseness_statement_get_int (statement, 1);
  return TRUE;
}

gboolean
caseness_held_find_submission (CasenessStore *store, const CasenessSubmission *submission, gint64 running_import,
                               CasenessHeld *held, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, "select-held-submissions", error);
  CasenessStep step;

  *held = (CasenessHeld) { 0 };
  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_text (statement, ":provider", submission->provider);
  caseness_statement_bind_int (statement, ":period_start", submission->period_start);
  caseness_statement_bind_int (statement, ":import_id", running_import);
  while ((step = caseness_statement_step (statement, NULL, error)) == CASENESS_STEP_ROW)
    if (!take_row (store, submission, statement, held, error))
      return FALSE;
  return step == CASENESS_STEP_DONE;
}

gboolean
caseness_held_find_list (CasenessStore *store, const CasenessSubmissionTable *table, CasenessHeld *held,
                         GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, "select-held-list", error);
  CasenessStep step;

  *held = (CasenessHeld) { 0 };
  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_text (statement, ":name", table->spec->name);
  step = caseness_statement_step (statement, NULL, error);
  if (step != CASENESS_STEP_ROW)
    return step == CASENESS_STEP_DONE;
  held->id = caseness_statement_get_int (statement, 0);
  held->import_id = caseness_statement_get_int (statement, 1);
  held->is_same = g_strcmp0 (caseness_statement_get_text (statement, 2), table->sha256) == 0;
  return TRUE;
}

void
caseness_held_clear (CasenessHeld *held)
{
  g_clear_pointer (&held->created, g_free);
}
