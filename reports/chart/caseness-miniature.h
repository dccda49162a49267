/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-line-chart.h"
#include "caseness-spc-icon.h"

G_BEGIN_DECLS

/**
 * CasenessMiniature:
 *
 * A drawing as small as a word, with the words it stands for: an icon, or a line over time without axes. It goes into
 * a cell of a table, on a screen or on paper. Immutable and reference-counted.
 */
typedef struct _CasenessMiniature CasenessMiniature;

/** caseness_miniature_new_icon: Returns: (transfer full): an icon; @label says what it means. */
CasenessMiniature *caseness_miniature_new_icon (CasenessSpcIcon icon, const char *label);

/**
 * caseness_miniature_new_sparkline:
 * @chart: what to draw: its first series, levels, large and marked points; not to be changed any more
 * @label: says what it shows
 *
 * Returns: (transfer full): the chart in the space of a word or two.
 */
CasenessMiniature *caseness_miniature_new_sparkline (CasenessLineChart *chart, const char *label);

/** caseness_miniature_ref: Returns: (transfer full): @miniature with one more reference. */
CasenessMiniature *caseness_miniature_ref (CasenessMiniature *miniature);

/** caseness_miniature_unref: drops a reference. */
void caseness_miniature_unref (CasenessMiniature *miniature);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessMiniature, caseness_miniature_unref)

/** caseness_miniature_get_label: Returns: (transfer none): what it says, for those who do not see it. */
const char *caseness_miniature_get_label (const CasenessMiniature *miniature);

/** caseness_miniature_get_size: the room it likes, in the unit of @theme. */
void caseness_miniature_get_size (const CasenessMiniature *miniature, const CasenessTheme *theme, double *width,
                                  double *height);

/** caseness_miniature_draw: draws it into a rectangle of at least its size. */
void caseness_miniature_draw (const CasenessMiniature *miniature, cairo_t *cr, const CasenessTheme *theme, double x,
                              double y, double width, double height);

G_END_DECLS
