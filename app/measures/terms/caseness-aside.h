/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CasenessAside:
 *
 * A file for what memory has no room for while pathways are worked out. It has no name, so that nobody else opens it and
 * nothing stays of it when the program ends, however it ends. For one thread at a time.
 */
typedef struct _CasenessAside CasenessAside;

/** caseness_aside_new: Returns: (transfer full) (nullable): an empty file, or NULL with @error set. */
CasenessAside *caseness_aside_new (GError **error);

/** caseness_aside_free: frees it and the file. */
void caseness_aside_free (CasenessAside *aside);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessAside, caseness_aside_free)

/** caseness_aside_get_size: Returns: how many bytes it holds, which is where the next ones go. */
guint64 caseness_aside_get_size (const CasenessAside *aside);

/** caseness_aside_write: adds @n bytes to the end. Returns: whether it could; if not, it holds what it held. */
gboolean caseness_aside_write (CasenessAside *aside, gconstpointer bytes, gsize n, GError **error);

/** caseness_aside_read: reads @n bytes that were written from @from on. Returns: whether it could. */
gboolean caseness_aside_read (CasenessAside *aside, guint64 from, gpointer bytes, gsize n, GError **error);

/** caseness_aside_check: Returns: whether all could be read that was asked for; if not, @error says why. */
gboolean caseness_aside_check (const CasenessAside *aside, GError **error);

G_END_DECLS
