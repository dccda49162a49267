/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-table.h"
#include "caseness-experience.h"

G_BEGIN_DECLS

/**
 * caseness_experience_table_show:
 * @table: a table
 * @experience: the figures
 * @view: which of them
 * @item: where there are groups, the item whose figures they are told by
 * @hides_groups: meeting mode, where the groups are members of staff: numbers stand for them
 *
 * Shows a view: a row an item, told back by its number; or, where there are groups, a row a group.
 */
void caseness_experience_table_show (CasenessDataTable *table, const CasenessExperience *experience,
                                     CasenessExperienceView view, guint item, gboolean hides_groups);

G_END_DECLS
