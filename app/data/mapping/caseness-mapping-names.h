/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-spec.h"

G_BEGIN_DECLS

/*
 * What exports call things, from `resources/reference/column-synonyms.csv` and `code-words.csv`: brought into the form in
 * which headings are compared once, and kept for the life of the process. Any thread may ask.
 */

/** CasenessMeasureName: what the column of a questionnaire's score is called. */
typedef struct
{
  char *name; /* normalised */
  const char *code;
} CasenessMeasureName;

/**
 * caseness_mapping_names_get:
 * @table: a table
 * @field: number of a field of it
 *
 * Returns: (transfer none): what a column for the field is called, normalised, the surest first: the field's own name,
 *   its name in version 2.0, then what else people call it.
 */
const char *const *caseness_mapping_names_get (const CasenessTableSpec *table, guint field);

/** caseness_mapping_names_get_measures: Returns: (transfer none): names of the columns of scores, in the order to try. */
const CasenessMeasureName *caseness_mapping_names_get_measures (guint *n);

/** caseness_mapping_names_is_shared: whether several tables of a submission have a field of this name, so that it does
 * not tell which table a file holds. */
gboolean caseness_mapping_names_is_shared (const char *field);

/** caseness_mapping_names_find_code: Returns: (transfer none) (nullable): the code that a word stands for in a field. */
const char *caseness_mapping_names_find_code (const char *field, const char *word);

G_END_DECLS
