/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

G_BEGIN_DECLS

/* Loading a published file from the National page: an import that says what there now is to compare with. */

/**
 * caseness_national_load_async:
 * @session: with a service file open, into which it is imported
 * @file: a published file on this computer
 * @callback: calls caseness_national_load_finish()
 */
void caseness_national_load_async (CasenessSession *session, GFile *file, GAsyncReadyCallback callback, gpointer user_data);

/**
 * caseness_national_load_finish:
 * @session: what the callback was given
 * @result: likewise
 * @publication_id: (out): the publication that was loaded, where it tells of this service, else 0
 *
 * Returns: (transfer full) (nullable): what was done or why nothing was, in words; NULL when it was stopped.
 */
char *caseness_national_load_finish (CasenessSession *session, GAsyncResult *result, gint64 *publication_id);

G_END_DECLS
