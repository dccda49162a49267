/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-mapping.h"

G_BEGIN_DECLS

/** CasenessMappingOutcome: what became of one cell of an export. */
typedef enum
{
  CASENESS_MAPPING_TAKEN,
  CASENESS_MAPPING_EMPTY,
  CASENESS_MAPPING_UNREADABLE, /* no day or clock time; taken as it is, for the rules to judge */
  CASENESS_MAPPING_UNMAPPED,   /* no code of the field's list; taken as it is, for the rules to judge */
} CasenessMappingOutcome;

/**
 * caseness_mapping_convert:
 * @field: a field
 * @source: where it comes from
 * @list: (nullable): set of the codes it may hold, as caseness_mapping_get_list()
 * @text: (nullable): the cell of the export, trimmed
 * @value: set to the cell of the table, empty where it is empty
 *
 * Reads days as @source says, words by its codes and all else as it is.
 *
 * Returns: what became of it.
 */
CasenessMappingOutcome caseness_mapping_convert (const CasenessFieldSpec *field, const CasenessMappingSource *source,
                                                 GHashTable *list, const char *text, GString *value);

/** caseness_mapping_is_day: whether @text is a day written as @format says, perhaps with a clock time. */
gboolean caseness_mapping_is_day (const char *text, const char *format);

/** caseness_mapping_get_list: Returns: (transfer none) (nullable): set of the codes @field may hold. */
GHashTable *caseness_mapping_get_list (const CasenessTableSpec *table, guint field);

G_END_DECLS
