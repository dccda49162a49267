/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-cards.h"

#include "caseness-figure-card.h"
#include "caseness-figure-words.h"
#include "caseness-recovery-words.h"

#include <glib/gi18n-lib.h>

#define CHART_WIDTH 430 /* in pixels, to have something aside */
#define NEVER_ENOUGH 10000
#define NARROWEST 750 /* pixels of a window of 1024 beside its sidebar */

/* The headline figures, in the order of the picture. */
typedef enum
{
  CARD_RECOVERY,
  CARD_RELIABLE_RECOVERY,
  CARD_IMPROVEMENT,
  CARD_NO_CHANGE,
  CARD_DETERIORATION,
} Card;

/* Without a national percentage the count is explained. */
static const struct
{
  const char *caption;
  const char *measure;
} cards_of[CASENESS_N_RECOVERY_CARDS] = {
  [CARD_RECOVERY] = { N_("Recovery"), "M192" },
  [CARD_RELIABLE_RECOVERY] = { N_("Reliable recovery"), "M195" },
  [CARD_IMPROVEMENT] = { N_("Reliable improvement"), "M186" },
  [CARD_NO_CHANGE] = { N_("No reliable change"), "M187" },
  [CARD_DETERIORATION] = { N_("Reliable deterioration"), "M1010" },
};

void
caseness_recovery_cards_add (CasenessWrapBox *box, GtkWidget *cards[CASENESS_N_RECOVERY_CARDS])
{
  guint i;

  for (i = 0; i < CASENESS_N_RECOVERY_CARDS; i++)
    {
      cards[i] = caseness_figure_card_new (_(cards_of[i].caption), cards_of[i].measure);
      caseness_wrap_box_append (box, cards[i]);
    }
}

const char *
caseness_recovery_cards_get_measure (guint card)
{
  g_return_val_if_fail (card < CASENESS_N_RECOVERY_CARDS, NULL);

  return cards_of[card].measure;
}

/* The figure of a card, and what it is made of. */
static CasenessInterval
get_figure (Card card, const CasenessRecovery *row, guint *numerator, guint *denominator)
{
  *denominator = row->courses;
  switch (card)
    {
    case CARD_RECOVERY:
      *numerator = row->recovered;
      *denominator = caseness_recovery_get_denominator (row);
      return caseness_recovery_get_rate (row);
    case CARD_RELIABLE_RECOVERY:
      *numerator = row->reliably_recovered;
      *denominator = caseness_recovery_get_denominator (row);
      return caseness_recovery_get_reliable_rate (row);
    case CARD_IMPROVEMENT:
      *numerator = row->improved;
      break;
    case CARD_NO_CHANGE:
      *numerator = row->no_change;
      break;
    case CARD_DETERIORATION:
    default:
      *numerator = row->deteriorated;
      break;
    }
  return caseness_recovery_get_share (row, *numerator);
}

void
caseness_recovery_cards_show (GtkWidget *cards[CASENESS_N_RECOVERY_CARDS], const CasenessRecoveryStudy *study)
{
  const CasenessRecovery *everybody = caseness_recovery_comparison_get_everybody (study->comparison);
  guint i;

  for (i = 0; everybody != NULL && i < CASENESS_N_RECOVERY_CARDS; i++)
    {
      guint numerator, denominator;
      CasenessInterval share = get_figure (i, everybody, &numerator, &denominator);
      g_autofree char *figure = caseness_recovery_words_percent (share.value);
      g_autofree char *interval = caseness_recovery_words_limits (&share);
      g_autofree char *counts = caseness_recovery_words_counts (numerator, denominator);
      g_autofree char *comparisons = caseness_figure_words_comparisons (caseness_measure_find (cards_of[i].measure),
                                                                        study->snapshot, &study->period);
      const CasenessFigureCardText text = { figure, interval, counts, comparisons };

      caseness_figure_card_set_text (CASENESS_FIGURE_CARD (cards[i]), &text);
    }
}

void
caseness_recovery_cards_lay_out (CasenessAsideBox *compare, GtkBox *aside, gboolean has_outside)
{
  int minimum;

  g_object_set (compare, "enough", has_outside ? CHART_WIDTH : NEVER_ENOUGH, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (aside), GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (aside, !has_outside);
  gtk_widget_measure (GTK_WIDGET (aside), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (!has_outside && minimum <= NARROWEST)
    return;
  gtk_box_set_homogeneous (aside, FALSE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (aside), GTK_ORIENTATION_VERTICAL);
}
