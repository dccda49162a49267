/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_RECOVERY_PAGE (caseness_recovery_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessRecoveryPage, caseness_recovery_page, CASENESS, RECOVERY_PAGE, CasenessAnswerPage)

/**
 * CasenessRecoveryPage:
 *
 * Where people get better, fairly compared; whose notes to read; and whether a change helped.
 *
 * Properties, each with an action of its name (`page.section` …):
 * - `section` (int, a CasenessRecoverySection): what is looked at
 * - `view` (int, a CasenessRecoveryView): how groups are shown
 * - `basis` (int, a CasenessRecoveryBasis): what they are compared by
 * - `widen` (boolean): limits allow for how far groups differ beyond chance
 * - `supervision` (boolean): names of clinicians are shown, never in meeting mode
 */

/** CasenessRecoverySection: the parts of the page. */
typedef enum
{
  CASENESS_RECOVERY_COMPARE,
  CASENESS_RECOVERY_REVIEW,
  CASENESS_RECOVERY_IMPROVE,
  CASENESS_N_RECOVERY_SECTIONS
} CasenessRecoverySection;

/** CasenessRecoveryView: how groups are shown. */
typedef enum
{
  CASENESS_RECOVERY_VIEW_FUNNEL,
  CASENESS_RECOVERY_VIEW_CATERPILLAR,
  CASENESS_RECOVERY_VIEW_OUTCOMES,
  CASENESS_RECOVERY_VIEW_TABLE,
  CASENESS_N_RECOVERY_VIEWS
} CasenessRecoveryView;

/** caseness_recovery_page_new: Returns: (transfer floating): the page. */
GtkWidget *caseness_recovery_page_new (CasenessSession *session);

G_END_DECLS
