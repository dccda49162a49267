/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_TILE (caseness_tile_get_type ())
G_DECLARE_FINAL_TYPE (CasenessTile, caseness_tile, CASENESS, TILE, GtkToggleButton)

/**
 * CasenessTile:
 *
 * A headline: a large figure over what it is, to be pressed for what lies behind it.
 */

/** caseness_tile_new: Returns: (transfer full): a tile that says @caption. */
GtkWidget *caseness_tile_new (const char *caption);

/**
 * caseness_tile_set_figure:
 * @self: a tile
 * @figure: a number, in words
 * @detail: (nullable): what it says as a sentence; becomes the tooltip and what assistive technology reads
 */
void caseness_tile_set_figure (CasenessTile *self, const char *figure, const char *detail);

/** caseness_tile_get_figure: Returns: (transfer none): the number. */
const char *caseness_tile_get_figure (CasenessTile *self);

G_END_DECLS
