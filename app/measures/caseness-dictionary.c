/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-dictionary.h"

#include <string.h>

/* Service files hold millions of ids. The table keeps each hash beside its number, so that probing and growing touch
 * no texts but the one sought. */

#define FIRST_SLOTS 1024

typedef struct
{
  guint32 number; /* 0 = free */
  guint32 hash;
} Slot;

struct _CasenessDictionary
{
  GStringChunk *texts;
  GPtrArray *by_number; /* text */
  Slot *slots;          /* a power of two of them, never more than half full */
  guint n_slots;
};

CasenessDictionary *
caseness_dictionary_new (void)
{
  CasenessDictionary *dictionary = g_new0 (CasenessDictionary, 1);

  dictionary->texts = g_string_chunk_new (64 * 1024);
  dictionary->by_number = g_ptr_array_new ();
  g_ptr_array_add (dictionary->by_number, (gpointer) "");
  dictionary->n_slots = FIRST_SLOTS;
  dictionary->slots = g_new0 (Slot, FIRST_SLOTS);
  return dictionary;
}

void
caseness_dictionary_free (CasenessDictionary *dictionary)
{
  if (dictionary == NULL)
    return;
  g_string_chunk_free (dictionary->texts);
  g_ptr_array_unref (dictionary->by_number);
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
static Slot *
find_slot (const CasenessDictionary *dictionary, const char *text, guint32 hash)
{
  guint mask = dictionary->n_slots - 1, i;

  for (i = hash & mask; dictionary->slots[i].number != 0; i = (i + 1) & mask)
    if (dictionary->slots[i].hash == hash
        && strcmp (g_ptr_array_index (dictionary->by_number, dictionary->slots[i].number), text) == 0)
      break;
  return &dictionary->slots[i];
}

static void
grow (CasenessDictionary *dictionary)
{
  guint n = dictionary->n_slots * 2, i, k;
  Slot *slots = g_new0 (Slot, n);

  for (i = 0; i < dictionary->n_slots; i++)
    {
      if (dictionary->slots[i].number == 0)
        continue;
      for (k = dictionary->slots[i].hash & (n - 1); slots[k].number != 0; k = (k + 1) & (n - 1))
        ;
      slots[k] = dictionary->slots[i];
    }
  g_free (dictionary->slots);
  dictionary->slots = slots;
  dictionary->n_slots = n;
}

guint32
caseness_dictionary_add (CasenessDictionary *dictionary, const char *text)
{
  guint32 hash;
  Slot *slot;

  g_return_val_if_fail (dictionary != NULL, 0);
  if (text == NULL || *text == '\0')
    return 0;
  hash = hash_text (text);
  slot = find_slot (dictionary, text, hash);
  if (slot->number != 0)
    return slot->number;
  if (dictionary->by_number->len * 2 >= dictionary->n_slots)
    {
      grow (dictionary);
      slot = find_slot (dictionary, text, hash);
    }
  *slot = (Slot){ dictionary->by_number->len, hash };
  g_ptr_array_add (dictionary->by_number, g_string_chunk_insert (dictionary->texts, text));
  return slot->number;
}

guint32
caseness_dictionary_find (const CasenessDictionary *dictionary, const char *text)
{
  g_return_val_if_fail (dictionary != NULL, 0);
  if (text == NULL || *text == '\0')
    return 0;
  return find_slot (dictionary, text, hash_text (text))->number;
}

const char *
caseness_dictionary_get (const CasenessDictionary *dictionary, guint32 number)
{
  g_return_val_if_fail (dictionary != NULL && number < dictionary->by_number->len, "");
  return g_ptr_array_index (dictionary->by_number, number);
}

guint
caseness_dictionary_get_size (const CasenessDictionary *dictionary)
{
  g_return_val_if_fail (dictionary != NULL, 0);
  return dictionary->by_number->len;
}
