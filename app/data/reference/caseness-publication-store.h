/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-publication.h"
#include "caseness-store.h"

G_BEGIN_DECLS

/** CasenessHeldPublication: a publication that the store holds. */
typedef struct
{
  gint64 publication_id;
  gint64 import_id;
  char *layout;         /* as caseness_publication_layout_get_word() */
  char *file;           /* base name it was loaded under */
  char *sha256;         /* hex */
  CasenessPeriod period; /* first to last day of its figures */
  char *imported_at;    /* YYYY-MM-DD HH:MM:SS */
} CasenessHeldPublication;

/** caseness_held_publication_free: frees one of them. */
void caseness_held_publication_free (CasenessHeldPublication *publication);

/**
 * caseness_publication_list_held:
 * @store: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CasenessHeldPublication): those not undone, the latest period first.
 */
GPtrArray *caseness_publication_list_held (CasenessStore *store, GError **error);

/**
 * caseness_publication_find_held:
 * @store: a store
 * @publication: what is being imported
 * @import_id: (out): the import that brought the same bytes, 0 when none did
 * @error: return location
 *
 * Returns: whether the store could be asked.
 */
gboolean caseness_publication_find_held (CasenessStore *store, const CasenessPublication *publication,
                                         gint64 *import_id, GError **error);

/**
 * caseness_publication_put:
 * @store: a store inside a transaction
 * @import_id: the running import
 * @publication: what was read
 * @cancellable: (nullable)
 * @error: return location
 *
 * Returns: whether it was stored.
 */
gboolean caseness_publication_put (CasenessStore *store, gint64 import_id, const CasenessPublication *publication,
                                   GCancellable *cancellable, GError **error);

/**
 * caseness_publication_append_figures:
 * @store: a store
 * @organisation: a code, or CASENESS_PUBLISHED_ENGLAND_CODE
 * @list: where the figures go, those of the publication loaded last first
 * @cancellable: (nullable)
 * @error: return location
 *
 * Returns: whether the store could be asked.
 */
gboolean caseness_publication_append_figures (CasenessStore *store, const char *organisation,
                                              CasenessPublishedList *list, GCancellable *cancellable, GError **error);

/**
 * caseness_publication_append_boards:
 * @store: a store
 * @list: where the ICBs go that its publications tell of, by name
 * @error: return location
 *
 * Returns: whether the store could be asked.
 */
gboolean caseness_publication_append_boards (CasenessStore *store, CasenessPublishedList *list, GError **error);

/**
 * caseness_publication_list_providers:
 * @store: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the codes of the providers whose submissions are held, as
 *   the keys of a set.
 */
GHashTable *caseness_publication_list_providers (CasenessStore *store, GError **error);

G_END_DECLS
