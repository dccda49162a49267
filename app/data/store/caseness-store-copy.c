/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-store-copy.h"

#include "caseness-byte-search.h"
#include "caseness-draft.h"
#include "caseness-store-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Letters alone, so that no code looks like a number of the data set; without vowels, so that none is a word. */
static const char consonants[] = "bcdfghjklmnpqrstvwxz";
#define N_CONSONANTS 20
#define CODE_LENGTH 9

static void
letters_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  gint64 number = sqlite3_value_int64 (values[0]);
  char code[CODE_LENGTH];

  for (guint i = CODE_LENGTH; i > 0; i--, number /= N_CONSONANTS)
    code[i - 1] = consonants[number % N_CONSONANTS];
  sqlite3_result_text (context, code, CODE_LENGTH, SQLITE_TRANSIENT);
}

/* Page by page, whatever the store is set to allow. */
static gboolean
copy_pages (CasenessStore *store, CasenessStore *copy, GCancellable *cancellable, GError **error)
{
  static const int pages_at_once = 1024;
  sqlite3_backup *backup = sqlite3_backup_init (copy->database, "main", store->database, "main");
  int result = SQLITE_OK;

  while (backup != NULL && result == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    result = sqlite3_backup_step (backup, pages_at_once);
  sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (result == SQLITE_DONE)
    return TRUE;
  caseness_store_set_error (copy, error);
  return FALSE;
}

static GHashTable *
list_originals (CasenessStore *copy, GCancellable *cancellable, GError **error)
{
  g_autoptr(GHashTable) originals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(CasenessStatement) row = caseness_store_prepare (copy, "anonymise/select-originals", error);
  CasenessStep step;

  if (row == NULL)
    return NULL;
  while ((step = caseness_statement_step (row, cancellable, error)) == CASENESS_STEP_ROW)
    g_hash_table_add (originals, g_strdup (caseness_statement_get_text (row, 0)));
  return step == CASENESS_STEP_DONE ? g_steal_pointer (&originals) : NULL;
}

static gboolean
run_cancellable (CasenessStore *store, const char *script, GCancellable *cancellable, GError **error)
{
  gboolean is_done;

  store->cancellable = cancellable;
  is_done = caseness_store_run_script (store, script, error);
  store->cancellable = NULL;
  return is_done;
}

/* Returns (transfer full): the ids that were there and are not any more. */
static GHashTable *
replace_ids (CasenessStore *copy, GCancellable *cancellable, GError **error)
{
  g_autoptr(GHashTable) originals = NULL;

  sqlite3_create_function (copy->database, "letters", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, letters_cb, NULL,
                           NULL);
  if (!run_cancellable (copy, "anonymise/originals", cancellable, error))
    return NULL;
  originals = list_originals (copy, cancellable, error);
  if (originals == NULL || !run_cancellable (copy, "anonymise/replace", cancellable, error)
      || !run_cancellable (copy, "anonymise/finish", cancellable, error))
    return NULL;
  return g_steal_pointer (&originals);
}

static gboolean
check_none_left (const char *path, GHashTable *originals, GError **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  if (file == NULL)
    return FALSE;
  if (caseness_byte_search (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), originals) == NULL)
    return TRUE;
  g_set_error_literal (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FAILED,
                       _ ("The copy still held an identifier and was thrown away. Nothing was changed; please report "
                          "this."));
  return FALSE;
}

static GHashTable *
fill_copy (CasenessStore *store, const char *draft, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessStore) copy = caseness_store_open (draft, CASENESS_STORE_WRITE, error);

  if (copy == NULL)
    return NULL;
  caseness_store_set_path (copy, path);
  /* Its journal would hold what is replaced, and a draft needs none. */
  if (!caseness_store_run_script (copy, "anonymise/prepare", error) || !copy_pages (store, copy, cancellable, error))
    return NULL;
  return replace_ids (copy, cancellable, error);
}

gboolean
caseness_store_export_anonymous (CasenessStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  g_auto(CasenessDraft) draft = CASENESS_DRAFT_INIT;
  g_autoptr(GHashTable) originals = NULL;

  g_return_val_if_fail (store != NULL && path != NULL, FALSE);

  if (!caseness_draft_make (&draft, path, error))
    return FALSE;
  originals = fill_copy (store, draft.path, path, cancellable, error);
  return originals != NULL && check_none_left (draft.path, originals, error)
         && caseness_draft_publish (&draft, path, TRUE, error);
}
