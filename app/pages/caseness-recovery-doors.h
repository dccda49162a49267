/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"
#include "caseness-recovery-study.h"

G_BEGIN_DECLS

/* What opens behind the figures of the recovery page. */

/**
 * caseness_recovery_doors_open_group:
 * @page: the page
 * @beside: the widget that shows the figure
 * @study: (nullable): what it shows
 * @group: (nullable): the group pressed; NULL for everybody
 * @hides_staff: whether clinicians are not named: then a group of theirs stays shut
 *
 * Explains the recovery of a group, from where its people open, and the list of those who did not recover.
 */
void caseness_recovery_doors_open_group (CasenessPage *page, GtkWidget *beside, const CasenessRecoveryStudy *study,
                                         const CasenessRecovery *group, gboolean hides_staff);

/** caseness_recovery_doors_open_pair: explains the recovery of a cell of therapy and problem; the last row and column
 *  are of all of them. */
void caseness_recovery_doors_open_pair (CasenessPage *page, GtkWidget *beside, const CasenessRecoveryStudy *study,
                                        int row, int column);

G_END_DECLS
