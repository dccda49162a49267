/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-people.h"
#include "caseness-page.h"

G_BEGIN_DECLS

/* What opens behind the figures of the page on ADSM use. */

/**
 * caseness_adsm_doors_open:
 * @page: the page
 * @beside: the widget that shows the figure
 * @use: what it shows
 * @part: what the figure counts
 * @row: its row, as in caseness_adsm_use_find_people()
 *
 * Explains a figure that a national measure counts, from where its people open; opens the people of any other at once.
 */
void caseness_adsm_doors_open (CasenessPage *page, GtkWidget *beside, const CasenessAdsmUse *use, CasenessAdsmPart part,
                               int row);

G_END_DECLS
