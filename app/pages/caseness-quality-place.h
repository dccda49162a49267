/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-quality-answer.h"

G_BEGIN_DECLS

/** CasenessQualityPlaceKind: what kind of row was opened. */
typedef enum
{
  CASENESS_QUALITY_PLACE_RULE,
  CASENESS_QUALITY_PLACE_REFUSED, /* the rule that a row broke which would not be taken */
  CASENESS_QUALITY_PLACE_LIST,
  CASENESS_QUALITY_PLACE_MISSING,
} CasenessQualityPlaceKind;

/**
 * CasenessQualityPlace:
 *
 * A row whose rows are shown, remembered by its words, so that it is found again in another period or filter.
 */
typedef struct
{
  CasenessQualityPlaceKind kind;
  guint number;                /* of a list or an item */
  CasenessQualitySplit split;
  char *name;                  /* (nullable): id of a rule, label of a group */
  char *table;                 /* (nullable): of a rule */
  char *group;                 /* (nullable): label of the group in whose rows a rule was broken */
} CasenessQualityPlace;

/** caseness_quality_place_new_rule: Returns: (transfer full): the place of rule number @index. */
CasenessQualityPlace *caseness_quality_place_new_rule (const CasenessQualityAnswer *answer, guint index);

/** caseness_quality_place_new_refused: Returns: (transfer full): the place of the rule that row @index of
 *  caseness_quality_list_refused() broke. */
CasenessQualityPlace *caseness_quality_place_new_refused (const CasenessQualityAnswer *answer, guint index);

/** caseness_quality_place_new_list: Returns: (transfer full): the place of a list. */
CasenessQualityPlace *caseness_quality_place_new_list (CasenessQualityList list);

/** caseness_quality_place_new_missing: Returns: (transfer full): the place of an item, or of it in group @group. */
CasenessQualityPlace *caseness_quality_place_new_missing (const CasenessQualityAnswer *answer, guint item, guint group);

/** caseness_quality_place_free: frees a place. */
void caseness_quality_place_free (CasenessQualityPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessQualityPlace, caseness_quality_place_free)

/** caseness_quality_place_list: Returns: (transfer full) (nullable): its rows, NULL where @answer has no such place. */
GArray *caseness_quality_place_list (const CasenessQualityPlace *place, const CasenessQualityAnswer *answer);

/** caseness_quality_place_dup_title: Returns: (transfer full): what its rows have in common. */
char *caseness_quality_place_dup_title (const CasenessQualityPlace *place, const CasenessQualityAnswer *answer,
                                        gboolean hides_names);

/** caseness_quality_place_dup_hint: Returns: (transfer full): what to do about them, or why they matter. */
char *caseness_quality_place_dup_hint (const CasenessQualityPlace *place, const CasenessQualityAnswer *answer);

/** caseness_quality_place_dup_file_name: Returns: (transfer full): words for the name of a file. */
char *caseness_quality_place_dup_file_name (const CasenessQualityPlace *place);

G_END_DECLS
