/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PTL_QUEUES_VIEW (caseness_ptl_queues_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPtlQueuesView, caseness_ptl_queues_view, CASENESS, PTL_QUEUES_VIEW, AdwBin)

/**
 * CasenessPtlQueuesView:
 *
 * How long each queue takes to clear, and its backlog. Its button uses the action `page.export-queues` of the page around
 * it.
 */

/** caseness_ptl_queues_view_new: Returns: (transfer full): a view of nothing. */
GtkWidget *caseness_ptl_queues_view_new (void);

/** caseness_ptl_queues_view_show: shows the queues of @answer; @hides_names: whether codes stand for clinicians. */
void caseness_ptl_queues_view_show (CasenessPtlQueuesView *self, const CasenessPtlAnswer *answer, gboolean hides_names);

G_END_DECLS
