/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PREFERENCES (caseness_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPreferences, caseness_preferences, CASENESS, PREFERENCES, AdwPreferencesWindow)

/**
 * caseness_preferences_new:
 * @parent: (nullable): window it belongs to
 * @settings: what it changes
 *
 * Returns: (transfer none): the preferences window, owned by GTK until it is closed.
 */
CasenessPreferences *caseness_preferences_new (GtkWindow *parent, CasenessSettings *settings);

G_END_DECLS
