/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the judgement share; everybody else asks caseness_judge(). */

#include "caseness-judgement.h"
#include "caseness-row-index.h"
#include "caseness-rule-tests.h"
#include "caseness-rules.h"

G_BEGIN_DECLS

/* A finding and its place: rules count from 1 in the order of their table, what the reader found comes before them. */
typedef struct
{
  CasenessFinding *finding;
  guint table;
  guint order;
} CasenessPlacedFinding;

/* An orphan rule with, for each row of its table, the row that owns it. */
typedef struct
{
  const CasenessRule *rule;
  guint *owner;
} CasenessRowLink;

typedef struct
{
  CasenessSubmission *submission;
  CasenessRuleContext context;
  const CasenessRule *rules;
  guint n_rules;
  GPtrArray **rules_of; /* one a table: the rules that apply to it, in order */
  guint8 **is_out;      /* one a table, one a row: takes no part in what rows are among each other */
  guint8 *is_key_unique; /* one a table: no two rows that take part have the same key */
  GArray *placed;       /* of CasenessPlacedFinding */
  GArray *links;        /* of CasenessRowLink */
  CasenessRowIndex **indexes; /* one a step of caseness_judgement_name_owner(): made when first asked */
} CasenessJudgement;

/** caseness_judgement_get_table: Returns: (transfer none): the table of that index. */
CasenessSubmissionTable *caseness_judgement_get_table (const CasenessJudgement *judgement, guint table);

/** caseness_judgement_place: takes @finding (transfer full) and remembers where it belongs. */
void caseness_judgement_place (CasenessJudgement *judgement, guint table, guint order, CasenessFinding *finding);

/** caseness_judgement_find: notes that row @row breaks @rule, and rejects the row where that is the effect. */
void caseness_judgement_find (CasenessJudgement *judgement, const CasenessRule *rule, guint row);

/**
 * caseness_judgement_name_owner:
 *
 * Says in @finding whose row it is about. A row that names no referral is asked for the one of the contact that it
 * hangs from, and an activity's row for that of its activity.
 */
void caseness_judgement_name_owner (CasenessJudgement *judgement, CasenessFinding *finding, guint table, guint row);

/** caseness_judgement_clear_owners: frees what the naming of owners needed. */
void caseness_judgement_clear_owners (CasenessJudgement *judgement);

/** caseness_judgement_applies: whether @rule is asked of a table of this submission's version. */
gboolean caseness_judgement_applies (const CasenessJudgement *judgement, const CasenessRule *rule);

/**
 * caseness_judge_groups:
 *
 * Judges rows among each other: keys, open rows, attended moments and referrals closed before the period, among the
 * rows that broke no rule of their own, with rows equal in every field counted once (rulings 11, 89 and 90).
 */
void caseness_judge_groups (CasenessJudgement *judgement);

/**
 * caseness_judge_owners:
 *
 * Drops rows whose owner is not kept, and people without a kept registration or referral, until nothing changes
 * (rulings 10).
 */
void caseness_judge_owners (CasenessJudgement *judgement);

G_END_DECLS
