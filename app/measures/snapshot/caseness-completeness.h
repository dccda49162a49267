/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-period.h"
#include "caseness-snapshot.h"

G_BEGIN_DECLS

/** CasenessCohort: whose records an item is asked of; the day that puts a pathway into a period. */
typedef enum
{
  CASENESS_COHORT_RECEIVED, /* referral received */
  CASENESS_COHORT_TREATED,  /* first treatment */
  CASENESS_COHORT_ENDED,    /* discharged */
  CASENESS_COHORT_FINISHED, /* discharged after a course of treatment */
  CASENESS_N_COHORTS
} CasenessCohort;

/** CasenessCompletenessItem: a row of `resources/reference/completeness.csv`: something that should be recorded. */
typedef struct
{
  const char *id;
  const char *name;     /* untranslated; marked for gettext in the table */
  const char *meaning;  /* what counts as recorded */
  CasenessCohort cohort;
  double standard;      /* a share, NaN where none is set */
} CasenessCompletenessItem;

/**
 * caseness_completeness_get_items:
 * @n_items: (out): how many
 *
 * Returns: (transfer none) (array length=n_items): the items, in the order of the table.
 */
const CasenessCompletenessItem *caseness_completeness_get_items (guint *n_items);

/** caseness_cohort_get_words: Returns: (transfer none): whose records those are, in the user's language. */
const char *caseness_cohort_get_words (CasenessCohort cohort);

/**
 * caseness_cohort_get_day:
 *
 * Returns: the day that puts pathway @index into @cohort, CASENESS_DATE_NONE when it does not belong there.
 */
CasenessDate caseness_cohort_get_day (CasenessCohort cohort, const CasenessSnapshot *snapshot, guint index);

/**
 * caseness_completeness_read_person:
 * @records: the rows
 * @referral: one of them
 *
 * Returns: bits of what is known of the person, kept as CASENESS_PATHWAY_RECORDED.
 */
guint32 caseness_completeness_read_person (const CasenessRecords *records, const CasenessReferralRow *referral);

/** caseness_completeness_is_recorded: whether pathway @index has what item number @item asks. */
gboolean caseness_completeness_is_recorded (guint item, const CasenessSnapshot *snapshot, guint index);

G_END_DECLS
