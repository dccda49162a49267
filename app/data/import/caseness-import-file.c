/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import.h"

#include "caseness-draft.h"
#include "caseness-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* An empty file, such as a desktop's "new document" leaves, counts as one that is still to be made. */
typedef enum
{
  FOUND_NOTHING,
  FOUND_EMPTY,
  FOUND_FILE,
} Found;

static Found
look_for (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return FOUND_NOTHING;
  return S_ISREG (info.st_mode) && info.st_size == 0 ? FOUND_EMPTY : FOUND_FILE;
}

/* People know nothing of the draft that stands in for their file; messages begin with the file's name. */
static void
name_wanted_file (GError **error, const char *file, const char *known_as)
{
  g_autofree char *message = NULL;

  if (error == NULL || *error == NULL || !g_str_has_prefix ((*error)->message, file))
    return;
  message = g_strconcat (known_as, (*error)->message + strlen (file), NULL);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

static CasenessReceipt *
import_into (const char *file, const char *known_as, CasenessStoreMode mode, const char *const *paths,
             const CasenessImportOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessStore) store = caseness_store_open (file, mode, error);

  if (store == NULL)
    {
      name_wanted_file (error, file, known_as);
      return NULL;
    }
  caseness_store_set_path (store, known_as);
  return caseness_import_paths (store, paths, options, cancellable, error);
}

/* The file appears when it is whole: until then all goes into a draft, which a refusal throws away (rulings 101). */
static CasenessReceipt *
import_into_draft (const char *path, Found found, const char *const *paths, const CasenessImportOptions *options,
                   GCancellable *cancellable, GError **error)
{
  g_auto(CasenessDraft) draft = CASENESS_DRAFT_INIT;
  g_autoptr(CasenessReceipt) receipt = NULL;

  if (!caseness_draft_make (&draft, path, error))
    return NULL;
  receipt = import_into (draft.path, path, CASENESS_STORE_DRAFT, paths, options, cancellable, error);
  if (receipt == NULL || !caseness_draft_publish (&draft, path, found == FOUND_EMPTY, error))
    return NULL;
  return g_steal_pointer (&receipt);
}

static CasenessReceipt *
try_without_file (const char *const *paths, const CasenessImportOptions *options, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr(CasenessStore) store = caseness_store_open_in_memory (error);

  return store != NULL ? caseness_import_paths (store, paths, options, cancellable, error) : NULL;
}

CasenessReceipt *
caseness_import_file (const char *store_path, const char *const *paths, const CasenessImportOptions *options,
                      GCancellable *cancellable, GError **error)
{
  Found found;

  g_return_val_if_fail (store_path != NULL && paths != NULL && options != NULL, NULL);
  found = look_for (store_path);
  if (found == FOUND_FILE)
    return import_into (store_path, store_path, options->is_dry_run ? CASENESS_STORE_READ : CASENESS_STORE_WRITE, paths,
                        options, cancellable, error);
  if (options->is_dry_run)
    return try_without_file (paths, options, cancellable, error);
  return import_into_draft (store_path, found, paths, options, cancellable, error);
}
