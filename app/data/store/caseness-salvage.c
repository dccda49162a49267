/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-store-copy.h"

#include "caseness-draft.h"
#include "caseness-store-private.h"

#include <glib/gi18n.h>

#define ROWS_BETWEEN_QUESTIONS 4096

typedef struct
{
  sqlite3 *damaged;
  CasenessStore *store; /* the new one */
  GCancellable *cancellable;
  CasenessSalvage *salvage;
  gboolean has_failed;  /* the new file cannot be written */
} Salvaging;

typedef enum
{
  FORWARDS,
  BACKWARDS,
} Direction;

void
caseness_salvage_free (CasenessSalvage *salvage)
{
  if (salvage == NULL)
    return;
  g_ptr_array_unref (salvage->lost);
  g_free (salvage);
}

/* Read as it lies there: a journal beside it is part of the damage. */
static sqlite3 *
open_damaged (const char *path, GError **error)
{
  g_autofree char *full_path = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (full_path, NULL, error);
  g_autofree char *name = uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;
  g_autofree char *settings = caseness_store_dup_script ("connection-salvage");
  sqlite3 *database = NULL;

  if (name == NULL)
    return NULL;
  if (sqlite3_open_v2 (name, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL)
      == SQLITE_OK)
    {
      sqlite3_exec (database, settings, NULL, NULL, NULL); /* what cannot be read shows when it is read */
      return database;
    }
  sqlite3_close (database);
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NOT_FOUND,
               _ ("%s: there is no such service file, or it cannot be reached. Check its name and folder."), path);
  return NULL;
}

/* The names are those of our own migrations, never of the damaged file. The key comes first in every table, and going
 * through it from both ends finds the rows on either side of a hole. */
static sqlite3_stmt *
prepare_read (const Salvaging *salvaging, const char *table, Direction direction)
{
  g_autofree char *sql
    = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1 %s, 2 %s", table, direction == FORWARDS ? "ASC" : "DESC",
                       direction == FORWARDS ? "ASC" : "DESC");
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (salvaging->damaged, sql, -1, &statement, NULL);
  return statement;
}

static sqlite3_stmt *
prepare_write (const Salvaging *salvaging, const char *table, sqlite3_stmt *read)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  int n = sqlite3_column_count (read);

  g_string_append_printf (sql, "INSERT OR REPLACE INTO \"%s\" VALUES (", table);
  for (int i = 0; i < n; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  sqlite3_prepare_v2 (salvaging->store->database, sql->str, -1, &statement, NULL);
  return statement;
}

/* A row that breaks a constraint is part of the damage; a disk that takes no more is not. */
static gboolean
write_row (Salvaging *salvaging, sqlite3_stmt *write)
{
  int result = sqlite3_step (write) & 0xff;

  sqlite3_reset (write);
  if (result == SQLITE_DONE)
    salvaging->salvage->n_rows++;
  salvaging->has_failed = result == SQLITE_FULL || result == SQLITE_IOERR || result == SQLITE_READONLY;
  return !salvaging->has_failed;
}

/* Returns how reading ended: SQLITE_DONE, or with the first row that cannot be read. */
static int
copy_rows (Salvaging *salvaging, sqlite3_stmt *read, sqlite3_stmt *write)
{
  int result = SQLITE_ERROR;
  guint n = 0;

  while (read != NULL && write != NULL && (result = sqlite3_step (read)) == SQLITE_ROW)
    {
      if (n++ % ROWS_BETWEEN_QUESTIONS == 0 && g_cancellable_is_cancelled (salvaging->cancellable))
        return SQLITE_INTERRUPT;
      for (int i = 0; i < sqlite3_column_count (read); i++)
        sqlite3_bind_value (write, i + 1, sqlite3_column_value (read, i));
      if (!write_row (salvaging, write))
        return SQLITE_ERROR;
    }
  return result;
}

static gboolean
copy_table (Salvaging *salvaging, const char *table, Direction direction)
{
  sqlite3_stmt *read = prepare_read (salvaging, table, direction);
  sqlite3_stmt *write = read != NULL ? prepare_write (salvaging, table, read) : NULL;
  int result = copy_rows (salvaging, read, write);

  sqlite3_finalize (read);
  sqlite3_finalize (write);
  return result == SQLITE_DONE;
}

static gboolean
check (Salvaging *salvaging, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (salvaging->cancellable, error))
    return FALSE;
  if (salvaging->has_failed)
    caseness_store_set_error (salvaging->store, error);
  return !salvaging->has_failed;
}

static gboolean
copy_tables (Salvaging *salvaging, GError **error)
{
  g_autoptr(CasenessStatement) table = caseness_store_prepare (salvaging->store, "select-tables", error);
  CasenessStep step;

  if (table == NULL)
    return FALSE;
  while ((step = caseness_statement_step (table, NULL, error)) == CASENESS_STEP_ROW)
    {
      const char *name = caseness_statement_get_text (table, 0);
      gboolean is_whole = copy_table (salvaging, name, FORWARDS);

      if (!is_whole && check (salvaging, NULL))
        {
          g_ptr_array_add (salvaging->salvage->lost, g_strdup (name));
          copy_table (salvaging, name, BACKWARDS);
        }
      if (!check (salvaging, error))
        return FALSE;
    }
  return step == CASENESS_STEP_DONE;
}

static gboolean
check_saved (const Salvaging *salvaging, const char *damaged, GError **error)
{
  if (salvaging->salvage->n_rows > 0)
    return TRUE;
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_CORRUPT,
               _ ("%s: nothing of this file can be read any more. Go back to a copy of it, or import the submissions "
                  "into a new file."),
               damaged);
  return FALSE;
}

static gboolean
fill_draft (Salvaging *salvaging, const char *draft, const char *path, const char *damaged, GError **error)
{
  g_autoptr(CasenessStore) store = caseness_store_open (draft, CASENESS_STORE_WRITE, error);

  if (store == NULL)
    return FALSE;
  salvaging->store = store;
  caseness_store_set_path (store, path);
  /* What a lost row was the parent of is saved all the same. */
  sqlite3_db_config (store->database, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  return caseness_store_begin (store, error) && copy_tables (salvaging, error)
         && check_saved (salvaging, damaged, error) && caseness_store_commit (store, error);
}

CasenessSalvage *
caseness_store_salvage (const char *damaged, const char *path, GCancellable *cancellable, GError **error)
{
  g_auto(CasenessDraft) draft = CASENESS_DRAFT_INIT;
  g_autoptr(CasenessSalvage) salvage = g_new0 (CasenessSalvage, 1);
  Salvaging salvaging = { .cancellable = cancellable, .salvage = salvage };
  gboolean is_done;

  g_return_val_if_fail (damaged != NULL && path != NULL, NULL);

  salvage->lost = g_ptr_array_new_with_free_func (g_free);
  if (!caseness_draft_make (&draft, path, error))
    return NULL;
  salvaging.damaged = open_damaged (damaged, error);
  if (salvaging.damaged == NULL)
    return NULL;
  is_done = fill_draft (&salvaging, draft.path, path, damaged, error);
  sqlite3_close (salvaging.damaged);
  return is_done && caseness_draft_publish (&draft, path, FALSE, error) ? g_steal_pointer (&salvage) : NULL;
}
