/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_CYCLES_VIEW (caseness_cycles_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessCyclesView, caseness_cycles_view, CASENESS, CYCLES_VIEW, AdwBin)

/**
 * CasenessCyclesView:
 *
 * The Plan-Do-Study-Act cycles of a service: all of them, and of one its figure before and since the change, whether it
 * worked in plain words, and what was learnt. What was being written when the program ended is offered again.
 *
 * Signals:
 * - `message` (string): something to tell people
 */

/** caseness_cycles_view_set_session: whose cycles are shown (nullable). */
void caseness_cycles_view_set_session (CasenessCyclesView *self, CasenessSession *session);

/** caseness_cycles_view_show: shows the cycles as they are recorded now; owners and clinicians unless @hides_staff. */
void caseness_cycles_view_show (CasenessCyclesView *self, gboolean hides_staff);

/** caseness_cycles_view_start: opens the dialog with a new cycle about recovery of those of @filter (nullable). */
void caseness_cycles_view_start (CasenessCyclesView *self, CasenessFilter *filter);

G_END_DECLS
