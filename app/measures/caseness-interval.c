/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-interval.h"

#include <math.h>

#define N_STEPS 60

/* How much of the distribution lies above @z. Computed from the nearer tail, it keeps its digits far out. */
static double
get_upper_tail (double z)
{
  return erfc (z / G_SQRT2) / 2;
}

/* Newton's steps from the middle: the tail is convex out there, so they never overshoot. */
double
caseness_normal_quantile (double p)
{
  double tail = MIN (p, 1 - p);
  double z = 0;
  guint i;

  g_return_val_if_fail (p > 0 && p < 1, NAN);

  for (i = 0; i < N_STEPS; i++)
    {
      double density = exp (-z * z / 2) / sqrt (2 * G_PI);
      double step = (get_upper_tail (z) - tail) / density;

      z += step;
      if (fabs (step) <= 1e-15 * MAX (1, z))
        break;
    }
  return p < 0.5 ? -z : z;
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
