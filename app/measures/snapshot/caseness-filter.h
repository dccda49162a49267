/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-variable.h"

G_BEGIN_DECLS

/**
 * CasenessDimension: what people are filtered by. The first are those that the waiting list knows of itself: there a
 * therapy is the one waited for, and a step the one waited for. Every other variable that figures are broken down by
 * (caseness_variable_get_all()) has a number from CASENESS_N_DIMENSIONS on.
 */
typedef enum
{
  CASENESS_DIMENSION_PROVIDER,
  CASENESS_DIMENSION_COMMISSIONER,
  CASENESS_DIMENSION_LOCALITY,
  CASENESS_DIMENSION_TEAM,
  CASENESS_DIMENSION_THERAPY,
  CASENESS_DIMENSION_STEP,
  CASENESS_DIMENSION_CLINICIAN,
  CASENESS_DIMENSION_PRIORITY,
  CASENESS_N_DIMENSIONS
} CasenessDimension;

/** caseness_dimension_count: how many dimensions there are, the variables that the waiting list does not know included. */
guint caseness_dimension_count (void);

/** caseness_dimension_get_name: Returns: (transfer none): the untranslated name, such as `Locality`, marked for gettext. */
const char *caseness_dimension_get_name (CasenessDimension dimension);

/** caseness_dimension_get_variable: Returns: (transfer none): what figures are broken down by the same way. */
const CasenessVariable *caseness_dimension_get_variable (CasenessDimension dimension);

/** caseness_dimension_names_staff: whether its values are members of staff, who are not named in meeting mode. */
gboolean caseness_dimension_names_staff (CasenessDimension dimension);

/**
 * caseness_dimension_parse:
 * @text: a name, or that of its variable; case, blanks and hyphens do not matter (rulings 60)
 * @dimension: (out): which
 *
 * Returns: whether there is such a dimension.
 */
gboolean caseness_dimension_parse (const char *text, CasenessDimension *dimension);

/**
 * caseness_dimension_get_label:
 * @dimension: below CASENESS_N_DIMENSIONS
 *
 * Returns: (transfer none): the value of pathway @index in @dimension, `Not recorded` or `None` where there is none;
 *   untranslated.
 */
const char *caseness_dimension_get_label (CasenessDimension dimension, const CasenessSnapshot *snapshot, guint index);

/**
 * CasenessFilter:
 *
 * Which people are shown: for each dimension the wanted values, any of which will do; dimensions are joined by "and".
 * Immutable; changing one makes a new one. No values in any dimension means everybody.
 */
typedef struct _CasenessFilter CasenessFilter;

/** caseness_filter_new: Returns: (transfer full): the filter that lets everybody through. */
CasenessFilter *caseness_filter_new (void);

/** caseness_filter_ref: Returns: (transfer full): @filter with one more reference. */
CasenessFilter *caseness_filter_ref (CasenessFilter *filter);

/** caseness_filter_unref: drops a reference. */
void caseness_filter_unref (CasenessFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessFilter, caseness_filter_unref)

/** caseness_filter_with: Returns: (transfer full): a copy that also wants @value in @dimension. */
CasenessFilter *caseness_filter_with (const CasenessFilter *filter, CasenessDimension dimension, const char *value);

/** caseness_filter_without: Returns: (transfer full): a copy that no longer wants @value (NULL: any value) there. */
CasenessFilter *caseness_filter_without (const CasenessFilter *filter, CasenessDimension dimension,
                                         const char *value);

/** caseness_filter_and: Returns: (transfer full): lets through whom both let through (rulings 64). */
CasenessFilter *caseness_filter_and (CasenessFilter *filter, CasenessFilter *other);

/** caseness_filter_is_empty: whether everybody is let through. */
gboolean caseness_filter_is_empty (const CasenessFilter *filter);

/** caseness_filter_equal: whether two filters let the same people through. */
gboolean caseness_filter_equal (const CasenessFilter *a, const CasenessFilter *b);

/**
 * caseness_filter_get_values:
 *
 * Returns: (transfer none) (array zero-terminated=1): the wanted values of @dimension in alphabetical order, maybe none.
 */
const char *const *caseness_filter_get_values (const CasenessFilter *filter, CasenessDimension dimension);

/** caseness_filter_wants: whether @value passes in @dimension. */
gboolean caseness_filter_wants (const CasenessFilter *filter, CasenessDimension dimension, const char *value);

/**
 * caseness_filter_wants_label:
 * @filter: a filter
 * @dimension: which dimension
 * @label: what a pathway is labelled there
 *
 * As caseness_filter_wants(), and a filter set on the waiting list by step lets through pathways that have had it.
 *
 * Returns: whether a pathway of that label passes.
 */
gboolean caseness_filter_wants_label (const CasenessFilter *filter, CasenessDimension dimension, const char *label);

/**
 * caseness_filter_select:
 * @filter: (nullable): a filter
 * @frame: a snapshot and the period at whose end people are judged (rulings 108)
 * @people: (out) (transfer full) (nullable): a bitmap of the pathways that pass in every dimension; NULL for everybody
 * @error: return location: a group that there is not
 *
 * What every page, every report and `--where` filter by.
 *
 * Returns: whether all its groups exist.
 */
gboolean caseness_filter_select (const CasenessFilter *filter, CasenessFrame *frame, guint64 **people, GError **error);

/**
 * caseness_filter_select_unlisted:
 *
 * As caseness_filter_select(), by the dimensions from CASENESS_N_DIMENSIONS on alone: those that the waiting list does
 * not judge by itself.
 */
gboolean caseness_filter_select_unlisted (const CasenessFilter *filter, CasenessFrame *frame, guint64 **people,
                                          GError **error);

/** caseness_filter_is_by_period: whether somebody may pass in one period and not in another. */
gboolean caseness_filter_is_by_period (const CasenessFilter *filter);

/** caseness_filter_describe: Returns: (transfer full): words for pages and reports: `Team: North, South; Step: Step 3`,
 *  or `None`. */
char *caseness_filter_describe (const CasenessFilter *filter);

/** caseness_filter_write: Returns: (transfer full): the filter as text for caseness_filter_read(), a line a value. */
char *caseness_filter_write (const CasenessFilter *filter);

/** caseness_filter_read: Returns: (transfer full): what caseness_filter_write() wrote; dimensions that there are no more
 *  are left out. */
CasenessFilter *caseness_filter_read (const char *text);

G_END_DECLS
