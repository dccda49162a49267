/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_FIRST_RUN (caseness_first_run_get_type ())
G_DECLARE_FINAL_TYPE (CasenessFirstRun, caseness_first_run, CASENESS, FIRST_RUN, AdwBin)

/**
 * CasenessFirstRun:
 *
 * What the window shows while nothing is open: three ways in, each an action of the window.
 */

G_END_DECLS
