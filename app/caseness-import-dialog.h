/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_IMPORT_DIALOG (caseness_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CasenessImportDialog, caseness_import_dialog, CASENESS, IMPORT_DIALOG, AdwWindow)

/**
 * CasenessImportDialog:
 *
 * From folders and lists to a receipt: what to import, into which service file, how far it is, what it did. The window
 * behind stays usable all the while.
 *
 * Signals:
 * - `imported`: something was imported and is now open
 * - `toast` (string): something is done, in words
 */

/**
 * caseness_import_dialog_new:
 * @parent: the window it belongs to
 * @session: whose file is imported into
 *
 * Returns: (transfer none): the dialog, owned by GTK until it is closed.
 */
CasenessImportDialog *caseness_import_dialog_new (GtkWindow *parent, CasenessSession *session);

/** caseness_import_dialog_add_files: adds @files to what is imported, those already there left out. */
void caseness_import_dialog_add_files (CasenessImportDialog *self, GFile *const *files, guint n_files);

/** caseness_import_dialog_is_working: whether it shows how far an import or undo is. */
gboolean caseness_import_dialog_is_working (CasenessImportDialog *self);

/**
 * caseness_import_dialog_name_file:
 * @service_name: name of a service, maybe empty
 *
 * Returns: (transfer full): where the service file of that name lies unless people say otherwise.
 */
GFile *caseness_import_dialog_name_file (const char *service_name);

G_END_DECLS
