/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-store-private.h"

#include <string.h>

struct _CasenessStatement
{
  CasenessStore *store;
  char *name;
  sqlite3_stmt *prepared;
};

static sqlite3_stmt *
prepare_script (CasenessStore *store, const char *name, GError **error)
{
  g_autofree char *sql = caseness_store_dup_script (name);
  sqlite3_stmt *prepared = NULL;
  const char *tail = NULL;

  if (sqlite3_prepare_v3 (store->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, &tail) != SQLITE_OK)
    {
      caseness_store_set_error (store, error);
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  g_assert (prepared != NULL);
  g_assert (strspn (tail, " \n") == strlen (tail)); /* one statement a file */
  return prepared;
}

CasenessStatement *
caseness_store_prepare (CasenessStore *store, const char *name, GError **error)
{
  CasenessStatement *statement;
  sqlite3_stmt *prepared = NULL;
  char *key = NULL;

  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_assert (store->thread == g_thread_self ());

  if (!g_hash_table_steal_extended (store->idle, name, (gpointer *) &key, (gpointer *) &prepared))
    {
      prepared = prepare_script (store, name, error);
      if (prepared == NULL)
        return NULL;
      key = g_strdup (name);
    }

  statement = g_new (CasenessStatement, 1);
  statement->store = store;
  statement->name = key;
  statement->prepared = prepared;
  return statement;
}

void
caseness_statement_release (CasenessStatement *statement)
{
  CasenessStore *store;

  if (statement == NULL)
    return;
  store = statement->store;
  sqlite3_reset (statement->prepared);
  sqlite3_clear_bindings (statement->prepared);
  /* The same statement may be in use twice, one run inside the other; the one that ends last takes the place. */
  g_hash_table_replace (store->idle, statement->name, statement->prepared);
  g_free (statement);
}

int
caseness_statement_find (CasenessStatement *statement, const char *parameter)
{
  return sqlite3_bind_parameter_index (statement->prepared, parameter);
}

void
caseness_statement_put_int (CasenessStatement *statement, int parameter, gint64 value)
{
  int result = sqlite3_bind_int64 (statement->prepared, parameter, value);

  g_assert (result == SQLITE_OK);
}

/* Text that is too long for SQLite (a thousand million bytes) never gets here: the reader refuses it. */
void
caseness_statement_put_text (CasenessStatement *statement, int parameter, const char *value)
{
  int result;

  if (value != NULL)
    result = sqlite3_bind_text (statement->prepared, parameter, value, -1, SQLITE_STATIC);
  else
    result = sqlite3_bind_null (statement->prepared, parameter);
  g_assert (result == SQLITE_OK);
}

static int
find_named (CasenessStatement *statement, const char *parameter)
{
  int number = caseness_statement_find (statement, parameter);

  if (number == 0)
    g_error ("%s.sql has no parameter %s", statement->name, parameter);
  return number;
}

void
caseness_statement_bind_int (CasenessStatement *statement, const char *parameter, gint64 value)
{
  g_return_if_fail (statement != NULL);
  caseness_statement_put_int (statement, find_named (statement, parameter), value);
}

void
caseness_statement_bind_text (CasenessStatement *statement, const char *parameter, const char *value)
{
  g_return_if_fail (statement != NULL);
  caseness_statement_put_text (statement, find_named (statement, parameter), value);
}

void
caseness_statement_bind_null (CasenessStatement *statement, const char *parameter)
{
  caseness_statement_bind_text (statement, parameter, NULL);
}

void
caseness_statement_bind_bytes (CasenessStatement *statement, const char *parameter, const guint8 *bytes, gsize n_bytes)
{
  int result;

  g_return_if_fail (statement != NULL);
  result = sqlite3_bind_blob64 (statement->prepared, find_named (statement, parameter), bytes, n_bytes, SQLITE_STATIC);
  g_assert (result == SQLITE_OK);
}

CasenessStep
caseness_statement_step (CasenessStatement *statement, GCancellable *cancellable, GError **error)
{
  CasenessStore *store;
  int result;

  g_return_val_if_fail (statement != NULL, CASENESS_STEP_ERROR);
  store = statement->store;
  store->cancellable = cancellable;
  result = sqlite3_step (statement->prepared);
  store->cancellable = NULL;

  if (result == SQLITE_ROW)
    return CASENESS_STEP_ROW;
  if (result == SQLITE_DONE)
    return CASENESS_STEP_DONE;
  caseness_store_set_error (store, error);
  return CASENESS_STEP_ERROR;
}

gboolean
caseness_statement_run (CasenessStatement *statement, GCancellable *cancellable, GError **error)
{
  CasenessStep step = caseness_statement_step (statement, cancellable, error);

  g_assert (step != CASENESS_STEP_ROW);
  sqlite3_reset (statement->prepared);
  return step == CASENESS_STEP_DONE;
}

guint
caseness_statement_get_n_columns (CasenessStatement *statement)
{
  return (guint) sqlite3_column_count (statement->prepared);
}

const char *
caseness_statement_get_name (CasenessStatement *statement, int column)
{
  return sqlite3_column_name (statement->prepared, column);
}

gboolean
caseness_statement_is_null (CasenessStatement *statement, int column)
{
  return sqlite3_column_type (statement->prepared, column) == SQLITE_NULL;
}

gint64
caseness_statement_get_int (CasenessStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->prepared, column);
}

const char *
caseness_statement_get_text (CasenessStatement *statement, int column)
{
  return (const char *) sqlite3_column_text (statement->prepared, column);
}

const guint8 *
caseness_statement_get_bytes (CasenessStatement *statement, int column, gsize *n_bytes)
{
  const guint8 *bytes = sqlite3_column_blob (statement->prepared, column);

  *n_bytes = (gsize) sqlite3_column_bytes (statement->prepared, column);
  return bytes;
}

gboolean
caseness_statement_collect (CasenessStatement *statement, CasenessRecordFunc read, GPtrArray *records, GError **error)
{
  CasenessStep step;

  while ((step = caseness_statement_step (statement, NULL, error)) == CASENESS_STEP_ROW)
    g_ptr_array_add (records, read (statement));
  return step == CASENESS_STEP_DONE;
}

GPtrArray *
caseness_store_list (CasenessStore *store, const char *name, CasenessRecordFunc read, GDestroyNotify free_record,
                     GError **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (free_record);
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, name, error);

  if (statement == NULL || !caseness_statement_collect (statement, read, records, error))
    return NULL;
  return g_steal_pointer (&records);
}
