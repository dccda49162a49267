/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-import-item.h"
#include "caseness-table-reader.h"

G_BEGIN_DECLS

/**
 * CasenessListAhead:
 *
 * Reads the local lists of an import in a thread of its own, while the last months are still being stored.
 */
typedef struct _CasenessListAhead CasenessListAhead;

/** caseness_list_ahead_new: Returns: (transfer full): a reader of the lists @items, (element-type CasenessImportItem), which
 *  it keeps a reference to; nothing is read yet. */
CasenessListAhead *caseness_list_ahead_new (GPtrArray *items);

/** caseness_list_ahead_begin: begins reading, unless the lists are so large that they are better read one by one. */
void caseness_list_ahead_begin (CasenessListAhead *ahead);

/**
 * caseness_list_ahead_take:
 * @ahead: a reader
 * @index: which list; each is taken once, in order
 * @table: (out): the list, to be cleared by the caller
 * @findings: (element-type CasenessFinding): what is found is added
 * @error: return location: as caseness_table_read(), or of the mapping the list is read through
 *
 * Returns: whether @table was read, now or before.
 */
gboolean caseness_list_ahead_take (CasenessListAhead *ahead, guint index, CasenessSubmissionTable *table,
                                   GPtrArray *findings, GError **error);

/** caseness_list_ahead_free: waits until the reading stops, and drops what was not taken. */
void caseness_list_ahead_free (CasenessListAhead *ahead);

G_END_DECLS
