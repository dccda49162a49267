/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-national.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the figures of the service are compared with: England first, then each publication that is loaded. */

/** caseness_national_against_show: offers in @choice what @national could be compared with, and chooses what it is. */
void caseness_national_against_show (GtkDropDown *choice, const CasenessNational *national);

/**
 * caseness_national_against_read:
 * @choice: what caseness_national_against_show() filled
 * @national: of which it did
 * @publication_id: (out): the publication chosen, or CASENESS_NATIONAL_ENGLAND; left alone when nothing is chosen
 *
 * Returns: whether something is chosen.
 */
gboolean caseness_national_against_read (GtkDropDown *choice, const CasenessNational *national, gint64 *publication_id);

G_END_DECLS
