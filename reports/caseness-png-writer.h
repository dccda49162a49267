/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CasenessPngWriter:
 *
 * Writes a PNG row by row. Cairo's own writer needs the whole picture at once and stops at 32,767 rows, which is
 * fewer than a long report has.
 */
typedef struct _CasenessPngWriter CasenessPngWriter;

/**
 * caseness_png_writer_new:
 * @width: in pixels
 * @height: in pixels
 * @dots_per_inch: said in the file
 *
 * Returns: (transfer full): a writer that waits for @height rows.
 */
CasenessPngWriter *caseness_png_writer_new (guint width, guint height, double dots_per_inch);

/**
 * caseness_png_writer_add_row:
 * @writer: a writer
 * @pixels: (array): one 0x00RRGGBB number per pixel, as Cairo's RGB24 surfaces hold them
 * @error: return location
 *
 * Returns: whether it went well.
 */
gboolean caseness_png_writer_add_row (CasenessPngWriter *writer, const guint32 *pixels, GError **error);

/** caseness_png_writer_end: Returns: (transfer full) (nullable): the file; the writer is gone. */
GBytes *caseness_png_writer_end (CasenessPngWriter *writer, GError **error);

/** caseness_png_writer_free: frees a writer that is not to be finished. */
void caseness_png_writer_free (CasenessPngWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPngWriter, caseness_png_writer_free)

G_END_DECLS
