/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-table-reader-private.h"

#include "caseness-cell.h"
#include "caseness-csv-reader.h"
#include "caseness-file-bytes.h"
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
  GPtrArray *findings;
  guint n_file_columns;  /* 0 until the header has been read */
  int *field_of_column;  /* field index or COLUMN_IGNORED */
  GArray *cells;         /* of const char * */
  GArray *lines;         /* of guint */
  GArray *is_rejected;   /* of guint8 */
  guint *n_tidied;       /* one a field: codes that were padded or whose letter case changed */
  GString *code;
} Reading;

static CasenessFinding *
add_finding (Reading *reading, const char *rule, CasenessFindingLevel level, guint line, const char *field,
             const char *value, char *message)
{
  CasenessFinding *finding
    = caseness_finding_new (rule, level, reading->spec->name, reading->table->file, line, field, value, message);

  if (level == CASENESS_FINDING_WARNING)
    reading->table->n_warnings++;
  g_ptr_array_add (reading->findings, finding);
  return finding;
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
  add_finding (reading, "CASENESS-COLUMN-UNKNOWN", CASENESS_FINDING_WARNING, line, g_intern_string (start), NULL,
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
  reading->n_file_columns = row->n_cells;
  reading->field_of_column = g_new (int, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    if (!map_column (reading, i, row->cells[i], row->line, error))
      return FALSE;
  if (!check_required_columns (reading, row->line, error))
    return FALSE;
  report_missing_columns (reading, row->line);
  return TRUE;
}

/* Records */

/* Codes are brought to the form of the data set before any rule sees them (rulings 2). The worked service holds many
 * and expects no findings of them, so they are counted and told in the receipt's notes instead. */
static const char *
tidy_cell (Reading *reading, guint field, const char *text)
{
  const CasenessFieldSpec *spec = &reading->spec->fields[field];

  if (!caseness_cell_tidy (spec, text, reading->code))
    return text;
  reading->n_tidied[field]++;
  return reading->code->str;
}

/* Neighbouring rows often repeat a cell (provider, code, date): the text is then shared, which halves the memory. */
static const char *
keep_text (Reading *reading, guint field, const char *text)
{
  guint n_columns = reading->spec->n_fields;
  const char *above = NULL;

  if (reading->cells->len >= 2 * n_columns)
    above = g_array_index (reading->cells, const char *, reading->cells->len - 2 * n_columns + field);
  if (above != NULL && strcmp (above, text) == 0)
    return above;
  return g_string_chunk_insert (reading->table->text, text);
}

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
  reading->table->n_rejected++;
  return FALSE;
}

static gboolean
judge_list_cell (Reading *reading, guint field, const char **cell, guint line)
{
  const CasenessFieldSpec *spec = &reading->spec->fields[field];
  CasenessFindingLevel level = spec->is_mandatory ? CASENESS_FINDING_RECORD : CASENESS_FINDING_WARNING;
  const char *rule = NULL;
  char *message = caseness_cell_judge (spec, *cell, &rule);

  if (message == NULL)
    return TRUE;
  add_finding (reading, rule, level, line, spec->name, spec->is_sensitive ? NULL : *cell, message);
  *cell = NULL;
  return !spec->is_mandatory;
}

/* The rules of the data set say nothing of local lists: their rows are judged here, by their types alone. */
static void
judge_list_row (Reading *reading, guint line)
{
  guint n_columns = reading->spec->n_fields;
  const char **cells = &g_array_index (reading->cells, const char *, reading->cells->len - n_columns);
  gboolean is_kept = TRUE;

  for (guint i = 0; i < n_columns; i++)
    is_kept = judge_list_cell (reading, i, &cells[i], line) && is_kept;
  if (is_kept)
    return;
  g_array_index (reading->is_rejected, guint8, reading->is_rejected->len - 1) = TRUE;
  reading->table->n_rejected++;
}

static void
keep_row (Reading *reading, const CasenessCsvRow *row)
{
  guint n_columns = reading->spec->n_fields;
  guint start = reading->cells->len;
  const guint8 is_rejected = FALSE;

  g_array_set_size (reading->cells, start + n_columns);
  for (guint i = 0; i < row->n_held; i++)
    {
      int field = reading->field_of_column[i];

      if (field != COLUMN_IGNORED && row->cells[i] != NULL)
        g_array_index (reading->cells, const char *, start + (guint) field)
          = keep_text (reading, (guint) field, tidy_cell (reading, (guint) field, row->cells[i]));
    }
  g_array_append_val (reading->lines, row->line);
  g_array_append_val (reading->is_rejected, is_rejected);
  if (reading->spec->is_list)
    judge_list_row (reading, row->line);
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

static void
report_encoding (Reading *reading, CasenessTextEncoding encoding)
{
  if (encoding == CASENESS_TEXT_UTF_16)
    add_finding (reading, "CASENESS-ENCODING", CASENESS_FINDING_WARNING, 0, NULL, NULL,
                 g_strdup (_("The file is UTF-16 and was converted. Export it as UTF-8.")));
  else if (encoding == CASENESS_TEXT_WINDOWS_1252)
    add_finding (reading, "CASENESS-ENCODING", CASENESS_FINDING_WARNING, 0, NULL, NULL,
                 g_strdup (_("The file is not UTF-8 and was read as Windows-1252. Check letters with accents, and "
                             "export it as UTF-8.")));
}

static void
note_tidied_codes (Reading *reading)
{
  for (guint i = 0; i < reading->spec->n_fields; i++)
    if (reading->n_tidied[i] > 0)
      g_ptr_array_add (reading->table->notes,
                       g_strdup_printf (ngettext ("%s: %u code of %s was padded or its letter case changed.",
                                                  "%s: %u codes of %s were padded or their letter case changed.",
                                                  reading->n_tidied[i]),
                                        reading->table->file, reading->n_tidied[i], reading->spec->fields[i].name));
}

static gboolean
check_not_empty (Reading *reading, GError **error)
{
  if (reading->n_file_columns > 0)
    return TRUE;
  if (reading->spec->is_required)
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("%s is empty: it has not even a header. Export the submission again."), reading->table->file);
      return FALSE;
    }
  add_finding (reading, "CASENESS-FILE-EMPTY", CASENESS_FINDING_WARNING, 0, NULL, NULL,
               g_strdup (_("The file is empty: it has not even a header.")));
  return TRUE;
}

static void
start_reading (Reading *reading, GBytes *bytes, const char *file)
{
  CasenessSubmissionTable *table = reading->table;

  memset (table, 0, sizeof *table);
  table->spec = reading->spec;
  table->n_columns = reading->spec->n_fields;
  table->file = g_strdup (file);
  table->bytes = g_bytes_get_size (bytes);
  table->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  table->notes = g_ptr_array_new_with_free_func (g_free);
  table->text = g_string_chunk_new (64 * 1024);
  reading->cells = g_array_new (FALSE, TRUE, sizeof (const char *));
  reading->lines = g_array_new (FALSE, TRUE, sizeof (guint));
  reading->is_rejected = g_array_new (FALSE, TRUE, sizeof (guint8));
  reading->n_tidied = g_new0 (guint, reading->spec->n_fields);
  reading->code = g_string_new (NULL);
}

/* Hands the rows over to the table, whole or not: clearing the table frees them. */
static void
end_reading (Reading *reading)
{
  CasenessSubmissionTable *table = reading->table;

  table->n_rows = reading->lines->len;
  table->cells = (const char **) (gpointer) g_array_free (reading->cells, FALSE);
  table->lines = (guint *) (gpointer) g_array_free (reading->lines, FALSE);
  table->is_rejected = (guint8 *) g_array_free (reading->is_rejected, FALSE);
  g_string_free (reading->code, TRUE);
  g_free (reading->n_tidied);
  g_free (reading->field_of_column);
}

static gboolean
read_text (Reading *reading, GBytes *bytes, GError **error)
{
  g_autoptr(CasenessCsvReader) reader = NULL;
  g_autoptr(GBytes) text = NULL;
  CasenessTextEncoding encoding;
  gsize size;
  const char *data;

  text = caseness_text_to_utf8 (bytes, reading->table->file, &encoding, error);
  if (text == NULL)
    return FALSE;
  report_encoding (reading, encoding);
  reader = caseness_csv_reader_new (reading->table->file, MAX_COLUMNS, read_row, reading);
  data = g_bytes_get_data (text, &size);
  return caseness_csv_reader_feed_in_chunks (reader, data, size, reading->options->chunk, error)
         && check_not_empty (reading, error);
}

gboolean
caseness_table_read_with_options (GBytes *bytes, const char *file, const CasenessTableSpec *spec,
                                  const CasenessTableReadOptions *options, CasenessSubmissionTable *table,
                                  GPtrArray *findings, GError **error)
{
  Reading reading = { .spec = spec, .options = options, .table = table, .findings = findings };
  guint n_findings = findings->len;
  gboolean is_read;

  start_reading (&reading, bytes, file);
  is_read = read_text (&reading, bytes, error);
  if (is_read)
    note_tidied_codes (&reading);
  end_reading (&reading);
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
