/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"

#include "caseness-csv-writer.h"
#include "caseness-submission.h"

G_BEGIN_DECLS

/**
 * CasenessDifferenceReason: why a pathway differs from what an extract says of it.
 * @CASENESS_DIFFERENCE_LATE: it was dated in the month, but first sent after it, or the month was sent again since
 * @CASENESS_DIFFERENCE_REJECTED: a record counts on one side and was rejected on the other
 * @CASENESS_DIFFERENCE_BROKEN: nationally the pathway begins anew: its person or its referral goes by another id
 * @CASENESS_DIFFERENCE_RULE: ours is the same as soon as a rule in doubt is decided the other way
 * @CASENESS_DIFFERENCE_UNKNOWN: none of these
 */
typedef enum
{
  CASENESS_DIFFERENCE_LATE,
  CASENESS_DIFFERENCE_REJECTED,
  CASENESS_DIFFERENCE_BROKEN,
  CASENESS_DIFFERENCE_RULE,
  CASENESS_DIFFERENCE_UNKNOWN,
  CASENESS_N_DIFFERENCE_REASONS,
} CasenessDifferenceReason;

/** CasenessDifference: one field of one pathway that differs. All texts are owned. */
typedef struct
{
  char *service_request_id;
  char *local_patient_id;
  guint32 pathway; /* of the snapshot of all that is known now, CASENESS_NO_ROW when it has none such */
  char *field;     /* as in the extract; ServiceRequestId where only one side has the pathway */
  char *local;
  char *national;
  CasenessDifferenceReason reason;
  char *detail;    /* a few words, in the user's language; of a rule the switch as `name=value` */
} CasenessDifference;

/** CasenessDifferences: an extract compared. */
typedef struct
{
  char *provider;
  CasenessPeriod period;
  guint n_compared;  /* pathways of the extract that are held here */
  guint n_differing; /* pathways of either side that differ in something */
  guint n_pathways[CASENESS_N_DIFFERENCE_REASONS]; /* by the first reason that each of them has */
  GPtrArray *rows;   /* (element-type CasenessDifference): by pathway in the order of the extract, then by field */
} CasenessDifferences;

/**
 * caseness_compare_extract:
 * @store: the service file
 * @extract: a month as it came back from the national system, not necessarily imported
 * @cancellable: (nullable)
 * @error: return location: no month of that provider is held; the store cannot be read; cancelled
 *
 * Holds every pathway of an extract against ours as submitted up to its month, field by field, and says why they
 * differ. Reasons are tried in the order broken pathway, late entry, rejected record, rule; pathways are derived again
 * under each rule in doubt only while something is unexplained.
 *
 * Returns: (transfer full) (nullable): the differences, or NULL with @error set.
 */
CasenessDifferences *caseness_compare_extract (CasenessStore *store, const CasenessSubmission *extract,
                                               GCancellable *cancellable, GError **error);

/** caseness_differences_free: frees the differences. */
void caseness_differences_free (CasenessDifferences *differences);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessDifferences, caseness_differences_free)

/** caseness_difference_reason_get_word: Returns: (transfer none): the words in files, never translated. */
const char *caseness_difference_reason_get_word (CasenessDifferenceReason reason);

/** caseness_difference_reason_get_title: Returns: (transfer none): the words on pages, in the user's language. */
const char *caseness_difference_reason_get_title (CasenessDifferenceReason reason);

/** caseness_difference_reason_get_meaning: Returns: (transfer none): what it means and what to do, likewise. */
const char *caseness_difference_reason_get_meaning (CasenessDifferenceReason reason);

/**
 * caseness_differences_write_csv: writes `OrgID_Provider,ServiceRequestId,LocalPatientId,field,local,national,reason,
 * detail,period_start,period_end` and a row a pathway and field.
 */
void caseness_differences_write_csv (CasenessCsvWriter *writer, const CasenessDifferences *differences);

G_END_DECLS
