/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caseness-packed.h"
#include "caseness-rows.h"

/* What columns look like: one value, numbers that rise steadily, nearly so, slowly, as fast as can be packed by it and
 * faster, few values, days with gaps, anything. */
typedef enum
{
  SAME,
  RISING,
  NEARLY_RISING,
  SLOWLY_RISING,
  FAST_RISING,
  FASTER_RISING,
  CODES,
  DAYS,
  ANYTHING,
  N_SHAPES
} Shape;

static gint32
make_cell (Shape shape, guint i, GRand *random)
{
  switch (shape)
    {
    case SAME:
      return 7;
    case RISING:
      return (gint32) (i * 3) - 50;
    case NEARLY_RISING:
      return (gint32) (i * 5) - 50 + g_rand_int_range (random, 0, 5);
    case SLOWLY_RISING:
      return (gint32) (i / 7);
    case FAST_RISING:
      return G_MAXINT32 - (gint32) ((5000 - i) * 256);
    case FASTER_RISING:
      return G_MININT32 + (gint32) (i * 257);
    case CODES:
      return g_rand_int_range (random, 0, 10) < 8 ? 0 : g_rand_int_range (random, 0, 5) * 100000;
    case DAYS:
      return g_rand_boolean (random) ? G_MININT32 : g_rand_int_range (random, 20000, 20400);
    case ANYTHING:
    case N_SHAPES:
    default:
      return (gint32) g_rand_int (random);
    }
}

static gint32 *
make_cells (Shape shape, guint n, GRand *random)
{
  gint32 *cells = g_new (gint32, MAX (n, 1));
  guint i;

  for (i = 0; i < n; i++)
    cells[i] = make_cell (shape, i, random);
  return cells;
}

static void
check_cells (const CasenessPacked *packed, const gint32 *cells, guint n, GRand *random)
{
  g_autofree gint32 *all = caseness_packed_dup (packed);
  guint from = n > 0 ? (guint) g_rand_int_range (random, 0, (gint32) n) : 0, i;
  g_autofree gint32 *some = g_new (gint32, n - from + 1);

  g_assert_cmpuint (packed->n, ==, n);
  caseness_packed_read (packed, from, n - from, some);
  for (i = 0; i < n; i++)
    {
      g_assert_cmpint (caseness_packed_get (packed, i), ==, cells[i]);
      g_assert_cmpint (all[i], ==, cells[i]);
      if (i >= from)
        g_assert_cmpint (some[i - from], ==, cells[i]);
    }
}

/* Both sides of a block's end, and of two. */
static const guint lengths[] = { 0, 1, 2, 127, 128, 129, 255, 256, 257, 5000 };

static void
test_same (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (41);
  guint shape, i;

  for (shape = 0; shape < N_SHAPES; shape++)
    for (i = 0; i < G_N_ELEMENTS (lengths); i++)
      {
        g_autofree gint32 *cells = make_cells (shape, lengths[i], random);
        g_autoptr(CasenessPacked) packed = caseness_packed_new (cells, lengths[i]);

        check_cells (packed, cells, lengths[i], random);
      }
}

/* Hand-worked: 5000 cells are 40 blocks. */
static void
test_size (void)
{
  static const struct
  {
    Shape shape;
    gsize most; /* bytes of data, eight of them slack */
  } cases[] = {
    { SAME, 8 },                       /* nothing but the blocks' smallest value */
    { RISING, 8 },                     /* nothing again: three more from cell to cell */
    { NEARLY_RISING, 40 * 16 * 3 + 8 + 10 * 16 }, /* 0 to 4 away from it, and from rounding a bit more in some blocks */
    { SLOWLY_RISING, 40 * 16 * 2 + 8 },  /* 0 to 1 away from it, and as much from rounding a seventh */
    { FAST_RISING, 8 },
    { FASTER_RISING, 40 * 16 * 15 + 8 }, /* 0 to 32639 in a block: fifteen bits */
    { CODES, 40 * 16 * 3 + 8 },        /* five codes: three bits */
    { DAYS, 40 * 16 * 9 + 8 },         /* 400 days and none: nine bits */
    { ANYTHING, 40 * 16 * 32 + 8 },
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (42);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gint32 *cells = make_cells (cases[i].shape, 5000, random);
      g_autoptr(CasenessPacked) packed = caseness_packed_new (cells, 5000);

      g_assert_cmpuint (packed->n_bytes, <=, cases[i].most);
    }
}

static void
test_within (void)
{
  static const gint32 cells[] = { 3, 9, 4 };
  g_autoptr(CasenessPacked) packed = caseness_packed_new (cells, G_N_ELEMENTS (cells));

  g_assert_true (caseness_packed_is_within (packed, 3, 9));
  g_assert_false (caseness_packed_is_within (packed, 4, 9));
  g_assert_false (caseness_packed_is_within (packed, 3, 8));
}

/* The same of numbers that rise: 0, 3, 6, … 2997, and the last block's before the end of all numbers. */
static void
test_rising_within (void)
{
  g_autofree gint32 *cells = g_new (gint32, 1000);
  g_autoptr(CasenessPacked) packed = NULL;
  g_autoptr(CasenessPacked) last = NULL;
  guint i;

  for (i = 0; i < 1000; i++)
    cells[i] = (gint32) i * 3;
  packed = caseness_packed_new (cells, 1000);
  g_assert_cmpuint (packed->rise, ==, 3 * 256);
  g_assert_true (caseness_packed_is_within (packed, 0, 2997));
  g_assert_false (caseness_packed_is_within (packed, 1, 2997));
  g_assert_false (caseness_packed_is_within (packed, 0, 2996));
  for (i = 0; i < 1000; i++)
    cells[i] += G_MAXINT32 - 2997;
  last = caseness_packed_new (cells, 1000);
  g_assert_cmpuint (last->rise, ==, 3 * 256);
  g_assert_true (caseness_packed_is_within (last, G_MAXINT32 - 2997, G_MAXINT32));
  g_assert_false (caseness_packed_is_within (last, G_MAXINT32 - 2997, G_MAXINT32 - 1));
}

/* The same through a code book: the places are small, the values are not. */
static void
test_codes_within (void)
{
  g_autofree gint32 *cells = g_new0 (gint32, 1000);
  g_autoptr(CasenessPacked) packed = NULL;

  cells[500] = 100000;
  cells[501] = -4;
  packed = caseness_packed_new (cells, 1000);
  g_assert_cmpuint (packed->n_codes, >, 0);
  g_assert_true (caseness_packed_is_within (packed, -4, 100000));
  g_assert_false (caseness_packed_is_within (packed, -3, 100000));
  g_assert_false (caseness_packed_is_within (packed, -4, 99999));
}

/* The bytes in a piece of memory of their own, so that a tool that watches memory sees every step past its end. */
static guint8 *
copy_bytes (const GByteArray *bytes, gsize n)
{
  return g_memdup2 (bytes->data, n);
}

static void
test_written (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (43);
  guint shape, i;

  for (shape = 0; shape < N_SHAPES; shape++)
    for (i = 0; i < G_N_ELEMENTS (lengths); i++)
      {
        g_autofree gint32 *cells = make_cells (shape, lengths[i], random);
        g_autoptr(CasenessPacked) packed = caseness_packed_new (cells, lengths[i]);
        g_autoptr(GByteArray) bytes = g_byte_array_new ();
        g_autofree guint8 *copy = NULL;
        g_autoptr(CasenessPacked) taken = NULL;
        gsize n_taken;

        caseness_packed_write (packed, bytes);
        copy = copy_bytes (bytes, bytes->len);
        taken = caseness_packed_take (copy, bytes->len, &n_taken);
        g_assert_nonnull (taken);
        g_assert_cmpuint (n_taken, ==, bytes->len);
        check_cells (taken, cells, lengths[i], random);
      }
}

/* Whatever is done to the bytes, they are refused or can be read to the end. */
static void
test_spoilt (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (44);
  guint run, refused = 0;

  for (run = 0; run < 4000; run++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 400);
      g_autofree gint32 *cells = make_cells (run % N_SHAPES, n, random), *all = NULL;
      g_autoptr(CasenessPacked) packed = caseness_packed_new (cells, n);
      g_autoptr(GByteArray) bytes = g_byte_array_new ();
      g_autofree guint8 *copy = NULL;
      g_autoptr(CasenessPacked) taken = NULL;
      gsize n_left, n_taken;

      caseness_packed_write (packed, bytes);
      n_left = g_rand_boolean (random) ? bytes->len : (gsize) g_rand_int_range (random, 0, (gint32) bytes->len);
      copy = copy_bytes (bytes, bytes->len);
      copy[g_rand_int_range (random, 0, MIN (64, (gint32) bytes->len))] ^= (guint8) g_rand_int_range (random, 1, 256);
      taken = caseness_packed_take (copy, n_left, &n_taken);
      refused += taken == NULL;
      if (taken != NULL && taken->n <= 400)
        all = caseness_packed_dup (taken);
    }
  g_assert_cmpuint (refused, >, 1000);
}

typedef struct
{
  gint32 day;
  guint32 text;
  guint8 kind;
  gint32 until;
} Row;

static const CasenessField fields[] = {
  CASENESS_FIELD (Row, day),
  CASENESS_FIELD_TEXT (Row, text),
  CASENESS_FIELD (Row, kind),
  CASENESS_FIELD_ABOVE (Row, until, &fields[0]),
};

static const CasenessForm form = CASENESS_FORM (Row, fields);

static void
test_rows (void)
{
  static const Row rows[] = {
    { -5, 2, 255, -5 }, { G_MININT32, 0, 0, G_MAXINT32 }, { 7, 3, 1, 6 }, { G_MAXINT32, 0, 0, G_MININT32 },
  };
  g_autoptr(GArray) array = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr(CasenessRows) packed = NULL;
  g_autoptr(CasenessRows) taken = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  const guint8 *position;
  gsize n_left;
  Row row;
  guint i;

  g_array_append_vals (array, rows, G_N_ELEMENTS (rows));
  packed = caseness_rows_new (&form, array);
  caseness_rows_write (packed, bytes);
  position = bytes->data;
  n_left = bytes->len;
  taken = caseness_rows_take (&form, 4, &position, &n_left);
  g_assert_nonnull (taken);
  g_assert_cmpuint (n_left, ==, 0);
  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      caseness_rows_get (taken, i, &row);
      g_assert_cmpint (row.day, ==, rows[i].day);
      g_assert_cmpuint (row.text, ==, rows[i].text);
      g_assert_cmpuint (row.kind, ==, rows[i].kind);
      g_assert_cmpint (row.until, ==, rows[i].until);
    }
  position = bytes->data;
  n_left = bytes->len;
  g_assert_null (caseness_rows_take (&form, 3, &position, &n_left)); /* text 3 is not known */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/packed/same-cells", test_same);
  g_test_add_func ("/measures/packed/size", test_size);
  g_test_add_func ("/measures/packed/within", test_within);
  g_test_add_func ("/measures/packed/rising-within", test_rising_within);
  g_test_add_func ("/measures/packed/codes-within", test_codes_within);
  g_test_add_func ("/measures/packed/written", test_written);
  g_test_add_func ("/measures/packed/spoilt", test_spoilt);
  g_test_add_func ("/measures/rows/written", test_rows);
  return g_test_run ();
}
