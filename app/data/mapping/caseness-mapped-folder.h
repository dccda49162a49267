/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-submission.h"

G_BEGIN_DECLS

/** CasenessMappedFolder: the CSV files of a folder that are read through the mappings beside them. */
typedef struct _CasenessMappedFolder CasenessMappedFolder;

/**
 * caseness_mapped_folder_open:
 * @folder: a folder
 * @findings: (element-type CasenessFinding): a finding for each CSV file no mapping fits is added
 * @error: return location: a mapping cannot be used, or fits none of the files
 *
 * Returns: (transfer full) (nullable): the folder, without files when there is no mapping in it.
 */
CasenessMappedFolder *caseness_mapped_folder_open (const char *folder, GPtrArray *findings, GError **error);

/** caseness_mapped_folder_free: frees the folder. */
void caseness_mapped_folder_free (CasenessMappedFolder *mapped);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessMappedFolder, caseness_mapped_folder_free)

/**
 * caseness_mapped_folder_find:
 * @spec: a table
 *
 * Returns: (transfer none) (nullable): base name of the file that gives @spec. The header table has one whenever a
 *   mapping names the provider.
 */
const char *caseness_mapped_folder_find (const CasenessMappedFolder *mapped, const CasenessTableSpec *spec);

/**
 * caseness_mapped_folder_read_table:
 * @spec: a table that caseness_mapped_folder_find() knows
 * @table: (out caller-allocates): filled on success
 * @findings: (element-type CasenessFinding): findings are added at the end
 * @error: return location: refused, naming file and line
 *
 * Returns: whether the table could be made.
 */
gboolean caseness_mapped_folder_read_table (const CasenessMappedFolder *mapped, const CasenessTableSpec *spec,
                                            CasenessSubmissionTable *table, GPtrArray *findings, GError **error);

G_END_DECLS
