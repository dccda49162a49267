/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caseness-bitmap.h"

/* Both sides of a word's end, and of two. */
static const guint lengths[] = { 0, 1, 63, 64, 65, 127, 128, 129, 5000 };

static void
check_count (guint n, GRand *random)
{
  g_autofree guint64 *bitmap = caseness_bitmap_new (n), *filter = caseness_bitmap_new (n);
  guint n_set = 0, n_both = 0, i;

  for (i = 0; i < n; i++)
    {
      gboolean is_set = g_rand_boolean (random), passes = g_rand_boolean (random);

      if (is_set)
        caseness_bitmap_set (bitmap, i);
      if (passes)
        caseness_bitmap_set (filter, i);
      n_set += is_set;
      n_both += is_set && passes;
    }
  g_assert_cmpuint (caseness_bitmap_count (bitmap, NULL, n), ==, n_set);
  g_assert_cmpuint (caseness_bitmap_count (bitmap, filter, n), ==, n_both);
}

static void
test_count (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (45);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree guint64 *none = caseness_bitmap_new (lengths[i]), *all = caseness_bitmap_new_full (lengths[i]);

      check_count (lengths[i], random);
      g_assert_cmpuint (caseness_bitmap_count (all, NULL, lengths[i]), ==, lengths[i]);
      g_assert_cmpuint (caseness_bitmap_count (all, all, lengths[i]), ==, lengths[i]);
      g_assert_cmpuint (caseness_bitmap_count (all, none, lengths[i]), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/bitmap/count", test_count);
  return g_test_run ();
}
