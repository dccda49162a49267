/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-deprivation.h"
#include "caseness-import.h"

G_BEGIN_DECLS

/**
 * CasenessImportLookup:
 *
 * The lookup of deprivation of one import: the one that was named, or the one that the service file remembers of an
 * earlier import. Zero-fill it, clear it at the end.
 */
typedef struct
{
  CasenessDeprivation *deprivation; /* (nullable) */
  gboolean is_remembered;           /* and not named */
  char *lost;                       /* (nullable): why the one that is remembered cannot be used, a sentence */
} CasenessImportLookup;

/**
 * caseness_import_lookup_take:
 * @lookup: zero-filled
 * @paths: (array zero-terminated=1): what an import was given
 * @error: return location: as caseness_deprivation_take_path()
 *
 * Returns: (transfer full) (nullable): the other paths, or NULL with @error set.
 */
GStrv caseness_import_lookup_take (CasenessImportLookup *lookup, const char *const *paths, GError **error);

/** caseness_import_lookup_recall: where none was named, takes the one that @store remembers; what fails is told later. */
void caseness_import_lookup_recall (CasenessImportLookup *lookup, CasenessStore *store);

/**
 * caseness_import_lookup_note:
 * @lookup: a lookup
 * @receipt: what it is told on
 *
 * Tells which rows of it cannot be used, or why the one that is remembered could not be read.
 */
void caseness_import_lookup_note (const CasenessImportLookup *lookup, CasenessReceipt *receipt);

/**
 * caseness_import_lookup_keep:
 * @lookup: a lookup
 * @store: a store inside a transaction
 * @forgets: whether what is remembered is forgotten instead
 * @error: return location
 *
 * Remembers where the lookup lies that was named.
 *
 * Returns: whether all went well.
 */
gboolean caseness_import_lookup_keep (const CasenessImportLookup *lookup, CasenessStore *store, gboolean forgets,
                                      GError **error);

/** caseness_import_lookup_clear: frees what it holds. */
void caseness_import_lookup_clear (CasenessImportLookup *lookup);

/**
 * caseness_import_lookup_dup_remembered:
 * @store_path: a service file
 *
 * Returns: (transfer full) (nullable): where the lookup lies that an import into it would use again.
 */
char *caseness_import_lookup_dup_remembered (const char *store_path);

G_END_DECLS
