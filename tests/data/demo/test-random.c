/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-random.h"

#define DRAWS 200000

/* The streams are part of what "the same options give the same bytes" promises: these are not to change. */
static void
test_known_draws (void)
{
  static const struct
  {
    guint32 seed, topic, number;
    guint32 expected[3]; /* below 1,000,000 */
    const char *why;
  } cases[] = {
    { 0, 0, 0, { 338052, 269130, 271566 }, "all zero" },
    { 1, 0, 0, { 432744, 425632, 539668 }, "another seed" },
    { 1, 1, 0, { 139528, 676569, 237997 }, "another topic" },
    { 1, 0, 1, { 738640, 448292, 535203 }, "another number" },
    { G_MAXUINT32, G_MAXUINT32, G_MAXUINT32, { 571491, 912697, 309082 }, "the largest" },
  };
  gsize i, k;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessRandom random;

      caseness_random_init (&random, cases[i].seed, cases[i].topic, cases[i].number);
      for (k = 0; k < G_N_ELEMENTS (cases[i].expected); k++)
        g_assert_cmpuint (caseness_random_below (&random, 1000000), ==, cases[i].expected[k]);
    }
}

static void
test_bounds (void)
{
  gboolean has_low = FALSE, has_high = FALSE;
  CasenessRandom random;
  int i, value;

  caseness_random_init (&random, 1, 2, 3);
  for (i = 0; i < DRAWS; i++)
    {
      value = caseness_random_between (&random, -3, 4);
      g_assert_cmpint (value, >=, -3);
      g_assert_cmpint (value, <=, 4);
      has_low = has_low || value == -3;
      has_high = has_high || value == 4;
    }
  g_assert_true (has_low && has_high);
  g_assert_cmpuint (caseness_random_below (&random, 0), ==, 0);
  g_assert_cmpuint (caseness_random_below (&random, 1), ==, 0);
  g_assert_cmpint (caseness_random_between (&random, 7, 7), ==, 7);
}

static void
test_chance (void)
{
  static const struct
  {
    gint64 millionths;
    int least, most; /* of DRAWS */
  } cases[] = {
    { -5, 0, 0 }, { 0, 0, 0 }, { 250000, 49000, 51000 }, { 1000000, DRAWS, DRAWS }, { 2000000, DRAWS, DRAWS },
  };
  CasenessRandom random;
  gsize i;
  int k, n;

  caseness_random_init (&random, 1, 2, 3);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (k = n = 0; k < DRAWS; k++)
        n += caseness_random_chance (&random, cases[i].millionths);
      g_assert_cmpint (n, >=, cases[i].least);
      g_assert_cmpint (n, <=, cases[i].most);
    }
}

static void
test_normal (void)
{
  double sum = 0, squares = 0;
  CasenessRandom random;
  int i, within = 0;

  caseness_random_init (&random, 1, 2, 3);
  for (i = 0; i < DRAWS; i++)
    {
      int value = caseness_random_normal (&random);

      g_assert_cmpint (ABS (value), <=, 6000);
      sum += value;
      squares += (double) value * value;
      within += ABS (value) < 1960;
    }
  g_assert_cmpfloat_with_epsilon (sum / DRAWS, 0, 10);
  g_assert_cmpfloat_with_epsilon (squares / DRAWS, 1000000, 10000);
  g_assert_cmpfloat_with_epsilon ((double) within / DRAWS, 0.95, 0.005);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/random/known-draws", test_known_draws);
  g_test_add_func ("/data/random/bounds", test_bounds);
  g_test_add_func ("/data/random/chance", test_chance);
  g_test_add_func ("/data/random/normal", test_normal);
  return g_test_run ();
}
