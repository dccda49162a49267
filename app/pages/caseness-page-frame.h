/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-filter-bar.h"
#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PAGE_FRAME (caseness_page_frame_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPageFrame, caseness_page_frame, CASENESS, PAGE_FRAME, AdwBin)

/**
 * CasenessPageFrame:
 *
 * What all pages have around what they show: the filter on top, words in place of the content while there is none, and
 * the sources at the foot.
 *
 * Properties, meant to be set in a page's template:
 * - `content` (GtkWidget): what the page shows when there is something to show
 * - `controls` (GtkWidget, nullable): beside the filter
 * - `head` (GtkWidget, nullable): below the filter, also while there is nothing to show
 * - `loading-words` (string): said while an answer is awaited
 * - `unopened-words` (string): what to do when nothing is open
 * - `unloaded-words` (string): what to do when the open file holds no month
 */

/** CasenessPageStatus: what a page says in place of what it has nothing of. In the user's language, borrowed. */
typedef struct
{
  const char *icon_name;
  const char *title;
  const char *description;
  gboolean is_narrowed; /* by the page's own choices; "remove all filters" is offered then and while there is a filter */
} CasenessPageStatus;

/** caseness_page_frame_set_session: whose filter it shows and changes; @session may be NULL. */
void caseness_page_frame_set_session (CasenessPageFrame *self, CasenessSession *session);

/** caseness_page_frame_get_filter_bar: Returns: (transfer none): where people set the filter. The frame offers every
 *  variable; a page may offer values that it alone knows. */
CasenessFilterBar *caseness_page_frame_get_filter_bar (CasenessPageFrame *self);

/** caseness_page_frame_show_content: there is something to show, and @snapshot is what it was made from. */
void caseness_page_frame_show_content (CasenessPageFrame *self, CasenessSnapshot *snapshot);

/** caseness_page_frame_show_empty: there is an answer, and nothing in it to show. */
void caseness_page_frame_show_empty (CasenessPageFrame *self, const CasenessPageStatus *status);

/** caseness_page_frame_show_no_answer: there is no answer; says why, or that one is awaited. */
void caseness_page_frame_show_no_answer (CasenessPageFrame *self, gboolean is_awaited);

G_END_DECLS
