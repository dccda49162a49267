/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-shared-text.h"

#include <string.h>

#define STORE_KEY "caseness-shared-text"
#define MOST_TEXTS 20000 /* some 40 MB; then all are forgotten, which costs time but nothing else */

/* Lines hold on to their context, so the context must not own the store: it only knows where it is. */
struct _CasenessTextStore
{
  PangoContext *context; /* owned */
  GHashTable *texts;     /* (element-type Key PangoLayout) */
};

/* A text and how it is set. Families are the few that themes name, so their addresses tell them apart. */
typedef struct
{
  const char *family;
  int size; /* in Pango units */
  PangoWeight weight;
  const char *text; /* of the key in the table: right behind it */
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ (guint) key->size * 31u ^ (guint) key->weight;
}

static gboolean
is_same_key (gconstpointer a, gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->size == second->size && first->weight == second->weight && first->family == second->family
         && g_str_equal (first->text, second->text);
}

static Key *
copy_key (const Key *key)
{
  gsize length = strlen (key->text) + 1;
  Key *copy = g_malloc (sizeof (Key) + length);

  *copy = *key;
  copy->text = memcpy (copy + 1, key->text, length);
  return copy;
}

CasenessTextStore *
caseness_text_store_new (PangoContext *context)
{
  CasenessTextStore *store;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  if (g_object_get_data (G_OBJECT (context), STORE_KEY) != NULL)
    return NULL;
  store = g_new0 (CasenessTextStore, 1);
  store->context = g_object_ref (context);
  store->texts = g_hash_table_new_full (hash_key, is_same_key, g_free, g_object_unref);
  g_object_set_data (G_OBJECT (context), STORE_KEY, store);
  return store;
}

void
caseness_text_store_free (CasenessTextStore *store)
{
  g_return_if_fail (store != NULL);

  g_object_set_data (G_OBJECT (store->context), STORE_KEY, NULL);
  g_hash_table_unref (store->texts);
  g_object_unref (store->context);
  g_free (store);
}

PangoLayout *
caseness_shared_text (const CasenessTheme *theme, PangoContext *context, const char *text, double size,
                      PangoWeight weight)
{
  Key key = { theme->font_family, (int) (size * PANGO_SCALE), weight, text };
  CasenessTextStore *store = g_object_get_data (G_OBJECT (context), STORE_KEY);
  PangoLayout *found;

  if (store == NULL)
    return caseness_theme_create_layout (theme, context, text, size, weight);
  found = g_hash_table_lookup (store->texts, &key);
  if (found != NULL)
    return g_object_ref (found);
  if (g_hash_table_size (store->texts) >= MOST_TEXTS)
    g_hash_table_remove_all (store->texts);
  found = caseness_theme_create_layout (theme, context, text, size, weight);
  g_hash_table_insert (store->texts, copy_key (&key), g_object_ref (found));
  return found;
}

double
caseness_shared_text_measure (const CasenessTheme *theme, PangoContext *context, const char *text, double size,
                              PangoWeight weight)
{
  g_autoptr(PangoLayout) line = caseness_shared_text (theme, context, text, size, weight);

  return caseness_text_get_width (line);
}

PangoLayout *
caseness_shared_text_fit (const CasenessTheme *theme, PangoContext *context, const char *text, double size,
                          PangoWeight weight, double width, PangoAlignment align)
{
  g_autoptr(PangoLayout) line = caseness_shared_text (theme, context, text, size, weight);
  PangoLayout *paragraph;

  if (caseness_text_get_width (line) <= width)
    return g_steal_pointer (&line);
  paragraph = caseness_theme_create_layout (theme, context, text, size, weight);
  pango_layout_set_width (paragraph, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (paragraph, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (paragraph, align);
  return paragraph;
}

double
caseness_text_get_indent (PangoLayout *text, double width, PangoAlignment align)
{
  double left;

  if (pango_layout_get_width (text) >= 0 || align == PANGO_ALIGN_LEFT)
    return 0;
  left = width - caseness_text_get_width (text);
  return align == PANGO_ALIGN_CENTER ? left / 2 : left;
}

double
caseness_text_get_width (PangoLayout *text)
{
  int width;

  pango_layout_get_size (text, &width, NULL);
  return (double) width / PANGO_SCALE;
}

double
caseness_text_get_height (PangoLayout *text)
{
  int height;

  pango_layout_get_size (text, NULL, &height);
  return (double) height / PANGO_SCALE;
}
