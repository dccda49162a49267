/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_PLAN_VIEW (caseness_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPlanView, caseness_plan_view, CASENESS, PLAN_VIEW, AdwBin)

/**
 * CasenessPlanView:
 *
 * The contract's numbers by month of one measure and financial year. They are kept in the service file and become the
 * plan of charts and packs.
 */

/** caseness_plan_view_show: shows the year that holds the end of @period, on behalf of @page, which outlives the view. */
void caseness_plan_view_show (CasenessPlanView *self, CasenessPage *page, const CasenessPeriod *period);

/** caseness_plan_view_keep: keeps what was typed, unless the file holds it already. */
void caseness_plan_view_keep (CasenessPlanView *self);

/** caseness_plan_view_set_month: types @value, as 0 for none, for month @month of the year, 0 for April. */
void caseness_plan_view_set_month (CasenessPlanView *self, guint month, double value);

G_END_DECLS
