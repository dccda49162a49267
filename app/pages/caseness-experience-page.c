/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-experience-page.h"

#include <glib/gi18n-lib.h>

struct _CasenessExperiencePage
{
  CasenessBoardPage parent_instance;
};

G_DEFINE_FINAL_TYPE (CasenessExperiencePage, caseness_experience_page, CASENESS_TYPE_BOARD_PAGE)

static void
caseness_experience_page_class_init (CasenessExperiencePageClass *klass)
{
  caseness_board_page_class_set_kind (CASENESS_BOARD_PAGE_CLASS (klass), CASENESS_BOARD_EXPERIENCE);
}

static void
caseness_experience_page_init (CasenessExperiencePage *self)
{
  const CasenessBoardPageWords words = {
    .title = _("Experience"),
    .icon_name = "user-available-symbolic",
    .loading = _("Counting the answers…"),
    .unopened = _("Open a service file or import a submission to see what people say and what becomes of their work."),
    .unloaded = _("Import a submission to see what people say and what becomes of their work."),
  };

  caseness_board_page_start (CASENESS_BOARD_PAGE (self), &words);
}

GtkWidget *
caseness_experience_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_EXPERIENCE_PAGE, "session", session, NULL);
}
