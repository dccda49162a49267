/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-mapping.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_MAPPING_DIALOG (caseness_mapping_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CasenessMappingDialog, caseness_mapping_dialog, CASENESS, MAPPING_DIALOG, AdwWindow)

/**
 * CasenessMappingDialog:
 *
 * Says which columns of any CSV export are which fields of the data set: shows the first rows, begins with a guess,
 * and counts with every choice what becomes of the rows. The mapping is kept by name for the next export.
 *
 * Signals:
 * - `mapped`: the mapping is saved and ready to be used
 */

/**
 * caseness_mapping_dialog_new:
 * @parent: the window it belongs to
 * @file: the export, on this computer
 * @mapping: (transfer none) (nullable): where to begin; NULL with a guess
 * @provider: (nullable): code of the provider, where it is known
 * @error: return location: not CSV, empty, or not to be read
 *
 * Returns: (transfer none) (nullable): the dialog, owned by GTK until it is closed.
 */
CasenessMappingDialog *caseness_mapping_dialog_new (GtkWindow *parent, GFile *file, const CasenessMapping *mapping,
                                                    const char *provider, GError **error);

/** caseness_mapping_dialog_get_file: Returns: (transfer none): the export. */
GFile *caseness_mapping_dialog_get_file (CasenessMappingDialog *self);

/** caseness_mapping_dialog_dup_mapping: Returns: (transfer full): the mapping as it stands. */
CasenessMapping *caseness_mapping_dialog_dup_mapping (CasenessMappingDialog *self);

G_END_DECLS
