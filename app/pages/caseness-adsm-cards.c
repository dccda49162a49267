/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-cards.h"

#include "caseness-adsm-words.h"
#include "caseness-figure-card.h"
#include "caseness-figure-words.h"

#include <glib/gi18n-lib.h>

/* The headline figures, in the order of the picture. */
typedef enum
{
  CARD_SHOULD,
  CARD_PAIRED,
  CARD_FIRST,
  CARD_GENERAL,
  CARD_WRONG,
} Card;

static const struct
{
  const char *caption;
  const char *id; /* nullable: the national measure that counts the same */
  CasenessAdsmPart part;
  const char *words; /* nullable */
} cards_of[CASENESS_N_ADSM_CARDS] = {
  [CARD_SHOULD] = { N_("Should have had one"), "M203", CASENESS_ADSM_PART_SHOULD, NULL },
  [CARD_PAIRED] = { N_("Right one, paired"), "M205", CASENESS_ADSM_PART_PAIRED, NULL },
  [CARD_FIRST]
  = { N_("Right one, first only"), NULL, CASENESS_ADSM_PART_FIRST_ONLY, N_("one more score would have paired them") },
  [CARD_GENERAL] = { N_("GAD-7 instead"), NULL, CASENESS_ADSM_PART_GENERAL, N_("no specific measure at all") },
  [CARD_WRONG] = { N_("Wrong one"), NULL, CASENESS_ADSM_PART_WRONG, N_("another specific measure") },
};

void
caseness_adsm_cards_add (CasenessWrapBox *box, GtkWidget *cards[CASENESS_N_ADSM_CARDS])
{
  guint i;

  for (i = 0; i < CASENESS_N_ADSM_CARDS; i++)
    {
      cards[i] = caseness_figure_card_new (_(cards_of[i].caption), cards_of[i].id);
      caseness_wrap_box_append (box, cards[i]);
    }
}

CasenessAdsmPart
caseness_adsm_cards_get_part (guint card)
{
  g_return_val_if_fail (card < CASENESS_N_ADSM_CARDS, CASENESS_ADSM_PART_SHOULD);

  return cards_of[card].part;
}

/* "12 of 38 (M204)", and what the nation counts where that is not the same. */
static void
show_paired (GtkWidget *card, const CasenessAdsmUse *use)
{
  CasenessInterval paired = caseness_adsm_get_paired (&use->total);
  g_autofree char *figure = caseness_adsm_words_percent (paired.value);
  g_autofree char *interval = caseness_adsm_words_limits (&paired);
  g_autofree char *national = caseness_adsm_words_percent (use->national.value);
  /* Translators: a numerator and a denominator, with the ids of the national measures that count them. */
  g_autofree char *counts = use->family == CASENESS_ADSM_NATIONAL
                                ? g_strdup_printf (_("%'u (M204) of %'u"), use->total.paired, use->total.should_have)
                                : g_strdup_printf (_("%'u of %'u"), use->total.paired, use->total.should_have);
  g_autofree char *comparisons
      = use->family == CASENESS_ADSM_NATIONAL
            ? caseness_figure_words_comparisons (caseness_measure_find ("M205"), use->snapshot, &use->period)
            /* Translators: the national measure, which counts all problems together. */
            : g_strdup_printf (_("M205, all measures: %s"), national);
  const CasenessFigureCardText text = { figure, interval, counts, comparisons };

  caseness_figure_card_set_text (CASENESS_FIGURE_CARD (card), &text);
}

static void
show_should (GtkWidget *card, const CasenessAdsmUse *use)
{
  g_autofree char *figure = g_strdup_printf ("%'u", use->total.should_have);
  g_autofree char *of = g_strdup_printf (ngettext ("of %'u finished course", "of %'u finished courses",
                                                   use->descriptors.courses),
                                         use->descriptors.courses);
  g_autofree char *share = caseness_adsm_words_percent (use->should.value);
  g_autofree char *words = use->family == CASENESS_ADSM_NATIONAL ? g_strdup_printf (_("%s of all"), share)
                           : use->family == CASENESS_ADSM_MUS    ? g_strdup (_("part of M203"))
                                                                 : g_strdup (_("no national measure counts these"));
  const CasenessFigureCardText text = { figure, of, words, NULL };

  caseness_figure_card_set_text (CASENESS_FIGURE_CARD (card), &text);
}

static guint
get_part (const CasenessAdsm *total, Card card)
{
  return card == CARD_FIRST ? total->first_only : card == CARD_GENERAL ? total->gad_instead : total->wrong_measure;
}

static void
show_part (GtkWidget *card, const CasenessAdsmUse *use, Card which)
{
  guint part = get_part (&use->total, which);
  g_autofree char *figure = g_strdup_printf ("%'u", part);
  g_autofree char *share = caseness_adsm_words_percent (caseness_adsm_get_share (&use->total, part));
  /* Translators: a share, and of how many. */
  g_autofree char *of = g_strdup_printf (_("%s of %'u"), share, use->total.should_have);
  const CasenessFigureCardText text = { figure, of, _(cards_of[which].words), NULL };

  caseness_figure_card_set_text (CASENESS_FIGURE_CARD (card), &text);
}

void
caseness_adsm_cards_show (GtkWidget *cards[CASENESS_N_ADSM_CARDS], const CasenessAdsmUse *use)
{
  guint i;

  show_should (cards[CARD_SHOULD], use);
  show_paired (cards[CARD_PAIRED], use);
  for (i = CARD_FIRST; i < CASENESS_N_ADSM_CARDS; i++)
    show_part (cards[i], use, i);
}
