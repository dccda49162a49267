/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-judgement-private.h"

#include "caseness-closed-referrals.h"
#include "caseness-row-index.h"

#include <glib/gi18n-lib.h>

/* Whether the table may not hold a key twice; in internet logs that only raises a warning, and each row counts
 * (rulings 34). */
static const CasenessRule *
find_key (const CasenessJudgement *judgement, guint table)
{
  for (guint i = 0; i < judgement->rules_of[table]->len; i++)
    {
      const CasenessRule *rule = g_ptr_array_index (judgement->rules_of[table], i);

      if (rule->test == CASENESS_RULE_DUPLICATE_KEY && rule->effect == CASENESS_RULE_REJECT)
        return rule;
    }
  return NULL;
}

static gboolean
has_repeated_key (const CasenessJudgement *judgement, guint index, const CasenessRule *key)
{
  const CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, index);
  g_autoptr(CasenessRowGroups) groups
    = caseness_row_groups_new (table, key->columns, key->n_columns, TRUE, judgement->is_out[index]);

  for (guint row = 0; row < table->n_rows; row++)
    if (groups->next[row] != CASENESS_NO_ROW)
      return TRUE;
  return FALSE;
}

static void
report_repeated_row (CasenessJudgement *judgement, guint index, guint row, guint first_line)
{
  const CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, index);
  CasenessFinding *finding
    = caseness_finding_new ("CASENESS-ROW-REPEATED", CASENESS_FINDING_WARNING, table->spec->name, table->file,
                            caseness_submission_table_get_line (table, row), NULL, NULL,
                            g_strdup_printf (_("The row repeats line %u and counts once."), first_line));

  caseness_judgement_name_owner (judgement, finding, index, row);
  caseness_judgement_place (judgement, index, 0, finding);
}

/* Rows equal in every field are one row sent twice (rulings 11). */
static void
drop_repeated_rows (CasenessJudgement *judgement, guint index)
{
  CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, index);
  g_autofree guint *columns = g_new (guint, table->n_columns);
  g_autoptr(CasenessRowGroups) groups = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    columns[i] = i;
  groups = caseness_row_groups_new (table, columns, table->n_columns, TRUE, judgement->is_out[index]);
  for (guint row = 0; row < table->n_rows; row++)
    if (groups->first[row] != CASENESS_NO_ROW && groups->first[row] != row)
      {
        table->is_rejected[row] = judgement->is_out[index][row] = TRUE;
        report_repeated_row (judgement, index, row, caseness_submission_table_get_line (table, groups->first[row]));
      }
}

static void
find_duplicates (CasenessJudgement *judgement, const CasenessRule *rule)
{
  CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, (guint) rule->table);
  g_autoptr(CasenessRowGroups) groups = NULL;

  if (judgement->is_key_unique[rule->table] && rule == find_key (judgement, (guint) rule->table))
    return;
  groups = caseness_row_groups_new (table, rule->columns, rule->n_columns, rule->is_flagged,
                                    judgement->is_out[rule->table]);
  for (guint row = 0; row < table->n_rows; row++)
    if (groups->first[row] != CASENESS_NO_ROW && groups->size[groups->first[row]] > 1)
      caseness_judgement_find (judgement, rule, row);
}

/* Of the rows whose first @n_columns fields of the rule are equal, finds those that @matches when there are several. */
static void
find_several (CasenessJudgement *judgement, const CasenessRule *rule, guint n_columns, gboolean are_blanks_equal,
              gboolean (*matches) (const CasenessRule *rule, const char **cells))
{
  CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, (guint) rule->table);
  g_autoptr(CasenessRowGroups) groups
    = caseness_row_groups_new (table, rule->columns, n_columns, are_blanks_equal, judgement->is_out[rule->table]);

  for (guint first = 0; first < table->n_rows; first++)
    {
      guint n = 0;

      if (groups->first[first] != first || groups->size[first] < 2)
        continue;
      for (guint row = first; row != CASENESS_NO_ROW; row = groups->next[row])
        n += matches (rule, caseness_row_get_cells (table, row)) ? 1 : 0;
      for (guint row = first; n > 1 && row != CASENESS_NO_ROW; row = groups->next[row])
        if (matches (rule, caseness_row_get_cells (table, row)))
          caseness_judgement_find (judgement, rule, row);
    }
}

static gboolean
is_open (const CasenessRule *rule, const char **cells)
{
  return cells[rule->other_column] == NULL;
}

static gboolean
has_value (const CasenessRule *rule, const char **cells)
{
  return cells[rule->other_column] != NULL
         && g_strv_contains ((const char *const *) rule->values, cells[rule->other_column]);
}

static void
find_closed_referrals (CasenessJudgement *judgement, const CasenessRule *rule)
{
  CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, (guint) rule->table);
  g_autofree guint8 *is_stale
    = caseness_closed_referrals_find (judgement->submission, (guint) rule->table, (guint) rule->column,
                                      (const guint8 *const *) judgement->is_out);

  for (guint row = 0; row < table->n_rows; row++)
    if (is_stale[row])
      caseness_judgement_find (judgement, rule, row);
}

static void
judge_group_rule (CasenessJudgement *judgement, const CasenessRule *rule)
{
  if (rule->test == CASENESS_RULE_DUPLICATE_KEY)
    find_duplicates (judgement, rule);
  else if (rule->test == CASENESS_RULE_SEVERAL_OPEN)
    find_several (judgement, rule, 1, FALSE, is_open);
  else if (rule->test == CASENESS_RULE_SAME_MOMENT)
    find_several (judgement, rule, rule->n_columns - 1, TRUE, has_value);
  else if (rule->test == CASENESS_RULE_CLOSED_BEFORE_PERIOD)
    find_closed_referrals (judgement, rule);
}

void
caseness_judge_groups (CasenessJudgement *judgement)
{
  guint n_tables = judgement->submission->n_tables;

  for (guint table = 0; table < n_tables; table++)
    {
      CasenessSubmissionTable *rows = caseness_judgement_get_table (judgement, table);
      const CasenessRule *key = find_key (judgement, table);

      judgement->is_out[table] = g_memdup2 (rows->is_rejected, rows->n_rows);
      if (rows->n_rows == 0 || key == NULL)
        continue;
      judgement->is_key_unique[table] = !has_repeated_key (judgement, table, key);
      if (!judgement->is_key_unique[table]) /* rows equal in every field have equal keys, quicker to compare */
        drop_repeated_rows (judgement, table);
    }
  for (guint table = 0; table < n_tables; table++)
    for (guint i = 0; i < judgement->rules_of[table]->len; i++)
      judge_group_rule (judgement, g_ptr_array_index (judgement->rules_of[table], i));
}
