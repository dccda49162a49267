/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-answer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PTL_STAGES (caseness_ptl_stages_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPtlStages, caseness_ptl_stages, CASENESS, PTL_STAGES, GtkBox)

/**
 * CasenessPtlStages:
 *
 * What people wait for, a button a stage with how many wait; they use the action `page.stage` of the page around them.
 */

/** caseness_ptl_stages_new: Returns: (transfer full): the buttons, without numbers. */
GtkWidget *caseness_ptl_stages_new (void);

/** caseness_ptl_stages_show: shows how many wait in @answer. */
void caseness_ptl_stages_show (CasenessPtlStages *self, const CasenessPtlAnswer *answer);

G_END_DECLS
