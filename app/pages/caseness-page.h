/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-report.h"
#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PAGE (caseness_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (CasenessPage, caseness_page, CASENESS, PAGE, AdwBin)

/**
 * CasenessPageClass:
 * @make_report: (nullable): the page on paper, as it now stands; NULL when the page does not print
 * @can_identify: whether its paper can name people when asked to
 *
 * One view of the window. The window knows pages only through this class: their `title`, `icon-name`, `session` and
 * what they print. Pages signal `toast` (string message) for finished work.
 *
 * The action `page.print` shows the page on paper, to print or to save. Paper names people only while `identifies` is
 * set, which is never so in meeting mode.
 */
struct _CasenessPageClass
{
  AdwBinClass parent_class;

  CasenessReport *(*make_report) (CasenessPage *self);
  gboolean can_identify;
};

/** caseness_page_get_session: Returns: (transfer none): the session all pages share. */
CasenessSession *caseness_page_get_session (CasenessPage *self);

/** caseness_page_get_title: Returns: (transfer none): the name in the navigation. */
const char *caseness_page_get_title (CasenessPage *self);

/** caseness_page_get_icon_name: Returns: (transfer none): the icon in the navigation. */
const char *caseness_page_get_icon_name (CasenessPage *self);

/** caseness_page_make_report: Returns: (transfer full) (nullable): the page on paper. */
CasenessReport *caseness_page_make_report (CasenessPage *self);

/** caseness_page_get_identifies: whether the page on paper names people; never in meeting mode. */
gboolean caseness_page_get_identifies (CasenessPage *self);

/** caseness_page_set_identifies: has the page on paper name people, or not. */
void caseness_page_set_identifies (CasenessPage *self, gboolean identifies);

/** caseness_page_toast: says that something is done, in words, at the foot of the window. */
void caseness_page_toast (CasenessPage *self, const char *message);

/** caseness_page_say_untold: says that nothing of what was asked for may leave the service. */
void caseness_page_say_untold (CasenessPage *self);

G_END_DECLS
