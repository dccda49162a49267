/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-compare-extract.h"
#include "caseness-doubt-check.h"
#include "caseness-national.h"

G_BEGIN_DECLS

/* What screen and paper say of how our figures stand to the national ones, in the user's language. */

/** caseness_national_words_choice: Returns: (transfer full): `june.csv, June 2025`, or England for NULL. */
char *caseness_national_words_choice (const CasenessNationalChoice *choice);

/** caseness_national_words_title: Returns: (transfer full): how much agrees; @only_headlines: of the headline measures. */
char *caseness_national_words_title (const CasenessNational *national, gboolean only_headlines);

/** caseness_national_words_subtitle: Returns: (transfer full): by what rules it is compared. */
char *caseness_national_words_subtitle (const CasenessNational *national);

/** caseness_national_words_name: Returns: (transfer full): a measure's name, the percentage told from the count. */
char *caseness_national_words_name (const CasenessMeasure *measure);

/** caseness_national_words_measure: Returns: (transfer full): what a published figure is of, in words. */
char *caseness_national_words_measure (const CasenessComparison *row);

/** caseness_national_words_group: Returns: (transfer full): of whom: `Everybody`, `Gender: Female`. */
char *caseness_national_words_group (const CasenessComparison *row);

/** caseness_national_words_exact: Returns: (transfer full): our exact figure, a dash where there is none. */
char *caseness_national_words_exact (const CasenessComparison *row);

/** caseness_national_words_printed: Returns: (transfer none): what is printed on either side, a dash for nothing. */
const char *caseness_national_words_printed (const char *text);

/** caseness_national_words_verdict: Returns: (transfer full): the verdict with its sign, which says it without colour. */
char *caseness_national_words_verdict (CasenessAgreement verdict);

/** caseness_national_words_england: Returns: (transfer full): England’s figure as it was published. */
char *caseness_national_words_england (const CasenessNationalEngland *row);

/** caseness_national_words_gap: Returns: (transfer full): `+11`, `−0.4`; a dash for NAN. */
char *caseness_national_words_gap (double gap);

/** caseness_national_words_sum: Returns: (transfer full): an identity as it is read: `M052 ≤ M054`. */
char *caseness_national_words_sum (const CasenessIdentitySummary *row);

/** caseness_national_words_identities: Returns: (transfer full): whether all identities hold, in every month. */
char *caseness_national_words_identities (const CasenessNational *national);

/** caseness_national_words_holds: Returns: (transfer full): `12 of 12`. */
char *caseness_national_words_holds (const CasenessIdentitySummary *identity);

/** caseness_national_words_doubts: Returns: (transfer full): how many rules in doubt matter to this service. */
char *caseness_national_words_doubts (const GPtrArray *checks);

/** caseness_national_words_move: Returns: (transfer full): the most telling of what moves under the other rule: `M179 −3`. */
char *caseness_national_words_move (const CasenessDoubtCheck *check);

/** caseness_national_words_more: Returns: (transfer full) (nullable): how many others move: `4 more`; NULL for none. */
char *caseness_national_words_more (const CasenessDoubtCheck *check);

/** caseness_national_words_moves: Returns: (transfer full): both in one line: `M179 −3, 4 more`; not by how much unless
 *  @tells_exactly. */
char *caseness_national_words_moves (const CasenessDoubtCheck *check, gboolean tells_exactly);

/** caseness_national_words_differences: Returns: (transfer full): how many pathways differ, if @tells_exactly, and most of
 *  them why. */
char *caseness_national_words_differences (const CasenessDifferences *differences, gboolean tells_exactly);

/** caseness_national_words_obtain: Returns: (transfer none): what to get, and where it is published. */
const char *caseness_national_words_obtain (void);

/** caseness_national_words_obtain_extract: Returns: (transfer none): what an extract is and where to get it. */
const char *caseness_national_words_obtain_extract (void);

G_END_DECLS
