/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-people.h"
#include "caseness-wrap-box.h"

G_BEGIN_DECLS

/** CASENESS_N_ADSM_CARDS: the headline figures of the page on ADSM use. */
#define CASENESS_N_ADSM_CARDS 5

/** caseness_adsm_cards_add: adds the cards to @box and writes them to @cards. */
void caseness_adsm_cards_add (CasenessWrapBox *box, GtkWidget *cards[CASENESS_N_ADSM_CARDS]);

/** caseness_adsm_cards_get_part: Returns: what a card counts. */
CasenessAdsmPart caseness_adsm_cards_get_part (guint card);

/** caseness_adsm_cards_show: shows the headline figures of @use. */
void caseness_adsm_cards_show (GtkWidget *cards[CASENESS_N_ADSM_CARDS], const CasenessAdsmUse *use);

G_END_DECLS
