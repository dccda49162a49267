/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CasenessSalvageFunc:
 * @parent: the window it belongs to
 * @saved: the new service file, which the user wants to see
 */
typedef void (*CasenessSalvageFunc) (GtkWindow *parent, GFile *saved);

/**
 * caseness_salvage_dialog_run:
 * @parent: the window it belongs to
 * @session: does the work
 * @damaged: a service file that is reported as damaged
 * @words: what the report says
 * @open: called when the user wants to see what was saved
 *
 * Says that the file is damaged, offers to save what can still be read into a new one, and says what was lost.
 */
void caseness_salvage_dialog_run (GtkWindow *parent, CasenessSession *session, GFile *damaged, const char *words,
                                  CasenessSalvageFunc open);

G_END_DECLS
