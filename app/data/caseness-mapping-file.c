/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-file-bytes.h"
#include "caseness-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The parts of the file. A field is up to four keys: `Field` is a column, `Field is` a constant, `Field format` a way
 * to write days and `Field codes` a list of word=code. */
#define GROUP "Caseness mapping"
#define VERSION 1
#define CONSTANT " is"
#define FORMAT " format"
#define CODES " codes"
#define WHEN "When"
#define MOST_BYTES (1024 * 1024)

/* Writing */

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
write_codes (GKeyFile *file, const char *group, const char *key, GHashTable *codes)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer word, code;

  g_hash_table_iter_init (&iter, codes);
  while (g_hash_table_iter_next (&iter, &word, &code))
    g_ptr_array_add (list, g_strdup_printf ("%s=%s", (char *) word, (char *) code));
  g_ptr_array_sort (list, compare_words);
  g_key_file_set_string_list (file, group, key, (const char *const *) list->pdata, list->len);
}

static void
write_source (GKeyFile *file, const char *group, const char *field, const CasenessMappingSource *source)
{
  g_autofree char *constant = g_strconcat (field, CONSTANT, NULL);
  g_autofree char *format = g_strconcat (field, FORMAT, NULL);
  g_autofree char *codes = g_strconcat (field, CODES, NULL);

  if (source->column != NULL)
    g_key_file_set_string (file, group, field, source->column);
  if (source->constant != NULL)
    g_key_file_set_string (file, group, constant, source->constant);
  if (source->format != NULL)
    g_key_file_set_string (file, group, format, source->format);
  if (source->codes != NULL && g_hash_table_size (source->codes) > 0)
    write_codes (file, group, codes, source->codes);
}

static void
write_feed (GKeyFile *file, const CasenessMappingFeed *feed)
{
  g_autofree char *group = feed->label == NULL ? g_strdup (feed->table->name)
                                               : g_strconcat (feed->table->name, " ", feed->label, NULL);

  if (feed->when != NULL)
    g_key_file_set_string (file, group, WHEN, feed->when);
  for (guint i = 0; i < feed->table->n_fields; i++)
    write_source (file, group, feed->table->fields[i].name, &feed->sources[i]);
}

char *
caseness_mapping_write (const CasenessMapping *mapping)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();

  g_key_file_set_integer (file, GROUP, "Version", VERSION);
  g_key_file_set_string (file, GROUP, "Name", mapping->name);
  if (mapping->provider != NULL)
    g_key_file_set_string (file, GROUP, "Provider", mapping->provider);
  g_key_file_set_string_list (file, GROUP, "Headers", (const char *const *) mapping->headers,
                              g_strv_length (mapping->headers));
  for (guint i = 0; i < mapping->feeds->len; i++)
    write_feed (file, mapping->feeds->pdata[i]);
  return g_key_file_to_data (file, NULL, NULL);
}

/* Reading */

static gboolean
refuse (const char *file, const char *part, const char *why, GError **error)
{
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               /* Translators: a file name, the part of the file in square brackets, a sentence. */
               _("%s, [%s]: %s"), file, part, why);
  return FALSE;
}

static gboolean
is_format (const char *text)
{
  return g_strv_contains (caseness_mapping_get_formats (), text);
}

static gboolean
read_codes (CasenessMappingFeed *feed, guint field, GKeyFile *file, const char *group, const char *key)
{
  g_auto(GStrv) list = g_key_file_get_string_list (file, group, key, NULL, NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      char *equals = strrchr (list[i], '=');

      if (equals == NULL)
        return FALSE;
      *equals = '\0';
      caseness_mapping_feed_set_code (feed, field, list[i], equals + 1);
    }
  return list != NULL;
}

/* Which field a key is about; @suffix is set to what follows the field's name. */
static int
find_field (const CasenessTableSpec *table, const char *key, const char **suffix)
{
  const char *blank = strchr (key, ' ');
  g_autofree char *name = blank == NULL ? g_strdup (key) : g_strndup (key, (gsize) (blank - key));

  *suffix = blank == NULL ? "" : blank;
  return caseness_spec_find_field (table, name);
}

static gboolean
read_key (CasenessMappingFeed *feed, GKeyFile *file, const char *group, const char *key)
{
  g_autofree char *value = g_key_file_get_string (file, group, key, NULL);
  const char *suffix;
  int field = find_field (feed->table, key, &suffix);

  if (value == NULL)
    return FALSE;
  if (g_str_equal (key, WHEN))
    {
      g_free (feed->when);
      feed->when = g_strdup (value);
      return caseness_spec_find_field (feed->table, value) >= 0;
    }
  if (field < 0)
    return FALSE;
  if (*suffix == '\0')
    caseness_mapping_feed_set_column (feed, (guint) field, value);
  else if (g_str_equal (suffix, CONSTANT))
    caseness_mapping_feed_set_constant (feed, (guint) field, value);
  else if (g_str_equal (suffix, FORMAT))
    caseness_mapping_feed_set_format (feed, (guint) field, value);
  else
    return g_str_equal (suffix, CODES) && read_codes (feed, (guint) field, file, group, key);
  return !g_str_equal (suffix, FORMAT) || is_format (value);
}

static gboolean
read_feed (CasenessMapping *mapping, GKeyFile *file, const char *group, const char *name, GError **error)
{
  const char *blank = strchr (group, ' ');
  g_autofree char *table_name = blank == NULL ? g_strdup (group) : g_strndup (group, (gsize) (blank - group));
  const CasenessTableSpec *table = caseness_spec_find_table (table_name);
  g_auto(GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  CasenessMappingFeed *feed;

  if (table == NULL || table->is_extract)
    return refuse (name, group, _("no table of the data set has this name."), error);
  feed = caseness_mapping_add_feed (mapping, table, blank == NULL ? NULL : blank + 1);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (!read_key (feed, file, group, keys[i]))
      {
        /* Translators: a line of the file, before its equals sign. */
        g_autofree char *why = g_strdup_printf (_("the line “%s” is not understood."), keys[i]);

        return refuse (name, group, why, error);
      }
  return TRUE;
}

static CasenessMapping *
read_head (GKeyFile *file, const char *name, GError **error)
{
  g_autofree char *title = g_key_file_get_string (file, GROUP, "Name", NULL);
  g_auto(GStrv) headers = g_key_file_get_string_list (file, GROUP, "Headers", NULL, NULL);
  CasenessMapping *mapping;

  if (title == NULL || headers == NULL)
    {
      refuse (name, GROUP, _("a mapping begins with this part, its name and the headings it is for."), error);
      return NULL;
    }
  if (g_key_file_get_integer (file, GROUP, "Version", NULL) > VERSION)
    {
      refuse (name, GROUP, _("a newer Caseness made this mapping. Update Caseness, or make the mapping again."), error);
      return NULL;
    }
  mapping = caseness_mapping_new (title, (const char *const *) headers);
  mapping->provider = g_key_file_get_string (file, GROUP, "Provider", NULL);
  return mapping;
}

CasenessMapping *
caseness_mapping_parse (GBytes *bytes, const char *file, GError **error)
{
  g_autoptr(GKeyFile) keys = g_key_file_new ();
  g_autoptr(CasenessMapping) mapping = NULL;
  g_auto(GStrv) groups = NULL;

  if (g_bytes_get_size (bytes) > MOST_BYTES || !g_key_file_load_from_bytes (keys, bytes, G_KEY_FILE_NONE, NULL))
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("%s is not a mapping. Take it away, or make it again from the CSV file."), file);
      return NULL;
    }
  mapping = read_head (keys, file, error);
  if (mapping == NULL)
    return NULL;
  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!g_str_equal (groups[i], GROUP) && !read_feed (mapping, keys, groups[i], file, error))
      return NULL;
  return g_steal_pointer (&mapping);
}

CasenessMapping *
caseness_mapping_load (const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = caseness_file_bytes_read (path, error);
  g_autofree char *name = g_filename_display_basename (path);

  return bytes == NULL ? NULL : caseness_mapping_parse (bytes, name, error);
}

gboolean
caseness_mapping_save (const CasenessMapping *mapping, const char *path, GError **error)
{
  g_autofree char *text = caseness_mapping_write (mapping);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr(GError) reason = NULL;

  if (g_file_set_contents (path, text, -1, &reason))
    return TRUE;
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY,
               /* Translators: a file name, then what the system says. */
               _("The mapping %s could not be saved: %s. Choose another folder."), name, reason->message);
  return FALSE;
}

CasenessMapping *
caseness_mapping_find (const char *folder, const char *const *headers)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, CASENESS_MAPPING_SUFFIX))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_words);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr(CasenessMapping) mapping = caseness_mapping_load (names->pdata[i], NULL);

      if (mapping != NULL && caseness_mapping_has_headers (mapping, headers))
        return g_steal_pointer (&mapping);
    }
  return NULL;
}
