/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-filter-bar.h"
#include "caseness-session.h"

G_BEGIN_DECLS

/* What every page can be filtered by: each variable that figures are broken down by. */

/** caseness_filter_offer_names: offers every dimension in @bar; values are listed when somebody looks for them. */
void caseness_filter_offer_names (CasenessFilterBar *bar);

/**
 * caseness_filter_offer_values:
 * @bar: a bar
 * @session: the session that has a file open
 * @dimension: a CasenessDimension
 *
 * Offers the values of one dimension: given groups, or what occurs in the file. Staff have numbers for names in meeting
 * mode.
 */
void caseness_filter_offer_values (CasenessFilterBar *bar, CasenessSession *session, int dimension);

/** caseness_filter_offer_show: shows in @bar what the filter of @session is set to. */
void caseness_filter_offer_show (CasenessFilterBar *bar, CasenessSession *session);

G_END_DECLS
