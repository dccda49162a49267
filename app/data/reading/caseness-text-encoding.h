/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CasenessTextEncoding: how a file turned out to be written. */
typedef enum
{
  CASENESS_TEXT_UTF_8,
  CASENESS_TEXT_UTF_16,
  CASENESS_TEXT_WINDOWS_1252,
} CasenessTextEncoding;

/**
 * caseness_text_to_utf8:
 * @bytes: what a file holds
 * @file: its name, for errors
 * @encoding: (out): how it was written
 * @error: return location: it holds NUL bytes and no byte order mark, so it is no text; naming the line (rulings 100)
 *
 * UTF-8 with or without a byte order mark, UTF-16 with one, and anything else as Windows-1252 (rulings 17).
 *
 * Returns: (transfer full) (nullable): valid UTF-8 without a byte order mark and without NUL.
 */
GBytes *caseness_text_to_utf8 (GBytes *bytes, const char *file, CasenessTextEncoding *encoding, GError **error);

/**
 * caseness_text_find_record_line:
 * @text: text
 * @before: bytes of it
 *
 * Returns: the physical line, first = 1, on which the record starts that follows the first @before bytes of @text.
 */
guint caseness_text_find_record_line (const char *text, gsize before);

G_END_DECLS
