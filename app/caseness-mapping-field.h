/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-mapping-guess.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_MAPPING_FIELD (caseness_mapping_field_get_type ())
G_DECLARE_FINAL_TYPE (CasenessMappingField, caseness_mapping_field, CASENESS, MAPPING_FIELD, AdwActionRow)

/**
 * CasenessMappingField:
 *
 * One field of one table: where it comes from, how its days are written, which word is which code, and what becomes of
 * the rows by that.
 *
 * Signals:
 * - `changed`: the feed it was made for has changed
 */

/** caseness_mapping_field_new: @feed (not copied) outlives the row. Returns: (transfer floating): the row. */
GtkWidget *caseness_mapping_field_new (CasenessMappingFeed *feed, guint field, const char *const *headers);

/** caseness_mapping_field_is_for: whether it shows @field of @feed. */
gboolean caseness_mapping_field_is_for (CasenessMappingField *self, const CasenessMappingFeed *feed, guint field);

/** caseness_mapping_field_show: says what becomes of the rows; @cells is (nullable) where the field has no source. */
void caseness_mapping_field_show (CasenessMappingField *self, const CasenessMappingCells *cells);

G_END_DECLS
