/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-overview.h"
#include "caseness-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_OVERVIEW_CHOICE (caseness_overview_choice_get_type ())
G_DECLARE_FINAL_TYPE (CasenessOverviewChoice, caseness_overview_choice, CASENESS, OVERVIEW_CHOICE, AdwBin)

/**
 * CasenessOverviewChoice:
 *
 * Which measures a set of the overview holds: the ones that come with it, to be left out or brought back, and any other
 * measure of the catalogue, to be added. The choice is kept in the service file and can be undone.
 */

/** caseness_overview_choice_new: Returns: (transfer floating): a choice that speaks on behalf of @page, which holds it. */
GtkWidget *caseness_overview_choice_new (CasenessPage *page);

/** caseness_overview_choice_show: shows what @overview's set holds. */
void caseness_overview_choice_show (CasenessOverviewChoice *self, const CasenessOverview *overview);

G_END_DECLS
