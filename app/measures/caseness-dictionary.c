/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-dictionary.h"

#include <string.h>

/* Service files hold millions of ids; a flat table of numbers probes far less memory than a table of pointers. */

#define FIRST_SLOTS 1024

typedef struct
{
  const char *text;
  guint32 hash;
} Entry;

struct _CasenessDictionary
{
  GStringChunk *texts;
  GArray *entries; /* Entry, by number */
  guint32 *slots;  /* numbers, 0 = free; a power of two of them, never more than half full */
  guint n_slots;
};

CasenessDictionary *
caseness_dictionary_new (void)
{
  CasenessDictionary *dictionary = g_new0 (CasenessDictionary, 1);
  Entry empty = { "", 0 };

  dictionary->texts = g_string_chunk_new (64 * 1024);
  dictionary->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_append_val (dictionary->entries, empty);
  dictionary->n_slots = FIRST_SLOTS;
  dictionary->slots = g_new0 (guint32, FIRST_SLOTS);
  return dictionary;
}

void
caseness_dictionary_free (CasenessDictionary *dictionary)
{
  if (dictionary == NULL)
    return;
  g_string_chunk_free (dictionary->texts);
  g_array_unref (dictionary->entries);
  g_free (dictionary->slots);
  g_free (dictionary);
}

static guint32
hash_text (const char *text)
{
  guint32 hash = 2166136261u;
  const guchar *p;

  for (p = (const guchar *) text; *p != '\0'; p++)
    hash = (hash ^ *p) * 16777619u;
  return hash ^ (hash >> 15);
}

/* The slot that holds the text, or the free one where it would go. */
static guint
find_slot (const CasenessDictionary *dictionary, const char *text, guint32 hash)
{
  guint mask = dictionary->n_slots - 1;
  guint slot = hash & mask;

  while (dictionary->slots[slot] != 0)
    {
      const Entry *entry = &g_array_index (dictionary->entries, Entry, dictionary->slots[slot]);

      if (entry->hash == hash && strcmp (entry->text, text) == 0)
        break;
      slot = (slot + 1) & mask;
    }
  return slot;
}

static void
grow (CasenessDictionary *dictionary)
{
  guint mask = dictionary->n_slots * 2 - 1;
  guint32 number;

  g_free (dictionary->slots);
  dictionary->n_slots *= 2;
  dictionary->slots = g_new0 (guint32, dictionary->n_slots);
  for (number = 1; number < dictionary->entries->len; number++)
    {
      guint slot = g_array_index (dictionary->entries, Entry, number).hash & mask;

      while (dictionary->slots[slot] != 0)
        slot = (slot + 1) & mask;
      dictionary->slots[slot] = number;
    }
}

guint32
caseness_dictionary_add (CasenessDictionary *dictionary, const char *text)
{
  Entry entry;
  guint slot;

  g_return_val_if_fail (dictionary != NULL, 0);
  if (text == NULL || *text == '\0')
    return 0;
  entry.hash = hash_text (text);
  slot = find_slot (dictionary, text, entry.hash);
  if (dictionary->slots[slot] != 0)
    return dictionary->slots[slot];
  if (dictionary->entries->len * 2 >= dictionary->n_slots)
    {
      grow (dictionary);
      slot = find_slot (dictionary, text, entry.hash);
    }
  entry.text = g_string_chunk_insert (dictionary->texts, text);
  dictionary->slots[slot] = dictionary->entries->len;
  g_array_append_val (dictionary->entries, entry);
  return dictionary->slots[slot];
}

guint32
caseness_dictionary_find (const CasenessDictionary *dictionary, const char *text)
{
  g_return_val_if_fail (dictionary != NULL, 0);
  if (text == NULL || *text == '\0')
    return 0;
  return dictionary->slots[find_slot (dictionary, text, hash_text (text))];
}

const char *
caseness_dictionary_get (const CasenessDictionary *dictionary, guint32 number)
{
  g_return_val_if_fail (dictionary != NULL && number < dictionary->entries->len, "");
  return g_array_index (dictionary->entries, Entry, number).text;
}

guint
caseness_dictionary_get_size (const CasenessDictionary *dictionary)
{
  g_return_val_if_fail (dictionary != NULL, 0);
  return dictionary->entries->len;
}
