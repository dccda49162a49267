/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-table.h"
#include "caseness-recovery-study.h"
#include "caseness-review-record.h"

G_BEGIN_DECLS

/* What the tables of the recovery page hold. Ids of rows are the groups' places in the comparison, or those of people in
 * the review. */

/** caseness_recovery_tables_groups: shows all there is to say of every group. */
void caseness_recovery_tables_groups (CasenessDataTable *table, const CasenessRecoveryStudy *study,
                                      const char *const *labels);

/** caseness_recovery_tables_outside: shows the groups outside their limits. Returns: how many. */
guint caseness_recovery_tables_outside (CasenessDataTable *table, const CasenessRecoveryStudy *study,
                                        const char *const *labels, CasenessRecoveryBasis basis, gboolean is_widened);

/** CasenessReviewList: a review list and what of it may be told. All of it is borrowed. */
typedef struct
{
  const CasenessReview *review;
  const CasenessGrouping *problems; /* of the review's snapshot */
  gboolean hides_ids;               /* codes stand for references */
  gboolean hides_staff;             /* there is no column of clinicians */
} CasenessReviewList;

/** caseness_recovery_tables_people: shows those of a review list at @places (element-type guint). */
void caseness_recovery_tables_people (CasenessDataTable *table, const CasenessReviewList *list, const GArray *places,
                                      CasenessJournal *journal);

/** caseness_recovery_tables_tally: shows agreed themes by team. Returns: of how many people something is agreed or noted. */
guint caseness_recovery_tables_tally (CasenessDataTable *table, const CasenessReview *review, CasenessJournal *journal);

/** caseness_recovery_tables_dup_person: Returns: (transfer full): what somebody on a review list is called. */
char *caseness_recovery_tables_dup_person (const CasenessReview *review, guint position, gboolean hides_ids);

G_END_DECLS
