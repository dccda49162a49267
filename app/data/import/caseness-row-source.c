/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-row-source.h"

#include "caseness-row-index.h"
#include "caseness-store-private.h"

#define ROWS_BETWEEN_CHECKS 4096
#define LINE 0 /* the first column; those of the table follow */

/* What one incoming table needs: SQLite's virtual table, whose first member must be its own. */
typedef struct
{
  sqlite3_vtab base;
  CasenessStore *store;
  const CasenessTableSpec *spec;
  CasenessRowColumns *columns;
} Incoming;

typedef struct
{
  sqlite3_vtab_cursor base;
  const Incoming *incoming;
  CasenessRowSource *source;
  const char *const *cells;
  guint n_rows;
  guint row;
} Cursor;

typedef struct
{
  CasenessStore *store;
  const CasenessTableSpec *spec;
} Module;

static char *
declare (const CasenessRowColumns *columns)
{
  GString *sql = g_string_new ("CREATE TABLE incoming (line");

  for (guint i = 0; i < caseness_row_columns_get_count (columns); i++)
    g_string_append_printf (sql, ", \"%s\"", caseness_row_columns_get_name (columns, i));
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static int
connect_cb (sqlite3 *database, void *data, int n_words, const char *const *words, sqlite3_vtab **table, char **error)
{
  const Module *module = data;
  Incoming *incoming = g_new0 (Incoming, 1);
  g_autofree char *sql = NULL;
  int result;

  incoming->store = module->store;
  incoming->spec = module->spec;
  incoming->columns = caseness_row_columns_new (module->spec);
  sql = declare (incoming->columns);
  result = sqlite3_declare_vtab (database, sql);
  g_assert (result == SQLITE_OK);
  *table = &incoming->base;
  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  Incoming *incoming = (Incoming *) table;

  caseness_row_columns_free (incoming->columns);
  g_free (incoming);
  return SQLITE_OK;
}

static int
best_index_cb (sqlite3_vtab *table, sqlite3_index_info *info)
{
  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab *table, sqlite3_vtab_cursor **opened)
{
  Cursor *cursor = g_new0 (Cursor, 1);

  cursor->incoming = (const Incoming *) table;
  *opened = &cursor->base;
  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *base)
{
  g_free (base);
  return SQLITE_OK;
}

/* Goes on to the row at or after the present one that is kept. Being stopped looks to SQLite like an interrupt. */
static int
find_kept (Cursor *cursor)
{
  for (; cursor->row < cursor->n_rows; cursor->row++)
    {
      if (cursor->row % ROWS_BETWEEN_CHECKS == 0)
        {
          cursor->source->row = cursor->row;
          if (!cursor->source->check (cursor->source->data))
            return SQLITE_INTERRUPT;
        }
      if (!cursor->source->table->is_rejected[cursor->row])
        {
          cursor->source->row = cursor->row;
          cursor->cells = (const char *const *) caseness_row_get_cells (cursor->source->table, cursor->row);
          break;
        }
    }
  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *base, int index, const char *name, int n_values, sqlite3_value **values)
{
  Cursor *cursor = (Cursor *) base;

  cursor->source = cursor->incoming->store->source;
  cursor->row = cursor->n_rows = 0;
  if (cursor->source == NULL || cursor->source->table->spec != cursor->incoming->spec)
    return SQLITE_OK;
  cursor->n_rows = cursor->source->table->n_rows;
  return find_kept (cursor);
}

static int
next_cb (sqlite3_vtab_cursor *base)
{
  Cursor *cursor = (Cursor *) base;

  cursor->row++;
  return find_kept (cursor);
}

static int
eof_cb (sqlite3_vtab_cursor *base)
{
  const Cursor *cursor = (const Cursor *) base;

  return cursor->row >= cursor->n_rows;
}

/* The text lives as long as the submission, which outlives the statement. */
static int
column_cb (sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
  const Cursor *cursor = (const Cursor *) base;
  const char *text;
  gint64 number;

  if (column == LINE)
    {
      sqlite3_result_int64 (context, cursor->source->table->lines[cursor->row]);
      return SQLITE_OK;
    }
  switch (caseness_row_columns_read (cursor->incoming->columns, (guint) column - 1, cursor->cells,
                                     cursor->source->facts, &number, &text))
    {
    case CASENESS_ROW_NUMBER:
      sqlite3_result_int64 (context, number);
      break;
    case CASENESS_ROW_TEXT:
      sqlite3_result_text (context, text, -1, SQLITE_STATIC);
      break;
    case CASENESS_ROW_NULL:
    default:
      break;
    }
  return SQLITE_OK;
}

static int
rowid_cb (sqlite3_vtab_cursor *base, sqlite3_int64 *number)
{
  *number = ((const Cursor *) base)->row;
  return SQLITE_OK;
}

/* Without a way to create it, a table of this kind is there by its name alone and in no file. */
static const sqlite3_module methods = {
  .iVersion = 1,
  .xConnect = connect_cb,
  .xBestIndex = best_index_cb,
  .xDisconnect = disconnect_cb,
  .xOpen = open_cb,
  .xClose = close_cb,
  .xFilter = filter_cb,
  .xNext = next_cb,
  .xEof = eof_cb,
  .xColumn = column_cb,
  .xRowid = rowid_cb,
};

gboolean
caseness_row_source_register (CasenessStore *store, GError **error)
{
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *name = g_strconcat ("incoming_", tables[i].name, NULL);
      Module *module = g_new (Module, 1);

      module->store = store;
      module->spec = &tables[i];
      if (sqlite3_create_module_v2 (store->database, name, &methods, module, g_free) != SQLITE_OK)
        {
          caseness_store_set_error (store, error);
          return FALSE;
        }
    }
  return TRUE;
}

void
caseness_row_source_set (CasenessStore *store, CasenessRowSource *source)
{
  store->source = source;
}
