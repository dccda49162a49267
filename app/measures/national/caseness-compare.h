/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"

#include "caseness-csv-writer.h"
#include "caseness-published.h"

G_BEGIN_DECLS

/**
 * CasenessAgreement: what holding our figure against the published one comes to.
 * @CASENESS_AGREEMENT_SAME: rounded as the publication rounds, they print the same
 * @CASENESS_AGREEMENT_WITHIN_ROUNDING: they print differently, by no more than rounding to the last decimal can do
 * @CASENESS_AGREEMENT_DIFFERENT: they differ
 * @CASENESS_AGREEMENT_SUPPRESSED: the publication hides it, and it would hide ours: more cannot be told
 * @CASENESS_AGREEMENT_NOT_PUBLISHED: the publication has no such figure
 * @CASENESS_AGREEMENT_NOT_COMPUTED: we have no such figure: a measure that was retired or is not worked out here, or a
 *   breakdown that is none of ours
 */
typedef enum
{
  CASENESS_AGREEMENT_SAME,
  CASENESS_AGREEMENT_WITHIN_ROUNDING,
  CASENESS_AGREEMENT_DIFFERENT,
  CASENESS_AGREEMENT_SUPPRESSED,
  CASENESS_AGREEMENT_NOT_PUBLISHED,
  CASENESS_AGREEMENT_NOT_COMPUTED,
  CASENESS_N_AGREEMENTS,
} CasenessAgreement;

/** CasenessComparison: one published figure and ours. Texts that are not owned are borrowed of the list compared. */
typedef struct
{
  const CasenessPublishedFigure *published;
  const CasenessMeasure *measure; /* (nullable): NULL when it is none of ours */
  const char *variable;           /* our name of it where it is ours, else as published */
  char *group;                    /* (owned): likewise */
  CasenessFigure ours;            /* exact, NANs when not computed */
  char *local;                    /* (owned): ours as the publication would print it; empty when there is none */
  double difference;              /* @local less what was published; NAN when one of them is no number */
  double gap;                     /* exact ours less what was published; NAN likewise */
  CasenessAgreement verdict;
} CasenessComparison;

/** CasenessComparisons: a publication compared. */
typedef struct
{
  GPtrArray *rows;                     /* (element-type CasenessComparison): in the order of the publication */
  guint n_verdicts[CASENESS_N_AGREEMENTS];
  guint n_outside;                     /* figures of periods of which no submission is held, left out */
  gboolean is_partial;                 /* of some period not every month is held */
  CasenessPeriod period;               /* first to last day compared */
} CasenessComparisons;

/**
 * caseness_compare_published:
 * @snapshot: a snapshot
 * @list: published figures; those of the providers held are compared
 * @within: (nullable): only of periods that lie in it; NULL for all
 * @cancellable: (nullable)
 * @error: return location: cancelled
 *
 * Holds our figures against published ones by the publication's own rules: counts to the nearest 5 and none under 5,
 * percentages from unrounded counts to the decimals the file has and none whose numerator is under 5, means to one
 * decimal (publication-format.md, "Suppression and rounding" and "Reconciling").
 *
 * Returns: (transfer full) (nullable): the comparison, or NULL with @error set.
 */
CasenessComparisons *caseness_compare_published (CasenessSnapshot *snapshot, const CasenessPublishedList *list,
                                                 const CasenessPeriod *within, GCancellable *cancellable,
                                                 GError **error);

/** caseness_comparisons_have_periods: whether the rows are of more than one period. */
gboolean caseness_comparisons_have_periods (const CasenessComparisons *comparisons);

/** caseness_comparisons_free: frees the comparison. */
void caseness_comparisons_free (CasenessComparisons *comparisons);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessComparisons, caseness_comparisons_free)

/** caseness_agreement_get_word: Returns: (transfer none): the word in files: `same`, `different` …, never translated. */
const char *caseness_agreement_get_word (CasenessAgreement verdict);

/** caseness_agreement_get_words: Returns: (transfer none): the words on pages, in the user's language. */
const char *caseness_agreement_get_words (CasenessAgreement verdict);

/**
 * caseness_compare_print:
 * @figure: ours, exact
 * @measure: of which measure
 * @percent_decimals: 0 or 1, as the publication has them
 *
 * Returns: (transfer full): what the publication would print: `*` when it is too small to be told, empty when there is
 *   nothing.
 */
char *caseness_compare_print (const CasenessFigure *figure, const CasenessMeasure *measure, int percent_decimals);

/**
 * caseness_compare_judge:
 * @figure: ours, exact
 * @measure: of which measure
 * @text: what was published
 * @percent_decimals: 0 or 1, as the publication has them
 *
 * Returns: the verdict.
 */
CasenessAgreement caseness_compare_judge (const CasenessFigure *figure, const CasenessMeasure *measure, const char *text,
                                        int percent_decimals);

/**
 * caseness_compare_write_csv:
 * @writer: where to
 * @comparisons: a comparison
 * @suppresses: for people outside: our figures only as the publication would print them
 *
 * Writes `measure_id,group,local,national,difference,verdict,variable,local_exact,period_start,period_end,provider` and
 * a row a figure.
 */
void caseness_compare_write_csv (CasenessCsvWriter *writer, const CasenessComparisons *comparisons,
                                 gboolean suppresses);

G_END_DECLS
