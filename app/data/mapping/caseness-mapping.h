/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-error.h"
#include "caseness-spec.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A mapping is a text file that can be read, changed and shared. One that lies beside CSV files in a folder is applied
 * to those with its columns when the folder is imported, in the window and on the command line alike. */
#define CASENESS_MAPPING_SUFFIX ".caseness-mapping"

/** CasenessMappingSource: where one field of a table comes from. At most one of @column and @constant is set. */
typedef struct
{
  char *column;   /* (nullable): heading of the export */
  char *constant; /* (nullable): the same text in every row */
  char *format;   /* (nullable): how days are written, one of caseness_mapping_get_formats () */
  GHashTable *codes; /* (element-type utf8 utf8): word of the export, normalised, to code of the data set */
} CasenessMappingSource;

/**
 * CasenessMappingFeed:
 *
 * Rows of one table, at most one for each row of the export. A table may have several feeds, such as one for each
 * questionnaire; a label tells them apart.
 */
typedef struct
{
  const CasenessTableSpec *table;
  char *label;                    /* (nullable) */
  char *when;                     /* (nullable): a field; where it is empty no row is made */
  CasenessMappingSource *sources; /* one a field of @table */
} CasenessMappingFeed;

/** CasenessMapping: how the columns of one CSV export become tables of the data set or local lists. */
typedef struct
{
  char *name;
  char *provider;   /* (nullable): OrgIDProv of the header that is made when the export has none */
  GStrv headers;    /* headings of the export */
  GPtrArray *feeds; /* (element-type CasenessMappingFeed) */
} CasenessMapping;

/** caseness_mapping_new: Returns: (transfer full): a mapping without feeds. */
CasenessMapping *caseness_mapping_new (const char *name, const char *const *headers);

/** caseness_mapping_free: frees a mapping. */
void caseness_mapping_free (CasenessMapping *mapping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessMapping, caseness_mapping_free)

/**
 * caseness_mapping_add_feed:
 * @table: a table of the data set, or a local list
 * @label: (nullable): what tells it from other feeds of @table
 *
 * Returns: (transfer none): a feed without sources.
 */
CasenessMappingFeed *caseness_mapping_add_feed (CasenessMapping *mapping, const CasenessTableSpec *table,
                                                const char *label);

/** caseness_mapping_gives_tables: Returns: whether a feed is of a table of a submission. */
gboolean caseness_mapping_gives_tables (const CasenessMapping *mapping);

/** caseness_mapping_gives_lists: Returns: whether a feed is of a local list. */
gboolean caseness_mapping_gives_lists (const CasenessMapping *mapping);

/** caseness_mapping_feed_set_column: takes field @field from the column headed @column; NULL from nowhere. */
void caseness_mapping_feed_set_column (CasenessMappingFeed *feed, guint field, const char *column);

/** caseness_mapping_feed_set_constant: writes @constant in field @field of every row. */
void caseness_mapping_feed_set_constant (CasenessMappingFeed *feed, guint field, const char *constant);

/** caseness_mapping_feed_set_format: says how the days of @field are written; NULL as the data set does. */
void caseness_mapping_feed_set_format (CasenessMappingFeed *feed, guint field, const char *format);

/** caseness_mapping_feed_set_code: reads @word of the export as @code; NULL forgets @word. */
void caseness_mapping_feed_set_code (CasenessMappingFeed *feed, guint field, const char *word, const char *code);

/**
 * caseness_mapping_read_headers:
 * @bytes: what a CSV file holds
 * @file: its name, for errors
 * @error: return location: not CSV, or empty
 *
 * Returns: (transfer full) (nullable): its headings; one without a name is the empty string.
 */
GStrv caseness_mapping_read_headers (GBytes *bytes, const char *file, GError **error);

/** caseness_mapping_get_formats: Returns: (transfer none): the ways to write a day, most usual first. */
const char *const *caseness_mapping_get_formats (void);

/**
 * caseness_mapping_normalize:
 * @text: a heading or a word
 *
 * Returns: (transfer full): its letters and digits alone, in lower case; @text itself when it has none.
 */
char *caseness_mapping_normalize (const char *text);

/**
 * caseness_mapping_has_headers:
 * @headers: headings of a file
 *
 * Returns: whether @headers are those of @mapping, in any order and letter case.
 */
gboolean caseness_mapping_has_headers (const CasenessMapping *mapping, const char *const *headers);

/** caseness_mapping_list_missing: Returns: (transfer full): the columns @mapping reads that are not in @headers. */
GStrv caseness_mapping_list_missing (const CasenessMapping *mapping, const char *const *headers);

/** caseness_mapping_list_problems: Returns: (transfer full): sentences: what keeps @mapping from being used. */
GStrv caseness_mapping_list_problems (const CasenessMapping *mapping);

/** caseness_mapping_write: Returns: (transfer full): @mapping as text. */
char *caseness_mapping_write (const CasenessMapping *mapping);

/**
 * caseness_mapping_parse:
 * @bytes: text of a mapping
 * @file: its name, for errors
 * @error: return location: not a mapping, naming the part that is not understood
 *
 * Returns: (transfer full) (nullable): the mapping.
 */
CasenessMapping *caseness_mapping_parse (GBytes *bytes, const char *file, GError **error);

/** caseness_mapping_load: as caseness_mapping_parse() on a file. */
CasenessMapping *caseness_mapping_load (const char *path, GError **error);

/** caseness_mapping_save: writes @mapping whole or not at all. Returns: whether it was written. */
gboolean caseness_mapping_save (const CasenessMapping *mapping, const char *path, GError **error);

/**
 * caseness_mapping_find:
 * @folder: a folder of mappings
 * @headers: headings of a file
 *
 * Looks for a mapping that was saved when the same headings were seen. Files that are no mappings are passed over.
 *
 * Returns: (transfer full) (nullable): the first by file name, or NULL when there is none.
 */
CasenessMapping *caseness_mapping_find (const char *folder, const char *const *headers);

G_END_DECLS
