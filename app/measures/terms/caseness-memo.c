/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-memo.h"

typedef struct
{
  const char *key;
  CasenessPeriod period;
  guint64 *bitmap;
  gsize n_bytes;
  GDestroyNotify clear; /* (nullable): of what owns something */
  guint place; /* in the list */
} Entry;

struct _CasenessMemo
{
  GMutex mutex;
  GHashTable *entries; /* Entry, by itself */
  GPtrArray *list;     /* the same, to choose one from */
  gsize n_bytes;
  gsize most;
  guint32 draw;        /* of what makes room; which one is nothing that a figure depends on */
};

static guint
hash_entry (gconstpointer data)
{
  const Entry *entry = data;

  return g_direct_hash (entry->key) ^ (guint) entry->period.start * 2654435769u ^ (guint) entry->period.end * 40503u;
}

static gboolean
is_same_entry (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  return first->key == second->key && caseness_period_equal (&first->period, &second->period);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  if (entry->clear != NULL)
    g_atomic_rc_box_release_full (entry->bitmap, entry->clear);
  else
    g_atomic_rc_box_release (entry->bitmap);
  g_free (entry);
}

CasenessMemo *
caseness_memo_new (gsize n_bytes)
{
  CasenessMemo *memo = g_new0 (CasenessMemo, 1);

  g_mutex_init (&memo->mutex);
  memo->entries = g_hash_table_new_full (hash_entry, is_same_entry, free_entry, NULL);
  memo->list = g_ptr_array_new ();
  memo->most = n_bytes;
  memo->draw = 1;
  return memo;
}

void
caseness_memo_free (CasenessMemo *memo)
{
  if (memo == NULL)
    return;
  g_hash_table_unref (memo->entries);
  g_ptr_array_unref (memo->list);
  g_mutex_clear (&memo->mutex);
  g_free (memo);
}

const guint64 *
caseness_memo_get (CasenessMemo *memo, const char *key, const CasenessPeriod *period)
{
  Entry wanted = { .key = key, .period = *period };
  const Entry *entry;
  const guint64 *bitmap;

  g_mutex_lock (&memo->mutex);
  entry = g_hash_table_lookup (memo->entries, &wanted);
  bitmap = entry != NULL ? g_atomic_rc_box_acquire (entry->bitmap) : NULL;
  g_mutex_unlock (&memo->mutex);
  return bitmap;
}

static void
remove_any (CasenessMemo *memo)
{
  Entry *entry, *last = g_ptr_array_index (memo->list, memo->list->len - 1);

  memo->draw = memo->draw * 1664525u + 1013904223u;
  entry = g_ptr_array_index (memo->list, (memo->draw >> 8) % memo->list->len);
  memo->list->pdata[entry->place] = last;
  last->place = entry->place;
  g_ptr_array_set_size (memo->list, (gint) memo->list->len - 1);
  memo->n_bytes -= entry->n_bytes;
  g_hash_table_remove (memo->entries, entry);
}

gpointer
caseness_memo_put_object (CasenessMemo *memo, const char *key, const CasenessPeriod *period, gpointer object, gsize n_bytes,
                          GDestroyNotify clear)
{
  Entry wanted = { .key = key, .period = *period, .bitmap = object, .n_bytes = n_bytes, .clear = clear };

  g_mutex_lock (&memo->mutex);
  if (n_bytes <= memo->most && !g_hash_table_contains (memo->entries, &wanted))
    {
      Entry *entry;

      while (memo->n_bytes + n_bytes > memo->most)
        remove_any (memo);
      entry = g_memdup2 (&wanted, sizeof wanted);
      entry->place = memo->list->len;
      g_atomic_rc_box_acquire (object);
      g_ptr_array_add (memo->list, entry);
      g_hash_table_add (memo->entries, entry);
      memo->n_bytes += n_bytes;
    }
  g_mutex_unlock (&memo->mutex);
  return object;
}

const guint64 *
caseness_memo_put (CasenessMemo *memo, const char *key, const CasenessPeriod *period, guint64 *bitmap, gsize n_bytes)
{
  return caseness_memo_put_object (memo, key, period, bitmap, n_bytes, NULL);
}

gconstpointer
caseness_memo_get_or_make (CasenessMemo *memo, const char *key, const CasenessPeriod *period, CasenessMemoMake make,
                           gpointer user_data)
{
  gconstpointer kept = caseness_memo_get (memo, key, period);
  gpointer made;
  gsize n_bytes = 0;

  if (kept != NULL)
    return kept;
  made = make (user_data, &n_bytes);
  return caseness_memo_put_object (memo, key, period, made, n_bytes, NULL);
}

void
caseness_memo_drop (gpointer bitmap)
{
  if (bitmap != NULL)
    g_atomic_rc_box_release (bitmap);
}
