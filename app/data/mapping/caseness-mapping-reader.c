/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapping-reader.h"

#include "caseness-mapping-value.h"
#include "caseness-table-builder-private.h"
#include "caseness-text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A header wider than this is no export of rows. */
#define MAX_COLUMNS 1000
#define FROM_NOWHERE (-1)

/* Records */

gboolean
caseness_mapping_read_rows (GBytes *bytes, const char *file, CasenessCsvRowFunc func, gpointer user_data,
                            GError **error)
{
  g_autoptr(CasenessCsvReader) reader = NULL;
  g_autoptr(GBytes) text = NULL;
  CasenessTextEncoding encoding;
  const char *data;
  gsize size;

  text = caseness_text_to_utf8 (bytes, file, &encoding, error);
  if (text == NULL)
    return FALSE;
  data = g_bytes_get_data (text, &size);
  reader = caseness_csv_reader_new (file, MAX_COLUMNS, func, user_data);
  caseness_csv_reader_set_separator (reader, caseness_csv_guess_separator (data, size));
  return caseness_csv_reader_feed_in_chunks (reader, data, size, 0, error);
}

static GStrv
copy_headers (const CasenessCsvRow *row)
{
  GStrv headers = g_new0 (char *, row->n_held + 1);

  for (guint i = 0; i < row->n_held; i++)
    headers[i] = g_strdup (row->cells[i] == NULL ? "" : row->cells[i]);
  return headers;
}

static gboolean
take_headers (const CasenessCsvRow *row, gpointer user_data, GError **error)
{
  *(GStrv *) user_data = copy_headers (row);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, ""); /* the rest is not wanted */
  return FALSE;
}

GStrv
caseness_mapping_read_headers (GBytes *bytes, const char *file, GError **error)
{
  g_autoptr(GError) own = NULL;
  GStrv headers = NULL;

  if (!caseness_mapping_read_rows (bytes, file, take_headers, &headers, &own) && headers == NULL)
    g_propagate_error (error, g_steal_pointer (&own));
  else if (headers == NULL)
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                 _("%s, line 1: the file is empty: not even a header stands here. Export it again."), file);
  return headers;
}

/* Rows of a table */

typedef struct
{
  const CasenessMappingFeed *feed;
  int *columns; /* one a field: where it is in a record */
  int when;     /* field that must be filled, or FROM_NOWHERE */
} Input;

struct _CasenessMappedRows
{
  GArray *inputs;      /* of Input */
  GHashTable **lists;  /* one a field: the codes it may hold */
  guint n_fields;
  GHashTable *seen;    /* (element-type utf8): rows made */
  GPtrArray *values;   /* (element-type GString): one a field */
  const char **cells;  /* one a field */
  CasenessMappedCellFunc watch;
  gpointer watch_data;
};

static int
find_column (const char *const *headers, const char *column)
{
  g_autofree char *wanted = column == NULL ? NULL : caseness_mapping_normalize (column);

  for (int i = 0; wanted != NULL && headers[i] != NULL; i++)
    {
      g_autofree char *name = caseness_mapping_normalize (headers[i]);

      if (g_str_equal (name, wanted))
        return i;
    }
  return FROM_NOWHERE;
}

static void
add_input (CasenessMappedRows *rows, const CasenessMappingFeed *feed, const char *const *headers)
{
  Input input = { feed, g_new (int, feed->table->n_fields), FROM_NOWHERE };

  for (guint i = 0; i < feed->table->n_fields; i++)
    input.columns[i] = find_column (headers, feed->sources[i].column);
  if (feed->when != NULL)
    input.when = caseness_spec_find_field (feed->table, feed->when);
  g_array_append_val (rows->inputs, input);
}

static void
free_value (gpointer value)
{
  g_string_free (value, TRUE);
}

CasenessMappedRows *
caseness_mapped_rows_new (const CasenessMapping *mapping, const CasenessTableSpec *table, const char *const *headers)
{
  CasenessMappedRows *rows = g_new0 (CasenessMappedRows, 1);

  rows->inputs = g_array_new (FALSE, FALSE, sizeof (Input));
  rows->n_fields = table->n_fields;
  rows->lists = g_new (GHashTable *, table->n_fields);
  rows->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rows->values = g_ptr_array_new_with_free_func (free_value);
  rows->cells = g_new0 (const char *, table->n_fields);
  for (guint i = 0; i < table->n_fields; i++)
    {
      rows->lists[i] = caseness_mapping_get_list (table, i);
      g_ptr_array_add (rows->values, g_string_new (NULL));
    }
  for (guint i = 0; i < mapping->feeds->len; i++)
    {
      const CasenessMappingFeed *feed = mapping->feeds->pdata[i];

      if (feed->table == table)
        add_input (rows, feed, headers);
    }
  return rows;
}

void
caseness_mapped_rows_free (CasenessMappedRows *rows)
{
  if (rows == NULL)
    return;
  for (guint i = 0; i < rows->inputs->len; i++)
    g_free (g_array_index (rows->inputs, Input, i).columns);
  g_array_unref (rows->inputs);
  g_hash_table_unref (rows->seen);
  g_ptr_array_unref (rows->values);
  g_free (rows->lists);
  g_free (rows->cells);
  g_free (rows);
}

void
caseness_mapped_rows_watch (CasenessMappedRows *rows, CasenessMappedCellFunc func, gpointer user_data)
{
  rows->watch = func;
  rows->watch_data = user_data;
}

static const char *
get_cell (const CasenessCsvRow *record, int column)
{
  return column == FROM_NOWHERE || (guint) column >= record->n_held ? NULL : record->cells[column];
}

/* Whether @record has anything to say for @input: a constant alone makes no row, unless nothing else was asked. */
static gboolean
is_filled (const Input *input, guint n_fields, const CasenessCsvRow *record)
{
  gboolean has_column = FALSE;

  if (input->when != FROM_NOWHERE)
    return get_cell (record, input->columns[input->when]) != NULL;
  for (guint i = 0; i < n_fields; i++)
    {
      has_column = has_column || input->columns[i] != FROM_NOWHERE;
      if (get_cell (record, input->columns[i]) != NULL)
        return TRUE;
    }
  return !has_column;
}

static void
convert_row (CasenessMappedRows *rows, const Input *input, const CasenessCsvRow *record)
{
  const CasenessTableSpec *table = input->feed->table;

  for (guint i = 0; i < rows->n_fields; i++)
    {
      const char *from = get_cell (record, input->columns[i]);
      GString *value = rows->values->pdata[i];
      CasenessMappingOutcome outcome
        = caseness_mapping_convert (&table->fields[i], &input->feed->sources[i], rows->lists[i], from, value);

      rows->cells[i] = value->len > 0 ? value->str : NULL;
      if (rows->watch != NULL)
        rows->watch (input->feed, i, from, rows->cells[i], outcome, rows->watch_data);
    }
}

static gboolean
is_new (CasenessMappedRows *rows)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < rows->n_fields; i++)
    {
      g_string_append (key, rows->cells[i] == NULL ? "" : rows->cells[i]);
      g_string_append_c (key, '\x1f');
    }
  return g_hash_table_add (rows->seen, g_string_free (key, FALSE));
}

void
caseness_mapped_rows_take (CasenessMappedRows *rows, const CasenessCsvRow *record, CasenessMappedRowFunc func,
                           gpointer user_data)
{
  for (guint i = 0; i < rows->inputs->len; i++)
    {
      const Input *input = &g_array_index (rows->inputs, Input, i);

      if (!is_filled (input, rows->n_fields, record))
        continue;
      convert_row (rows, input, record);
      if (is_new (rows))
        func (input->feed, rows->cells, record->line, user_data);
    }
}

/* A table of a submission */

typedef struct
{
  const CasenessMapping *mapping;
  const CasenessTableSpec *spec;
  const char *file;
  CasenessTableBuilder builder;
  CasenessMappedRows *rows; /* (nullable): until the header has been read */
  guint n_columns;
} Reading;

static void
add_row (const CasenessMappingFeed *feed, const char *const *cells, guint line, gpointer user_data)
{
  Reading *reading = user_data;

  reading->builder.table->n_read++;
  caseness_table_builder_add_row (&reading->builder, cells, line);
}

static gboolean
start_rows (Reading *reading, const CasenessCsvRow *header, GError **error)
{
  g_auto(GStrv) headers = copy_headers (header);
  g_auto(GStrv) missing = caseness_mapping_list_missing (reading->mapping, (const char *const *) headers);

  if (missing[0] != NULL)
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   /* Translators: a file name, a line, the heading of a column, the name of a mapping. */
                   _("%s, line %u: column %s is missing, which the mapping “%s” reads. Export the file with it, or "
                     "change the mapping."),
                   reading->file, header->line, missing[0], reading->mapping->name);
      return FALSE;
    }
  reading->n_columns = header->n_cells;
  reading->rows = caseness_mapped_rows_new (reading->mapping, reading->spec, (const char *const *) headers);
  return TRUE;
}

static gboolean
read_record (const CasenessCsvRow *record, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  if (reading->rows == NULL)
    return start_rows (reading, record, error);
  if (record->n_cells == reading->n_columns && !record->has_long_cell)
    {
      caseness_mapped_rows_take (reading->rows, record, add_row, reading);
      return TRUE;
    }
  reading->builder.table->n_read++;
  caseness_table_builder_find (&reading->builder, "CASENESS-FIELD-COUNT", CASENESS_FINDING_RECORD, record->line, NULL,
                               NULL,
                               g_strdup_printf (_("The record has %u fields and the header %u, or a field is too long. "
                                                  "It is not kept; check the quotation marks."),
                                                record->n_cells, reading->n_columns));
  caseness_table_builder_reject_row (&reading->builder);
  return TRUE;
}

static char *
compute_checksum (const CasenessMapping *mapping, GBytes *bytes)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *text = caseness_mapping_write (mapping);
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_update (checksum, (const guchar *) text, -1);
  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
caseness_mapping_read_table (const CasenessMapping *mapping, GBytes *bytes, const char *file,
                             const CasenessTableSpec *spec, CasenessSubmissionTable *table, GPtrArray *findings,
                             GError **error)
{
  Reading reading = { .mapping = mapping, .spec = spec, .file = file };
  guint n_findings = findings->len;
  gboolean is_read;

  caseness_table_builder_init (&reading.builder, table, spec, bytes, file, findings);
  g_free (table->sha256);
  table->sha256 = compute_checksum (mapping, bytes);
  is_read = caseness_mapping_read_rows (bytes, file, read_record, &reading, error);
  if (is_read)
    caseness_table_builder_report (&reading.builder);
  caseness_table_builder_end (&reading.builder);
  g_clear_pointer (&reading.rows, caseness_mapped_rows_free);
  if (is_read)
    /* Translators: a file name, then the name of a mapping. */
    g_ptr_array_add (table->notes,
                     g_strdup_printf (_("%s was read through the mapping “%s”."), file, mapping->name));
  else
    {
      caseness_submission_table_clear (table);
      g_ptr_array_set_size (findings, (int) n_findings);
    }
  return is_read;
}
