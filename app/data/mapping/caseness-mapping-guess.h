/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-mapping.h"

G_BEGIN_DECLS

/**
 * caseness_mapping_guess:
 * @name: name of the new mapping
 * @provider: (nullable): OrgIDProv, where it is known
 * @bytes: what a CSV file holds
 * @file: its name, for errors
 * @error: return location: not CSV, or empty
 *
 * Guesses tables and columns from the headings, ways to write days and codes from the first rows. What cannot be
 * guessed is left open: caseness_mapping_list_problems() says what is still needed.
 *
 * Returns: (transfer full) (nullable): a mapping to begin with.
 */
CasenessMapping *caseness_mapping_guess (const char *name, const char *provider, GBytes *bytes, const char *file,
                                         GError **error);

/** CasenessMappingCells: what a mapping makes of one field. */
typedef struct
{
  const CasenessMappingFeed *feed;
  guint field;
  guint n_filled;
  guint n_empty;
  guint n_unreadable;  /* days and clock times that are none */
  guint n_unmapped;    /* words that are no code of the field */
  GPtrArray *unmapped; /* (element-type utf8): the first of them, each once */
  char *from;          /* (nullable): the first filled cell of the export… */
  char *to;            /* (nullable): …and what becomes of it */
} CasenessMappingCells;

/** CasenessMappingPreview: what a mapping makes of a file, before anything is imported. */
typedef struct
{
  GStrv headers;
  GPtrArray *records; /* (element-type GStrv): the first rows of the file */
  guint n_records;    /* rows of the file */
  guint n_ragged;     /* rows with another number of fields than the header */
  GPtrArray *cells;   /* (element-type CasenessMappingCells): fields that have a source, by feed */
  guint *n_rows;      /* one a feed: rows made, those that repeat once */
  GStrv problems;     /* as caseness_mapping_list_problems(), and columns that are missing */
} CasenessMappingPreview;

/**
 * caseness_mapping_preview:
 * @mapping: a mapping
 * @bytes: what a CSV file holds
 * @file: its name, for errors
 * @n_records: how many of the first rows to keep
 * @error: return location: not CSV, or empty
 *
 * Returns: (transfer full) (nullable): the preview.
 */
CasenessMappingPreview *caseness_mapping_preview (const CasenessMapping *mapping, GBytes *bytes, const char *file,
                                                  guint n_records, GError **error);

/** caseness_mapping_preview_free: frees a preview. */
void caseness_mapping_preview_free (CasenessMappingPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessMappingPreview, caseness_mapping_preview_free)

G_END_DECLS
