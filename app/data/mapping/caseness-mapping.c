/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
source_clear (CasenessMappingSource *source)
{
  g_clear_pointer (&source->column, g_free);
  g_clear_pointer (&source->constant, g_free);
  g_clear_pointer (&source->format, g_free);
  g_clear_pointer (&source->codes, g_hash_table_unref);
}

static void
feed_free (CasenessMappingFeed *feed)
{
  for (guint i = 0; i < feed->table->n_fields; i++)
    source_clear (&feed->sources[i]);
  g_free (feed->sources);
  g_free (feed->label);
  g_free (feed->when);
  g_free (feed);
}

CasenessMapping *
caseness_mapping_new (const char *name, const char *const *headers)
{
  CasenessMapping *mapping = g_new0 (CasenessMapping, 1);

  g_return_val_if_fail (name != NULL && headers != NULL, NULL);

  mapping->name = g_strdup (name);
  mapping->headers = g_strdupv ((char **) headers);
  mapping->feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) feed_free);
  return mapping;
}

void
caseness_mapping_free (CasenessMapping *mapping)
{
  if (mapping == NULL)
    return;
  g_free (mapping->name);
  g_free (mapping->provider);
  g_strfreev (mapping->headers);
  g_ptr_array_unref (mapping->feeds);
  g_free (mapping);
}

CasenessMappingFeed *
caseness_mapping_add_feed (CasenessMapping *mapping, const CasenessTableSpec *table, const char *label)
{
  CasenessMappingFeed *feed = g_new0 (CasenessMappingFeed, 1);

  feed->table = table;
  feed->label = g_strdup (label);
  feed->sources = g_new0 (CasenessMappingSource, table->n_fields);
  g_ptr_array_add (mapping->feeds, feed);
  return feed;
}

static void
replace_text (char **text, const char *by)
{
  char *old = *text;

  *text = g_strdup (by);
  g_free (old);
}

void
caseness_mapping_feed_set_column (CasenessMappingFeed *feed, guint field, const char *column)
{
  g_return_if_fail (field < feed->table->n_fields);

  replace_text (&feed->sources[field].column, column);
  g_clear_pointer (&feed->sources[field].constant, g_free);
}

void
caseness_mapping_feed_set_constant (CasenessMappingFeed *feed, guint field, const char *constant)
{
  g_return_if_fail (field < feed->table->n_fields);

  replace_text (&feed->sources[field].constant, constant);
  g_clear_pointer (&feed->sources[field].column, g_free);
}

void
caseness_mapping_feed_set_format (CasenessMappingFeed *feed, guint field, const char *format)
{
  g_return_if_fail (field < feed->table->n_fields);

  replace_text (&feed->sources[field].format, format);
}

void
caseness_mapping_feed_set_code (CasenessMappingFeed *feed, guint field, const char *word, const char *code)
{
  CasenessMappingSource *source;
  g_autofree char *key = caseness_mapping_normalize (word);

  g_return_if_fail (field < feed->table->n_fields);

  source = &feed->sources[field];
  if (source->codes == NULL)
    source->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (code == NULL)
    g_hash_table_remove (source->codes, key);
  else
    g_hash_table_insert (source->codes, g_steal_pointer (&key), g_strdup (code));
}

/* Headings */

char *
caseness_mapping_normalize (const char *text)
{
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *kept = g_string_new (NULL);

  for (const char *c = whole != NULL ? whole : ""; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (kept, g_unichar_tolower (g_utf8_get_char (c)));
  if (kept->len == 0)
    g_string_assign (kept, text);
  return g_string_free (kept, FALSE);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What two lists of headings have in common when they are the same. */
static char *
fingerprint (const char *const *headers)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; headers[i] != NULL; i++)
    g_ptr_array_add (names, caseness_mapping_normalize (headers[i]));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (";", (char **) names->pdata);
}

gboolean
caseness_mapping_has_headers (const CasenessMapping *mapping, const char *const *headers)
{
  g_autofree char *ours = fingerprint ((const char *const *) mapping->headers);
  g_autofree char *theirs = fingerprint (headers);

  return g_str_equal (ours, theirs);
}

static gboolean
has_header (const char *const *headers, const char *column)
{
  g_autofree char *wanted = caseness_mapping_normalize (column);

  for (guint i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *name = caseness_mapping_normalize (headers[i]);

      if (g_str_equal (name, wanted))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_feed (const CasenessMapping *mapping, gboolean is_list)
{
  for (guint i = 0; i < mapping->feeds->len; i++)
    if (((const CasenessMappingFeed *) mapping->feeds->pdata[i])->table->is_list == is_list)
      return TRUE;
  return FALSE;
}

gboolean
caseness_mapping_gives_tables (const CasenessMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, FALSE);
  return has_feed (mapping, FALSE);
}

gboolean
caseness_mapping_gives_lists (const CasenessMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, FALSE);
  return has_feed (mapping, TRUE);
}

GStrv
caseness_mapping_list_missing (const CasenessMapping *mapping, const char *const *headers)
{
  g_autoptr(GStrvBuilder) missing = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < mapping->feeds->len; i++)
    {
      const CasenessMappingFeed *feed = mapping->feeds->pdata[i];

      for (guint j = 0; j < feed->table->n_fields; j++)
        {
          char *column = feed->sources[j].column;

          if (column != NULL && !has_header (headers, column) && g_hash_table_add (seen, column))
            g_strv_builder_add (missing, column);
        }
    }
  return g_strv_builder_end (missing);
}

/* What keeps a mapping from being used */

static void
add_problems_of_feed (const CasenessMappingFeed *feed, GStrvBuilder *problems)
{
  for (guint i = 0; i < feed->table->n_fields; i++)
    if (feed->table->fields[i].is_mandatory && feed->sources[i].column == NULL && feed->sources[i].constant == NULL)
      {
        /* Translators: the name of a table, then of one of its fields. */
        g_autofree char *problem
          = g_strdup_printf (_("%s: every row needs %s. Choose the column that holds it, or one text for all rows."),
                             feed->table->name, feed->table->fields[i].name);

        g_strv_builder_add (problems, problem);
      }
}

GStrv
caseness_mapping_list_problems (const CasenessMapping *mapping)
{
  g_autoptr(GStrvBuilder) problems = g_strv_builder_new ();

  if (mapping->feeds->len == 0)
    g_strv_builder_add (problems, _("No table is chosen. Choose at least one that the file holds."));
  for (guint i = 0; i < mapping->feeds->len; i++)
    add_problems_of_feed (mapping->feeds->pdata[i], problems);
  return g_strv_builder_end (problems);
}
