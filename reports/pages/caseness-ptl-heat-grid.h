/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-heat-grid.h"
#include "caseness-ptl.h"

G_BEGIN_DECLS

/**
 * caseness_ptl_heat_grid_new:
 * @ptl: a list
 * @counts: a grid counted from it
 *
 * The table of the IAPT Manual's Appendix E as a picture of its counts, for screen and paper alike. The first columns
 * are those of @ptl, then Total, Past (where there is a standard) and Longest. The first rows are those of @counts,
 * then everybody, then those without a date (not when the rows tell that already). Titles are left to the caller.
 *
 * Returns: (transfer full): the picture's description.
 */
CasenessHeatGrid *caseness_ptl_heat_grid_new (const CasenessPtl *ptl, const CasenessPtlGrid *counts);

G_END_DECLS
