/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-judgement-private.h"

#include <string.h>

/* From a row that does not say whose it is to the one it hangs from. */
static const struct
{
  const char *key;
  const char *owners;
} steps[] = {
  { "CareActId", "IDS202CareActivity" },
  { "CareContactId", "IDS201CareContact" },
};

static const char *
get_cell (const CasenessSubmissionTable *table, guint row, const char *field)
{
  int column = caseness_spec_find_field (table->spec, field);

  return column < 0 ? NULL : caseness_row_get_cells (table, row)[column];
}

static guint
find_table (const CasenessJudgement *judgement, const char *name)
{
  guint table = 0;

  while (strcmp (caseness_judgement_get_table (judgement, table)->spec->name, name) != 0)
    table++;
  return table;
}

/* Goes one step up. Rows that are not kept count too: they are whose it is all the same. */
static gboolean
climb (CasenessJudgement *judgement, guint step, guint *table, guint *row)
{
  const CasenessSubmissionTable *rows = caseness_judgement_get_table (judgement, *table);
  guint above = find_table (judgement, steps[step].owners);
  const CasenessSubmissionTable *owners = caseness_judgement_get_table (judgement, above);
  const char *key = get_cell (rows, *row, steps[step].key);
  guint found;

  if (key == NULL || above == *table)
    return FALSE;
  if (judgement->indexes == NULL)
    judgement->indexes = g_new0 (CasenessRowIndex *, G_N_ELEMENTS (steps));
  if (judgement->indexes[step] == NULL)
    judgement->indexes[step]
      = caseness_row_index_new (owners, (guint) caseness_spec_find_field (owners->spec, steps[step].key), FALSE);
  found = caseness_row_index_find (judgement->indexes[step], key);
  if (found == CASENESS_NO_ROW)
    return FALSE;
  *table = above;
  *row = found;
  return TRUE;
}

void
caseness_judgement_name_owner (CasenessJudgement *judgement, CasenessFinding *finding, guint table, guint row)
{
  const CasenessSubmissionTable *rows = caseness_judgement_get_table (judgement, table);

  finding->patient = g_strdup (get_cell (rows, row, "LocalPatientId"));
  for (guint step = 0; step < G_N_ELEMENTS (steps); step++)
    if (get_cell (caseness_judgement_get_table (judgement, table), row, "ServiceRequestId") == NULL)
      climb (judgement, step, &table, &row);
  finding->referral
    = g_strdup (get_cell (caseness_judgement_get_table (judgement, table), row, "ServiceRequestId"));
}

void
caseness_judgement_clear_owners (CasenessJudgement *judgement)
{
  for (guint step = 0; judgement->indexes != NULL && step < G_N_ELEMENTS (steps); step++)
    g_clear_pointer (&judgement->indexes[step], caseness_row_index_free);
  g_clear_pointer (&judgement->indexes, g_free);
}
