/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * One bit per row, 64 rows to a word. Bits past the last row are always 0.
 */

#define CASENESS_BITMAP_WORDS(n_rows) (((gsize) (n_rows) + 63) / 64)

/** caseness_bitmap_new: Returns: (transfer full): no bit set; free with g_free(). */
static inline guint64 *
caseness_bitmap_new (guint n_rows)
{
  return g_new0 (guint64, CASENESS_BITMAP_WORDS (n_rows) + 1);
}

/** caseness_bitmap_new_full: Returns: (transfer full): all bits set. */
static inline guint64 *
caseness_bitmap_new_full (guint n_rows)
{
  guint64 *bitmap = caseness_bitmap_new (n_rows);
  guint i;

  for (i = 0; i < n_rows / 64; i++)
    bitmap[i] = G_MAXUINT64;
  if (n_rows % 64 != 0)
    bitmap[i] = (G_GUINT64_CONSTANT (1) << (n_rows % 64)) - 1;
  return bitmap;
}

/** caseness_bitmap_set: sets the bit of @row. */
static inline void
caseness_bitmap_set (guint64 *bitmap, guint row)
{
  bitmap[row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
}

/** caseness_bitmap_set_range: sets the bits of the rows from @from to @end - 1. */
static inline void
caseness_bitmap_set_range (guint64 *bitmap, guint from, guint end)
{
  while (from < end)
    {
      guint n = MIN (64 - from % 64, end - from);

      bitmap[from / 64] |= (n < 64 ? (G_GUINT64_CONSTANT (1) << n) - 1 : G_MAXUINT64) << (from % 64);
      from += n;
    }
}

/** caseness_bitmap_has: whether the bit of @row is set. */
static inline gboolean
caseness_bitmap_has (const guint64 *bitmap, guint row)
{
  return (bitmap[row / 64] >> (row % 64)) & 1;
}

/** caseness_bitmap_and: keeps in @bitmap what is in @other too. */
static inline void
caseness_bitmap_and (guint64 *bitmap, const guint64 *other, guint n_rows)
{
  gsize i;

  for (i = 0; i < CASENESS_BITMAP_WORDS (n_rows); i++)
    bitmap[i] &= other[i];
}

/** caseness_bitmap_or: adds to @bitmap what is in @other. */
static inline void
caseness_bitmap_or (guint64 *bitmap, const guint64 *other, guint n_rows)
{
  gsize i;

  for (i = 0; i < CASENESS_BITMAP_WORDS (n_rows); i++)
    bitmap[i] |= other[i];
}

/** caseness_bitmap_invert: turns every bit round. */
static inline void
caseness_bitmap_invert (guint64 *bitmap, guint n_rows)
{
  guint i;

  for (i = 0; i < n_rows / 64; i++)
    bitmap[i] = ~bitmap[i];
  if (n_rows % 64 != 0)
    bitmap[i] = ~bitmap[i] & ((G_GUINT64_CONSTANT (1) << (n_rows % 64)) - 1);
}

/** caseness_bitmap_count: Returns: how many bits are set in @bitmap, and in @filter (nullable) too. */
guint caseness_bitmap_count (const guint64 *bitmap, const guint64 *filter, guint n_rows);

/** CASENESS_BITMAP_EACH: runs the body for each @row whose bit is set, in order. */
#define CASENESS_BITMAP_EACH(bitmap, n_rows, row)                                                                      \
  for (gsize word_ = 0; word_ < CASENESS_BITMAP_WORDS (n_rows); word_++)                                               \
    for (guint64 rest_ = (bitmap)[word_];                                                                              \
         rest_ != 0 && ((row) = (guint) (word_ * 64) + (guint) __builtin_ctzll (rest_), TRUE); rest_ &= rest_ - 1)

G_END_DECLS
