/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_FIGURE_CARD (caseness_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (CasenessFigureCard, caseness_figure_card, CASENESS, FIGURE_CARD, GtkButton)

/**
 * CasenessFigureCard:
 *
 * One large figure with what it is, how sure it is, what it is made of and what it is held against; pressed, it explains
 * itself.
 */

/** CasenessFigureCardText: what stands on a card. In the user's language, borrowed. */
typedef struct
{
  const char *figure;
  const char *interval;    /* (nullable): beside the figure */
  const char *counts;      /* (nullable): beneath */
  const char *comparisons; /* (nullable): the line after */
} CasenessFigureCardText;

/** caseness_figure_card_new: Returns: (transfer full): a card of the figure called @caption, with its @id (nullable). */
GtkWidget *caseness_figure_card_new (const char *caption, const char *id);

/** caseness_figure_card_set_text: says the figure, to the eye and to assistive technology. */
void caseness_figure_card_set_text (CasenessFigureCard *self, const CasenessFigureCardText *text);

/** caseness_figure_card_get_figure: Returns: (transfer none): the figure. */
const char *caseness_figure_card_get_figure (CasenessFigureCard *self);

G_END_DECLS
