/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-recovery-charts.h"
#include "caseness-recovery-study.h"

G_BEGIN_DECLS

/* What a group of the recovery page is called elsewhere: where figures are explained, and where people are filtered. */

/** caseness_recovery_place_dup_address: Returns: (transfer full): names of variables and groups in turn, as a figure's
 *  address takes them. */
GStrv caseness_recovery_place_dup_address (const CasenessRecoveryStudy *study, const CasenessRecovery *row);

/** caseness_recovery_place_dup_filter: Returns: (transfer full): the filter of @study, narrowed to @row (nullable). */
CasenessFilter *caseness_recovery_place_dup_filter (const CasenessRecoveryStudy *study, const CasenessRecovery *row);

/** caseness_recovery_place_find: Returns: (transfer none) (nullable): which group an area of the chart of @view (a
 *  CasenessRecoveryView) stands for; NULL for all of them. */
const CasenessRecovery *caseness_recovery_place_find (const CasenessRecoveryStudy *study, int view,
                                                      CasenessRecoveryBasis basis, int row, int column);

/** caseness_recovery_place_get_group: Returns: (transfer none) (nullable): the name of a row; NULL where there is none. */
const char *caseness_recovery_place_get_group (const CasenessRecoveryComparison *comparison, int place);

/** caseness_recovery_place_make_chart: Returns: (transfer full): how @view, a CasenessRecoveryView, draws the groups; the
 *  table is drawn as the funnel is. */
CasenessChart *caseness_recovery_place_make_chart (const CasenessRecoveryLook *look, int view);

/** caseness_recovery_place_find_label: Returns: (transfer none): what @row of @study is called among @labels. */
const char *caseness_recovery_place_find_label (const CasenessRecoveryStudy *study, char **labels,
                                                const CasenessRecovery *row);

G_END_DECLS
