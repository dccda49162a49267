/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-table.h"
#include "caseness-national-answer.h"
#include "caseness-person-window.h"

#include "caseness-figure-address.h"

G_BEGIN_DECLS

/** CasenessNationalShow: which rows of a publication are shown. */
typedef enum
{
  CASENESS_NATIONAL_SHOW_HEADLINES,
  CASENESS_NATIONAL_SHOW_TOTALS,
  CASENESS_NATIONAL_SHOW_GROUPS,
  CASENESS_NATIONAL_SHOW_DIFFERENT,
  CASENESS_N_NATIONAL_SHOWS,
} CasenessNationalShow;

/** caseness_national_show_get_words: Returns: (transfer none): what the choice is called, in the user's language. */
const char *caseness_national_show_get_words (CasenessNationalShow show);

/** caseness_national_tables_measures: the rows of a comparison, numbered as they stand there, or those of England. */
void caseness_national_tables_measures (CasenessDataTable *table, const CasenessNational *national,
                                        CasenessNationalShow show);

/** caseness_national_tables_identities: the identities, numbered as they stand in @national. */
void caseness_national_tables_identities (CasenessDataTable *table, const CasenessNational *national);

/** caseness_national_tables_doubts: the rules in doubt, numbered as in @checks. */
void caseness_national_tables_doubts (CasenessDataTable *table, const GPtrArray *checks);

/** caseness_national_tables_reasons: the reasons with their pathways, numbered as CasenessDifferenceReason. */
void caseness_national_tables_reasons (CasenessDataTable *table, const CasenessDifferences *differences);

/** caseness_national_tables_moves: the measures that a rule in doubt moves, numbered as in @check. */
void caseness_national_tables_moves (CasenessDataTable *table, const CasenessDoubtCheck *check);

/** caseness_national_tables_get_number: Returns: what stands for the referral of row @index where names are hidden: its
 *  place, from 1, among those that differ for the same reason. */
guint caseness_national_tables_get_number (const CasenessDifferences *differences, guint index);

/** caseness_national_tables_rows: the rows that differ for @reason; people are numbered where names are hidden. */
void caseness_national_tables_rows (CasenessDataTable *table, const CasenessDifferences *differences,
                                    CasenessDifferenceReason reason, gboolean hides_names);

/** caseness_national_tables_find_person: a CasenessFindPerson over CasenessDifferences, whose rows are numbered by
 *  referral as those of a reason are. */
gboolean caseness_national_tables_find_person (gconstpointer differences, guint id, CasenessListedPerson *person);

/**
 * caseness_national_find_address:
 * @national: what is compared
 * @id: a row of the measures
 *
 * Returns: (transfer full) (nullable): where our figure of that row stands, so that it can be explained and its people be
 *   shown; NULL where there is none of ours.
 */
CasenessFigureAddress *caseness_national_find_address (const CasenessNational *national, guint id);

G_END_DECLS
