/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-board.h"
#include "caseness-stack-chart.h"

G_BEGIN_DECLS

/* What pages and reports say and draw of a board. */

/** caseness_board_words_view: Returns: (transfer none): a view in a few words. */
const char *caseness_board_words_view (CasenessBoardView view);

/** caseness_board_words_item: Returns: (transfer none): an item in words. */
const char *caseness_board_words_item (const CasenessBoardItem *item);

/** caseness_board_words_column: Returns: (transfer none): what figure @column of the items of a view is. */
const char *caseness_board_words_column (CasenessBoardView view, guint column);

/** caseness_board_words_is_share: whether a figure of @measure is a share, with an interval. */
gboolean caseness_board_words_is_share (const CasenessMeasure *measure);

/** caseness_board_words_title: Returns: (transfer full): the view as a message. */
char *caseness_board_words_title (const CasenessBoard *board, CasenessBoardView view,
                                       gboolean suppresses);

/** caseness_board_words_headline: Returns: (transfer full): the figure of that message alone. */
char *caseness_board_words_headline (const CasenessBoard *board, CasenessBoardView view,
                                          gboolean suppresses);

/** caseness_board_words_subtitle: Returns: (transfer none): who and what is counted. */
const char *caseness_board_words_subtitle (CasenessBoardView view);

/**
 * caseness_board_words_figure:
 * @figure: a figure
 * @measure: of this measure
 * @suppresses: whether small numbers are hidden and the others rounded
 *
 * Returns: (transfer full): the value: `63.2%`, `1,204`, `4.1`; a dash where there is none, `*` where it is hidden.
 */
char *caseness_board_words_figure (const CasenessFigure *figure, const CasenessMeasure *measure,
                                        gboolean suppresses);

/** caseness_board_words_part: Returns: (transfer full): a numerator or a denominator, written the same way. */
char *caseness_board_words_part (double part, gboolean suppresses);

/** caseness_board_words_interval: Returns: (transfer full): `58% to 68%`, a dash where there is none. */
char *caseness_board_words_interval (const CasenessBoard *board, const CasenessMeasure *measure,
                                          guint group, gboolean suppresses);

/** caseness_board_words_advisers: Returns: (transfer full): the employment adviser ratio as a sentence. */
char *caseness_board_words_advisers (CasenessSnapshot *snapshot, CasenessDate as_at);

/**
 * caseness_board_words_draw:
 * @board: the figures
 * @view: which of them
 * @suppresses: whether rows with small numbers are hidden
 *
 * Returns: (transfer full) (nullable): what was answered, employment at the start and at the end, or what stands in
 *   `board-drawings.csv`; NULL for views that are not drawn.
 */
CasenessStackChart *caseness_board_words_draw (const CasenessBoard *board, CasenessBoardView view,
                                                    gboolean suppresses);

/**
 * CasenessBoardCountFunc:
 * @measure: a count
 * @is_hidden: set to TRUE where it may not be told, small or not
 * @data: as given
 *
 * Returns: the count; NaN where there is none.
 */
typedef double (*CasenessBoardCountFunc) (const CasenessMeasure *measure, gboolean *is_hidden, gconstpointer data);

/**
 * caseness_board_words_draw_counts:
 * @view: employment, or a view in `board-drawings.csv`
 * @get: the counts
 * @data: for @get
 * @suppresses: whether rows with small or hidden numbers are hidden
 *
 * The drawing of a view from counts that whoever draws has; rows of `board-drawings.csv` without all of theirs are left out.
 *
 * Returns: (transfer full) (nullable): the drawing without titles; NULL for views that are not drawn.
 */
CasenessStackChart *caseness_board_words_draw_counts (CasenessBoardView view, CasenessBoardCountFunc get,
                                                      gconstpointer data, gboolean suppresses);

/** caseness_board_words_find_drawn: Returns: (transfer none) (nullable): what a segment of that drawing counts. */
const CasenessMeasure *caseness_board_words_find_drawn (CasenessBoardView view, int row, int segment);

G_END_DECLS
