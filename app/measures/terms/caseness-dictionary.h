/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CasenessDictionary:
 *
 * Texts numbered in the order they first appear, so that a column holds small numbers instead of strings. Number 0 is
 * the empty text. A text that was given stays where it is until the next one is added.
 */
typedef struct _CasenessDictionary CasenessDictionary;

/** caseness_dictionary_new: Returns: (transfer full): a dictionary that knows only the empty text. */
CasenessDictionary *caseness_dictionary_new (void);

/** caseness_dictionary_free: frees the dictionary and its texts. */
void caseness_dictionary_free (CasenessDictionary *dictionary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessDictionary, caseness_dictionary_free)

/**
 * caseness_dictionary_add:
 * @dictionary: a dictionary
 * @text: (nullable): any text; NULL counts as empty
 *
 * Returns: the number of @text, a new one when it was not known.
 */
guint32 caseness_dictionary_add (CasenessDictionary *dictionary, const char *text);

/**
 * caseness_dictionary_freeze:
 *
 * Ends the growing of @dictionary and lets it take less room. Texts that it gave before are no longer valid.
 */
void caseness_dictionary_freeze (CasenessDictionary *dictionary);

/**
 * caseness_dictionary_close:
 *
 * Ends the growing of @dictionary, and the finding of numbers: from here on it only gives texts, which stay where they
 * are. About half of its memory is given back, and nothing is packed.
 */
void caseness_dictionary_close (CasenessDictionary *dictionary);

/**
 * caseness_dictionary_append:
 * @dictionary: one that was closed
 * @text: any text
 *
 * Returns: a new number for @text, whether or not it has one, or 0 when it is empty. Texts that were given before are no
 *   longer valid.
 */
guint32 caseness_dictionary_append (CasenessDictionary *dictionary, const char *text);

/** caseness_dictionary_find: Returns: the number of @text, or 0 when it is empty or not known. */
guint32 caseness_dictionary_find (const CasenessDictionary *dictionary, const char *text);

/** caseness_dictionary_get: Returns: (transfer none): the text of @number, which the dictionary must have given. */
const char *caseness_dictionary_get (const CasenessDictionary *dictionary, guint32 number);

/** caseness_dictionary_get_size: how many numbers are taken, the empty text included. */
guint caseness_dictionary_get_size (const CasenessDictionary *dictionary);

/** caseness_dictionary_get_memory: how many bytes of memory a frozen dictionary takes. */
gsize caseness_dictionary_get_memory (const CasenessDictionary *dictionary);

/** caseness_dictionary_write: adds a frozen dictionary to @bytes. */
void caseness_dictionary_write (const CasenessDictionary *dictionary, GByteArray *bytes);

/**
 * caseness_dictionary_take:
 * @bytes: (inout): where it lies; moved past it
 * @n_bytes: (inout): how much there is
 *
 * Returns: (transfer full) (nullable): a frozen dictionary, for which the bytes must stay; NULL when they hold none.
 */
CasenessDictionary *caseness_dictionary_take (const guint8 **bytes, gsize *n_bytes);

G_END_DECLS
