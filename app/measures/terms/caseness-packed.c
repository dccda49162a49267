/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-packed.h"

#include "caseness-packed-private.h"

/* A code book longer than this saves nothing worth the search for it. */
#define MAX_CODES (1u << 16)

/* A column that rises faster is rare, and a block of it must not overflow. */
#define MAX_RISE (1u << 16)

/* A whole word is read for each cell, the last one too. */
#define SLACK sizeof (guint64)

#define BLOCK_BYTES (CASENESS_PACKED_BLOCK / 8)

/* What is written before the parts of a column. */
typedef struct
{
  guint32 n;
  guint32 n_codes;
  guint32 rise;
  guint32 unused;
  guint64 n_bytes;
} Header;

/* What is known of a block while a column is packed or read. */
typedef struct
{
  guint32 offset; /* of its cells in the data, in words of CASENESS_PACKED_BLOCK bits */
  gint32 base;
  guint32 bits;
} Block;

typedef struct
{
  gint32 value;
  guint32 count;
  guint32 code;
} Value;

/* The values that occur, found by hashing. */
typedef struct
{
  guint32 *slots; /* place in values plus 1, 0 free */
  guint n_slots;  /* a power of two, twice as many as values can occur */
  GArray *values; /* Value */
} CodeBook;

static guint
count_bits (guint32 number)
{
  return number == 0 ? 0 : 32 - (guint) __builtin_clz (number);
}

static guint
count_blocks (guint n)
{
  return (n + CASENESS_PACKED_BLOCK - 1) / CASENESS_PACKED_BLOCK;
}

static Block
get_block (const CasenessPacked *packed, guint i)
{
  return (Block){ packed->places[i] >> CASENESS_PACKED_PLACE_SHIFT, packed->bases != NULL ? packed->bases[i] : 0,
                  packed->places[i] & CASENESS_PACKED_PLACE_BITS };
}

/* What stands before the data: the code book, the places of blocks and, without a code book, their smallest values. */
static gsize
measure_head (guint n, guint n_codes)
{
  return n_codes * sizeof (gint32) + count_blocks (n) * (n_codes > 0 ? sizeof (guint32) : sizeof (guint32) + sizeof (gint32));
}

/* Points @packed at its parts, which lie one after another. */
static void
point (CasenessPacked *packed, const guint8 *memory)
{
  packed->codes = (const gint32 *) (gconstpointer) memory;
  packed->places = (const guint32 *) (gconstpointer) (memory + packed->n_codes * sizeof (gint32));
  packed->bases = packed->n_codes > 0 ? NULL : (const gint32 *) (gconstpointer) (packed->places + count_blocks (packed->n));
  packed->data = memory + measure_head (packed->n, packed->n_codes);
}

static guint32 *
find_slot (const CodeBook *book, gint32 value)
{
  guint32 mask = book->n_slots - 1, place = (guint32) value * 2654435769u >> 15;

  for (place &= mask; book->slots[place] != 0; place = (place + 1) & mask)
    if (g_array_index (book->values, Value, book->slots[place] - 1).value == value)
      break;
  return &book->slots[place];
}

/* Returns whether a code book can hold them. */
static gboolean
count_values (CodeBook *book, const gint32 *cells, guint n)
{
  guint i;

  for (i = 0; i < n; i++)
    {
      guint32 *slot = find_slot (book, cells[i]);

      if (*slot == 0)
        {
          Value value = { cells[i], 0, 0 };

          if (book->values->len == MAX_CODES)
            return FALSE;
          g_array_append_val (book->values, value);
          *slot = book->values->len;
        }
      g_array_index (book->values, Value, *slot - 1).count++;
    }
  return TRUE;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Value *first = *(const Value *const *) a, *second = *(const Value *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return (first->value > second->value) - (first->value < second->value);
}

/* Gives the commonest value the code 0, so that most blocks need few bits. */
static gint32 *
number_values (CodeBook *book, guint *n_codes)
{
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  gint32 *codes;
  guint i;

  for (i = 0; i < book->values->len; i++)
    g_ptr_array_add (order, &g_array_index (book->values, Value, i));
  g_ptr_array_sort (order, compare_counts);
  *n_codes = 1u << count_bits (order->len - 1);
  codes = g_new0 (gint32, *n_codes);
  for (i = 0; i < order->len; i++)
    {
      Value *value = g_ptr_array_index (order, i);

      value->code = i;
      codes[i] = value->value;
    }
  return codes;
}

/* A block of codes begins at 0, so that no cell of it can lead past the code book. */
static Block
measure_block (const gint32 *cells, guint n, gboolean are_codes)
{
  gint32 min = cells[0], max = cells[0];
  guint i;

  for (i = 1; i < n; i++)
    {
      min = MIN (min, cells[i]);
      max = MAX (max, cells[i]);
    }
  if (are_codes)
    min = 0;
  return (Block){ .base = min, .bits = count_bits ((guint32) max - (guint32) min) };
}

/* Returns how long the data are in words of a block. */
static guint32
measure_blocks (Block *blocks, const gint32 *cells, guint n, gboolean are_codes)
{
  guint32 offset = 0;
  guint i;

  for (i = 0; i < count_blocks (n); i++)
    {
      guint from = i * CASENESS_PACKED_BLOCK;

      blocks[i] = measure_block (cells + from, MIN (n - from, CASENESS_PACKED_BLOCK), are_codes);
      blocks[i].offset = offset;
      offset += blocks[i].bits;
    }
  return offset;
}

static void
write_cells (guint8 *data, const Block *block, const gint32 *cells, guint n)
{
  guint8 *start = data + (gsize) block->offset * BLOCK_BYTES;
  guint i;

  for (i = 0; i < n && block->bits > 0; i++)
    {
      guint bit = i * block->bits;
      guint64 word;

      memcpy (&word, start + bit / 8, sizeof word);
      word = GUINT64_TO_LE (GUINT64_FROM_LE (word)
                            | (guint64) ((guint32) cells[i] - (guint32) block->base) << bit % 8);
      memcpy (start + bit / 8, &word, sizeof word);
    }
}

/* One piece of memory for the column and all it points to. */
static CasenessPacked *
pack (const gint32 *cells, guint n, guint32 rise, const Block *blocks, guint32 length, const gint32 *codes,
      guint n_codes)
{
  CasenessPacked *packed = g_new0 (CasenessPacked, 1);
  gsize head = measure_head (n, n_codes);
  guint8 *memory;
  guint i;

  packed->n = n;
  packed->n_codes = n_codes;
  packed->rise = rise;
  packed->n_bytes = (gsize) length * BLOCK_BYTES + SLACK;
  packed->owned = memory = g_malloc0 (head + packed->n_bytes);
  point (packed, memory);
  if (n_codes > 0)
    memcpy (memory, codes, n_codes * sizeof (gint32));
  for (i = 0; i < count_blocks (n); i++)
    {
      g_assert (blocks[i].offset <= G_MAXUINT32 >> CASENESS_PACKED_PLACE_SHIFT); /* a column of a gigabyte */
      ((guint32 *) packed->places)[i] = blocks[i].offset << CASENESS_PACKED_PLACE_SHIFT | blocks[i].bits;
      if (packed->bases != NULL)
        ((gint32 *) packed->bases)[i] = blocks[i].base;
    }
  for (i = 0; i < count_blocks (n); i++)
    write_cells ((guint8 *) packed->data, &blocks[i], cells + (gsize) i * CASENESS_PACKED_BLOCK,
                 MIN (n - i * CASENESS_PACKED_BLOCK, CASENESS_PACKED_BLOCK));
  return packed;
}

/* By a code book; NULL when that is not shorter than @length words of a block. */
static CasenessPacked *
pack_codes (const gint32 *cells, guint n, guint32 length)
{
  guint n_slots = 1u << (count_bits (MIN (n, MAX_CODES)) + 1);
  CodeBook book = { g_new0 (guint32, n_slots), n_slots, g_array_new (FALSE, FALSE, sizeof (Value)) };
  g_autofree Block *blocks = g_new (Block, count_blocks (n));
  g_autofree gint32 *codes = NULL, *places = NULL;
  CasenessPacked *packed = NULL;
  guint n_codes, i;

  if (count_values (&book, cells, n))
    {
      guint32 shorter;

      codes = number_values (&book, &n_codes);
      places = g_new (gint32, n);
      for (i = 0; i < n; i++)
        places[i] = (gint32) g_array_index (book.values, Value, *find_slot (&book, cells[i]) - 1).code;
      shorter = measure_blocks (blocks, places, n, TRUE);
      if ((gsize) shorter * BLOCK_BYTES + measure_head (n, n_codes) < (gsize) length * BLOCK_BYTES + measure_head (n, 0))
        packed = pack (places, n, 0, blocks, shorter, codes, n_codes);
    }
  g_free (book.slots);
  g_array_unref (book.values);
  return packed;
}

/* Returns how fast the cells rise from the first to the last, in 256ths; 0 if they fall anywhere, or too fast. */
static guint32
measure_rise (const gint32 *cells, guint n)
{
  guint64 rise;
  guint i;

  for (i = 1; i < n; i++)
    if (cells[i] < cells[i - 1])
      return 0;
  if (n < 2)
    return 0;
  rise = ((guint64) ((gint64) cells[n - 1] - cells[0]) << CASENESS_PACKED_RISE_SHIFT) / (n - 1);
  return rise <= MAX_RISE ? (guint32) rise : 0;
}

/* By how far each cell is from a steady rise. */
static CasenessPacked *
pack_rising (const gint32 *cells, guint n, guint32 rise)
{
  g_autofree gint32 *offsets = g_new (gint32, n);
  g_autofree Block *blocks = g_new (Block, count_blocks (n));
  guint32 length;
  guint i;

  for (i = 0; i < n; i++)
    offsets[i] = (gint32) ((guint32) cells[i] - CASENESS_PACKED_RISEN (rise, i % CASENESS_PACKED_BLOCK));
  length = measure_blocks (blocks, offsets, n, FALSE);
  return pack (offsets, n, rise, blocks, length, NULL, 0);
}

CasenessPacked *
caseness_packed_new (const gint32 *cells, guint n)
{
  g_autofree Block *blocks = g_new (Block, MAX (count_blocks (n), 1));
  guint32 length = measure_blocks (blocks, cells, n, FALSE), rise = measure_rise (cells, n);
  CasenessPacked *packed = NULL, *rising;

  if (length > 0)
    packed = pack_codes (cells, n, length);
  if (packed == NULL)
    packed = pack (cells, n, 0, blocks, length, NULL, 0);
  if (rise == 0)
    return packed;
  rising = pack_rising (cells, n, rise);
  if (caseness_packed_get_size (rising) < caseness_packed_get_size (packed))
    {
      caseness_packed_free (packed);
      return rising;
    }
  caseness_packed_free (rising);
  return packed;
}

void
caseness_packed_put_aside (CasenessPacked *packed, CasenessAside *aside)
{
  guint64 place = caseness_aside_get_size (aside);

  if (packed->owned == NULL
      || !caseness_aside_write (aside, packed->owned, measure_head (packed->n, packed->n_codes) + packed->n_bytes, NULL))
    return;
  g_clear_pointer (&packed->owned, g_free);
  packed->aside = aside;
  packed->place = place;
}

static void
bring_back (CasenessPacked *packed)
{
  gsize size = measure_head (packed->n, packed->n_codes) + packed->n_bytes;

  if (packed->aside == NULL)
    return;
  packed->owned = g_malloc0 (size);
  if (!caseness_aside_read (packed->aside, packed->place, packed->owned, size, NULL))
    memset (packed->owned, 0, size);
  packed->aside = NULL;
  point (packed, packed->owned);
}

CasenessPacked *
caseness_packed_join (CasenessPacked **parts, guint n_parts)
{
  g_autofree gint32 *cells = NULL;
  gsize n = 0;
  guint i;

  if (n_parts == 1)
    {
      bring_back (parts[0]);
      return parts[0];
    }
  for (i = 0; i < n_parts; i++)
    n += parts[i]->n;
  cells = g_new (gint32, MAX (n, 1));
  for (n = 0, i = 0; i < n_parts; i++)
    {
      bring_back (parts[i]);
      caseness_packed_read (parts[i], 0, parts[i]->n, cells + n);
      n += parts[i]->n;
      caseness_packed_free (parts[i]);
    }
  return caseness_packed_new (cells, (guint) n);
}

void
caseness_packed_free (CasenessPacked *packed)
{
  if (packed == NULL)
    return;
  g_free (packed->owned);
  g_free (packed);
}

gsize
caseness_packed_get_size (const CasenessPacked *packed)
{
  return sizeof *packed + measure_head (packed->n, packed->n_codes) + packed->n_bytes;
}

/* The cells @from to @from + @n - 1 of one block. */
static void
read_block (const CasenessPacked *packed, const Block *block, guint from, guint n, gint32 *cells)
{
  const guint8 *start = packed->data + (gsize) block->offset * BLOCK_BYTES;
  guint64 mask = (G_GUINT64_CONSTANT (1) << block->bits) - 1;
  guint bit = from * block->bits, i;

  for (i = 0; i < n; i++, bit += block->bits)
    {
      guint64 word;

      memcpy (&word, start + bit / 8, sizeof word);
      cells[i] = (gint32) ((GUINT64_FROM_LE (word) >> bit % 8 & mask) + (guint32) block->base);
    }
  for (i = 0; i < n && packed->n_codes > 0; i++)
    cells[i] = packed->codes[cells[i]];
  for (i = 0; i < n && packed->rise > 0; i++)
    cells[i] = (gint32) ((guint32) cells[i] + CASENESS_PACKED_RISEN (packed->rise, from + i));
}

void
caseness_packed_read (const CasenessPacked *packed, guint from, guint n, gint32 *cells)
{
  g_return_if_fail (n <= packed->n && from <= packed->n - n);
  while (n > 0)
    {
      guint inside = from % CASENESS_PACKED_BLOCK;
      guint length = MIN (n, CASENESS_PACKED_BLOCK - inside);
      Block block = get_block (packed, from / CASENESS_PACKED_BLOCK);

      read_block (packed, &block, inside, length, cells);
      from += length;
      cells += length;
      n -= length;
    }
}

gint32 *
caseness_packed_dup (const CasenessPacked *packed)
{
  gint32 *cells = g_new (gint32, MAX (packed->n, 1));

  caseness_packed_read (packed, 0, packed->n, cells);
  return cells;
}

/* Looks at the cells of a block only where what its width allows could be too much. */
static gboolean
is_block_within (const CasenessPacked *packed, guint block, gint32 min, gint32 max)
{
  Block measured = get_block (packed, block);
  gint64 least = measured.base, most = least + ((G_GINT64_CONSTANT (1) << measured.bits) - 1)
                                       + CASENESS_PACKED_RISEN (packed->rise, CASENESS_PACKED_BLOCK - 1);
  guint from = block * CASENESS_PACKED_BLOCK, n = MIN (packed->n - from, CASENESS_PACKED_BLOCK), i;
  gint32 cells[CASENESS_PACKED_BLOCK];

  if (packed->n_codes == 0 && least >= min && most <= max)
    return TRUE;
  caseness_packed_read (packed, from, n, cells);
  for (i = 0; i < n; i++)
    if (cells[i] < min || cells[i] > max)
      return FALSE;
  return TRUE;
}

gboolean
caseness_packed_is_within (const CasenessPacked *packed, gint32 min, gint32 max)
{
  gboolean are_codes_within = packed->n_codes > 0;
  guint i;

  for (i = 0; i < packed->n_codes && are_codes_within; i++)
    are_codes_within = packed->codes[i] >= min && packed->codes[i] <= max;
  if (are_codes_within)
    return TRUE;
  for (i = 0; i < count_blocks (packed->n); i++)
    if (!is_block_within (packed, i, min, max))
      return FALSE;
  return TRUE;
}

void
caseness_packed_write (const CasenessPacked *packed, GByteArray *bytes)
{
  static const guint8 padding[8];
  Header header = { packed->n, packed->n_codes, packed->rise, 0, packed->n_bytes };

  g_assert (bytes->len % 8 == 0);
  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  if (measure_head (packed->n, packed->n_codes) > 0)
    g_byte_array_append (bytes, (const guint8 *) packed->codes, (guint) measure_head (packed->n, packed->n_codes));
  g_byte_array_append (bytes, packed->data, packed->n_bytes);
  g_byte_array_append (bytes, padding, (8 - bytes->len % 8) % 8);
}

/* Every block must lie inside the data, and give no code that the book has not. */
static gboolean
are_blocks_sound (const CasenessPacked *packed)
{
  guint i;

  for (i = 0; i < count_blocks (packed->n); i++)
    {
      Block block = get_block (packed, i);

      if (block.bits > 32 || ((guint64) block.offset + block.bits) * BLOCK_BYTES + SLACK > packed->n_bytes)
        return FALSE;
      if (packed->n_codes > 0 && (G_GUINT64_CONSTANT (1) << block.bits) > packed->n_codes)
        return FALSE;
    }
  return TRUE;
}

CasenessPacked *
caseness_packed_take (const guint8 *bytes, gsize n_bytes, gsize *n_taken)
{
  g_autoptr(CasenessPacked) packed = NULL;
  Header header;
  gsize size;

  if (n_bytes < sizeof header)
    return NULL;
  memcpy (&header, bytes, sizeof header);
  if (header.n > G_MAXINT32 || header.n_codes > MAX_CODES || (header.n_codes & (header.n_codes - 1)) != 0
      || header.rise > (header.n_codes > 0 ? 0 : MAX_RISE) || header.n_bytes < SLACK)
    return NULL;
  size = sizeof header + measure_head (header.n, header.n_codes);
  if (size > n_bytes || header.n_bytes > n_bytes - size)
    return NULL;
  packed = g_new0 (CasenessPacked, 1);
  packed->n = header.n;
  packed->n_codes = header.n_codes;
  packed->rise = header.rise;
  packed->n_bytes = header.n_bytes;
  point (packed, bytes + sizeof header);
  size = (size + packed->n_bytes + 7) / 8 * 8;
  if (size > n_bytes || !are_blocks_sound (packed))
    return NULL;
  *n_taken = size;
  return g_steal_pointer (&packed);
}
