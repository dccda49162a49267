/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-doors.h"

#include "caseness-page-explain.h"
#include "caseness-recovery-place.h"
#include "caseness-recovery-words.h"

#include <glib/gi18n-lib.h>

#define RECOVERY "M192"

void
caseness_recovery_doors_open_group (CasenessPage *page, GtkWidget *beside, const CasenessRecoveryStudy *study,
                                    const CasenessRecovery *group, gboolean hides_staff)
{
  g_auto(GStrv) groups = NULL;
  CasenessExplainPopover *popover;

  g_return_if_fail (CASENESS_IS_PAGE (page) && GTK_IS_WIDGET (beside));
  g_return_if_fail (study != NULL || group == NULL);

  groups = group != NULL ? caseness_recovery_place_dup_address (study, group) : NULL;
  /* The explanation names the group. */
  if (group != NULL && hides_staff && caseness_recovery_words_names_staff (study->variables))
    {
      caseness_page_toast (page, _("Clinicians are named in supervision alone: choose Supervision meeting first."));
      return;
    }
  popover = caseness_page_explain_figure (page, beside, NULL, RECOVERY, (const char *const *) groups);
  if (popover != NULL)
    caseness_explain_popover_offer (popover, _("_Review who did not recover"), "page.review-group",
                                    g_variant_new_string (group != NULL ? group->group : ""));
}

void
caseness_recovery_doors_open_pair (CasenessPage *page, GtkWidget *beside, const CasenessRecoveryStudy *study, int row,
                                   int column)
{
  const char *groups[5] = { NULL };
  const char *problem, *therapy;
  guint n = 0;

  g_return_if_fail (CASENESS_IS_PAGE (page) && GTK_IS_WIDGET (beside));
  g_return_if_fail (study != NULL);

  problem = caseness_recovery_place_get_group (study->pairs->by_problem, row);
  therapy = caseness_recovery_place_get_group (study->pairs->by_therapy, column);
  if (problem != NULL)
    {
      groups[n++] = "Problem Descriptor";
      groups[n++] = problem;
    }
  if (therapy != NULL)
    {
      groups[n++] = "Modality";
      groups[n++] = therapy;
    }
  caseness_page_explain_figure (page, beside, NULL, RECOVERY, groups);
}
