/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-known-referrals.h"

#include <glib/gi18n.h>
#include <string.h>

#define RULE "CASENESS-REFERRAL-UNKNOWN"

struct _CasenessKnownReferrals
{
  GHashTable *ids;     /* (element-type utf8): keys in @text */
  GStringChunk *text;
};

static const char *const checked_lists[] = { "LOCWaitingList", "LOCAppointment", NULL };

static void
add_id (CasenessKnownReferrals *known, const char *id)
{
  if (id != NULL && !g_hash_table_contains (known->ids, id))
    g_hash_table_add (known->ids, g_string_chunk_insert (known->text, id));
}

CasenessKnownReferrals *
caseness_known_referrals_new (CasenessStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessKnownReferrals) known = g_new0 (CasenessKnownReferrals, 1);
  g_autoptr(CasenessStatement) statement = NULL;
  CasenessStep step;

  known->ids = g_hash_table_new (g_str_hash, g_str_equal);
  known->text = g_string_chunk_new (64 * 1024);
  statement = caseness_store_prepare (store, "select-referral-ids", error);
  if (statement == NULL)
    return NULL;
  while ((step = caseness_statement_step (statement, cancellable, error)) == CASENESS_STEP_ROW)
    add_id (known, caseness_statement_get_text (statement, 0));
  return step == CASENESS_STEP_DONE ? g_steal_pointer (&known) : NULL;
}

void
caseness_known_referrals_free (CasenessKnownReferrals *known)
{
  if (known == NULL)
    return;
  g_hash_table_unref (known->ids);
  g_string_chunk_free (known->text);
  g_free (known);
}

void
caseness_known_referrals_add (CasenessKnownReferrals *known, const CasenessSubmission *submission)
{
  for (guint t = 0; t < submission->n_tables; t++)
    {
      const CasenessSubmissionTable *table = &submission->tables[t];
      int id;

      if (strcmp (table->spec->name, "IDS101Referral") != 0)
        continue;
      id = caseness_spec_find_field (table->spec, "ServiceRequestId");
      for (guint row = 0; row < table->n_rows; row++)
        if (!table->is_rejected[row])
          add_id (known, table->cells[(gsize) row * table->n_columns + (guint) id]);
    }
}

static CasenessFinding *
describe (const CasenessSubmissionTable *table, guint row, const CasenessFieldSpec *field)
{
  return caseness_finding_new (RULE, CASENESS_FINDING_WARNING, table->spec->name, table->file, table->lines[row],
                               field->name, NULL,
                               g_strdup (_ ("No submission that is held has this referral, so nobody is shown for it. "
                                            "Check the identifier, or import the submission that has it.")));
}

void
caseness_known_referrals_check (CasenessKnownReferrals *known, CasenessSubmissionTable *table, GPtrArray *findings)
{
  int field = caseness_spec_find_field (table->spec, "ServiceRequestId");

  if (!g_strv_contains (checked_lists, table->spec->name) || g_hash_table_size (known->ids) == 0)
    return;
  for (guint row = 0; row < table->n_rows; row++)
    {
      const char *id = table->cells[(gsize) row * table->n_columns + (guint) field];

      if (table->is_rejected[row] || id == NULL || g_hash_table_contains (known->ids, id))
        continue;
      g_ptr_array_add (findings, describe (table, row, &table->spec->fields[field]));
      table->n_warnings++;
    }
}
