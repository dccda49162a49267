/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How somebody stands in work (derivations, section 8; rulings 56). */
#define CASENESS_EMPLOYMENT_IN_WORK "In work"
#define CASENESS_EMPLOYMENT_OFF_SICK "Off sick"
#define CASENESS_EMPLOYMENT_NOT_EMPLOYED "Not employed"
#define CASENESS_EMPLOYMENT_UNKNOWN "Unknown"

/** caseness_employment_is_status: whether @status is a code of the list, "not stated" among them. */
gboolean caseness_employment_is_status (const char *status);

/**
 * caseness_employment_get_group:
 * @status: an employment status, maybe empty
 * @sick_absence: whether somebody is off sick, maybe empty
 *
 * Returns: (transfer none): one of the groups above; those without work are not employed whatever else is said.
 */
const char *caseness_employment_get_group (const char *status, const char *sick_absence);

G_END_DECLS
