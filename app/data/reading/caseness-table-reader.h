/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-submission.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * caseness_table_read:
 * @path: one CSV file, a regular file or a link that leads to one
 * @spec: the table or local list it holds
 * @table: (out caller-allocates): filled on success; clear it with caseness_submission_table_clear()
 * @findings: (element-type CasenessFinding): findings about the file and its cells are added at the end
 * @error: return location: refused, naming the file and, where the fault has one, the line
 *
 * Reads one file: encoding, header, records, then each cell trimmed, padded and checked for its type (rulings 2, 16,
 * 17, 18, 99, 102). Rows with the wrong number of fields are counted in n_read and n_rejected but not held. Rows of a
 * local list whose mandatory cells are blank or unreadable are marked rejected; rows of a submission's table are
 * judged later, by caseness_submission_read().
 *
 * Returns: whether the file could be taken.
 */
gboolean caseness_table_read (const char *path, const CasenessTableSpec *spec, CasenessSubmissionTable *table,
                              GPtrArray *findings, GError **error);

/**
 * caseness_table_read_bytes:
 * @bytes: what the file holds
 * @file: base name of the file, for findings and errors
 * @spec: the table or local list it holds
 * @chunk: how many bytes to hand to the CSV parser at a time, 0 for all at once; no chunk changes the outcome
 *
 * As caseness_table_read() on bytes that are already in memory.
 *
 * Returns: whether the file could be taken.
 */
gboolean caseness_table_read_bytes (GBytes *bytes, const char *file, const CasenessTableSpec *spec, gsize chunk,
                                    CasenessSubmissionTable *table, GPtrArray *findings, GError **error);

G_END_DECLS
