/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-doors.h"

#include "caseness-adsm-words.h"
#include "caseness-page-explain.h"
#include "caseness-people-window.h"

#include <math.h>

/* Returns the national measure that counts the same people, or NULL. */
static const char *
find_measure (const CasenessAdsmUse *use, CasenessAdsmPart part)
{
  if (use->family != CASENESS_ADSM_NATIONAL)
    return NULL;
  return part == CASENESS_ADSM_PART_SHOULD ? "M203" : part == CASENESS_ADSM_PART_PAIRED ? "M205" : NULL;
}

static void
open_people (CasenessPage *page, CasenessFigurePeople *people)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  double counted = people->n[CASENESS_FIGURE_COUNTED];
  double all = counted + people->n[CASENESS_FIGURE_NOT_COUNTED];
  gboolean is_share = people->address->measure->denominator->len > 0;
  const CasenessFigure figure
    = is_share ? (CasenessFigure){ counted, all, all > 0 ? 100 * counted / all : NAN }
               : (CasenessFigure){ counted, NAN, counted };
  GtkWindow *window = caseness_people_window_new (caseness_page_get_session (page), people, &figure);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (window, GTK_WINDOW (root));
  gtk_window_present (window);
}

void
caseness_adsm_doors_open (CasenessPage *page, GtkWidget *beside, const CasenessAdsmUse *use, CasenessAdsmPart part,
                          int row)
{
  const CasenessFigureName name = caseness_adsm_words_part (part);
  const char *measure;
  g_autoptr(CasenessFigurePeople) people = NULL;
  g_autoptr(CasenessFigureAddress) address = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (CASENESS_IS_PAGE (page) && GTK_IS_WIDGET (beside));
  g_return_if_fail (use != NULL);

  people = caseness_adsm_use_find_people (use, part, row, &name, &error);
  if (people == NULL)
    {
      caseness_page_toast (page, error->message);
      return;
    }
  measure = find_measure (use, part);
  if (measure == NULL)
    {
      open_people (page, people);
      return;
    }
  address = caseness_figure_address_with_measure (people->address, caseness_measure_find (measure));
  caseness_page_explain (page, beside, NULL, address);
}
