/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CasenessStore:
 *
 * One open service file (`.caseness`, SQLite). Belongs to the thread that opened it.
 */
typedef struct _CasenessStore CasenessStore;

/**
 * CasenessStoreMode:
 * @CASENESS_STORE_READ: the file must exist and is not written, not even migrated
 * @CASENESS_STORE_WRITE: the file must exist; older ones are migrated
 * @CASENESS_STORE_DRAFT: as WRITE, for a file that nobody else knows: nothing waits for the disk
 * @CASENESS_STORE_CREATE: as WRITE, and a file that does not exist is made, readable by its owner only
 */
typedef enum
{
  CASENESS_STORE_READ,
  CASENESS_STORE_WRITE,
  CASENESS_STORE_DRAFT,
  CASENESS_STORE_CREATE,
} CasenessStoreMode;

/**
 * caseness_store_open:
 * @path: file name
 * @mode: what will be done with it
 * @error: return location: not a store, too new, busy, read-only, corrupt
 *
 * Returns: (transfer full) (nullable): the open file, or NULL with @error set and nothing changed.
 */
CasenessStore *caseness_store_open (const char *path, CasenessStoreMode mode, GError **error);

/** caseness_store_close: closes the file and frees @store. */
void caseness_store_close (CasenessStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessStore, caseness_store_close)

/** caseness_store_can_write: whether @store was opened to be written. */
gboolean caseness_store_can_write (CasenessStore *store);

/** caseness_store_get_path: Returns: (transfer none): the file name it was opened by. */
const char *caseness_store_get_path (CasenessStore *store);

/** caseness_store_release_memory: gives back what @store holds to read the same pages again sooner. */
void caseness_store_release_memory (CasenessStore *store);

/**
 * caseness_store_dup_setting:
 * @store: a store
 * @name: of a setting
 * @value: (out) (transfer full) (nullable): what it says, NULL where nobody set it
 * @error: return location
 *
 * Returns: FALSE with @error set when the store cannot be read.
 */
gboolean caseness_store_dup_setting (CasenessStore *store, const char *name, char **value, GError **error);

/** caseness_store_put_setting: sets @name to @value. Returns: FALSE with @error set when it cannot be written. */
gboolean caseness_store_put_setting (CasenessStore *store, const char *name, const char *value, GError **error);

/**
 * caseness_store_dup_service_name:
 * @store: a store
 * @error: return location
 *
 * The name that heads every page and report: what `--service` or the user set, else the provider code of the latest
 * submission (rulings 83), else the empty string.
 *
 * Returns: (transfer full) (nullable): the name, or NULL with @error set.
 */
char *caseness_store_dup_service_name (CasenessStore *store, GError **error);

/**
 * CasenessStep: what a statement came to; three outcomes, three values.
 */
typedef enum
{
  CASENESS_STEP_ERROR,
  CASENESS_STEP_ROW,
  CASENESS_STEP_DONE,
} CasenessStep;

/**
 * CasenessStatement:
 *
 * A prepared statement of `resources/sql/`, kept by the store and reset when released.
 */
typedef struct _CasenessStatement CasenessStatement;

/**
 * caseness_store_prepare:
 * @store: a store
 * @name: a file name of resources/sql without its ending, such as `select-referrals`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the statement, ready to bind; release it with caseness_statement_release().
 */
CasenessStatement *caseness_store_prepare (CasenessStore *store, const char *name, GError **error);

/** caseness_statement_release: resets the statement and hands it back to its store. */
void caseness_statement_release (CasenessStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessStatement, caseness_statement_release)

/** caseness_statement_bind_int: binds a whole number to the named parameter (`:period`). */
void caseness_statement_bind_int (CasenessStatement *statement, const char *parameter, gint64 value);

/** caseness_statement_bind_bytes: binds @n_bytes, which must live until the statement is released. */
void caseness_statement_bind_bytes (CasenessStatement *statement, const char *parameter, const guint8 *bytes,
                                    gsize n_bytes);

/** caseness_statement_bind_text: binds text, or NULL; the text must live until the statement is released. */
void caseness_statement_bind_text (CasenessStatement *statement, const char *parameter, const char *value);

/**
 * caseness_statement_step:
 * @statement: a statement
 * @cancellable: (nullable): asked every few thousand steps
 * @error: return location; a cancelled run is G_IO_ERROR_CANCELLED
 *
 * Returns: whether there is a row to read, none left, or a failure.
 */
CasenessStep caseness_statement_step (CasenessStatement *statement, GCancellable *cancellable, GError **error);

/** caseness_statement_get_n_columns: Returns: how many columns its rows have. */
guint caseness_statement_get_n_columns (CasenessStatement *statement);

/** caseness_statement_get_name: Returns: (transfer none): the name of a column, until the statement is released. */
const char *caseness_statement_get_name (CasenessStatement *statement, int column);

/** caseness_statement_is_null: whether the cell of the current row is empty. */
gboolean caseness_statement_is_null (CasenessStatement *statement, int column);

/** caseness_statement_get_int: the cell as a whole number, 0 when empty. */
gint64 caseness_statement_get_int (CasenessStatement *statement, int column);

/** caseness_statement_get_bytes: Returns: (transfer none) (array length=n_bytes): the cell, until the next step. */
const guint8 *caseness_statement_get_bytes (CasenessStatement *statement, int column, gsize *n_bytes);

/** caseness_statement_get_text: Returns: (transfer none) (nullable): the cell, valid until the next step. */
const char *caseness_statement_get_text (CasenessStatement *statement, int column);

G_END_DECLS
