/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-theme.h"

G_BEGIN_DECLS

/** CasenessSpcIcon: the round icons of Making Data Count: how a figure varies, and whether it will meet its target. */
typedef enum
{
  CASENESS_SPC_ICON_COMMON,
  CASENESS_SPC_ICON_IMPROVEMENT_HIGH,
  CASENESS_SPC_ICON_IMPROVEMENT_LOW,
  CASENESS_SPC_ICON_CONCERN_HIGH,
  CASENESS_SPC_ICON_CONCERN_LOW,
  CASENESS_SPC_ICON_CHANGE_HIGH, /* neither way is better */
  CASENESS_SPC_ICON_CHANGE_LOW,
  CASENESS_SPC_ICON_PASS,
  CASENESS_SPC_ICON_FAIL,
  CASENESS_SPC_ICON_HIT_OR_MISS,
  CASENESS_SPC_ICON_NO_TARGET,
  CASENESS_N_SPC_ICONS
} CasenessSpcIcon;

/**
 * caseness_spc_icon_draw:
 * @icon: which one
 * @cr: where to
 * @theme: colours of lines and letters
 * @x: left edge
 * @y: top edge
 * @size: across, in the unit of the drawing
 *
 * Draws an icon with lines alone. Letters and shapes say the same as colours, for those who see none and for grey
 * printers: H and L for the direction, P, F and ? for the target (charts, section 3).
 */
void caseness_spc_icon_draw (CasenessSpcIcon icon, cairo_t *cr, const CasenessTheme *theme, double x, double y,
                             double size);

G_END_DECLS
