/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_code_name_find:
 * @field: a field of the data set: `EndCode`
 * @code: (nullable): one of its codes
 *
 * Returns: (transfer none) (nullable): what a person calls it (`resources/reference/code-names.csv`), untranslated.
 */
const char *caseness_code_name_find (const char *field, const char *code);

/** caseness_code_name_find_number: the same of a code of two digits that is kept as a number. */
const char *caseness_code_name_find_number (const char *field, guint code);

G_END_DECLS
