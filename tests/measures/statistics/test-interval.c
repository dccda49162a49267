/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-interval.h"

#include <math.h>

#define TOLERANCE 1e-9

/* Limits of the published formula (methods, section 1), known to all digits. */
static const struct
{
  double x;
  double n;
  double confidence;
  double lower;
  double upper;
} shares[] = {
  { 0, 1, 0.95, 0, 0.793450685622763 },
  { 1, 1, 0.95, 0.206549314377237, 1 },
  { 1, 2, 0.95, 0.0945312057342307, 0.905468794265769 },
  { 3, 4, 0.998, 0.169831933025431, 0.977774600761707 },
  { 0, 10, 0.95, 0, 0.277532799862889 },
  { 10, 10, 0.95, 0.722467200137111, 1 },
  { 10, 10, 0.998, 0.511521099546538, 1 },
  { 1, 100, 0.95, 0.00176743206414065, 0.0544861961787053 },
  { 50, 100, 0.95, 0.403831530365996, 0.596168469634004 },
  { 37, 62, 0.998, 0.404181218205304, 0.763534754813648 },
  { 9856, 12345, 0.998, 0.786992410841906, 0.809306141258963 },
  { 15552912, 15128673354.0, 0.95, 0.00102753149477412, 0.00102855280989071 },
};

static void
test_wilson (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      CasenessInterval interval = caseness_interval_wilson (shares[i].x, shares[i].n, shares[i].confidence);

      g_assert_cmpfloat_with_epsilon (interval.value, shares[i].x / shares[i].n, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (interval.lower, shares[i].lower, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (interval.upper, shares[i].upper, TOLERANCE);
    }
}

static void
test_none (void)
{
  CasenessInterval interval = caseness_interval_wilson (0, 0, 0.95);

  g_assert_true (isnan (interval.value) && isnan (interval.lower) && isnan (interval.upper));
}

static void
test_quantile (void)
{
  static const struct
  {
    double p;
    double z;
  } points[] = {
    { 0.5, 0 }, { 0.975, 1.959963984540054 }, { 0.025, -1.959963984540054 }, { 0.999, 3.090232306167813 },
    { 0.9999999, 5.199337582290661 }, { 1e-12, -7.034483825301131 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (points); i++)
    g_assert_cmpfloat_with_epsilon (caseness_normal_quantile (points[i].p), points[i].z, 1e-8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/interval/wilson", test_wilson);
  g_test_add_func ("/measures/interval/nothing-to-divide-by", test_none);
  g_test_add_func ("/measures/interval/normal-quantile", test_quantile);
  return g_test_run ();
}
