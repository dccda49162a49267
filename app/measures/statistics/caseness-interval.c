/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

double
caseness_normal_quantile (double p)
{
  g_return_val_if_fail (p > 0 && p < 1, NAN);
  return gsl_cdf_ugaussian_Pinv (p);
}

CasenessInterval
caseness_interval_wilson (double x, double n, double confidence)
{
  CasenessInterval interval = { NAN, NAN, NAN };
  double z, centre, half, span;

  g_return_val_if_fail (confidence > 0 && confidence < 1, interval);
  g_return_val_if_fail (x >= 0 && x <= n, interval);

  if (!(n > 0))
    return interval;
  z = caseness_normal_quantile (0.5 + confidence / 2);
  span = 2 * (n + z * z);
  interval.value = x / n;
  centre = (2 * x + z * z) / span;
  half = z * sqrt (z * z + 4 * x * (1 - interval.value)) / span;
  interval.lower = x > 0 ? MAX (0, centre - half) : 0;
  interval.upper = x < n ? MIN (1, centre + half) : 1;
  return interval;
}
