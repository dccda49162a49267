/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-aside-box.h"
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

/**
 * caseness_recovery_cards_lay_out:
 * @compare: the chart and @aside
 * @aside: what is said of the groups outside the limits, and the way to the review list
 * @has_outside: whether any are
 *
 * Groups outside the limits stand beside the chart where there is room. Where there are none both cards stand below it,
 * beside each other where the narrowest window has room for them at the size of the text.
 */
void caseness_recovery_cards_lay_out (CasenessAsideBox *compare, GtkBox *aside, gboolean has_outside);

G_END_DECLS
