/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-bitmap.h"

/* Nearly every processor counts the bits of a word in one instruction, but programs that must run on all of them may not
 * use it unasked; the compiler's own call is four times as slow. */
#ifdef __x86_64__
#define COUNTING_AT_ONCE __attribute__ ((target ("popcnt")))
#define can_count_at_once() __builtin_cpu_supports ("popcnt")
#else
#define COUNTING_AT_ONCE
#define can_count_at_once() TRUE
#endif

COUNTING_AT_ONCE static guint
count_at_once (const guint64 *bitmap, const guint64 *filter, gsize n_words)
{
  guint64 count = 0;
  gsize i;

  if (filter == NULL)
    for (i = 0; i < n_words; i++)
      count += (guint64) __builtin_popcountll (bitmap[i]);
  else
    for (i = 0; i < n_words; i++)
      count += (guint64) __builtin_popcountll (bitmap[i] & filter[i]);
  return (guint) count;
}

static guint
count_by_call (const guint64 *bitmap, const guint64 *filter, gsize n_words)
{
  guint count = 0;
  gsize i;

  for (i = 0; i < n_words; i++)
    count += (guint) __builtin_popcountll (filter != NULL ? bitmap[i] & filter[i] : bitmap[i]);
  return count;
}

guint
caseness_bitmap_count (const guint64 *bitmap, const guint64 *filter, guint n_rows)
{
  g_return_val_if_fail (bitmap != NULL, 0);
  return can_count_at_once () ? count_at_once (bitmap, filter, CASENESS_BITMAP_WORDS (n_rows))
                              : count_by_call (bitmap, filter, CASENESS_BITMAP_WORDS (n_rows));
}
