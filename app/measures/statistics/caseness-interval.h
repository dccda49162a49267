/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CasenessInterval: a share and how far it may be off. NaN throughout when there is nothing to divide by. */
typedef struct
{
  double value;
  double lower;
  double upper;
} CasenessInterval;

/**
 * caseness_normal_quantile:
 * @p: between 0 and 1, both excluded
 *
 * Returns: the point of the standard normal distribution below which @p of it lies.
 */
double caseness_normal_quantile (double p);

/**
 * caseness_interval_wilson:
 * @x: how many
 * @n: of how many
 * @confidence: such as 0.95, both tails taken together
 *
 * The Wilson score interval of a proportion (methods, section 1). None of 30 is a share of 0 with an upper limit.
 *
 * Returns: the share and its limits, all from 0 to 1.
 */
CasenessInterval caseness_interval_wilson (double x, double n, double confidence);

G_END_DECLS
