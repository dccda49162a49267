/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-interval.h"

G_BEGIN_DECLS

/*
 * Intervals of counts, means and differences (methods, sections 2 and 3). @confidence is such as 0.95, both tails taken
 * together. A limit that is not defined is NaN.
 */

/** CASENESS_FEWEST_FOR_BYAR: from this count on Byar's limits are as good as exact ones and are used. */
#define CASENESS_FEWEST_FOR_BYAR 10

/** caseness_interval_poisson_exact: Returns: @count and its exact limits. */
CasenessInterval caseness_interval_poisson_exact (double count, double confidence);

/** caseness_interval_byar: Returns: @count and Byar's limits; a limit below 0 is not defined. */
CasenessInterval caseness_interval_byar (double count, double confidence);

/** caseness_interval_poisson: Returns: @count and its limits: exact below CASENESS_FEWEST_FOR_BYAR, else Byar's. */
CasenessInterval caseness_interval_poisson (double count, double confidence);

/** caseness_interval_divide: Returns: all three divided by @divisor; NaN throughout when that is not above 0. */
CasenessInterval caseness_interval_divide (CasenessInterval interval, double divisor);

/**
 * caseness_interval_mean:
 * @values: (array length=n): values
 * @n: how many
 * @confidence: such as 0.95
 * @deviation: (out) (optional): their standard deviation, with n - 1
 *
 * Returns: the mean and its limits by Student's t; one value has no limits.
 */
CasenessInterval caseness_interval_mean (const double *values, guint n, double confidence, double *deviation);

/**
 * caseness_interval_difference:
 * @x1: how many of the first group
 * @n1: its size
 * @x2: how many of the second group, which shares nobody with the first
 * @n2: its size
 * @confidence: such as 0.95
 *
 * Returns: the first share less the second, with Newcombe's limits.
 */
CasenessInterval caseness_interval_difference (double x1, double n1, double x2, double n2, double confidence);

/** caseness_interval_rate_ratio: Returns: @events1 per @n1 over @events2 per @n2, with large-sample limits. */
CasenessInterval caseness_interval_rate_ratio (double events1, double n1, double events2, double n2,
                                               double confidence);

/**
 * caseness_interval_rate_ratio_exact:
 *
 * As caseness_interval_rate_ratio(), with the exact conditional limits, which small counts need. Infinite when the
 * second group has no events.
 */
CasenessInterval caseness_interval_rate_ratio_exact (double events1, double n1, double events2, double n2,
                                                     double confidence);

G_END_DECLS
