/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-measure.h"
#include "caseness-snapshot.h"

#include "caseness-published.h"

G_BEGIN_DECLS

/** CasenessBenchmark: a published figure to hold one's own against. Its texts are borrowed of the snapshot. */
typedef struct
{
  double value;
  CasenessPeriod period;     /* what it is of */
  gboolean is_same_period;   /* whether that is the period asked for */
  const char *organisation;  /* the name as published */
  const char *source;        /* who published it, where */
} CasenessBenchmark;

/**
 * caseness_benchmark_find:
 * @snapshot: (nullable): the service, whose loaded publications are looked at first; NULL for what comes with the
 *   program alone
 * @measure: a measure
 * @level: whose figure: England's, that of the region, ICB or sub-ICB the service lies in, or the provider's own
 * @period: what ours is of
 * @benchmark: (out caller-allocates): the figure
 *
 * Finds the published figure that fits best: of the very period, else of the shortest published period that holds it,
 * else of the latest that ended before it, else of the first after it. A count is only comparable in its own period.
 * Of equals a loaded publication wins over what comes with the program, and the one loaded last over the others. A
 * suppressed figure is none.
 *
 * Returns: whether there is one; @benchmark is left alone when not.
 */
gboolean caseness_benchmark_find (const CasenessSnapshot *snapshot, const CasenessMeasure *measure,
                                  CasenessPublishedLevel level, const CasenessPeriod *period,
                                  CasenessBenchmark *benchmark);

/** CasenessBenchmarkLine: what was published for one organisation, to be drawn beside a figure over time. */
typedef struct
{
  CasenessPublishedLevel level;
  char *organisation; /* the name as published */
  guint n_values;
  double *values;     /* one a point, NAN where nothing was published */
} CasenessBenchmarkLine;

/**
 * caseness_benchmark_list_lines:
 * @snapshot: the service, whose loaded publications are looked at and nothing else
 * @measure: a measure
 * @periods: (array length=n_periods): the points
 * @n_periods: how many
 *
 * England, each ICB the service lies in and each of its providers, as they were published, providers first; each point has
 * the figure of its very period, else of the shortest published period that holds it. Counts are of another size for England and
 * an ICB, so that there only providers' own are told.
 *
 * Returns: (transfer full) (element-type CasenessBenchmarkLine): those with a value at some point.
 */
GPtrArray *caseness_benchmark_list_lines (const CasenessSnapshot *snapshot, const CasenessMeasure *measure,
                                          const CasenessPeriod *periods, guint n_periods);

/**
 * caseness_benchmark_describe:
 * @benchmark: a figure
 *
 * Returns: (transfer full): whose and of when, for a label, in the user's language: `England, Apr 2024–Mar 2025`.
 */
char *caseness_benchmark_describe (const CasenessBenchmark *benchmark);

G_END_DECLS
