/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-row-source.h"
#include "caseness-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* "CSNS", as the first migration writes it. */
#define CASENESS_STORE_APPLICATION_ID 0x43534e53

struct _CasenessStore
{
  sqlite3 *database;
  char *path;                /* as people know the file */
  gboolean is_writable;      /* not opened to be read only */
  GThread *thread;           /* the only one that may use it */
  GHashTable *idle;          /* (element-type utf8 sqlite3_stmt): prepared and not in use, by name */
  GCancellable *cancellable; /* (nullable) (unowned): of the step that is running */
  CasenessRowSource *source; /* (nullable) (unowned): what the incoming tables give */
};

/** caseness_store_open_in_memory: Returns: (transfer full) (nullable): a new store that is gone when closed. */
CasenessStore *caseness_store_open_in_memory (GError **error);

/** caseness_store_set_path: sets the name that messages call the file by, for a file that gets its name later. */
void caseness_store_set_path (CasenessStore *store, const char *path);

/** caseness_store_dup_script: Returns: (transfer full): the text of resources/sql/@name.sql, which must exist. */
char *caseness_store_dup_script (const char *name);

/** caseness_store_run_script: runs every statement of resources/sql/@name.sql. */
gboolean caseness_store_run_script (CasenessStore *store, const char *name, GError **error);

/**
 * caseness_store_set_error:
 * @store: a store whose last call failed
 * @error: return location
 *
 * Says in words what the database reported, with the code that callers act on.
 */
void caseness_store_set_error (CasenessStore *store, GError **error);

/**
 * caseness_store_migrate:
 * @store: an open store
 * @version: the version it has, 0 for a new file
 * @error: return location
 *
 * Runs the numbered scripts of resources/sql/migrations that the file has not seen, all in one transaction.
 *
 * Returns: whether the file is now of the latest version.
 */
gboolean caseness_store_migrate (CasenessStore *store, int version, GError **error);

/** caseness_store_get_latest_version: Returns: the version this program writes. */
int caseness_store_get_latest_version (void);

/** caseness_store_begin: starts a transaction that may write. */
gboolean caseness_store_begin (CasenessStore *store, GError **error);

/** caseness_store_commit: makes the transaction durable; on failure it still runs and wants a rollback. */
gboolean caseness_store_commit (CasenessStore *store, GError **error);

/** caseness_store_rollback: gives up the transaction, if one is running. */
void caseness_store_rollback (CasenessStore *store);

/** caseness_statement_find: Returns: the number of the named parameter (`:line`), for binding many rows; 0 if none. */
int caseness_statement_find (CasenessStatement *statement, const char *parameter);

/** caseness_statement_put_int: as caseness_statement_bind_int(), by number. */
void caseness_statement_put_int (CasenessStatement *statement, int parameter, gint64 value);

/** caseness_statement_put_text: as caseness_statement_bind_text(), by number. */
void caseness_statement_put_text (CasenessStatement *statement, int parameter, const char *value);

/** caseness_statement_bind_null: makes the named parameter empty. */
void caseness_statement_bind_null (CasenessStatement *statement, const char *parameter);

/**
 * caseness_statement_run:
 *
 * Steps a statement that returns no rows to its end and makes it ready for the next row; bindings stay.
 *
 * Returns: whether it worked.
 */
gboolean caseness_statement_run (CasenessStatement *statement, GCancellable *cancellable, GError **error);

/** CasenessRecordFunc: Returns: (transfer full): what the row that @statement stands on says. */
typedef gpointer (*CasenessRecordFunc) (CasenessStatement *statement);

/**
 * caseness_statement_collect:
 * @statement: a statement that returns rows, its parameters bound
 * @read: makes a record of a row
 * @records: to which they are added
 * @error: return location
 *
 * Returns: whether all rows were read.
 */
gboolean caseness_statement_collect (CasenessStatement *statement, CasenessRecordFunc read, GPtrArray *records,
                                     GError **error);

/**
 * caseness_store_list:
 * @store: a store
 * @name: a statement without parameters
 * @read: makes a record of a row
 * @free_record: frees one
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a record of every row, in their order, or NULL with @error set.
 */
GPtrArray *caseness_store_list (CasenessStore *store, const char *name, CasenessRecordFunc read,
                                GDestroyNotify free_record, GError **error);

G_END_DECLS
