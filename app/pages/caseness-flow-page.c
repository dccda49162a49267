/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-flow-page.h"

#include <glib/gi18n-lib.h>

struct _CasenessFlowPage
{
  CasenessBoardPage parent_instance;
};

G_DEFINE_FINAL_TYPE (CasenessFlowPage, caseness_flow_page, CASENESS_TYPE_BOARD_PAGE)

static void
caseness_flow_page_class_init (CasenessFlowPageClass *klass)
{
  caseness_board_page_class_set_kind (CASENESS_BOARD_PAGE_CLASS (klass), CASENESS_BOARD_FLOW);
}

static void
caseness_flow_page_init (CasenessFlowPage *self)
{
  const CasenessBoardPageWords words = {
    .title = _("Flow"),
    .icon_name = "media-playlist-shuffle-symbolic",
    .loading = _("Following the referrals…"),
    .unopened = _("Open a service file or import a submission to see where people get to and where they are lost."),
    .unloaded = _("Import a submission to see where people get to and where they are lost."),
  };

  caseness_board_page_start (CASENESS_BOARD_PAGE (self), &words);
}

GtkWidget *
caseness_flow_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_FLOW_PAGE, "session", session, NULL);
}
