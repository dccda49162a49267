/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-reference.h"

#include "caseness-csv-reader.h"
#include "caseness-reference-resources.h"

#define MAX_COLUMNS 64

struct _CasenessReference
{
  char *name;
  GStringChunk *text;
  GPtrArray *headings;
  GPtrArray *cells; /* row by row */
};

static gboolean
add_row (const CasenessCsvRow *row, gpointer user_data, GError **error)
{
  CasenessReference *table = user_data;
  GPtrArray *into = table->headings->len == 0 ? table->headings : table->cells;

  if (row->has_long_cell || (into == table->cells && row->n_cells != table->headings->len))
    g_error ("reference table %s, line %u: %u cells", table->name, row->line, row->n_cells);
  for (guint i = 0; i < row->n_held; i++)
    g_ptr_array_add (into, row->cells[i] == NULL ? (gpointer) "" : g_string_chunk_insert (table->text, row->cells[i]));
  return TRUE;
}

static CasenessReference *
read_table (const char *name)
{
  CasenessReference *table = g_new0 (CasenessReference, 1);
  g_autofree char *path = g_strconcat ("/io/github/caseness/Caseness/reference/", name, ".csv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CasenessCsvReader) reader = caseness_csv_reader_new (name, MAX_COLUMNS, add_row, table);
  gsize size;
  const char *data;

  table->name = g_strdup (name);
  table->text = g_string_chunk_new (16 * 1024);
  table->headings = g_ptr_array_new ();
  table->cells = g_ptr_array_new ();
  bytes = g_resource_lookup_data (caseness_reference_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("reference table %s: %s", name, error->message);
  data = g_bytes_get_data (bytes, &size);
  if (!caseness_csv_reader_feed_in_chunks (reader, data, size, 0, &error))
    g_error ("reference table %s: %s", name, error->message);
  return table;
}

const CasenessReference *
caseness_reference_get (const char *name)
{
  static GMutex lock;
  static GHashTable *tables;
  CasenessReference *table;

  g_return_val_if_fail (name != NULL, NULL);

  g_mutex_lock (&lock);
  if (tables == NULL)
    tables = g_hash_table_new (g_str_hash, g_str_equal);
  table = g_hash_table_lookup (tables, name);
  if (table == NULL)
    {
      table = read_table (name);
      g_hash_table_insert (tables, table->name, table);
    }
  g_mutex_unlock (&lock);
  return table;
}

guint
caseness_reference_get_n_rows (const CasenessReference *table)
{
  return table->cells->len / table->headings->len;
}

guint
caseness_reference_find_column (const CasenessReference *table, const char *column)
{
  for (guint i = 0; i < table->headings->len; i++)
    if (g_str_equal (g_ptr_array_index (table->headings, i), column))
      return i;
  g_error ("reference table %s has no column %s", table->name, column);
}

const char *
caseness_reference_get_cell (const CasenessReference *table, guint row, guint column)
{
  g_return_val_if_fail (row < caseness_reference_get_n_rows (table), "");
  g_return_val_if_fail (column < table->headings->len, "");

  return g_ptr_array_index (table->cells, row * table->headings->len + column);
}
