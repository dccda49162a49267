/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"
#include "caseness-recovery-charts.h"
#include "caseness-recovery-comparison.h"
#include "caseness-recovery-study.h"
#include "caseness-review-view.h"

G_BEGIN_DECLS

/* What leaves the recovery page: tables and paper. */

/** caseness_recovery_export_groups: saves the table of all groups, named as the data set names them; in meeting mode what
 *  people outside may know of it. */
void caseness_recovery_export_groups (CasenessPage *page, const CasenessRecoveryStudy *study);

/** caseness_recovery_export_pairs: saves the table of therapies and problems likewise. */
void caseness_recovery_export_pairs (CasenessPage *page, const CasenessRecoveryStudy *study);

/** caseness_recovery_export_tell_groups: Returns: (transfer full) (nullable): the chart of @view, a CasenessRecoveryView, to
 *  take away; in meeting mode what people outside may know of it, and NULL, having said so, where that is nothing. */
CasenessChart *caseness_recovery_export_tell_groups (CasenessPage *page, const CasenessRecoveryStudy *study,
                                                     const CasenessRecoveryLook *look, int view);

/** caseness_recovery_export_tell_pairs: Returns: (transfer full) (nullable): therapies and problems likewise. */
CasenessChart *caseness_recovery_export_tell_pairs (CasenessPage *page, const CasenessRecoveryStudy *study);

/** caseness_recovery_export_people: saves the people that @view lists, with their references. */
void caseness_recovery_export_people (CasenessPage *page, const CasenessRecoveryStudy *study, CasenessReviewView *view);

/** caseness_recovery_print_list: shows the list on paper as @view shows it, of everybody or of one group; it names nobody. */
void caseness_recovery_print_list (CasenessPage *page, CasenessRecoveryStudy *study, CasenessReviewView *view);

/** caseness_recovery_make_report: Returns: (transfer full): the pack for reflective practice, with the cycles recorded. */
CasenessReport *caseness_recovery_make_report (CasenessPage *page, CasenessRecoveryStudy *study,
                                               CasenessRecoveryBasis basis, gboolean is_widened);

G_END_DECLS
