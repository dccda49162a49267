/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-store-private.h"

#include "caseness-memory.h"
#include "caseness-reference-resources.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Long enough for a reader to outwait a commit, short enough that nobody wonders. */
#define BUSY_MILLISECONDS 3000

/* Some thousands of steps of SQLite's machine take about a tenth of a millisecond. */
#define STEPS_BETWEEN_QUESTIONS 5000

char *
caseness_store_dup_script (const char *name)
{
  g_autofree char *path = g_strdup_printf ("/io/github/caseness/Caseness/sql/%s.sql", name);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  /* Asking for the resource keeps it in programs that link this library statically. */
  bytes = g_resource_lookup_data (caseness_reference_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("%s", error->message);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

gboolean
caseness_store_run_script (CasenessStore *store, const char *name, GError **error)
{
  g_autofree char *script = caseness_store_dup_script (name);

  if (sqlite3_exec (store->database, script, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  caseness_store_set_error (store, error);
  return FALSE;
}

static gboolean
run_statement (CasenessStore *store, const char *name, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, name, error);

  return statement != NULL && caseness_statement_run (statement, NULL, error);
}

gboolean
caseness_store_begin (CasenessStore *store, GError **error)
{
  return run_statement (store, "begin", error);
}

gboolean
caseness_store_commit (CasenessStore *store, GError **error)
{
  return run_statement (store, "commit", error);
}

/* Many failures end the transaction by themselves; then there is nothing left to give up. */
void
caseness_store_rollback (CasenessStore *store)
{
  g_autoptr(GError) error = NULL;

  if (!sqlite3_get_autocommit (store->database) && !run_statement (store, "rollback", &error))
    g_warning ("%s", error->message);
}

static int
ask_cancellable_cb (void *data)
{
  CasenessStore *store = data;

  return g_cancellable_is_cancelled (store->cancellable);
}

static void
set_not_a_store (const char *path, GError **error)
{
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NOT_A_STORE,
               _ ("%s: this is not a Caseness service file. Choose a file that Caseness made, or a name that is not "
                  "taken."),
               path);
}

static void
set_read_only (const char *path, GError **error)
{
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY,
               _ ("%s: the file cannot be written. Check that you may change it and its folder, or work on a copy."),
               path);
}

/* The journal lies beside the file, so the folder must be writable too. */
static gboolean
check_writable (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0)
    return TRUE;
  set_read_only (path, error);
  return FALSE;
}

/* Looks before opening: opening a pipe would wait for ever, and SQLite takes a folder for a file it may not read. */
static gboolean
check_file (const char *path, CasenessStoreMode mode, GStatBuf *info, GError **error)
{
  if (g_stat (path, info) != 0)
    {
      g_set_error (error, CASENESS_DATA_ERROR,
                   errno == EACCES ? CASENESS_DATA_ERROR_READ_ONLY : CASENESS_DATA_ERROR_NOT_FOUND,
                   _ ("%s: there is no such service file, or it cannot be reached. Check its name and folder."), path);
      return FALSE;
    }
  if (!S_ISREG (info->st_mode))
    {
      set_not_a_store (path, error);
      return FALSE;
    }
  return mode == CASENESS_STORE_READ || check_writable (path, error);
}

/* Names of patients' referrals are in it, so nobody else may read it (0600). Exclusive: two commands that start at
 * once must not both believe that they made it. */
static gboolean
make_file (const char *path, gboolean *is_new, GError **error)
{
  int file = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int reason = errno;

  *is_new = file >= 0;
  if (file >= 0)
    return g_close (file, error);
  if (reason == EEXIST)
    return TRUE;
  g_set_error (error, CASENESS_DATA_ERROR,
               reason == ENOSPC || reason == EDQUOT ? CASENESS_DATA_ERROR_FULL : CASENESS_DATA_ERROR_READ_ONLY,
               _ ("%s: the file cannot be made (%s). Choose another folder."), path, g_strerror (reason));
  return FALSE;
}

static gboolean
read_number (CasenessStore *store, const char *name, gint64 *number, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, name, error);

  if (statement == NULL || caseness_statement_step (statement, NULL, error) != CASENESS_STEP_ROW)
    return FALSE;
  *number = caseness_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
check_version (CasenessStore *store, gboolean is_empty, CasenessStoreMode mode, gint64 *version, GError **error)
{
  gint64 application;

  if (!read_number (store, "select-application-id", &application, error)
      || !read_number (store, "select-user-version", version, error))
    return FALSE;
  if (application != CASENESS_STORE_APPLICATION_ID && (!is_empty || mode == CASENESS_STORE_READ))
    {
      set_not_a_store (store->path, error);
      return FALSE;
    }
  if (*version > caseness_store_get_latest_version ())
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_TOO_NEW,
                   _ ("%s: the file was made by a newer Caseness. Install the latest version to open it."),
                   store->path);
      return FALSE;
    }
  if (*version < caseness_store_get_latest_version () && mode == CASENESS_STORE_READ)
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_TOO_OLD,
                   _ ("%s: the file was made by an older Caseness. Import into it or open it in the window once, "
                      "which brings it up to date."),
                   store->path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_up (CasenessStore *store, gboolean is_empty, CasenessStoreMode mode, GError **error)
{
  gint64 version;

  sqlite3_extended_result_codes (store->database, 1);
  sqlite3_busy_timeout (store->database, BUSY_MILLISECONDS);
  sqlite3_db_config (store->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_progress_handler (store->database, STEPS_BETWEEN_QUESTIONS, ask_cancellable_cb, store);
  if (!caseness_row_source_register (store, error) || !caseness_store_run_script (store, "connection", error)
      || !check_version (store, is_empty, mode, &version, error))
    return FALSE;
  if (mode == CASENESS_STORE_READ)
    return caseness_store_run_script (store, "connection-read", error);
  store->is_writable = TRUE;
  if (sqlite3_db_readonly (store->database, "main") != 0)
    {
      set_read_only (store->path, error);
      return FALSE;
    }
  if (!caseness_store_run_script (store, "connection-write", error))
    return FALSE;
  /* Last, or the settings of other files would take its journal back to the disk. */
  if (mode == CASENESS_STORE_DRAFT && !caseness_store_run_script (store, "connection-draft", error))
    return FALSE;
  return version == caseness_store_get_latest_version () || caseness_store_migrate (store, (int) version, error);
}

static void
finalize_statement (gpointer prepared)
{
  sqlite3_finalize (prepared);
}

static CasenessStore *
store_new (const char *path)
{
  CasenessStore *store = g_new0 (CasenessStore, 1);

  store->path = g_strdup (path);
  store->thread = g_thread_self ();
  store->idle = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  return store;
}

static CasenessStore *
open_file (const char *path, CasenessStoreMode mode, GError **error)
{
  g_autoptr(CasenessStore) store = store_new (path);
  g_autofree char *full_path = g_canonicalize_filename (path, NULL); /* so that ":memory:" is a file too */
  GStatBuf info;

  if (!check_file (path, mode, &info, error))
    return NULL;
  if (sqlite3_open_v2 (full_path, &store->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      caseness_store_set_error (store, error);
      return NULL;
    }
  if (!set_up (store, info.st_size == 0, mode, error))
    return NULL;
  return g_steal_pointer (&store);
}

CasenessStore *
caseness_store_open_in_memory (GError **error)
{
  g_autoptr(CasenessStore) store = store_new (":memory:");

  if (sqlite3_open_v2 (":memory:", &store->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      caseness_store_set_error (store, error);
      return NULL;
    }
  return set_up (store, TRUE, CASENESS_STORE_WRITE, error) ? g_steal_pointer (&store) : NULL;
}

CasenessStore *
caseness_store_open (const char *path, CasenessStoreMode mode, GError **error)
{
  CasenessStore *store;
  gboolean is_new = FALSE;

  g_return_val_if_fail (path != NULL, NULL);
  if (mode == CASENESS_STORE_CREATE && !make_file (path, &is_new, error))
    return NULL;
  store = open_file (path, mode, error);
  if (store == NULL && is_new)
    g_unlink (path);
  return store;
}

void
caseness_store_close (CasenessStore *store)
{
  if (store == NULL)
    return;
  g_hash_table_unref (store->idle);
  sqlite3_close_v2 (store->database);
  g_free (store->path);
  g_free (store);
}

gboolean
caseness_store_can_write (CasenessStore *store)
{
  g_return_val_if_fail (store != NULL, FALSE);
  return store->is_writable;
}

const char *
caseness_store_get_path (CasenessStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);
  return store->path;
}

void
caseness_store_release_memory (CasenessStore *store)
{
  g_return_if_fail (store != NULL);
  sqlite3_db_release_memory (store->database);
  caseness_memory_give_back ();
}

void
caseness_store_set_path (CasenessStore *store, const char *path)
{
  g_autofree char *old = store->path;

  store->path = g_strdup (path);
}

gboolean
caseness_store_dup_setting (CasenessStore *store, const char *name, char **value, GError **error)
{
  g_autoptr(CasenessStatement) statement = NULL;
  CasenessStep step;

  g_return_val_if_fail (store != NULL && name != NULL && value != NULL, FALSE);
  *value = NULL;
  statement = caseness_store_prepare (store, "select-setting", error);
  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_text (statement, ":name", name);
  step = caseness_statement_step (statement, NULL, error);
  if (step == CASENESS_STEP_ROW)
    *value = g_strdup (caseness_statement_get_text (statement, 0));
  return step != CASENESS_STEP_ERROR;
}

gboolean
caseness_store_put_setting (CasenessStore *store, const char *name, const char *value, GError **error)
{
  g_autoptr(CasenessStatement) statement = NULL;

  g_return_val_if_fail (store != NULL && name != NULL && value != NULL, FALSE);
  statement = caseness_store_prepare (store, "upsert-setting", error);
  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_text (statement, ":name", name);
  caseness_statement_bind_text (statement, ":value", value);
  return caseness_statement_run (statement, NULL, error);
}

char *
caseness_store_dup_service_name (CasenessStore *store, GError **error)
{
  g_autoptr(CasenessStatement) latest = NULL;
  char *name;
  CasenessStep step;

  g_return_val_if_fail (store != NULL, NULL);
  if (!caseness_store_dup_setting (store, "service-name", &name, error) || name != NULL)
    return name;
  latest = caseness_store_prepare (store, "select-latest-provider", error);
  if (latest == NULL)
    return NULL;
  step = caseness_statement_step (latest, NULL, error);
  if (step == CASENESS_STEP_ERROR)
    return NULL;
  return g_strdup (step == CASENESS_STEP_ROW ? caseness_statement_get_text (latest, 0) : "");
}
