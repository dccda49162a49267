/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_WORK_VIEW (caseness_work_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessWorkView, caseness_work_view, CASENESS, WORK_VIEW, AdwBin)

/**
 * CasenessWorkView:
 *
 * What a session is doing, how far it is, and a way to call it off: for where there is nothing else to show.
 *
 * Properties:
 * - `cancel-action` (string): the action of the cancel button
 * - `hint` (string): what people may want to know meanwhile
 */

/** caseness_work_view_set_session: whose work it is. */
void caseness_work_view_set_session (CasenessWorkView *self, CasenessSession *session);

G_END_DECLS
