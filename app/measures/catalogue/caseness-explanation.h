/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-benchmark.h"
#include "caseness-doubt.h"
#include "caseness-figure-people.h"
#include "caseness-interval.h"
#include "caseness-standard.h"

G_BEGIN_DECLS

/** CasenessIntervalMethod: how far a figure may be off by chance is worked out so. */
typedef enum
{
  CASENESS_INTERVAL_NONE,    /* nothing fits: medians, longest and shortest, sums, ratios of sums */
  CASENESS_INTERVAL_WILSON,  /* of a share */
  CASENESS_INTERVAL_POISSON, /* of a count: exact below CASENESS_FEWEST_FOR_BYAR, else Byar's */
  CASENESS_INTERVAL_STUDENT, /* of a mean */
} CasenessIntervalMethod;

/** CasenessVerdict: how a figure stands to the standard in force on its period's last day. */
typedef enum
{
  CASENESS_VERDICT_NONE,     /* there is no standard, or no figure */
  CASENESS_VERDICT_MET,
  CASENESS_VERDICT_NOT_MET,
  CASENESS_N_VERDICTS
} CasenessVerdict;

/** CasenessExplanationPart: a measure that stands in the numerator or the denominator, and how large it is here. */
typedef struct
{
  const CasenessMeasure *measure;
  int sign;
  double value;
} CasenessExplanationPart;

/**
 * CasenessExplanation:
 *
 * All that can be said of one figure. Immutable and reference-counted; made in a thread.
 */
typedef struct
{
  CasenessFigureAddress *address;
  CasenessFigure figure;
  GArray *numerator;             /* CasenessExplanationPart; of a measure counted from rows, itself */
  GArray *denominator;           /* CasenessExplanationPart, maybe none */
  CasenessInterval interval;     /* 95%, in the unit of the measure */
  CasenessIntervalMethod method;
  const CasenessStandard *standard; /* (nullable) */
  CasenessVerdict verdict;
  GArray *benchmarks;            /* CasenessBenchmark: what was published to hold it against, as far as there is any: of
                                  * ourselves for the very period, of our ICB and of England */
  gboolean is_beyond_doubt;      /* the interval lies wholly on the verdict's side of the standard */
  CasenessFigurePeople *people;
  GPtrArray *doubts;             /* const CasenessDoubt *: those that touch the measure and can be turned */
} CasenessExplanation;

/**
 * caseness_explanation_new:
 * @address: where a figure stands
 * @snapshot: a snapshot
 * @error: return location: a group that there is not
 *
 * Returns: (transfer full) (nullable): the explanation, or NULL with @error set.
 */
CasenessExplanation *caseness_explanation_new (CasenessFigureAddress *address, CasenessSnapshot *snapshot,
                                               GError **error);

/** caseness_explanation_ref: Returns: (transfer full): @explanation with one more reference. */
CasenessExplanation *caseness_explanation_ref (CasenessExplanation *explanation);

/** caseness_explanation_unref: drops a reference. */
void caseness_explanation_unref (CasenessExplanation *explanation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessExplanation, caseness_explanation_unref)

/**
 * caseness_explanation_find_interval:
 * @measure: a measure
 * @figure: a figure of it
 * @method: (out): which fits
 *
 * Returns: the 95% interval that the figure alone allows, in the unit of @measure; NAN throughout where none does, and
 *   for a mean, which needs the values it is made of.
 */
CasenessInterval caseness_explanation_find_interval (const CasenessMeasure *measure, const CasenessFigure *figure,
                                                     CasenessIntervalMethod *method);

/**
 * caseness_explanation_moves:
 * @measure: a measure
 * @figure: a figure of it by the rules as decided
 * @other: the same under another setting
 *
 * Returns: whether the two differ as they are printed.
 */
gboolean caseness_explanation_moves (const CasenessMeasure *measure, const CasenessFigure *figure,
                                     const CasenessFigure *other);

G_END_DECLS
