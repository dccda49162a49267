/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_SAVED_FILTERS (caseness_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (CasenessSavedFilters, caseness_saved_filters, CASENESS, SAVED_FILTERS, AdwBin)

/**
 * CasenessSavedFilters:
 *
 * The filters that were saved by name in the open file: press one to set it, save the present one, remove one. What is
 * saved and removed is in the journal and can be undone.
 */

/** caseness_saved_filters_set_session: whose filters it shows; @session may be NULL. */
void caseness_saved_filters_set_session (CasenessSavedFilters *self, CasenessSession *session);

/** caseness_saved_filters_save: saves the present filter as @name, in place of one of that name. */
void caseness_saved_filters_save (CasenessSavedFilters *self, const char *name);

G_END_DECLS
