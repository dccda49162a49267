/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/*
 * Whole numbers in as few bits as they need. Cells go in blocks of 128, each with its own smallest value and width, so
 * near numbers take a few bits each and a block of one value none at all. Of numbers that never fall, what is packed is
 * how far each is from a steady rise through its block. Where it is shorter, it is the place of a value in a code book of
 * the values that occur, the commonest first: days of which some are not known, scores, numbers of a dictionary. Never
 * changes after it is made, so several threads may read it.
 */

#define CASENESS_PACKED_BLOCK 128

/* A block's place: where its cells begin in the data, in words of CASENESS_PACKED_BLOCK bits, and the bits of each cell.
 * Private to this file and caseness-packed.c. */
#define CASENESS_PACKED_PLACE_SHIFT 6
#define CASENESS_PACKED_PLACE_BITS 63u

/* How much a steady rise has added by cell @inside of a block. Private to the same files. */
#define CASENESS_PACKED_RISE_SHIFT 8
#define CASENESS_PACKED_RISEN(rise, inside) ((guint32) (inside) * (rise) >> CASENESS_PACKED_RISE_SHIFT)

/** CasenessPacked: a column of whole numbers. */
typedef struct
{
  guint n;
  guint n_codes;      /* 0 without a code book, else a power of two */
  guint32 rise;       /* from cell to cell, in 256ths; 0 with a code book */
  gsize n_bytes;      /* of the data, eight of them never used */
  const gint32 *codes;
  const guint32 *places; /* by block */
  const gint32 *bases;   /* by block: its smallest value; NULL with a code book, whose codes begin at 0 */
  const guint8 *data;
  gpointer owned;     /* (nullable): what the pointers point into, unless somebody else keeps it */
  struct _CasenessAside *aside; /* (nullable): has what the pointers point into, until the column is joined to others */
  guint64 place;      /* in that */
} CasenessPacked;

/** caseness_packed_new: Returns: (transfer full): the same numbers as the @n @cells. */
CasenessPacked *caseness_packed_new (const gint32 *cells, guint n);

/** caseness_packed_free: frees the column. */
void caseness_packed_free (CasenessPacked *packed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPacked, caseness_packed_free)

/** caseness_packed_get_size: how many bytes of memory it takes. */
gsize caseness_packed_get_size (const CasenessPacked *packed);

/** caseness_packed_get: Returns: cell @i, which must be less than the number of cells. */
static inline gint32
caseness_packed_get (const CasenessPacked *packed, guint i)
{
  guint32 place = packed->places[i / CASENESS_PACKED_BLOCK];
  guint bits = place & CASENESS_PACKED_PLACE_BITS, inside = i % CASENESS_PACKED_BLOCK, bit = inside * bits;
  gsize start = (gsize) (place >> CASENESS_PACKED_PLACE_SHIFT) * (CASENESS_PACKED_BLOCK / 8);
  guint64 word;
  guint32 code;

  memcpy (&word, packed->data + start + bit / 8, sizeof word);
  code = (guint32) ((GUINT64_FROM_LE (word) >> bit % 8) & ((G_GUINT64_CONSTANT (1) << bits) - 1));
  return packed->n_codes > 0 ? packed->codes[code]
                             : (gint32) ((guint32) packed->bases[i / CASENESS_PACKED_BLOCK] + code
                                         + CASENESS_PACKED_RISEN (packed->rise, inside));
}

/** caseness_packed_read: writes @n cells from cell @from on to @cells. */
void caseness_packed_read (const CasenessPacked *packed, guint from, guint n, gint32 *cells);

/** caseness_packed_dup: Returns: (transfer full): all cells. */
gint32 *caseness_packed_dup (const CasenessPacked *packed);

/** caseness_packed_is_within: whether no cell is less than @min or more than @max. */
gboolean caseness_packed_is_within (const CasenessPacked *packed, gint32 min, gint32 max);

/** caseness_packed_write: adds the column to @bytes, to be taken back by caseness_packed_take(). */
void caseness_packed_write (const CasenessPacked *packed, GByteArray *bytes);

/**
 * caseness_packed_take:
 * @bytes: what caseness_packed_write() made, at an address that eight divides, and what follows it
 * @n_bytes: how much there is
 * @n_taken: (out): how much of it was the column
 *
 * Reads a column where it lies. Whatever @bytes holds, reading a cell of the result never leaves it.
 *
 * Returns: (transfer full) (nullable): the column, for which @bytes must stay; NULL when @bytes do not hold one.
 */
CasenessPacked *caseness_packed_take (const guint8 *bytes, gsize n_bytes, gsize *n_taken);

G_END_DECLS
