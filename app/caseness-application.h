/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_APPLICATION (caseness_application_get_type ())
G_DECLARE_FINAL_TYPE (CasenessApplication, caseness_application, CASENESS, APPLICATION, AdwApplication)

/** caseness_application_new: Returns: (transfer full): the program. */
CasenessApplication *caseness_application_new (void);

/** caseness_application_get_exit_status: Returns: 0, or 1 after a `--render` that did not succeed. */
int caseness_application_get_exit_status (CasenessApplication *self);

G_END_DECLS
