/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-mapping.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** caseness_mapped_export_is_wanted: whether @file is a CSV file that is no table or list by its name,
 *  and none that NHS England publishes. */
gboolean caseness_mapped_export_is_wanted (GFile *file);

/**
 * caseness_mapped_export_find_mapping:
 * @file: a CSV file
 *
 * Returns: (transfer full) (nullable): the mapping that was saved when the same headings were seen.
 */
CasenessMapping *caseness_mapped_export_find_mapping (GFile *file);

/** caseness_mapped_export_save: keeps @mapping, by its name, for the next export. Returns: whether it was written. */
gboolean caseness_mapped_export_save (const CasenessMapping *mapping, GError **error);

/**
 * caseness_mapped_export_stage:
 * @file: a CSV file
 * @mapping: how it is read
 *
 * Puts the file and its mapping into a folder of their own, which can be imported as a submission; the folder of the
 * file is not written to. It has the name of the file's folder, which may tell the month.
 *
 * Returns: (transfer full) (nullable): the folder; caseness_mapped_export_unstage() removes it.
 */
char *caseness_mapped_export_stage (GFile *file, const CasenessMapping *mapping, GError **error);

/** caseness_mapped_export_unstage: removes a folder of caseness_mapped_export_stage() and leaves the file alone. */
void caseness_mapped_export_unstage (const char *folder);

G_END_DECLS
