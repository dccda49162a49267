/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-row-index.h"
#include "caseness-rules.h"
#include "caseness-submission.h"

G_BEGIN_DECLS

/**
 * CasenessRuleContext:
 *
 * What a rule may look at besides its row: the header's facts and the person and referral the row hangs from.
 */
typedef struct
{
  const CasenessSubmission *submission;
  gboolean is_2_0;
  guint people_table;          /* index of IDS001MPI */
  guint referrals_table;       /* index of IDS101Referral */
  CasenessRowIndex *people;    /* (nullable): by LocalPatientId, rejected rows too */
  CasenessRowIndex *referrals; /* (nullable): by ServiceRequestId, rejected rows too */
  int *person_column;          /* one a table: LocalPatientId, or -1 */
  int *referral_column;        /* one a table: ServiceRequestId, or -1 */
} CasenessRuleContext;

/** caseness_rule_context_init: fills @context for @submission, with the indexes of the tables that are read. */
void caseness_rule_context_init (CasenessRuleContext *context, const CasenessSubmission *submission);

/** caseness_rule_context_clear: frees what @context holds. */
void caseness_rule_context_clear (CasenessRuleContext *context);

/** caseness_rule_is_of_one_row: whether caseness_rule_is_broken() can answer for @test. */
gboolean caseness_rule_is_of_one_row (CasenessRuleTest test);

/**
 * caseness_rule_is_of_one_field: whether @test asks of a row nothing but the rule's own field, so that rows of one
 * submission in which that is the same keep or break the rule together.
 */
gboolean caseness_rule_is_of_one_field (CasenessRuleTest test);

/**
 * caseness_rule_is_broken:
 * @rule: a rule for which caseness_rule_is_of_one_row()
 * @context: what else it may look at
 * @cells: the row
 *
 * Returns: whether the row breaks the rule.
 */
gboolean caseness_rule_is_broken (const CasenessRule *rule, const CasenessRuleContext *context,
                                  const char *const *cells);

G_END_DECLS
