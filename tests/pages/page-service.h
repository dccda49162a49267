/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"

G_BEGIN_DECLS

/**
 * page_service_new:
 *
 * Invents a small service of four months to June 2025, imports it and opens it, as a test program's first step.
 *
 * Returns: (transfer full): the session that has it open.
 */
CasenessSession *page_service_new (void);

/**
 * page_part:
 * @page: a page
 * @name: id in its template, or in the frame's
 *
 * Returns: (transfer none): the widget, which must be there.
 */
GtkWidget *page_part (GtkWidget *page, const char *name);

G_END_DECLS
