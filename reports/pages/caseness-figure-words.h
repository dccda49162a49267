/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-explanation.h"

G_BEGIN_DECLS

/* What screen and paper say of a figure of the catalogue, in the user's language. */

/** caseness_figure_words_value: Returns: (transfer full): `50.3%`, `2,196`, `12.5 days`; a dash where there is none. */
char *caseness_figure_words_value (const CasenessMeasure *measure, const CasenessFigure *figure);

/** caseness_figure_words_number: Returns: (transfer full): a part of a figure: `4,363`; a dash for NAN. */
char *caseness_figure_words_number (double number);

/** caseness_figure_words_counts: Returns: (transfer full): `2,196 of 4,363`, empty where nothing is divided. */
char *caseness_figure_words_counts (const CasenessMeasure *measure, const CasenessFigure *figure);

/** caseness_figure_words_interval: Returns: (transfer full): `48.8% to 51.8%`; empty where there is none. */
char *caseness_figure_words_interval (const CasenessMeasure *measure, const CasenessInterval *interval);

/** caseness_figure_words_method: Returns: (transfer none): how an interval was worked out, or why there is none. */
const char *caseness_figure_words_method (CasenessIntervalMethod method);

/** caseness_figure_words_facts: Returns: (transfer full): `2,196 of 4,363; 95% interval 48.8% to 51.8% (Wilson score)`, what
 *  there is of both; maybe empty. */
char *caseness_figure_words_facts (const CasenessMeasure *measure, const CasenessExplanation *explanation);

/** caseness_figure_words_standard: Returns: (transfer full): `at least 50%`. */
char *caseness_figure_words_standard (const CasenessMeasure *measure, const CasenessStandard *standard);

/** caseness_figure_words_standard_line: Returns: (transfer full): the standard, where it comes from, and whether it is
 *  met, beyond doubt or not; that there is none where there is none. */
char *caseness_figure_words_standard_line (const CasenessExplanation *explanation);

/** caseness_figure_words_national: Returns: (transfer full): the national name, the edition it is of, and the published
 *  figure for England where there is one, a line each. */
char *caseness_figure_words_national (const CasenessExplanation *explanation);

/** caseness_figure_words_comparisons: Returns: (transfer full): `Standard 50%, England 50.5%`, what there is of both for
 *  a share; maybe empty. */
char *caseness_figure_words_comparisons (const CasenessMeasure *measure, CasenessSnapshot *snapshot,
                                         const CasenessPeriod *period);

/** caseness_figure_words_parts: Returns: (transfer full): what a numerator or denominator is made of, a line a part. */
char *caseness_figure_words_parts (const GArray *parts);

/** caseness_figure_words_place: Returns: (transfer full): period, groups and filter; staff unnamed where hidden. */
char *caseness_figure_words_place (const CasenessFigureAddress *address, gboolean hides_names);

/** caseness_figure_words_side: Returns: (transfer none): what those who stand there are called: `Counted`. */
const char *caseness_figure_words_side (CasenessFigurePlace place, const CasenessMeasure *measure);

/** caseness_figure_words_people: Returns: (transfer full): how many are counted, are not, and were left out and why. */
char *caseness_figure_words_people (const CasenessFigurePeople *people);

/** caseness_figure_words_doubt: Returns: (transfer full): what a figure would be under the other setting of @doubt, and
 *  whether that matters here. */
char *caseness_figure_words_doubt (const CasenessDoubt *doubt, const CasenessMeasure *measure,
                                   const CasenessFigure *figure, const CasenessFigure *other);

/** caseness_figure_words_untold: Returns: (transfer full): that @n groups, at least one, are hidden whole: rows of asterisks
 *  would say nothing. */
char *caseness_figure_words_untold (guint n);

/** caseness_figure_words_undrawn: Returns: (transfer full): the same of @n groups that a chart leaves out. */
char *caseness_figure_words_undrawn (guint n);

/** caseness_figure_words_outcome: Returns: (transfer none): how a course ended, by its flags: `Reliable recovery`. */
const char *caseness_figure_words_outcome (guint flags);

G_END_DECLS
