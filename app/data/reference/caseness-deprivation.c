/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-deprivation.h"

#include "caseness-csv-reader.h"
#include "caseness-data-error.h"
#include "caseness-digest.h"
#include "caseness-file-bytes.h"
#include "caseness-heading.h"
#include "caseness-reference.h"
#include "caseness-text-encoding.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COLUMNS 256
#define MAX_LETTERS 8  /* of a postcode without its space, and one to spare */
#define LETTERS 37     /* A to Z, 0 to 9, and none */
#define HEAD_BYTES 4096
#define N_DECILES 10
#define CHUNK (1 << 20)

/* A postcode as a number, and its decile in the last place; the whole country takes some 14 MB so. */
#define DECILE_OF(entry) ((guint) ((entry) % 16))
#define POSTCODE_OF(entry) ((entry) / 16)
#define CONTRADICTED 15

struct _CasenessDeprivation
{
  char *path;
  char *file;
  char *sha256;
  guint64 bytes;
  GArray *entries; /* of guint64, by postcode */
  guint n_read;
  guint n_left_out;
  guint first_left_out;
};

typedef struct
{
  CasenessDeprivation *lookup;
  int postcode; /* columns; -1 while the headings are not read */
  int decile;
  guint line;   /* of the headings */
} Reading;

/* Headings */

static int
find_column (const CasenessCsvRow *row, const char *role)
{
  const CasenessReference *known = caseness_reference_get ("deprivation-columns");
  guint heading = caseness_reference_find_column (known, "heading");
  guint of = caseness_reference_find_column (known, "role");

  for (guint k = 0; k < caseness_reference_get_n_rows (known); k++)
    for (guint i = 0; i < row->n_held; i++)
      {
        g_autofree char *name = caseness_heading_normalise (row->cells[i] != NULL ? row->cells[i] : "");

        if (g_str_equal (caseness_reference_get_cell (known, k, of), role)
            && g_str_equal (caseness_reference_get_cell (known, k, heading), name))
          return (int) i;
      }
  return -1;
}

static gboolean
take_headings (Reading *reading, const CasenessCsvRow *row)
{
  if (find_column (row, "person") >= 0)
    return FALSE;
  reading->postcode = find_column (row, "postcode");
  reading->decile = find_column (row, "decile");
  reading->line = row->line;
  return reading->postcode >= 0 && reading->decile >= 0;
}

/* Rows */

/* 0 when it cannot be a postcode. */
static guint64
pack_postcode (const char *text)
{
  guint64 packed = 0;
  guint n = 0;

  for (; text != NULL && *text != '\0'; text++)
    {
      if (*text == ' ')
        continue;
      if (!g_ascii_isalnum (*text) || n == MAX_LETTERS)
        return 0;
      packed = packed * LETTERS
               + (guint64) (g_ascii_isdigit (*text) ? *text - '0' + 1 : g_ascii_toupper (*text) - 'A' + 11);
      n++;
    }
  return packed;
}

/* "3", "03" and "3.0" are one decile; 0 when it is none. */
static guint
parse_decile (const char *text)
{
  char *end;
  double value = text != NULL ? g_ascii_strtod (text, &end) : 0;

  if (text == NULL || end == text || *end != '\0' || !(value >= 1 && value <= N_DECILES) || value != (guint) value)
    return 0;
  return (guint) value;
}

static void
leave_out (CasenessDeprivation *lookup, guint line)
{
  lookup->n_left_out++;
  if (lookup->first_left_out == 0)
    lookup->first_left_out = line;
}

static gboolean
refuse_headings (const CasenessDeprivation *lookup, guint line, GError **error)
{
  /* Translators: a file name, then the number of a line. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               _("%s, line %u: this is not a lookup of deprivation. It needs a column headed Postcode and one headed "
                 "IMDDecile or Index of Multiple Deprivation Decile, 1 the most deprived to 10."),
               lookup->file, line);
  return FALSE;
}

static gboolean
take_row (const CasenessCsvRow *row, gpointer data, GError **error)
{
  Reading *reading = data;
  guint64 postcode;
  guint decile;

  if (reading->postcode < 0)
    return take_headings (reading, row) || refuse_headings (reading->lookup, row->line, error);
  reading->lookup->n_read++;
  postcode = reading->postcode < (int) row->n_held ? pack_postcode (row->cells[reading->postcode]) : 0;
  decile = reading->decile < (int) row->n_held ? parse_decile (row->cells[reading->decile]) : 0;
  if (postcode == 0 || decile == 0)
    leave_out (reading->lookup, row->line);
  else
    {
      guint64 entry = postcode * 16 + decile;

      g_array_append_val (reading->lookup->entries, entry);
    }
  return TRUE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

/* Each postcode once; one with two deciles has none. */
static void
settle (CasenessDeprivation *lookup)
{
  guint64 *entries = (guint64 *) (gpointer) lookup->entries->data;
  guint n = 0;

  g_array_sort (lookup->entries, compare_entries);
  for (guint i = 0; i < lookup->entries->len; i++)
    if (n > 0 && POSTCODE_OF (entries[n - 1]) == POSTCODE_OF (entries[i]))
      {
        if (DECILE_OF (entries[n - 1]) != DECILE_OF (entries[i]))
          entries[n - 1] = POSTCODE_OF (entries[i]) * 16 + CONTRADICTED;
      }
    else
      entries[n++] = entries[i];
  g_array_set_size (lookup->entries, n);
  for (guint i = n; i > 0; i--)
    if (DECILE_OF (entries[i - 1]) == CONTRADICTED)
      {
        g_array_remove_index (lookup->entries, i - 1);
        lookup->n_left_out++;
      }
}

static gboolean
read_rows (CasenessDeprivation *lookup, GBytes *text, GError **error)
{
  Reading reading = { lookup, -1, -1, 1 };
  g_autoptr(CasenessCsvReader) reader = caseness_csv_reader_new (lookup->file, MAX_COLUMNS, take_row, &reading);
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  caseness_csv_reader_set_separator (reader, caseness_csv_guess_separator (data, length));
  if (!caseness_csv_reader_feed_in_chunks (reader, data, length, CHUNK, error))
    return FALSE;
  if (reading.postcode < 0)
    return refuse_headings (lookup, 1, error);
  settle (lookup);
  if (lookup->entries->len > 0)
    return TRUE;
  /* Translators: a file name, then the number of a line. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               _("%s, line %u: no row from here on gives a postcode one decile from 1 to 10."), lookup->file,
               lookup->first_left_out > 0 ? lookup->first_left_out : reading.line);
  return FALSE;
}

CasenessDeprivation *
caseness_deprivation_read (const char *path, GError **error)
{
  g_autoptr(CasenessDeprivation) lookup = g_new0 (CasenessDeprivation, 1);
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) text = NULL;
  CasenessTextEncoding encoding;

  g_return_val_if_fail (path != NULL, NULL);

  lookup->path = g_canonicalize_filename (path, NULL);
  name = g_path_get_basename (path);
  lookup->file = g_filename_display_name (name);
  lookup->entries = g_array_new (FALSE, FALSE, sizeof (guint64));
  bytes = caseness_file_bytes_read (path, error);
  text = bytes != NULL ? caseness_text_to_utf8 (bytes, lookup->file, &encoding, error) : NULL;
  if (text == NULL)
    return NULL;
  lookup->bytes = g_bytes_get_size (bytes);
  lookup->sha256 = caseness_digest_bytes (bytes);
  return read_rows (lookup, text, error) ? g_steal_pointer (&lookup) : NULL;
}

static gboolean
take_first_row (const CasenessCsvRow *row, gpointer data, GError **error)
{
  Reading *reading = data;

  if (reading->postcode < 0)
    take_headings (reading, row);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, ""); /* one row is enough */
  return FALSE;
}

/* The headings end in the first bytes, which may end in the middle of a letter. */
static GBytes *
read_head (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GBytes) bytes = NULL;
  CasenessTextEncoding encoding;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return NULL;
  stream = g_file_read (file, NULL, NULL);
  bytes = stream != NULL ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), HEAD_BYTES, NULL, NULL) : NULL;
  return bytes != NULL ? caseness_text_to_utf8 (bytes, path, &encoding, NULL) : NULL;
}

gboolean
caseness_deprivation_is_lookup (const char *path)
{
  Reading reading = { NULL, -1, -1, 1 };
  g_autofree char *lower = NULL;
  g_autoptr(GBytes) text = NULL;
  g_autoptr(CasenessCsvReader) reader = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (path != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  text = g_str_has_suffix (lower, ".csv") ? read_head (path) : NULL;
  if (text == NULL)
    return FALSE;
  data = g_bytes_get_data (text, &length);
  reader = caseness_csv_reader_new (path, MAX_COLUMNS, take_first_row, &reading);
  caseness_csv_reader_set_separator (reader, caseness_csv_guess_separator (data, length));
  caseness_csv_reader_feed_in_chunks (reader, data, length, 0, NULL);
  return reading.postcode >= 0 && reading.decile >= 0;
}

/* Takes the lookup at @path unless there was one before. */
static void
take_lookup (const char *path, CasenessDeprivation **lookup, GError **error)
{
  if (*lookup != NULL)
    /* Translators: two file names */
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                 _("%s: there is a second lookup of deprivation, %s. Name one of them."), (*lookup)->file, path);
  else
    *lookup = caseness_deprivation_read (path, error);
}

GStrv
caseness_deprivation_take_path (const char *const *paths, CasenessDeprivation **lookup, GError **error)
{
  g_autoptr(GStrvBuilder) others = g_strv_builder_new ();
  g_autoptr(CasenessDeprivation) found = NULL;
  g_autoptr(GError) failure = NULL;
  g_auto(GStrv) rest = NULL;

  g_return_val_if_fail (paths != NULL && lookup != NULL, NULL);

  for (; *paths != NULL && failure == NULL; paths++)
    if (caseness_deprivation_is_lookup (*paths))
      take_lookup (*paths, &found, &failure);
    else
      g_strv_builder_add (others, *paths);
  rest = g_strv_builder_end (others);
  if (failure == NULL && found != NULL && rest[0] == NULL)
    /* Translators: a file name */
    g_set_error (&failure, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                 _("%s: a lookup of deprivation is used while people are imported and not kept. Name it together with "
                   "the submissions it is for."),
                 found->file);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  *lookup = g_steal_pointer (&found);
  return g_steal_pointer (&rest);
}

void
caseness_deprivation_free (CasenessDeprivation *lookup)
{
  if (lookup == NULL)
    return;
  g_array_unref (lookup->entries);
  g_free (lookup->sha256);
  g_free (lookup->file);
  g_free (lookup->path);
  g_free (lookup);
}

guint
caseness_deprivation_find (const CasenessDeprivation *lookup, const char *postcode)
{
  const guint64 *entries = (const guint64 *) (gconstpointer) lookup->entries->data;
  guint64 wanted = pack_postcode (postcode);
  guint from = 0, to = lookup->entries->len;

  while (wanted != 0 && from < to)
    {
      guint middle = from + (to - from) / 2;

      if (POSTCODE_OF (entries[middle]) == wanted)
        return DECILE_OF (entries[middle]);
      if (POSTCODE_OF (entries[middle]) < wanted)
        from = middle + 1;
      else
        to = middle;
    }
  return 0;
}

const char *
caseness_deprivation_get_path (const CasenessDeprivation *lookup)
{
  return lookup->path;
}

const char *
caseness_deprivation_get_file (const CasenessDeprivation *lookup)
{
  return lookup->file;
}

guint64
caseness_deprivation_get_bytes (const CasenessDeprivation *lookup)
{
  return lookup->bytes;
}

const char *
caseness_deprivation_get_sha256 (const CasenessDeprivation *lookup)
{
  return lookup->sha256;
}

guint
caseness_deprivation_get_read (const CasenessDeprivation *lookup)
{
  return lookup->n_read;
}

guint
caseness_deprivation_get_left_out (const CasenessDeprivation *lookup, guint *first_line)
{
  *first_line = lookup->first_left_out;
  return lookup->n_left_out;
}
