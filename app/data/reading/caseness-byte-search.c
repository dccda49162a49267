/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-byte-search.h"

#include <string.h>

#define BASE G_GUINT64_CONSTANT (1099511628211)
#define FILTER_BITS 24

/* The words of one length. A rolling hash asks the filter at every byte, and the set only where the filter has it. */
typedef struct
{
  gsize length;
  guint64 leaving; /* what a byte is worth when it leaves the window */
  guint8 *filter;
} Length;

static guint64
add (guint64 hash, char byte)
{
  return hash * BASE + (guchar) byte;
}

static guint
find_slot (guint64 hash)
{
  return (guint) ((hash ^ (hash >> 29)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9) >> (64 - FILTER_BITS));
}

static guint64
hash_window (const char *bytes, gsize length)
{
  guint64 hash = 0;

  for (gsize i = 0; i < length; i++)
    hash = add (hash, bytes[i]);
  return hash;
}

static Length *
find_length (GPtrArray *lengths, gsize length)
{
  Length *found;

  for (guint i = 0; i < lengths->len; i++)
    if (((Length *) lengths->pdata[i])->length == length)
      return lengths->pdata[i];
  found = g_new0 (Length, 1);
  found->length = length;
  found->leaving = 1;
  for (gsize i = 0; i < length; i++)
    found->leaving *= BASE;
  found->filter = g_malloc0 ((gsize) 1 << (FILTER_BITS - 3));
  g_ptr_array_add (lengths, found);
  return found;
}

static void
length_free (Length *length)
{
  g_free (length->filter);
  g_free (length);
}

static GPtrArray *
sort_by_length (GHashTable *words)
{
  GPtrArray *lengths = g_ptr_array_new_with_free_func ((GDestroyNotify) length_free);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (*(const char *) word != '\0')
      {
        Length *length = find_length (lengths, strlen (word));
        guint slot = find_slot (hash_window (word, length->length));

        length->filter[slot / 8] |= (guint8) (1 << slot % 8);
      }
  return lengths;
}

static gboolean
is_part_of_number (const char *bytes, gsize size, gsize at, gsize length)
{
  for (gsize i = at; i < at + length; i++)
    if (!g_ascii_isdigit (bytes[i]))
      return FALSE;
  return (at > 0 && g_ascii_isdigit (bytes[at - 1])) || (at + length < size && g_ascii_isdigit (bytes[at + length]));
}

static const char *
look_up (const char *bytes, gsize size, gsize at, gsize length, GHashTable *words)
{
  g_autofree char *window = g_strndup (bytes + at, length);
  gpointer word = NULL;

  if (strlen (window) == length && g_hash_table_lookup_extended (words, window, &word, NULL)
      && !is_part_of_number (bytes, size, at, length))
    return word;
  return NULL;
}

static const char *
search_length (const char *bytes, gsize size, const Length *length, GHashTable *words)
{
  guint64 hash;

  if (size < length->length)
    return NULL;
  hash = hash_window (bytes, length->length);
  for (gsize at = 0;; at++)
    {
      guint slot = find_slot (hash);
      const char *word = NULL;

      if (length->filter[slot / 8] & (1 << slot % 8))
        word = look_up (bytes, size, at, length->length, words);
      if (word != NULL || at + length->length == size)
        return word;
      hash = add (hash, bytes[at + length->length]) - length->leaving * (guchar) bytes[at];
    }
}

const char *
caseness_byte_search (const char *bytes, gsize size, GHashTable *words)
{
  g_autoptr(GPtrArray) lengths = NULL;
  const char *found = NULL;

  g_return_val_if_fail (bytes != NULL && words != NULL, NULL);

  lengths = sort_by_length (words);
  for (guint i = 0; i < lengths->len && found == NULL; i++)
    found = search_length (bytes, size, lengths->pdata[i], words);
  return found;
}
