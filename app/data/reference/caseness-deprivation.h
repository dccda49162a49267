/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands for such a file where receipts name a table. */
#define CASENESS_DEPRIVATION_TABLE "Deprivation"

/**
 * CasenessDeprivation:
 *
 * A lookup that people have as a CSV file: which decile of deprivation a postcode lies in, 1 the most deprived. It is
 * held while people are imported and not stored: postcodes go no further than that, and the decile alone is kept.
 */
typedef struct _CasenessDeprivation CasenessDeprivation;

/**
 * caseness_deprivation_is_lookup:
 * @path: a file
 *
 * Reads no more than the beginning of it.
 *
 * Returns: whether it is a CSV file with a column of postcodes and one of deciles, by headings such as Postcode and
 *   Index of Multiple Deprivation Decile, and none of people (`resources/reference/deprivation-columns.csv`).
 */
gboolean caseness_deprivation_is_lookup (const char *path);

/**
 * caseness_deprivation_read:
 * @path: such a file
 * @error: return location: not readable, not such a file, or without one postcode that has a decile
 *
 * A row without a postcode, or whose decile is not 1 to 10, is left out and counted. So is a postcode that comes twice
 * with different deciles: there is no telling which is right.
 *
 * Returns: (transfer full) (nullable): the lookup, or NULL with @error set.
 */
CasenessDeprivation *caseness_deprivation_read (const char *path, GError **error);

/**
 * caseness_deprivation_take_path:
 * @paths: (array zero-terminated=1): what an import was given
 * @lookup: (out) (nullable): the lookup among them
 * @error: return location: it cannot be read, there are two, or there is nothing else to import
 *
 * Returns: (transfer full) (nullable): the other paths, or NULL with @error set.
 */
GStrv caseness_deprivation_take_path (const char *const *paths, CasenessDeprivation **lookup, GError **error);

/** caseness_deprivation_free: frees the lookup. */
void caseness_deprivation_free (CasenessDeprivation *lookup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessDeprivation, caseness_deprivation_free)

/**
 * caseness_deprivation_find:
 * @lookup: a lookup
 * @postcode: (nullable): however it is spaced and in whatever letters
 *
 * Returns: 1 to 10, or 0 when the lookup does not say.
 */
guint caseness_deprivation_find (const CasenessDeprivation *lookup, const char *postcode);

/** caseness_deprivation_get_path: Returns: (transfer none): where the file lies, absolute. */
const char *caseness_deprivation_get_path (const CasenessDeprivation *lookup);

/** caseness_deprivation_get_file: Returns: (transfer none): the name of the file. */
const char *caseness_deprivation_get_file (const CasenessDeprivation *lookup);

/** caseness_deprivation_get_bytes: Returns: how large the file is. */
guint64 caseness_deprivation_get_bytes (const CasenessDeprivation *lookup);

/** caseness_deprivation_get_sha256: Returns: (transfer none): its digest in hex. */
const char *caseness_deprivation_get_sha256 (const CasenessDeprivation *lookup);

/** caseness_deprivation_get_read: Returns: how many rows it has. */
guint caseness_deprivation_get_read (const CasenessDeprivation *lookup);

/**
 * caseness_deprivation_get_left_out:
 * @lookup: a lookup
 * @first_line: (out): the first line of the file of which no use could be made, 0 when there is none
 *
 * Returns: how many rows were left out.
 */
guint caseness_deprivation_get_left_out (const CasenessDeprivation *lookup, guint *first_line);

G_END_DECLS
