/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-reader.h"
#include "caseness-mapping.h"
#include "caseness-submission.h"

G_BEGIN_DECLS

/**
 * caseness_mapping_read_rows:
 * @bytes: what a CSV file holds, in any encoding and with any separator we know
 * @file: its name, for errors
 * @func: called for each record, the header first
 * @error: return location: not text or not CSV, or what @func returned
 *
 * Returns: whether all went well.
 */
gboolean caseness_mapping_read_rows (GBytes *bytes, const char *file, CasenessCsvRowFunc func, gpointer user_data,
                                     GError **error);

/**
 * CasenessMappedRows:
 *
 * The rows of one table that an export gives through a mapping, as they are asked for record by record. Rows that
 * repeat are made once: an export of appointments names its patient in every row.
 */
typedef struct _CasenessMappedRows CasenessMappedRows;

/** CasenessMappedRowFunc: one row; @cells has one cell a field of the table. */
typedef void (*CasenessMappedRowFunc) (const CasenessMappingFeed *feed, const char *const *cells, guint line,
                                       gpointer user_data);

/** CasenessMappedCellFunc: one cell and what became of it; @outcome is a CasenessMappingOutcome. */
typedef void (*CasenessMappedCellFunc) (const CasenessMappingFeed *feed, guint field, const char *from,
                                        const char *to, int outcome, gpointer user_data);

/** caseness_mapped_rows_new: Returns: (transfer full): the rows of @table in a file headed @headers. */
CasenessMappedRows *caseness_mapped_rows_new (const CasenessMapping *mapping, const CasenessTableSpec *table,
                                              const char *const *headers);

/** caseness_mapped_rows_watch: calls @func for each cell, also of rows that repeat. */
void caseness_mapped_rows_watch (CasenessMappedRows *rows, CasenessMappedCellFunc func, gpointer user_data);

/** caseness_mapped_rows_take: makes what @record gives, calling @func for each row. */
void caseness_mapped_rows_take (CasenessMappedRows *rows, const CasenessCsvRow *record, CasenessMappedRowFunc func,
                                gpointer user_data);

/** caseness_mapped_rows_free: frees @rows. */
void caseness_mapped_rows_free (CasenessMappedRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessMappedRows, caseness_mapped_rows_free)

/**
 * caseness_mapping_read_table:
 * @mapping: a mapping that has the columns of the file
 * @bytes: what the file holds
 * @file: base name of the file
 * @spec: a table that @mapping feeds
 * @table: (out caller-allocates): filled on success; clear it with caseness_submission_table_clear()
 * @findings: (element-type CasenessFinding): findings are added at the end
 * @error: return location: refused, naming file and line
 *
 * As caseness_table_read() through a mapping. Lines are those of @file; the checksum covers the mapping too, since
 * another mapping makes other rows of the same bytes.
 *
 * Returns: whether the file could be taken.
 */
gboolean caseness_mapping_read_table (const CasenessMapping *mapping, GBytes *bytes, const char *file,
                                      const CasenessTableSpec *spec, CasenessSubmissionTable *table,
                                      GPtrArray *findings, GError **error);

G_END_DECLS
