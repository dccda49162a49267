/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-answer.h"
#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_ADSM_CASES_WINDOW (caseness_adsm_cases_window_get_type ())
G_DECLARE_FINAL_TYPE (CasenessAdsmCasesWindow, caseness_adsm_cases_window, CASENESS, ADSM_CASES_WINDOW, AdwWindow)

/**
 * CasenessAdsmCasesWindow:
 *
 * The open cases whose measure was not given at the last session, by clinician: all of them, or those seen next, saved
 * as a table or printed to take along. In meeting mode, which it follows, codes stand for references and clinicians,
 * and nothing can be saved or printed.
 */

/**
 * caseness_adsm_cases_window_new:
 * @session: the session all pages share
 * @answer: whose open cases
 *
 * Returns: (transfer none): a window, not shown yet.
 */
GtkWindow *caseness_adsm_cases_window_new (CasenessSession *session, CasenessAdsmAnswer *answer);

G_END_DECLS
