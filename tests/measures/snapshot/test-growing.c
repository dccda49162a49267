/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caseness-growing.h"

#define MOST 1000

/* Rising, then not, then large. */
static guint32
make_number (guint i)
{
  return i < 400 ? i / 3 : i < 700 ? i * 7919 % 13 : G_MAXUINT32 - i;
}

/* However often and at whatever length it is packed, the numbers are those that packing all at once would give. */
static void
test_same (gconstpointer data)
{
  g_autoptr(CasenessAside) aside = caseness_aside_new (NULL);
  guint n = GPOINTER_TO_UINT (data), every, kept, i;
  g_autofree gint32 *cells = g_new (gint32, MOST);
  g_autoptr(CasenessPacked) whole = NULL;
  g_autoptr(GByteArray) wanted = g_byte_array_new ();

  for (i = 0; i < n; i++)
    cells[i] = (gint32) make_number (i);
  whole = caseness_packed_new (cells, n);
  caseness_packed_write (whole, wanted);
  for (every = 1; every <= MOST; every = every * 3 + 1)
    for (kept = 0; kept <= 2; kept++)
      {
        g_autoptr(CasenessPacked) packed = NULL;
        g_autoptr(GByteArray) bytes = g_byte_array_new ();
        CasenessGrowing growing;

        caseness_growing_init (&growing);
        for (i = 0; i < n; i++)
          {
            caseness_growing_add (&growing, make_number (i));
            g_assert_cmpuint (caseness_growing_count (&growing), ==, i + 1);
            if (i % every == every - 1)
              {
                caseness_growing_pack (&growing, kept, every % 2 == 0 ? aside : NULL);
                g_assert_cmpuint (growing.rest->len, ==, MIN (kept, i + 1));
              }
          }
        packed = caseness_growing_finish (&growing);
        caseness_packed_write (packed, bytes);
        g_assert_cmpmem (bytes->data, bytes->len, wanted->data, wanted->len);
        caseness_growing_clear (&growing);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/measures/growing/nothing", GUINT_TO_POINTER (0), test_same);
  g_test_add_data_func ("/measures/growing/one", GUINT_TO_POINTER (1), test_same);
  g_test_add_data_func ("/measures/growing/many", GUINT_TO_POINTER (MOST), test_same);
  return g_test_run ();
}
