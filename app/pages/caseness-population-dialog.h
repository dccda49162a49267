/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_POPULATION_DIALOG (caseness_population_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPopulationDialog, caseness_population_dialog, CASENESS, POPULATION_DIALOG, AdwWindow)

/**
 * CasenessPopulationDialog:
 *
 * Puts a local population together: areas are chosen and added up, a survey and what it asked about are chosen, every
 * figure can be changed by hand, and the list is imported like any other, with a receipt and a way back.
 *
 * Signals:
 * - `loaded`: the list is loaded
 */

/** caseness_population_dialog_new: Returns: (transfer full): the dialog above @parent (nullable), on an open session. */
CasenessPopulationDialog *caseness_population_dialog_new (GtkWindow *parent, CasenessSession *session);

G_END_DECLS
