/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-quality.h"

G_BEGIN_DECLS

/* Everything that screen and paper say of data quality, in the user's language. */

/** caseness_quality_words_level: Returns: (transfer none): how far a broken rule reaches, in a word. */
const char *caseness_quality_words_level (CasenessFindingLevel level);

/** caseness_quality_words_list: Returns: (transfer none): what a list to put right is called. */
const char *caseness_quality_words_list (CasenessQualityList list);

/** caseness_quality_words_list_meaning: Returns: (transfer none): why it matters, in a sentence. */
const char *caseness_quality_words_list_meaning (CasenessQualityList list);

/** caseness_quality_words_item: Returns: (transfer none): the name of an item of completeness. */
const char *caseness_quality_words_item (guint item);

/** caseness_quality_words_share: Returns: (transfer full): `92.1%`, a dash for a share of few. */
char *caseness_quality_words_share (CasenessQualityShare share);

/** caseness_quality_words_counts: Returns: (transfer full): `1,203 of 1,306`. */
char *caseness_quality_words_counts (CasenessQualityShare share);

/** caseness_quality_words_interval: Returns: (transfer full): the 95% interval, `90.4% to 93.5%`; empty for few. */
char *caseness_quality_words_interval (CasenessQualityShare share);

/** caseness_quality_words_standard: Returns: (transfer full): the standard of an item and whether a share of it is
 *  short: `90%`, `90%, short`; empty where there is none. */
char *caseness_quality_words_standard (guint item, CasenessQualityShare share);

/** caseness_quality_words_refused: Returns: (transfer full): what the national system would not take, as a message. */
char *caseness_quality_words_refused (const CasenessQuality *quality);

/** caseness_quality_words_windows: Returns: (transfer full): until when the latest months can be sent again. */
char *caseness_quality_words_windows (const CasenessQuality *quality);

/** caseness_quality_words_rules: Returns: (transfer full): how often how many rules were broken, as a message. */
char *caseness_quality_words_rules (const CasenessQuality *quality);

/** caseness_quality_words_completeness: Returns: (transfer full): how many items fall short, as a message. */
char *caseness_quality_words_completeness (const CasenessQuality *quality);

/** caseness_quality_words_lists: Returns: (transfer full): how much is to be put right, as a message. */
char *caseness_quality_words_lists (const CasenessQuality *quality);

/** caseness_quality_words_trend: Returns: (transfer full): the last months of a rule, `3 · 0 · 2`, oldest first. */
char *caseness_quality_words_trend (const CasenessQuality *quality, const CasenessQualityRule *rule);

/** caseness_quality_words_unread: Returns: (transfer full) (nullable): what cannot be read here, NULL when all can. */
char *caseness_quality_words_unread (const CasenessQuality *quality);

/** caseness_quality_words_month: Returns: (transfer full): a month by its last day: `June 2025`. */
char *caseness_quality_words_month (CasenessDate period_end);

/**
 * caseness_quality_words_where:
 * @fault: a row of a list
 * @number: its place in the list, which stands for a person where names are hidden
 *
 * Returns: (transfer full): whose row it is: a reference, or a file and line.
 */
char *caseness_quality_words_where (const CasenessQuality *quality, const CasenessQualityFault *fault, guint number,
                                    gboolean hides_names);

/** caseness_quality_words_split: Returns: (transfer none): what the rows of a table are: `Team`. */
const char *caseness_quality_words_split (CasenessQualitySplit split);

/** caseness_quality_words_group: Returns: (transfer full): what a group of a split is called. */
char *caseness_quality_words_group (const CasenessQuality *quality, CasenessQualitySplit split, const char *label,
                                    gboolean hides_names);

G_END_DECLS
