/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-dictionary.h"

#include "caseness-packed.h"

#include <string.h>

/* Service files hold many ids. The texts lie one after another. While it grows, the table keeps each hash beside its
 * number, so that probing and growing touch no texts but the one sought. Frozen, a finder is made when something is first
 * looked up. */

#define FIRST_SLOTS 1024

typedef struct
{
  guint32 number; /* 0 = free */
  guint32 hash;
} Slot;

/* Frozen: the numbers by what their texts hash to. Those of bucket i are numbers[first[i]] to numbers[first[i + 1] - 1]. */
typedef struct
{
  guint n_buckets;
  CasenessPacked *first;
  CasenessPacked *numbers;
} Finder;

struct _CasenessDictionary
{
  GString *texts;          /* while it grows, each with its end, as the next three */
  GArray *starts;          /* guint32, by number: where a text begins */
  Slot *slots;             /* a power of two of them, never more than three quarters full */
  guint n_slots;

  CasenessPacked *offsets; /* once it is frozen: where a text begins */
  const char *all;         /* the texts, each with its end */
  gsize n_all;
  gpointer owned;          /* (nullable): what the texts lie in, unless somebody else keeps it */
  Finder *finder;          /* (nullable): made when first needed, by whichever thread comes first */
};

static void
add_text (CasenessDictionary *dictionary, const char *text)
{
  guint32 start = (guint32) dictionary->texts->len;

  g_array_append_val (dictionary->starts, start);
  g_string_append_len (dictionary->texts, text, (gssize) strlen (text) + 1);
}

static const char *
get_growing (const CasenessDictionary *dictionary, guint32 number)
{
  return dictionary->texts->str + g_array_index (dictionary->starts, guint32, number);
}

CasenessDictionary *
caseness_dictionary_new (void)
{
  CasenessDictionary *dictionary = g_new0 (CasenessDictionary, 1);

  dictionary->texts = g_string_sized_new (64 * 1024);
  dictionary->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  add_text (dictionary, "");
  dictionary->n_slots = FIRST_SLOTS;
  dictionary->slots = g_new0 (Slot, FIRST_SLOTS);
  return dictionary;
}

static void
drop_growing (CasenessDictionary *dictionary)
{
  if (dictionary->texts != NULL)
    g_string_free (dictionary->texts, TRUE);
  dictionary->texts = NULL;
  g_clear_pointer (&dictionary->starts, g_array_unref);
  g_clear_pointer (&dictionary->slots, g_free);
}

static void
finder_free (Finder *finder)
{
  if (finder == NULL)
    return;
  caseness_packed_free (finder->first);
  caseness_packed_free (finder->numbers);
  g_free (finder);
}

void
caseness_dictionary_free (CasenessDictionary *dictionary)
{
  if (dictionary == NULL)
    return;
  drop_growing (dictionary);
  caseness_packed_free (dictionary->offsets);
  g_free (dictionary->owned);
  finder_free (dictionary->finder);
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
        && strcmp (get_growing (dictionary, dictionary->slots[i].number), text) == 0)
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

  g_return_val_if_fail (dictionary != NULL && dictionary->slots != NULL, 0);
  if (text == NULL || *text == '\0')
    return 0;
  hash = hash_text (text);
  slot = find_slot (dictionary, text, hash);
  if (slot->number != 0)
    return slot->number;
  if (dictionary->starts->len >= dictionary->n_slots / 4 * 3)
    {
      grow (dictionary);
      slot = find_slot (dictionary, text, hash);
    }
  *slot = (Slot){ dictionary->starts->len, hash };
  add_text (dictionary, text);
  return slot->number;
}

guint32
caseness_dictionary_append (CasenessDictionary *dictionary, const char *text)
{
  g_return_val_if_fail (dictionary != NULL && dictionary->texts != NULL && dictionary->slots == NULL, 0);
  if (*text == '\0')
    return 0;
  add_text (dictionary, text);
  return dictionary->starts->len - 1;
}

void
caseness_dictionary_close (CasenessDictionary *dictionary)
{
  g_return_if_fail (dictionary != NULL && dictionary->texts != NULL);
  g_clear_pointer (&dictionary->slots, g_free);
}

void
caseness_dictionary_freeze (CasenessDictionary *dictionary)
{
  g_return_if_fail (dictionary != NULL && dictionary->texts != NULL);
  dictionary->offsets
    = caseness_packed_new ((const gint32 *) (gconstpointer) dictionary->starts->data, dictionary->starts->len);
  dictionary->n_all = dictionary->texts->len;
  dictionary->owned = g_realloc (g_string_free (g_steal_pointer (&dictionary->texts), FALSE), dictionary->n_all);
  dictionary->all = dictionary->owned;
  drop_growing (dictionary);
}

/* So many texts come to a bucket that nearly all of what a finder takes are the numbers. */
#define TEXTS_A_BUCKET 4

static guint
choose_bucket (const char *text, guint n_buckets)
{
  return (guint) (((guint64) (hash_text (text) * 2654435769u) * n_buckets) >> 32);
}

/* The empty text has no place in it. */
static Finder *
finder_new (const CasenessDictionary *dictionary)
{
  guint n = dictionary->offsets->n, i;
  Finder *finder = g_new0 (Finder, 1);
  g_autofree guint32 *buckets = g_new (guint32, n);
  g_autofree gint32 *ends = NULL, *numbers = g_new (gint32, n);

  finder->n_buckets = n / TEXTS_A_BUCKET + 1;
  ends = g_new0 (gint32, finder->n_buckets + 1);
  for (i = 1; i < n; i++)
    {
      buckets[i] = choose_bucket (caseness_dictionary_get (dictionary, i), finder->n_buckets);
      ends[buckets[i] + 1]++;
    }
  for (i = 0; i < finder->n_buckets; i++)
    ends[i + 1] += ends[i];
  finder->first = caseness_packed_new (ends, finder->n_buckets + 1);
  for (i = 1; i < n; i++)
    numbers[ends[buckets[i]]++] = (gint32) i;
  finder->numbers = caseness_packed_new (numbers, n - 1);
  return finder;
}

static const Finder *
get_finder (CasenessDictionary *dictionary)
{
  Finder *finder = g_atomic_pointer_get (&dictionary->finder);

  if (finder != NULL)
    return finder;
  finder = finder_new (dictionary);
  if (!g_atomic_pointer_compare_and_exchange (&dictionary->finder, NULL, finder))
    finder_free (finder);
  return g_atomic_pointer_get (&dictionary->finder);
}

static guint32
find_frozen (const CasenessDictionary *dictionary, const char *text)
{
  const Finder *finder = get_finder ((CasenessDictionary *) dictionary);
  guint bucket = choose_bucket (text, finder->n_buckets);
  guint end = (guint) caseness_packed_get (finder->first, bucket + 1), i;

  for (i = (guint) caseness_packed_get (finder->first, bucket); i < end; i++)
    {
      guint32 number = (guint32) caseness_packed_get (finder->numbers, i);

      if (strcmp (caseness_dictionary_get (dictionary, number), text) == 0)
        return number;
    }
  return 0;
}

guint32
caseness_dictionary_find (const CasenessDictionary *dictionary, const char *text)
{
  g_return_val_if_fail (dictionary != NULL, 0);
  if (text == NULL || *text == '\0')
    return 0;
  g_return_val_if_fail (dictionary->texts == NULL || dictionary->slots != NULL, 0);
  if (dictionary->texts != NULL)
    return find_slot (dictionary, text, hash_text (text))->number;
  return find_frozen (dictionary, text);
}

const char *
caseness_dictionary_get (const CasenessDictionary *dictionary, guint32 number)
{
  g_return_val_if_fail (number < caseness_dictionary_get_size (dictionary), "");
  if (dictionary->texts != NULL)
    return get_growing (dictionary, number);
  return dictionary->all + (guint32) caseness_packed_get (dictionary->offsets, number);
}

guint
caseness_dictionary_get_size (const CasenessDictionary *dictionary)
{
  g_return_val_if_fail (dictionary != NULL, 0);
  return dictionary->texts != NULL ? dictionary->starts->len : dictionary->offsets->n;
}

gsize
caseness_dictionary_get_memory (const CasenessDictionary *dictionary)
{
  const Finder *finder;

  g_return_val_if_fail (dictionary != NULL && dictionary->texts == NULL, 0);
  finder = g_atomic_pointer_get (&((CasenessDictionary *) dictionary)->finder);
  return sizeof *dictionary + dictionary->n_all + caseness_packed_get_size (dictionary->offsets)
         + (finder != NULL ? caseness_packed_get_size (finder->first) + caseness_packed_get_size (finder->numbers) : 0);
}

void
caseness_dictionary_write (const CasenessDictionary *dictionary, GByteArray *bytes)
{
  static const guint8 padding[8];
  guint64 n_all;

  g_return_if_fail (dictionary != NULL && dictionary->texts == NULL);
  n_all = dictionary->n_all;
  g_byte_array_append (bytes, (const guint8 *) &n_all, sizeof n_all);
  caseness_packed_write (dictionary->offsets, bytes);
  g_byte_array_append (bytes, (const guint8 *) dictionary->all, dictionary->n_all);
  g_byte_array_append (bytes, padding, (8 - bytes->len % 8) % 8);
}

/* Every text must begin inside, and the last must end; the first is the empty one. */
static gboolean
are_texts_sound (const CasenessDictionary *dictionary)
{
  return dictionary->offsets->n > 0 && dictionary->n_all > 0 && dictionary->n_all <= G_MAXINT32
         && dictionary->all[dictionary->n_all - 1] == '\0'
         && caseness_packed_is_within (dictionary->offsets, 0, (gint32) dictionary->n_all - 1)
         && *caseness_dictionary_get (dictionary, 0) == '\0';
}

CasenessDictionary *
caseness_dictionary_take (const guint8 **bytes, gsize *n_bytes)
{
  g_autoptr(CasenessDictionary) dictionary = g_new0 (CasenessDictionary, 1);
  guint64 n_all;
  gsize n_taken, n_left;

  if (*n_bytes < sizeof n_all)
    return NULL;
  memcpy (&n_all, *bytes, sizeof n_all);
  dictionary->offsets = caseness_packed_take (*bytes + sizeof n_all, *n_bytes - sizeof n_all, &n_taken);
  if (dictionary->offsets == NULL)
    return NULL;
  n_taken += sizeof n_all;
  n_left = *n_bytes - n_taken;
  dictionary->all = (const char *) *bytes + n_taken;
  dictionary->n_all = n_all;
  if (n_all > n_left || (n_all + 7) / 8 * 8 > n_left || !are_texts_sound (dictionary))
    return NULL;
  n_taken += (n_all + 7) / 8 * 8;
  *bytes += n_taken;
  *n_bytes -= n_taken;
  return g_steal_pointer (&dictionary);
}
