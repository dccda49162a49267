/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-table-reader-private.h"

#include "caseness-csv-reader.h"
#include "caseness-file-bytes.h"
#include "caseness-table-builder-private.h"
#include "caseness-text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The widest table has 22 columns; a header wider than this is another kind of file. */
#define MAX_COLUMNS 1000

enum
{
  COLUMN_IGNORED = -1,
};

typedef struct
{
  const CasenessTableSpec *spec;
  const CasenessTableReadOptions *options;
  CasenessSubmissionTable *table;
  CasenessTableBuilder builder;
  gsize n_lines;         /* of the file, blank ones and those within quotation marks too */
  guint n_file_columns;  /* 0 until the header has been read */
  int *field_of_column;  /* field index or COLUMN_IGNORED */
  const char **cells;    /* one a field: the row being read */
} Reading;

static void
add_finding (Reading *reading, const char *rule, CasenessFindingLevel level, guint line, const char *field,
             const char *value, char *message)
{
  caseness_table_builder_find (&reading->builder, rule, level, line, field, value, message);
}

/* Header */

static gboolean
is_known_but_unread (const CasenessTableSpec *spec, const char *name)
{
  for (const char *const *ignored = spec->ignored; *ignored != NULL; ignored++)
    if (g_ascii_strcasecmp (*ignored, name) == 0)
      return TRUE;
  return FALSE;
}

static void
report_unknown_column (Reading *reading, guint position, const char *name, guint line)
{
  g_autofree char *start = NULL;

  if (name == NULL)
    {
      add_finding (reading, "CASENESS-COLUMN-UNKNOWN", CASENESS_FINDING_WARNING, line, NULL, NULL,
                   g_strdup_printf (_("Column %u has no name and was ignored."), position + 1));
      return;
    }
  start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 60));
  add_finding (reading, "CASENESS-COLUMN-UNKNOWN", CASENESS_FINDING_WARNING, line, start, NULL,
               g_strdup_printf (_("Column %s is not one of %s and was ignored."), start, reading->spec->name));
}

static gboolean
map_column (Reading *reading, guint position, const char *name, guint line, GError **error)
{
  int field = name == NULL ? -1 : caseness_spec_find_field (reading->spec, name);

  reading->field_of_column[position] = field < 0 ? COLUMN_IGNORED : field;
  if (field < 0)
    {
      if (name == NULL || !is_known_but_unread (reading->spec, name))
        report_unknown_column (reading, position, name, line);
      return TRUE;
    }
  for (guint i = 0; i < position; i++)
    if (reading->field_of_column[i] == field)
      {
        g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                     _("%s, line %u: column %s is there twice. Remove one of the two and import again."),
                     reading->table->file, line, reading->spec->fields[field].name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
has_field (const Reading *reading, guint field)
{
  for (guint i = 0; i < reading->n_file_columns; i++)
    if (reading->field_of_column[i] == (int) field)
      return TRUE;
  return FALSE;
}

static gboolean
check_required_columns (const Reading *reading, guint line, GError **error)
{
  g_autoptr(GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (guint i = 0; i < reading->spec->n_fields; i++)
    if (reading->spec->fields[i].is_required && !has_field (reading, i))
      g_ptr_array_add (missing, (gpointer) reading->spec->fields[i].name);
  if (missing->len == 0)
    return TRUE;
  g_ptr_array_add (missing, NULL);
  names = g_strjoinv (", ", (char **) missing->pdata);
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               ngettext ("%s, line %u: column %s is missing. Export the file again with it, as comma-separated values.",
                         "%s, line %u: columns %s are missing. Export the file again with them, as comma-separated "
                         "values.",
                         missing->len - 1),
               reading->table->file, line, names);
  return FALSE;
}

static void
report_missing_columns (Reading *reading, guint line)
{
  for (guint i = 0; i < reading->spec->n_fields; i++)
    {
      const CasenessFieldSpec *field = &reading->spec->fields[i];

      if (!field->is_expected || has_field (reading, i) || (reading->options->is_2_0 && field->is_new_in_2_1))
        continue;
      add_finding (reading, "CASENESS-COLUMN-MISSING", CASENESS_FINDING_WARNING, line, field->name, NULL,
                   g_strdup_printf (_("Column %s is missing and is read as empty."), field->name));
    }
}

static gboolean
read_header (Reading *reading, const CasenessCsvRow *row, GError **error)
{
  if (row->n_cells > MAX_COLUMNS)
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("%s, line %u: the header has %u columns; this is not the table %s."), reading->table->file,
                   row->line, row->n_cells, reading->spec->name);
      return FALSE;
    }
  reading->table->header_line = row->line;
  reading->n_file_columns = row->n_cells;
  reading->field_of_column = g_new (int, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    if (!map_column (reading, i, row->cells[i], row->line, error))
      return FALSE;
  if (!check_required_columns (reading, row->line, error))
    return FALSE;
  report_missing_columns (reading, row->line);
  caseness_table_builder_expect (&reading->builder, reading->n_lines);
  return TRUE;
}

/* Records */

static gboolean
is_sound_shape (Reading *reading, const CasenessCsvRow *row)
{
  if (row->n_cells != reading->n_file_columns)
    add_finding (reading, "CASENESS-FIELD-COUNT", CASENESS_FINDING_RECORD, row->line, NULL, NULL,
                 g_strdup_printf (_("The record has %u fields and the header %u. It is not kept; a comma inside a "
                                    "field needs quotation marks."),
                                  row->n_cells, reading->n_file_columns));
  else if (row->has_long_cell)
    add_finding (reading, "CASENESS-FIELD-LENGTH", CASENESS_FINDING_RECORD, row->line, NULL, NULL,
                 g_strdup_printf (_("A field of the record is longer than %u characters. It is not kept; check the "
                                    "quotation marks."),
                                  CASENESS_CSV_MAX_CELL));
  else
    return TRUE;
  caseness_table_builder_reject_row (&reading->builder);
  return FALSE;
}

static void
keep_row (Reading *reading, const CasenessCsvRow *row)
{
  memset (reading->cells, 0, reading->spec->n_fields * sizeof *reading->cells);
  for (guint i = 0; i < row->n_held; i++)
    if (reading->field_of_column[i] != COLUMN_IGNORED)
      reading->cells[reading->field_of_column[i]] = row->cells[i];
  caseness_table_builder_add_row (&reading->builder, reading->cells, row->line);
}

static gboolean
read_row (const CasenessCsvRow *row, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  if (reading->n_file_columns == 0)
    return read_header (reading, row, error);
  reading->table->n_read++;
  if (is_sound_shape (reading, row))
    keep_row (reading, row);
  return TRUE;
}

/* Files */

/* Where a file that is not UTF-8 shows it first. */
static guint
find_strange_line (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end;

  g_utf8_validate_len (data, size, &end);
  return caseness_text_find_record_line (data, (gsize) (end - data));
}

static void
report_encoding (Reading *reading, CasenessTextEncoding encoding, GBytes *bytes)
{
  if (encoding == CASENESS_TEXT_UTF_16)
    add_finding (reading, "CASENESS-ENCODING", CASENESS_FINDING_WARNING, 0, NULL, NULL,
                 g_strdup (_("The file is UTF-16 and was converted. Export it as UTF-8.")));
  else if (encoding == CASENESS_TEXT_WINDOWS_1252)
    add_finding (reading, "CASENESS-ENCODING", CASENESS_FINDING_WARNING, find_strange_line (bytes), NULL, NULL,
                 g_strdup (_("The file is not UTF-8, here first, and was read as Windows-1252. Check letters with "
                             "accents, and export it as UTF-8.")));
}

static void
note_separator (Reading *reading, char separator)
{
  if (separator == ',')
    return;
  /* Translators: the name of a table. */
  g_ptr_array_add (reading->table->notes,
                   g_strdup_printf (separator == ';' ? _("%s: the fields are parted by semicolons, not by commas.")
                                                     : _("%s: the fields are parted by tabs, not by commas."),
                                    reading->spec->name));
}

static gboolean
check_not_empty (Reading *reading, GError **error)
{
  if (reading->n_file_columns > 0)
    return TRUE;
  if (reading->spec->is_required)
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   /* Translators: a file name. */
                   _("%s, line 1: the file is empty: not even a header stands here. Export the submission again."),
                   reading->table->file);
      return FALSE;
    }
  add_finding (reading, "CASENESS-FILE-EMPTY", CASENESS_FINDING_WARNING, 0, NULL, NULL,
               g_strdup (_("The file is empty: it has not even a header.")));
  return TRUE;
}

static gsize
count_line_feeds (const char *data, gsize size)
{
  gsize n = 0;

  for (gsize i = 0; i < size; i++)
    n += data[i] == '\n' ? 1 : 0;
  return n;
}

static gboolean
read_text (Reading *reading, GBytes *bytes, GError **error)
{
  g_autoptr(CasenessCsvReader) reader = NULL;
  g_autoptr(GBytes) text = NULL;
  CasenessTextEncoding encoding;
  gsize size;
  const char *data;
  char separator;

  text = caseness_text_to_utf8 (bytes, reading->table->file, &encoding, error);
  if (text == NULL)
    return FALSE;
  report_encoding (reading, encoding, bytes);
  reader = caseness_csv_reader_new (reading->table->file, MAX_COLUMNS, read_row, reading);
  data = g_bytes_get_data (text, &size);
  separator = caseness_csv_guess_separator (data, size);
  caseness_csv_reader_set_separator (reader, separator);
  note_separator (reading, separator);
  reading->n_lines = count_line_feeds (data, size);
  return caseness_csv_reader_feed_in_chunks (reader, data, size, reading->options->chunk, error)
         && check_not_empty (reading, error);
}

gboolean
caseness_table_read_with_options (GBytes *bytes, const char *file, const CasenessTableSpec *spec,
                                  const CasenessTableReadOptions *options, CasenessSubmissionTable *table,
                                  GPtrArray *findings, GError **error)
{
  Reading reading = { .spec = spec, .options = options, .table = table };
  guint n_findings = findings->len;
  gboolean is_read;

  caseness_table_builder_init (&reading.builder, table, spec, bytes, file, findings);
  reading.cells = g_new (const char *, spec->n_fields);
  is_read = read_text (&reading, bytes, error);
  if (is_read)
    caseness_table_builder_report (&reading.builder);
  caseness_table_builder_end (&reading.builder);
  g_free (reading.field_of_column);
  g_free (reading.cells);
  if (!is_read)
    {
      caseness_submission_table_clear (table);
      g_ptr_array_set_size (findings, (int) n_findings);
    }
  return is_read;
}

gboolean
caseness_table_read_bytes (GBytes *bytes, const char *file, const CasenessTableSpec *spec, gsize chunk,
                           CasenessSubmissionTable *table, GPtrArray *findings, GError **error)
{
  const CasenessTableReadOptions options = { .chunk = chunk };

  g_return_val_if_fail (bytes != NULL && file != NULL && spec != NULL, FALSE);
  g_return_val_if_fail (table != NULL && findings != NULL, FALSE);

  return caseness_table_read_with_options (bytes, file, spec, &options, table, findings, error);
}

gboolean
caseness_table_read (const char *path, const CasenessTableSpec *spec, CasenessSubmissionTable *table,
                     GPtrArray *findings, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *file = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = caseness_file_bytes_read (path, error);
  if (bytes == NULL)
    return FALSE;
  file = g_path_get_basename (path);
  return caseness_table_read_bytes (bytes, file, spec, 0, table, findings, error);
}
