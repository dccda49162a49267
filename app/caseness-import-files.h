/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CasenessImportFiles:
 *
 * What is to be imported, a row each in a list: folders, archives, databases, local lists and a lookup of deprivation. A
 * row can be left out again; that of an export of another name says how its columns are read, and maps them.
 *
 * Signals: `changed`, when something is added or left out.
 */
#define CASENESS_TYPE_IMPORT_FILES caseness_import_files_get_type ()
G_DECLARE_FINAL_TYPE (CasenessImportFiles, caseness_import_files, CASENESS, IMPORT_FILES, GObject)

/** caseness_import_files_new: Returns: (transfer full): nothing yet; @list shows the rows of all that is added. */
CasenessImportFiles *caseness_import_files_new (GtkListBox *list);

/** caseness_import_files_add: adds @files, those already there left out. */
void caseness_import_files_add (CasenessImportFiles *self, GFile *const *files, guint n_files);

/** caseness_import_files_clear: leaves all of them out. */
void caseness_import_files_clear (CasenessImportFiles *self);

/** caseness_import_files_is_empty: whether there is nothing to import. */
gboolean caseness_import_files_is_empty (CasenessImportFiles *self);

/** caseness_import_files_has_lookup: whether a lookup of deprivation is among them. */
gboolean caseness_import_files_has_lookup (CasenessImportFiles *self);

/**
 * caseness_import_files_stage:
 * @error: return location: a file that is not on this computer, or an export that cannot be made ready
 *
 * Makes everything ready: an export goes in as a folder of its own with its mapping beside it.
 * caseness_import_files_unstage() removes such folders, also after a failure.
 *
 * Returns: (transfer full) (nullable): the paths to import, or NULL with @error set.
 */
GStrv caseness_import_files_stage (CasenessImportFiles *self, GError **error);

/** caseness_import_files_unstage: removes the folders that were made for an import. */
void caseness_import_files_unstage (CasenessImportFiles *self);

G_END_DECLS
