/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-judgement-private.h"

#include "caseness-row-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Many tables hang from the same one, which is then gone through once. */
static const CasenessRowIndex *
find_index (const CasenessJudgement *judgement, const CasenessRule *rule, GHashTable *indexes)
{
  const CasenessSubmissionTable *owners = caseness_judgement_get_table (judgement, (guint) rule->other_table);
  gpointer key = (gpointer) &owners->spec->fields[rule->other_column];
  CasenessRowIndex *index = g_hash_table_lookup (indexes, key);

  if (index == NULL)
    {
      index = caseness_row_index_new (owners, (guint) rule->other_column, TRUE);
      g_hash_table_insert (indexes, key, index);
    }
  return index;
}

/* Neighbouring rows often hang from the same one, and then share its text. */
static void
link_rows (CasenessJudgement *judgement, const CasenessRule *rule, const CasenessRowIndex *index)
{
  const CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, (guint) rule->table);
  CasenessRowLink link = { rule, g_new (guint, MAX (table->n_rows, 1)) };
  const char *above = NULL;

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char *key = caseness_row_get_cells (table, row)[rule->column];

      link.owner[row] = row > 0 && key == above ? link.owner[row - 1] : caseness_row_index_find (index, key);
      above = key;
    }
  g_array_append_val (judgement->links, link);
}

static void
link_all_rows (CasenessJudgement *judgement)
{
  g_autoptr(GHashTable) indexes
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) caseness_row_index_free);

  for (guint table = 0; table < judgement->submission->n_tables; table++)
    for (guint i = 0; i < judgement->rules_of[table]->len; i++)
      {
        const CasenessRule *rule = g_ptr_array_index (judgement->rules_of[table], i);

        if (rule->test == CASENESS_RULE_ORPHAN)
          link_rows (judgement, rule, find_index (judgement, rule, indexes));
      }
}

static const CasenessRowLink *
find_link (const CasenessJudgement *judgement, guint table, guint owners)
{
  for (guint i = 0; i < judgement->links->len; i++)
    {
      const CasenessRowLink *link = &g_array_index (judgement->links, CasenessRowLink, i);

      if (link->rule->table == (int) table && link->rule->other_table == (int) owners)
        return link;
    }
  return NULL;
}

static gboolean
drop_orphans (CasenessJudgement *judgement, const CasenessRowLink *link)
{
  CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, (guint) link->rule->table);
  const CasenessSubmissionTable *owners = caseness_judgement_get_table (judgement, (guint) link->rule->other_table);
  gboolean has_changed = FALSE;

  for (guint row = 0; row < table->n_rows; row++)
    {
      guint owner = link->owner[row];

      if (table->is_rejected[row] || (owner != CASENESS_NO_ROW && !owners->is_rejected[owner]))
        continue;
      caseness_judgement_find (judgement, link->rule, row);
      has_changed = TRUE;
    }
  return has_changed;
}

/* Returns (transfer full): one a row of @owners: whether a kept row of @table hangs from it. */
static guint8 *
mark_owners (const CasenessJudgement *judgement, guint table, guint owners)
{
  const CasenessSubmissionTable *rows = caseness_judgement_get_table (judgement, table);
  const CasenessRowLink *link = find_link (judgement, table, owners);
  guint8 *is_owner = g_new0 (guint8, caseness_judgement_get_table (judgement, owners)->n_rows + 1);

  for (guint row = 0; link != NULL && row < rows->n_rows; row++)
    if (!rows->is_rejected[row] && link->owner[row] != CASENESS_NO_ROW)
      is_owner[link->owner[row]] = TRUE;
  return is_owner;
}

static gboolean
drop_childless (CasenessJudgement *judgement, const CasenessRule *rule)
{
  CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, (guint) rule->table);
  g_autofree guint8 *is_owner = mark_owners (judgement, (guint) rule->other_table, (guint) rule->table);
  gboolean has_changed = FALSE;

  for (guint row = 0; row < table->n_rows; row++)
    {
      if (table->is_rejected[row] || is_owner[row])
        continue;
      caseness_judgement_find (judgement, rule, row);
      has_changed = TRUE;
    }
  return has_changed;
}

/* Spreadsheets drop the zeros at the start of a local id in one file and not in another. */

static const char *
skip_zeros (const char *id)
{
  const char *rest = id == NULL ? NULL : id + strspn (id, "0");

  return rest != NULL && g_ascii_isdigit (*rest) ? rest : NULL;
}

/* Returns (transfer full) (element-type utf8 utf8): the ids of @table, by what is left without zeros. */
static GHashTable *
index_without_zeros (const CasenessSubmissionTable *table, int column)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char *id = caseness_row_get_cells (table, row)[column];

      if (skip_zeros (id) != NULL)
        g_hash_table_insert (ids, (gpointer) skip_zeros (id), (gpointer) id);
    }
  return ids;
}

static guint
find_row_without_zeros (const CasenessSubmissionTable *table, const CasenessRowLink *link, GHashTable *ids)
{
  for (guint row = 0; row < table->n_rows; row++)
    {
      const char *id = caseness_row_get_cells (table, row)[link->rule->column];
      const char *other = link->owner[row] != CASENESS_NO_ROW || skip_zeros (id) == NULL
                            ? NULL
                            : g_hash_table_lookup (ids, skip_zeros (id));

      if (other != NULL && !g_str_equal (id, other))
        return row;
    }
  return CASENESS_NO_ROW;
}

static void
report_lost_zeros (CasenessJudgement *judgement, const CasenessRowLink *link)
{
  CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, (guint) link->rule->table);
  const CasenessSubmissionTable *owners = caseness_judgement_get_table (judgement, (guint) link->rule->other_table);
  g_autoptr(GHashTable) ids = index_without_zeros (owners, link->rule->other_column);
  guint row = find_row_without_zeros (table, link, ids);
  const char *field;
  char *message;

  if (row == CASENESS_NO_ROW)
    return;
  field = table->spec->fields[link->rule->column].name;
  /* Translators: the name of a field, twice, then of a table. */
  message = g_strdup_printf (_("%s is here with more or fewer zeros at its start than %s in %s: a spreadsheet may have "
                               "dropped them. Export both files straight from the clinical system."),
                             field, field, owners->spec->name);
  caseness_judgement_place (judgement, (guint) link->rule->table, 0,
                            caseness_finding_new ("CASENESS-SPREADSHEET", CASENESS_FINDING_WARNING, table->spec->name,
                                                  table->file, caseness_submission_table_get_line (table, row), field,
                                                  NULL, message));
}

void
caseness_judge_owners (CasenessJudgement *judgement)
{
  gboolean has_changed;

  link_all_rows (judgement);
  do
    {
      has_changed = FALSE;
      for (guint i = 0; i < judgement->links->len; i++)
        has_changed = drop_orphans (judgement, &g_array_index (judgement->links, CasenessRowLink, i)) || has_changed;
      for (guint i = 0; i < judgement->n_rules; i++)
        if (judgement->rules[i].test == CASENESS_RULE_CHILDLESS
            && caseness_judgement_applies (judgement, &judgement->rules[i]))
          has_changed = drop_childless (judgement, &judgement->rules[i]) || has_changed;
    }
  while (has_changed);
  for (guint i = 0; i < judgement->links->len; i++)
    report_lost_zeros (judgement, &g_array_index (judgement->links, CasenessRowLink, i));
}
