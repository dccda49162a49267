/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-timeline.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_TIMELINE_VIEW (caseness_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessTimelineView, caseness_timeline_view, CASENESS, TIMELINE_VIEW, AdwBin)

/**
 * CasenessTimelineView:
 *
 * Which months of which provider are loaded, which submission of each counts, and what is worth a look. A loaded month
 * is a button that activates `imports.receipt` with the import it came from. A gap, a month that was sent more than
 * once and a table that shrank say so in words and have outlines of their own, so that nothing hangs on colour.
 */

/** caseness_timeline_view_set_timeline: shows @timeline (element-type CasenessTimelineMonth). */
void caseness_timeline_view_set_timeline (CasenessTimelineView *self, GPtrArray *timeline);

G_END_DECLS
