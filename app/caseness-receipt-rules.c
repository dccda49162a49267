/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-receipt-rules.h"

#include "caseness-rules.h"

#include <glib/gi18n-lib.h>

void
caseness_receipt_rule_free (CasenessReceiptRule *rule)
{
  if (rule == NULL)
    return;
  g_free (rule->words);
  g_free (rule);
}

/* Rule, table and field of findings are interned, or belong to tables that stay. */
static guint
hash_finding (gconstpointer key)
{
  const CasenessFinding *finding = key;

  return g_str_hash (finding->rule) * 31 + g_str_hash (finding->table) * 7 + g_str_hash (finding->field);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const CasenessFinding *x = a, *y = b;

  return g_str_equal (x->rule, y->rule) && g_str_equal (x->table, y->table) && g_str_equal (x->field, y->field);
}

static CasenessReceiptRule *
rule_new (const CasenessFinding *finding)
{
  const CasenessRule *known = caseness_rules_find (finding->rule);
  CasenessReceiptRule *rule = g_new0 (CasenessReceiptRule, 1);

  rule->first = finding;
  rule->words = known != NULL ? caseness_rule_describe (known, NULL) : g_strdup (finding->message);
  rule->is_consequence = known != NULL && caseness_rule_is_consequence (known);
  return rule;
}

static int
get_rank (const CasenessReceiptRule *rule)
{
  return (int) rule->first->level * 2 + (rule->is_consequence ? 1 : 0);
}

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const CasenessReceiptRule *x = *(CasenessReceiptRule *const *) a, *y = *(CasenessReceiptRule *const *) b;
  int difference = get_rank (x) - get_rank (y);

  if (difference != 0)
    return difference;
  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return g_strcmp0 (x->first->rule, y->first->rule);
}

GPtrArray *
caseness_receipt_rules_list (GPtrArray *findings)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_receipt_rule_free);
  g_autoptr(GHashTable) known = g_hash_table_new (hash_finding, is_same);

  g_return_val_if_fail (findings != NULL, rules);

  for (guint i = 0; i < findings->len; i++)
    {
      CasenessFinding *finding = g_ptr_array_index (findings, i);
      CasenessReceiptRule *rule = g_hash_table_lookup (known, finding);

      if (rule == NULL)
        {
          rule = rule_new (finding);
          g_hash_table_insert (known, finding, rule);
          g_ptr_array_add (rules, rule);
        }
      rule->n++;
    }
  g_ptr_array_sort (rules, compare_rules);
  return rules;
}

const char *
caseness_receipt_rule_get_outcome (const CasenessReceiptRule *rule)
{
  static const char *const words[] = {
    [CASENESS_FINDING_FILE] = N_("Nationally refused"),
    [CASENESS_FINDING_RECORD] = N_("Row set aside"),
    [CASENESS_FINDING_WARNING] = N_("Row kept"),
  };

  g_return_val_if_fail (rule != NULL, "");

  return rule->is_consequence ? _("Set aside with another row") : gettext (words[rule->first->level]);
}
