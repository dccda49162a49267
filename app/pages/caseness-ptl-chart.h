/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-heat-grid.h"
#include "caseness-ptl-answer.h"

G_BEGIN_DECLS

/**
 * caseness_ptl_chart_new:
 * @answer: what to show
 * @hides_names: whether codes stand for clinicians
 *
 * Describes the grid for drawing. Its rows are those of the answer's grid, then total and undated; its columns the
 * weeks, then total, past (where there is a standard) and longest, as caseness_ptl_answer_list_people() numbers them
 * after caseness_ptl_chart_find_column().
 *
 * Returns: (transfer full): the description.
 */
CasenessHeatGrid *caseness_ptl_chart_new (const CasenessPtlAnswer *answer, gboolean hides_names);

/** caseness_ptl_chart_find_column: Returns: what a column drawn is to caseness_ptl_answer_list_people(). */
int caseness_ptl_chart_find_column (const CasenessPtlAnswer *answer, int column);

/** caseness_ptl_chart_place_column: the other way round: Returns: where a column of the answer is drawn. */
int caseness_ptl_chart_place_column (const CasenessPtlAnswer *answer, int column);

G_END_DECLS
