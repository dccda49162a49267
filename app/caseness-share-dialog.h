/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * caseness_share_dialog_run:
 * @parent: the window it belongs to
 * @session: a session with an open file
 * @cancellable: calls the work off
 *
 * Says what a shareable copy holds and what it leaves out, asks where to put it, has it made and says what came of it.
 */
void caseness_share_dialog_run (GtkWindow *parent, CasenessSession *session, GCancellable *cancellable);

G_END_DECLS
