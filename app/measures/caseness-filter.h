/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"

G_BEGIN_DECLS

/** CasenessDimension: what people filter and split by. The words are in caseness_dimension_get_name(). */
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

/** caseness_dimension_get_name: Returns: (transfer none): the untranslated name, such as `Locality`, marked for gettext. */
const char *caseness_dimension_get_name (CasenessDimension dimension);

/**
 * caseness_dimension_parse:
 * @text: a name; case, blanks and hyphens do not matter (rulings 60)
 * @dimension: (out): which
 *
 * Returns: whether there is such a dimension.
 */
gboolean caseness_dimension_parse (const char *text, CasenessDimension *dimension);

/**
 * caseness_dimension_get_label:
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
 * @filter: a filter
 * @snapshot: a snapshot
 *
 * Returns: (transfer full): a bitmap of the pathways that pass in every dimension, as caseness_filter_wants_pathway().
 */
guint64 *caseness_filter_select (const CasenessFilter *filter, const CasenessSnapshot *snapshot);

/** caseness_filter_wants_pathway: whether pathway @index of @snapshot passes in every dimension. */
gboolean caseness_filter_wants_pathway (const CasenessFilter *filter, const CasenessSnapshot *snapshot, guint index);

/** caseness_filter_describe: Returns: (transfer full): words for pages and reports: `Team: North, South; Step: Step 3`,
 *  or `None`. */
char *caseness_filter_describe (const CasenessFilter *filter);

G_END_DECLS
