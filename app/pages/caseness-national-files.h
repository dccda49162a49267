/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CasenessNationalFiles:
 *
 * How files come to the National page: chosen in a dialogue or dropped on it. A CSV file is a publication; a folder, an
 * archive or a database an extract to be compared, or an archive of published figures.
 *
 * Signals: `publication` (GFile) and `extract` (GFile).
 */
#define CASENESS_TYPE_NATIONAL_FILES caseness_national_files_get_type ()
G_DECLARE_FINAL_TYPE (CasenessNationalFiles, caseness_national_files, CASENESS, NATIONAL_FILES, GObject)

/** caseness_national_files_new: Returns: (transfer full): takes what is dropped on @page, which must outlive it. */
CasenessNationalFiles *caseness_national_files_new (GtkWidget *page);

/** caseness_national_files_choose_publication: asks for a published file. */
void caseness_national_files_choose_publication (CasenessNationalFiles *self);

/** caseness_national_files_choose_extract: asks for the folder of an extract. */
void caseness_national_files_choose_extract (CasenessNationalFiles *self);

G_END_DECLS
