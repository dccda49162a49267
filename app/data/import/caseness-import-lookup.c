/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-lookup.h"

#include "caseness-receipt-private.h"

#include <glib/gi18n.h>

/* The setting of the service file; empty when it was forgotten. */
#define SETTING "deprivation-lookup"

GStrv
caseness_import_lookup_take (CasenessImportLookup *lookup, const char *const *paths, GError **error)
{
  return caseness_deprivation_take_path (paths, &lookup->deprivation, error);
}

/* NULL where there is none, and where the store does not tell: an import goes on without. */
static char *
dup_remembered (CasenessStore *store)
{
  char *path;

  if (!caseness_store_dup_setting (store, SETTING, &path, NULL) || path == NULL || *path != '\0')
    return path;
  g_free (path);
  return NULL;
}

void
caseness_import_lookup_recall (CasenessImportLookup *lookup, CasenessStore *store)
{
  g_autofree char *path = lookup->deprivation == NULL ? dup_remembered (store) : NULL;
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    return;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      /* Translators: the path of a file. */
      lookup->lost = g_strdup_printf (_ ("%s: this lookup of deprivation, remembered from an earlier import, is no longer "
                                         "there, so that nobody imported now has a decile. Undo this import and name the "
                                         "lookup where it is now, or forget it."),
                                      path);
      return;
    }
  lookup->deprivation = caseness_deprivation_read (path, &error);
  lookup->is_remembered = lookup->deprivation != NULL;
  if (lookup->deprivation == NULL)
    /* Translators: a sentence that says what is wrong with a file. */
    lookup->lost = g_strdup_printf (_ ("%s It is remembered from an earlier import; nobody imported now has a decile."),
                                    error->message);
}

void
caseness_import_lookup_note (const CasenessImportLookup *lookup, CasenessReceipt *receipt)
{
  guint first, n_left_out;

  if (lookup->lost != NULL)
    caseness_receipt_take_note (receipt, g_strdup (lookup->lost));
  if (lookup->deprivation == NULL)
    return;
  if (lookup->is_remembered)
    /* Translators: the path of a file. */
    caseness_receipt_take_note (receipt,
                                g_strdup_printf (_ ("%s: the lookup of deprivation is used again, as in an earlier import."),
                                                 caseness_deprivation_get_path (lookup->deprivation)));
  n_left_out = caseness_deprivation_get_left_out (lookup->deprivation, &first);
  if (n_left_out > 0)
    /* Translators: a file name, a number of rows, and a line number. */
    caseness_receipt_take_note (receipt,
                                g_strdup_printf (ngettext ("%s: %u row was left out because its postcode or decile "
                                                           "cannot be used, in line %u.",
                                                           "%s: %u rows were left out because their postcode or "
                                                           "decile cannot be used, the first in line %u.",
                                                           n_left_out),
                                                 caseness_deprivation_get_file (lookup->deprivation), n_left_out, first));
}

gboolean
caseness_import_lookup_keep (const CasenessImportLookup *lookup, CasenessStore *store, gboolean forgets, GError **error)
{
  gboolean is_named = lookup->deprivation != NULL && !lookup->is_remembered;

  if (!is_named && !forgets)
    return TRUE;
  return caseness_store_put_setting (store, SETTING, is_named ? caseness_deprivation_get_path (lookup->deprivation) : "",
                                     error);
}

void
caseness_import_lookup_clear (CasenessImportLookup *lookup)
{
  g_clear_pointer (&lookup->deprivation, caseness_deprivation_free);
  g_clear_pointer (&lookup->lost, g_free);
}

char *
caseness_import_lookup_dup_remembered (const char *store_path)
{
  g_autoptr(CasenessStore) store = NULL;

  g_return_val_if_fail (store_path != NULL, NULL);

  store = caseness_store_open (store_path, CASENESS_STORE_READ, NULL);
  return store != NULL ? dup_remembered (store) : NULL;
}
