/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Months as an analyst has them: as archives, and with rows that are wrong. */

/** pack_files: packs @path, a file or all files of a folder, into @zip, in it below @place (nullable). */
void pack_files (const char *path, const char *place, const char *zip);

/** damage_rows: in the folder @month the cell of @column says @value in the rows of @file whose number @every divides. */
void damage_rows (const char *month, const char *file, guint every, const char *column, const char *value);

G_END_DECLS
