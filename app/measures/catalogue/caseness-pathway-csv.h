/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-filter.h"
#include "caseness-snapshot.h"

G_BEGIN_DECLS

/**
 * caseness_pathway_write_csv:
 * @writer: where to
 * @snapshot: a snapshot
 * @filter: (nullable): only these; variables that depend on the period are taken at the end of the latest (rulings 108)
 *
 * Writes one row per pathway with the columns of `caseness-cli pathways` (command-line.md), ordered by provider, then
 * service request id, then local patient id.
 */
void caseness_pathway_write_csv (CasenessCsvWriter *writer, const CasenessSnapshot *snapshot,
                                 const CasenessFilter *filter);

/** caseness_pathway_write_people_csv: the same for those whose bit is set in @people. */
void caseness_pathway_write_people_csv (CasenessCsvWriter *writer, const CasenessSnapshot *snapshot,
                                        const guint64 *people);

/** caseness_pathway_write_headings: ends a row with the names of those columns. */
void caseness_pathway_write_headings (CasenessCsvWriter *writer);

/** caseness_pathway_write_row: ends a row with those columns of pathway @index; of CASENESS_NO_ROW, with empty ones. */
void caseness_pathway_write_row (CasenessCsvWriter *writer, const CasenessSnapshot *snapshot, guint32 index);

/** caseness_pathway_get_n_fields: how many columns those are. */
guint caseness_pathway_get_n_fields (void);

/** caseness_pathway_get_heading: Returns: (transfer none): the name of one of them. */
const char *caseness_pathway_get_heading (guint field);

/** caseness_pathway_dup_field: Returns: (transfer full): one of them of pathway @index, empty when there is nothing. */
char *caseness_pathway_dup_field (const CasenessSnapshot *snapshot, guint index, guint field);

G_END_DECLS
