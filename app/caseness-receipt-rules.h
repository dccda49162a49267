/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-finding.h"

G_BEGIN_DECLS

/** CasenessReceiptRule: a rule that an import broke, however often. */
typedef struct
{
  const CasenessFinding *first; /* (unowned): the first time, whose words are those of the rule but for the value */
  char *words;                  /* what is wrong and how to put it right */
  guint n;
  gboolean is_consequence;      /* the rows fell because another did */
} CasenessReceiptRule;

/** caseness_receipt_rule_free: frees one. */
void caseness_receipt_rule_free (CasenessReceiptRule *rule);

/**
 * caseness_receipt_rules_list:
 * @findings: (element-type CasenessFinding): of one import; they must live as long as the list
 *
 * What to read first comes first: what the national system refuses a file for, then what sets rows aside, then what only
 * follows from that, then warnings; within each what happened most often.
 *
 * Returns: (transfer full) (element-type CasenessReceiptRule): each rule once for each table and field.
 */
GPtrArray *caseness_receipt_rules_list (GPtrArray *findings);

/** caseness_receipt_rule_get_outcome: Returns: (transfer none): what became of the rows, in the user's language. */
const char *caseness_receipt_rule_get_outcome (const CasenessReceiptRule *rule);

G_END_DECLS
