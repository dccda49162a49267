/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-catalogue.h"
#include "caseness-data-table.h"
#include "caseness-measure-detail.h"

G_BEGIN_DECLS

/**
 * caseness_measures_tables_choose:
 * @catalogue: figures
 * @topic: (nullable): a topic of caseness_catalogue_get_topics(); NULL for all
 * @search: words that must all be in the id, the name, the topic or the definition, in any case
 *
 * Returns: (transfer full) (element-type guint): the entries that are left.
 */
GArray *caseness_measures_tables_choose (const CasenessCatalogue *catalogue, const char *topic, const char *search);

/** caseness_measures_tables_list: shows the @chosen entries, told back by their number in @catalogue. */
void caseness_measures_tables_list (CasenessDataTable *table, const CasenessCatalogue *catalogue,
                                    const GArray *chosen);

/**
 * caseness_measures_tables_detail:
 * @table: a table
 * @detail: a measure over time and by group
 * @hides_names: meeting mode: numbers stand for members of staff
 *
 * Shows its rows, told back by their number.
 */
void caseness_measures_tables_detail (CasenessDataTable *table, const CasenessMeasureDetail *detail,
                                      gboolean hides_names);

/** caseness_measures_tables_names_staff: whether groups of @detail are members of staff. */
gboolean caseness_measures_tables_names_staff (const CasenessMeasureDetail *detail);

G_END_DECLS
