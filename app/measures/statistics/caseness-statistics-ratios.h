/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-statistics-intervals.h"

G_BEGIN_DECLS

/*
 * Standardisation: what to expect of a group given whom it sees (methods, sections 4, 5 and 12).
 */

/** CASENESS_FEWEST_EXPECTED: with fewer expected than this a ratio says nothing and is not shown. */
#define CASENESS_FEWEST_EXPECTED 5

/** CasenessStratum: one kind of case: how many the group has, and how the reference does with that kind. */
typedef struct
{
  double n;
  double reference_events;
  double reference_n;
} CasenessStratum;

/** CasenessExpected: what the reference would have had with the group's cases. */
typedef struct
{
  double n;        /* cases in all */
  double expected; /* NaN when a kind of case is not in the reference */
  double variance; /* of a yes or no outcome */
} CasenessExpected;

/** caseness_expect: Returns: what to expect of @n_strata kinds of cases. */
CasenessExpected caseness_expect (const CasenessStratum *strata, guint n_strata);

/** caseness_standardised_ratio: Returns: observed over expected with limits; NaN when nothing is expected. */
CasenessInterval caseness_standardised_ratio (double observed, double expected, double confidence);

/**
 * caseness_direct_rate:
 * @events: (array length=n_strata): events by stratum
 * @sizes: (array length=n_strata): people by stratum
 * @weights: (array length=n_strata): the standard population
 * @n_strata: how many
 * @confidence: such as 0.95
 *
 * Returns: the directly standardised rate per person with Dobson's limits; not defined below ten events.
 */
CasenessInterval caseness_direct_rate (const double *events, const double *sizes, const double *weights,
                                       guint n_strata, double confidence);

G_END_DECLS
