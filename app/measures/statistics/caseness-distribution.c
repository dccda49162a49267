/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <math.h>

/* Left alone, the library ends the program when a quantile does not converge; told so, it returns NaN. */
static void
quieten_library (void)
{
  static gsize is_quiet = 0;

  if (g_once_init_enter (&is_quiet))
    {
      gsl_set_error_handler_off ();
      g_once_init_leave (&is_quiet, 1);
    }
}

static gboolean
is_chance (double p)
{
  return p > 0 && p < 1;
}

double
caseness_gamma_quantile (double p, double shape)
{
  quieten_library ();
  return is_chance (p) && shape > 0 && isfinite (shape) ? gsl_cdf_gamma_Pinv (p, shape, 1) : NAN;
}

double
caseness_beta_quantile (double p, double a, double b)
{
  quieten_library ();
  return is_chance (p) && a > 0 && b > 0 && isfinite (a + b) ? gsl_cdf_beta_Pinv (p, a, b) : NAN;
}

double
caseness_t_quantile (double p, double freedom)
{
  quieten_library ();
  return is_chance (p) && freedom > 0 && isfinite (freedom) ? gsl_cdf_tdist_Pinv (p, freedom) : NAN;
}

double
caseness_binomial_point (guint k, guint n, double p)
{
  quieten_library ();
  return p >= 0 && p <= 1 ? gsl_ran_binomial_pdf (k, p, n) : NAN;
}

double
caseness_binomial_sum (guint k, guint n, double p)
{
  quieten_library ();
  return p >= 0 && p <= 1 ? gsl_cdf_binomial_P (k, p, n) : NAN;
}
