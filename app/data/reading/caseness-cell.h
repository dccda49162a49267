/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-spec.h"

G_BEGIN_DECLS

/**
 * caseness_cell_tidy:
 * @field: the field
 * @text: a trimmed, filled cell
 * @tidied: set to what @text becomes
 *
 * Brings a code to the form of the data set: letters in its case, digits padded with zeros to its width (rulings 2).
 *
 * Returns: whether @tidied was set and differs from @text.
 */
gboolean caseness_cell_tidy (const CasenessFieldSpec *field, const char *text, GString *tidied);

/**
 * caseness_cell_is_digits:
 * @text: a cell
 * @least: fewest digits
 * @most: most digits
 *
 * Returns: whether @text is digits alone, that many.
 */
gboolean caseness_cell_is_digits (const char *text, gsize least, gsize most);

/**
 * caseness_cell_date_time_parse:
 * @text: (nullable): a date, a blank or T, and a clock time; fractions of a second are dropped
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD HH:MM:SS`, or NULL when @text is not one.
 */
char *caseness_cell_date_time_parse (const char *text);

/**
 * caseness_cell_judge:
 * @field: a field of a local list
 * @text: (nullable): the cell
 * @rule: (out): rule broken
 *
 * Returns: (transfer full) (nullable): what is wrong and how to put it right, or NULL when nothing is.
 */
char *caseness_cell_judge (const CasenessFieldSpec *field, const char *text, const char **rule);

G_END_DECLS
