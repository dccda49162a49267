/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PERIOD_BUTTON (caseness_period_button_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPeriodButton, caseness_period_button, CASENESS, PERIOD_BUTTON, AdwBin)

/**
 * CasenessPeriodButton:
 *
 * Shows the session's period and lets people choose another among what is loaded: a month, a quarter, a financial
 * year, twelve months, or any two days.
 */

/** caseness_period_button_set_session: whose period it is. */
void caseness_period_button_set_session (CasenessPeriodButton *self, CasenessSession *session);

/** caseness_period_button_popup: opens the choice. */
void caseness_period_button_popup (CasenessPeriodButton *self);

/**
 * caseness_period_button_list_choices:
 * @kind: any but CASENESS_PERIOD_CUSTOM
 * @loaded: the days that are loaded
 *
 * Returns: (transfer full) (element-type CasenessPeriod): the periods that hold loaded days, latest first; of the
 *   twelve-month ones those that lie wholly in what is loaded, or the latest.
 */
GArray *caseness_period_button_list_choices (CasenessPeriodKind kind, const CasenessPeriod *loaded);

G_END_DECLS
