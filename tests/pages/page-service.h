/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"
#include "caseness-chart-view.h"

G_BEGIN_DECLS

/**
 * page_service_new:
 *
 * Invents a small service of four months to June 2025, imports it and opens it, as a test program's first step.
 *
 * Returns: (transfer full): the session that has it open.
 */
CasenessSession *page_service_new (void);

/** page_service_new_refused: as page_service_new(), with rows in the last month that are not kept. */
CasenessSession *page_service_new_refused (void);

/**
 * page_part:
 * @page: a page
 * @name: id in its template, or in the frame's
 *
 * Returns: (transfer none): the widget, which must be there.
 */
GtkWidget *page_part (GtkWidget *page, const char *name);

/** page_is_ready: for run_until(): Returns: whether @page, a GtkWidget, shows an answer. */
gboolean page_is_ready (gpointer page);

/** page_assert_told: what the menu of @view takes away of its chart has exact counts where names are shown and none in
 *  meeting mode, when there is something left to take (@tells_some) or nothing; leaves @session in meeting mode. */
void page_assert_told (CasenessSession *session, CasenessChartView *view, gboolean tells_some);

/** PageFixture: a page in a window of its own. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
} PageFixture;

/** page_fixture_reset: everybody, names shown, the months to June 2025 from @first_month on. */
void page_fixture_reset (CasenessSession *session, int first_month);

/** page_fixture_open: shows @page (transfer floating) in a window of that size and waits until it has its answer. */
void page_fixture_open (PageFixture *fixture, GtkWidget *page, int width, int height);

/** page_fixture_close: closes the window; nothing may hold the page then. */
void page_fixture_close (PageFixture *fixture);

G_END_DECLS
