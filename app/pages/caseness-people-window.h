/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-figure-people.h"
#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PEOPLE_WINDOW (caseness_people_window_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPeopleWindow, caseness_people_window, CASENESS, PEOPLE_WINDOW, AdwWindow)

/**
 * CasenessPeopleWindow:
 *
 * The people behind one figure of the catalogue: those counted, those of the denominator only, and those left out with
 * the reason. Sorted by pressing a heading, saved as CSV. In meeting mode, which it follows, codes stand for references
 * and clinicians and nothing can be saved.
 */

/**
 * caseness_people_window_new:
 * @session: the session all pages share
 * @people: who is behind a figure
 * @figure: the figure itself
 *
 * Returns: (transfer none): a window, not shown yet.
 */
GtkWindow *caseness_people_window_new (CasenessSession *session, CasenessFigurePeople *people,
                                       const CasenessFigure *figure);

/** caseness_people_window_show_place: shows those who stand at @place. */
void caseness_people_window_show_place (CasenessPeopleWindow *self, CasenessFigurePlace place);

/** caseness_people_window_get_rows: Returns: (transfer none): the list as sorted now, of CasenessPersonRow. */
GListModel *caseness_people_window_get_rows (CasenessPeopleWindow *self);

/** caseness_people_window_open: opens the course of whoever stands at @position as sorted now. Returns: (transfer none)
 *  (nullable): its window. */
GtkWindow *caseness_people_window_open (CasenessPeopleWindow *self, guint position);

/** caseness_people_window_sort_by: sorts by a field (a CasenessPersonField), as pressing its heading does. */
void caseness_people_window_sort_by (CasenessPeopleWindow *self, guint field, GtkSortType order);

G_END_DECLS
