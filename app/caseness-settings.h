/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_SETTINGS (caseness_settings_get_type ())
G_DECLARE_FINAL_TYPE (CasenessSettings, caseness_settings, CASENESS, SETTINGS, GObject)

/** CasenessAppearance: light, dark, or as the desktop says. The numbers are kept in the settings. */
typedef enum
{
  CASENESS_APPEARANCE_SYSTEM,
  CASENESS_APPEARANCE_LIGHT,
  CASENESS_APPEARANCE_DARK,
} CasenessAppearance;

/**
 * CasenessSettings:
 *
 * What the program remembers about its looks between runs, as properties: `appearance` (string: `system`, `light`,
 * `dark`), `meeting-mode-on-second-display`, `show-sidebar`, `window-width`, `window-height`, `window-maximized`.
 * They are bound to GSettings where the schema is installed; a program run from its build folder without one keeps
 * them in memory and works all the same.
 */

/** caseness_settings_new: Returns: (transfer full): the settings. */
CasenessSettings *caseness_settings_new (void);

/** caseness_settings_get_appearance: light, dark or as the desktop says. */
CasenessAppearance caseness_settings_get_appearance (CasenessSettings *self);

/** caseness_settings_set_appearance: changes it. */
void caseness_settings_set_appearance (CasenessSettings *self, CasenessAppearance appearance);

G_END_DECLS
