/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_file_name_append:
 * @name: a file name being made
 * @text: words
 * @most: how many characters @name may have in all; words that do not fit are left out, and those after them
 *
 * Appends the letters and digits of @text in a form that every mail program and folder takes: lower case, without
 * accents, joined by hyphens.
 */
void caseness_file_name_append (GString *name, const char *text, gsize most);

G_END_DECLS
