/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * caseness_toast_show:
 * @overlay: where it is shown
 * @message: what is said, as plain text: a file's name may hold what markup would trip over
 * @button: (nullable): the words of a button, such as "Undo"
 * @action: (nullable): the action, without a target, that button takes
 *
 * Says something in passing, in place of what is still said, which would only be in the way of the news. Every toast goes
 * through here, since libadwaita 1.2 must be kept from using one that is gone.
 */
void caseness_toast_show (AdwToastOverlay *overlay, const char *message, const char *button, const char *action);

G_END_DECLS
