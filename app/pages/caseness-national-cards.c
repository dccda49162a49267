/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-cards.h"

#include "caseness-national-words.h"

#include <glib/gi18n-lib.h>

static void
set_titles (const CasenessNationalCard *card, const char *title, const char *subtitle)
{
  gtk_label_set_text (card->title, title);
  if (card->subtitle != NULL)
    gtk_label_set_text (card->subtitle, subtitle);
  caseness_data_table_set_name (card->table, title, subtitle);
}

void
caseness_national_card_show_measures (const CasenessNationalCard *card, const CasenessNational *national,
                                      CasenessNationalShow show)
{
  g_autofree char *title = caseness_national_words_title (national, show == CASENESS_NATIONAL_SHOW_HEADLINES);
  g_autofree char *subtitle = caseness_national_words_subtitle (national);

  set_titles (card, title, subtitle);
  caseness_national_tables_measures (card->table, national, show);
}

void
caseness_national_card_show_identities (const CasenessNationalCard *card, const CasenessNational *national)
{
  g_autofree char *title = caseness_national_words_identities (national);

  set_titles (card, title, "");
  caseness_national_tables_identities (card->table, national);
}

void
caseness_national_card_show_doubts (const CasenessNationalCard *card, const CasenessNationalDoubts *doubts,
                                    gboolean is_trying)
{
  g_autofree char *title = NULL;

  if (is_trying)
    title = g_strdup (_("Trying the rules in doubt…"));
  else if (doubts == NULL)
    title = g_strdup (_("Rules in doubt"));
  else if (doubts->checks == NULL)
    /* Translators: why. */
    title = g_strdup_printf (_("The rules in doubt could not be tried: %s"), doubts->error->message);
  else
    title = caseness_national_words_doubts (doubts->checks);
  set_titles (card, title, "");
  if (doubts != NULL && doubts->checks != NULL)
    caseness_national_tables_doubts (card->table, doubts->checks);
}

void
caseness_national_card_show_reasons (const CasenessNationalCard *card, const CasenessDifferences *differences)
{
  g_autofree char *title = caseness_national_words_differences (differences, TRUE);
  g_autofree char *month = caseness_period_format (&differences->period);
  /* Translators: the code of a provider, a month, and a number of pathways. */
  g_autofree char *subtitle = g_strdup_printf (_("Against the extract of %s for %s; %'u pathways compared. A row opens "
                                                 "its pathways."),
                                               differences->provider, month, differences->n_compared);

  set_titles (card, title, subtitle);
  caseness_national_tables_reasons (card->table, differences);
}

void
caseness_national_card_show_reason (const CasenessNationalCard *card, const CasenessDifferences *differences,
                                    CasenessDifferenceReason reason, gboolean hides_names)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%s: %'u pathway", "%s: %'u pathways",
                                                      differences->n_pathways[reason]),
                                            caseness_difference_reason_get_title (reason),
                                            differences->n_pathways[reason]);

  set_titles (card, title, caseness_difference_reason_get_meaning (reason));
  caseness_national_tables_rows (card->table, differences, reason, hides_names);
}

void
caseness_national_card_show_doubt (const CasenessNationalCard *card, const CasenessDoubtCheck *check)
{
  g_autofree char *subtitle = g_strdup_printf (_("Decided: %s. It could be: %s. %s"),
                                               g_dgettext (GETTEXT_PACKAGE, check->doubt->value_words),
                                               g_dgettext (GETTEXT_PACKAGE, check->doubt->other_words),
                                               check->moves->len == 0 ? _("Nothing moves here, so that the doubt does "
                                                                          "not matter.")
                                                                      : "");

  set_titles (card, g_dgettext (GETTEXT_PACKAGE, check->doubt->question), g_strchomp (subtitle));
  caseness_national_tables_moves (card->table, check);
}
