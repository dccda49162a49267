/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-judgement-private.h"

#include "caseness-row-index.h"

static void
link_rows (CasenessJudgement *judgement, const CasenessRule *rule)
{
  const CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, (guint) rule->table);
  const CasenessSubmissionTable *owners = caseness_judgement_get_table (judgement, (guint) rule->other_table);
  g_autoptr(CasenessRowIndex) index = caseness_row_index_new (owners, (guint) rule->other_column, TRUE);
  CasenessRowLink link = { rule, g_new (guint, MAX (table->n_rows, 1)) };

  for (guint row = 0; row < table->n_rows; row++)
    link.owner[row] = caseness_row_index_find (index, caseness_row_get_cells (table, row)[rule->column]);
  g_array_append_val (judgement->links, link);
}

static void
link_all_rows (CasenessJudgement *judgement)
{
  for (guint table = 0; table < judgement->submission->n_tables; table++)
    for (guint i = 0; i < judgement->rules_of[table]->len; i++)
      {
        const CasenessRule *rule = g_ptr_array_index (judgement->rules_of[table], i);

        if (rule->test == CASENESS_RULE_ORPHAN)
          link_rows (judgement, rule);
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
}
