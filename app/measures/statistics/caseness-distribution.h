/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The distributions that intervals stand on, from the GNU Scientific Library. What is not defined is NaN; nothing here
 * stops the program.
 */

/** caseness_gamma_quantile: Returns: the point below which @p of the gamma distribution of @shape and scale 1 lies. */
double caseness_gamma_quantile (double p, double shape);

/** caseness_beta_quantile: Returns: the point below which @p of the beta distribution of @a and @b lies. */
double caseness_beta_quantile (double p, double a, double b);

/** caseness_t_quantile: Returns: the point below which @p of Student's t with @freedom degrees of freedom lies. */
double caseness_t_quantile (double p, double freedom);

/** caseness_binomial_point: Returns: the chance of exactly @k successes in @n trials of chance @p. */
double caseness_binomial_point (guint k, guint n, double p);

/** caseness_binomial_sum: Returns: the chance of at most @k successes in @n trials of chance @p. */
double caseness_binomial_sum (guint k, guint n, double p);

G_END_DECLS
