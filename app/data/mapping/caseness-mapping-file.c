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

/* What is read: the keys, and the text they are in to tell lines by. */
typedef struct
{
  GKeyFile *keys;
  const char *file; /* its name */
  GStrv lines;
} Source;

static void
source_clear (Source *source)
{
  g_clear_pointer (&source->keys, g_key_file_unref);
  g_clear_pointer (&source->lines, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static void
source_init (Source *source, GBytes *bytes, const char *file)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = size <= MOST_BYTES ? g_strndup (data, size) : g_strdup ("");

  source->keys = g_key_file_new ();
  source->file = file;
  source->lines = g_strsplit (text, "\n", 0);
  for (guint i = 0; source->lines[i] != NULL; i++)
    g_strstrip (source->lines[i]);
}

static gboolean
is_part (const char *line, const char *part)
{
  gsize length = strlen (part);

  return line[0] == '[' && strncmp (line + 1, part, length) == 0 && line[length + 1] == ']';
}

static gboolean
is_key (const char *line, const char *key)
{
  gsize length = strlen (key);

  return strncmp (line, key, length) == 0 && line[length + strspn (line + length, " \t")] == '=';
}

/* The line of the file, first = 1, on which a part begins, or one of its keys stands. */
static guint
find_line (const Source *source, const char *part, const char *key)
{
  guint of_part = 1;
  gboolean is_inside = FALSE;

  for (guint i = 0; source->lines[i] != NULL; i++)
    {
      if (source->lines[i][0] == '[')
        is_inside = is_part (source->lines[i], part);
      if (is_inside && source->lines[i][0] == '[')
        of_part = i + 1;
      if (is_inside && key != NULL && is_key (source->lines[i], key))
        return i + 1;
    }
  return of_part;
}

/* The first line that a mapping cannot have. */
static guint
find_strange_line (const Source *source)
{
  gboolean is_inside = FALSE;

  for (guint i = 0; source->lines[i] != NULL; i++)
    {
      const char *line = source->lines[i];
      gboolean is_head = line[0] == '[' && strchr (line, ']') != NULL;

      is_inside |= is_head;
      if (!is_head && line[0] != '\0' && line[0] != '#'
          && (!is_inside || strchr (line, '=') == NULL || !g_utf8_validate (line, -1, NULL)))
        return i + 1;
    }
  return 1;
}

static gboolean
refuse (const Source *source, const char *part, const char *key, const char *why, GError **error)
{
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               /* Translators: a file name, the number of a line, the part of the file in square brackets, a sentence. */
               _("%s, line %u, [%s]: %s"), source->file, find_line (source, part, key), part, why);
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
read_feed (CasenessMapping *mapping, const Source *source, const char *group, GError **error)
{
  const char *blank = strchr (group, ' ');
  g_autofree char *table_name = blank == NULL ? g_strdup (group) : g_strndup (group, (gsize) (blank - group));
  const CasenessTableSpec *table = caseness_spec_find_table (table_name);
  g_auto(GStrv) keys = g_key_file_get_keys (source->keys, group, NULL, NULL);
  CasenessMappingFeed *feed;

  if (table == NULL || table->is_extract)
    return refuse (source, group, NULL, _("no table of the data set has this name."), error);
  feed = caseness_mapping_add_feed (mapping, table, blank == NULL ? NULL : blank + 1);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (!read_key (feed, source->keys, group, keys[i]))
      {
        /* Translators: a line of the file, before its equals sign. */
        g_autofree char *why = g_strdup_printf (_("the line “%s” is not understood."), keys[i]);

        return refuse (source, group, keys[i], why, error);
      }
  return TRUE;
}

static CasenessMapping *
read_head (const Source *source, GError **error)
{
  GKeyFile *file = source->keys;
  g_autofree char *title = g_key_file_get_string (file, GROUP, "Name", NULL);
  g_auto(GStrv) headers = g_key_file_get_string_list (file, GROUP, "Headers", NULL, NULL);
  CasenessMapping *mapping;

  if (title == NULL || headers == NULL)
    {
      refuse (source, GROUP, NULL, _("a mapping begins with this part, its name and the headings it is for."), error);
      return NULL;
    }
  if (g_key_file_get_integer (file, GROUP, "Version", NULL) > VERSION)
    {
      refuse (source, GROUP, "Version", _("a newer Caseness made this mapping. Update Caseness, or make the mapping again."), error);
      return NULL;
    }
  mapping = caseness_mapping_new (title, (const char *const *) headers);
  mapping->provider = g_key_file_get_string (file, GROUP, "Provider", NULL);
  return mapping;
}

CasenessMapping *
caseness_mapping_parse (GBytes *bytes, const char *file, GError **error)
{
  g_auto(Source) source = { NULL };
  g_autoptr(CasenessMapping) mapping = NULL;
  g_auto(GStrv) groups = NULL;

  source_init (&source, bytes, file);
  if (g_bytes_get_size (bytes) > MOST_BYTES || !g_key_file_load_from_bytes (source.keys, bytes, G_KEY_FILE_NONE, NULL))
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   /* Translators: a file name, then the number of a line. */
                   _("%s, line %u: this is not a mapping. Take the file away, or make it again from the CSV file."), file,
                   find_strange_line (&source));
      return NULL;
    }
  mapping = read_head (&source, error);
  if (mapping == NULL)
    return NULL;
  groups = g_key_file_get_groups (source.keys, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!g_str_equal (groups[i], GROUP) && !read_feed (mapping, &source, groups[i], error))
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
