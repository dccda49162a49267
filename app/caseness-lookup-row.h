/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CasenessLookupRow:
 *
 * The lookup of deprivation that a service file remembers of an earlier import, and a button to forget it. It shows
 * nothing where none is remembered.
 */
#define CASENESS_TYPE_LOOKUP_ROW (caseness_lookup_row_get_type ())
G_DECLARE_FINAL_TYPE (CasenessLookupRow, caseness_lookup_row, CASENESS, LOOKUP_ROW, AdwActionRow)

/**
 * caseness_lookup_row_show:
 * @self: a row
 * @target: the service file that is imported into, maybe not there yet
 * @has_named: whether a lookup is among what is imported, which then takes the place of the one remembered
 */
void caseness_lookup_row_show (CasenessLookupRow *self, GFile *target, gboolean has_named);

/** caseness_lookup_row_get_forgets: whether the one remembered shall be forgotten. */
gboolean caseness_lookup_row_get_forgets (CasenessLookupRow *self);

G_END_DECLS
