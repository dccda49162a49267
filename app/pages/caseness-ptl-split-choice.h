/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-answer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PTL_SPLIT_CHOICE (caseness_ptl_split_choice_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPtlSplitChoice, caseness_ptl_split_choice, CASENESS, PTL_SPLIT_CHOICE, GtkBox)

/**
 * CasenessPtlSplitChoice:
 *
 * What the rows of the waiting page are, and the one group that is counted alone, of another split: one therapy, or one
 * locality where the rows are therapies.
 *
 * Signals: `changed`, when people chose otherwise.
 */

/** caseness_ptl_split_choice_new: Returns: (transfer full): a choice of therapies, of everybody. */
GtkWidget *caseness_ptl_split_choice_new (void);

/** caseness_ptl_split_choice_show: offers the groups of @answer; everybody is counted again where it counts everybody. */
void caseness_ptl_split_choice_show (CasenessPtlSplitChoice *self, const CasenessPtlAnswer *answer);

/** caseness_ptl_split_choice_clear: has everybody counted with the next answer, without a signal. */
void caseness_ptl_split_choice_clear (CasenessPtlSplitChoice *self);

/**
 * caseness_ptl_split_choice_read:
 * @self: a choice
 * @query: of which the splits and the group are set; the group stays the choice's, so copy the query before it changes
 */
void caseness_ptl_split_choice_read (CasenessPtlSplitChoice *self, CasenessPtlQuery *query);

G_END_DECLS
