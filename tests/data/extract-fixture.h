/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ExtractKind: a national extract. */
typedef struct
{
  const char *name;      /* as in tests/fixtures/extracts.csv */
  const char *words;     /* what is said of it; NULL for nothing, since it is a submission by its columns */
} ExtractKind;

/** extract_kinds: each there is, the last without a name. */
extern const ExtractKind extract_kinds[];

/**
 * extract_fixture_write:
 * @kind: a kind of extract
 * @folder: a month's submission
 *
 * Makes an extract of it, with every column that NHS England defines. What a submission says stays; each cell that is added
 * says the name of its column, so that nothing else is found in its place.
 */
void extract_fixture_write (const ExtractKind *kind, const char *folder);

/** extract_fixture_get_fields: Returns: (transfer full): the columns of a table in an extract, in their order. */
GStrv extract_fixture_get_fields (const ExtractKind *kind, const char *table);

G_END_DECLS
