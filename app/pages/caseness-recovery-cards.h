/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-recovery-study.h"
#include "caseness-wrap-box.h"

G_BEGIN_DECLS

/** CASENESS_N_RECOVERY_CARDS: the headline figures of the recovery page. */
#define CASENESS_N_RECOVERY_CARDS 5

/** caseness_recovery_cards_add: adds the cards to @box and writes them to @cards. */
void caseness_recovery_cards_add (CasenessWrapBox *box, GtkWidget *cards[CASENESS_N_RECOVERY_CARDS]);

/** caseness_recovery_cards_get_measure: Returns: (transfer none): the id of the measure that a card shows. */
const char *caseness_recovery_cards_get_measure (guint card);

/** caseness_recovery_cards_show: shows the headline figures of @study. */
void caseness_recovery_cards_show (GtkWidget *cards[CASENESS_N_RECOVERY_CARDS], const CasenessRecoveryStudy *study);

G_END_DECLS
