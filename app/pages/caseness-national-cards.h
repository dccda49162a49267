/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-table.h"
#include "caseness-national-answer.h"
#include "caseness-national-tables.h"

G_BEGIN_DECLS

/** CasenessNationalCard: a table of the National page with the title above it. None of it is owned. */
typedef struct
{
  GtkLabel *title;
  GtkLabel *subtitle; /* (nullable) */
  CasenessDataTable *table;
} CasenessNationalCard;

/** caseness_national_card_show_measures: measure by measure, ours and what was published. */
void caseness_national_card_show_measures (const CasenessNationalCard *card, const CasenessNational *national,
                                           CasenessNationalShow show);

/** caseness_national_card_show_identities: whether our figures fit together. */
void caseness_national_card_show_identities (const CasenessNationalCard *card, const CasenessNational *national);

/** caseness_national_card_show_doubts: the rules in doubt; @doubts (nullable) are what came of trying them. */
void caseness_national_card_show_doubts (const CasenessNationalCard *card, const CasenessNationalDoubts *doubts,
                                         gboolean is_trying);

/** caseness_national_card_show_reasons: why pathways differ from the extract. */
void caseness_national_card_show_reasons (const CasenessNationalCard *card, const CasenessDifferences *differences);

/** caseness_national_card_show_reason: the pathways that differ for one reason. */
void caseness_national_card_show_reason (const CasenessNationalCard *card, const CasenessDifferences *differences,
                                         CasenessDifferenceReason reason, gboolean hides_names);

/** caseness_national_card_show_doubt: what a rule in doubt moves. */
void caseness_national_card_show_doubt (const CasenessNationalCard *card, const CasenessDoubtCheck *check);

G_END_DECLS
