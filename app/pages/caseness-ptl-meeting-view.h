/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PTL_MEETING_VIEW (caseness_ptl_meeting_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPtlMeetingView, caseness_ptl_meeting_view, CASENESS, PTL_MEETING_VIEW, AdwBin)

/**
 * CasenessPtlMeetingView:
 *
 * What became of a queue since its last meeting: who moved, who breached, which actions were done. Its button uses the
 * action `page.keep-list` of the page around it.
 *
 * Signals:
 * - `move-activated` (int move): one of its figures was pressed
 */

/** caseness_ptl_meeting_view_new: Returns: (transfer full): a view of nothing. */
GtkWidget *caseness_ptl_meeting_view_new (void);

/** caseness_ptl_meeting_view_show: shows what @answer says. */
void caseness_ptl_meeting_view_show (CasenessPtlMeetingView *self, const CasenessPtlAnswer *answer);

/** caseness_ptl_meeting_view_get_figure: Returns: (transfer none): the button of a move. */
GtkWidget *caseness_ptl_meeting_view_get_figure (CasenessPtlMeetingView *self, CasenessPtlMove move);

G_END_DECLS
