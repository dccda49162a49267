/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"

G_BEGIN_DECLS

/**
 * CasenessIcbChoice:
 *
 * The list of ICBs that loaded publications tell of, to say which the service lies in where the national list of providers
 * does not know or is behind. What is chosen is recorded in the service file and can be undone. It is hidden while no
 * publication tells of an ICB.
 */
#define CASENESS_TYPE_ICB_CHOICE (caseness_icb_choice_get_type ())
G_DECLARE_FINAL_TYPE (CasenessIcbChoice, caseness_icb_choice, CASENESS, ICB_CHOICE, AdwBin)

/**
 * caseness_icb_choice_show:
 * @self: a choice
 * @page: (transfer none): where it stands, which outlives it: its session holds the service file
 * @published: what loaded publications tell
 */
void caseness_icb_choice_show (CasenessIcbChoice *self, CasenessPage *page, const CasenessPublishedList *published);

G_END_DECLS
