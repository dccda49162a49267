/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-condition.h"

G_BEGIN_DECLS

/** CASENESS_VARIABLE_TOTAL: the name of the breakdown into one group, everybody. */
#define CASENESS_VARIABLE_TOTAL "Total"

/** CASENESS_GROUP_ALL: the label of that group. */
#define CASENESS_GROUP_ALL "All"

/**
 * CasenessVariable:
 *
 * What figures are broken down by: a row of `resources/reference/variables.csv`, whose groups are those of
 * `variable-groups.csv` or, without any there, the values that occur.
 */
typedef struct _CasenessVariable CasenessVariable;

/**
 * caseness_variable_find:
 * @name: its name, or a word that people use for it (`variable-words.csv`); case, blanks and hyphens do not matter
 *
 * Returns: (transfer none) (nullable): the variable.
 */
const CasenessVariable *caseness_variable_find (const char *name);

/** caseness_variable_get_all: Returns: (transfer none) (element-type CasenessVariable): all of them but Total. */
const GPtrArray *caseness_variable_get_all (void);

/** caseness_variable_get_name: Returns: (transfer none): the name as in the national metadata. */
const char *caseness_variable_get_name (const CasenessVariable *variable);

/** caseness_variable_names_staff: whether its groups are members of staff, who are not named in meeting mode. */
gboolean caseness_variable_names_staff (const CasenessVariable *variable);

/** caseness_variable_is_by_period: whether somebody may be in another group in another period. */
gboolean caseness_variable_is_by_period (const CasenessVariable *variable);

/** caseness_variable_is_many: whether somebody may be in several groups at once, so that they do not add up. */
gboolean caseness_variable_is_many (const CasenessVariable *variable);

/** caseness_variable_has_given_groups: whether its groups are the same in every service. */
gboolean caseness_variable_has_given_groups (const CasenessVariable *variable);

/** caseness_variable_has_group: whether one of its given groups is called @label. */
gboolean caseness_variable_has_group (const CasenessVariable *variable, const char *label);

/** caseness_variable_dup_groups: Returns: (transfer full): the labels of its given groups, maybe none. */
GStrv caseness_variable_dup_groups (const CasenessVariable *variable);

/** CasenessGrouping: which groups the pathways of a snapshot fall into. */
typedef struct
{
  GPtrArray *labels;   /* char *, in the order they are printed */
  guint n_pathways;
  guint32 *groups;     /* by pathway, NULL where one may be in several */
  guint32 *masks;      /* by pathway, a bit for each group, where one may be in several; else NULL */
  GPtrArray *bitmaps;  /* guint64 *: the same by group */
} CasenessGrouping;

/** CASENESS_MAX_GROUPS: most groups of a variable of which a pathway may be in several. */
#define CASENESS_MAX_GROUPS 32

/**
 * caseness_variable_group:
 * @variable: (nullable): a variable, NULL for Total
 * @frame: a snapshot and a period
 *
 * Returns: (transfer full): the groups and who is in them.
 */
CasenessGrouping *caseness_variable_group (const CasenessVariable *variable, CasenessFrame *frame);

/** caseness_grouping_free: frees the grouping. */
void caseness_grouping_free (CasenessGrouping *grouping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessGrouping, caseness_grouping_free)

/**
 * caseness_variable_select:
 * @variable: a variable
 * @values: (array zero-terminated=1): labels, either half of one (`Depression`, `F400 - Agoraphobia`), or codes; case,
 *   blanks and hyphens do not matter, and any of them will do
 * @frame: a snapshot and a period
 * @error: return location: a group that a variable with given groups has not
 *
 * Returns: (transfer full) (nullable): a bitmap of the pathways in groups of those names, or NULL with @error set.
 */
guint64 *caseness_variable_select (const CasenessVariable *variable, const char *const *values, CasenessFrame *frame,
                                   GError **error);

G_END_DECLS
