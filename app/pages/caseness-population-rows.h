/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-population.h"
#include "caseness-snapshot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** caseness_population_rows_list_loaded: Returns: (transfer full) (nullable) (element-type CasenessPopulationLine): the list
 *  that is loaded, each figure with its source; NULL without one. */
GPtrArray *caseness_population_rows_list_loaded (const CasenessSnapshot *snapshot);

/** caseness_population_rows_fill: has @rows show @lines (nullable), each with its figures to be changed by hand. */
void caseness_population_rows_fill (GtkListBox *rows, const GPtrArray *lines);

/**
 * caseness_population_rows_read:
 * @rows: rows as caseness_population_rows_fill() made them
 * @lines: the lines they were made from
 *
 * Takes over what was changed by hand, and says so in the source. A figure that cannot be read is marked, and the first
 * such gets the keyboard.
 *
 * Returns: whether every figure could be read.
 */
gboolean caseness_population_rows_read (GtkListBox *rows, GPtrArray *lines);

G_END_DECLS
