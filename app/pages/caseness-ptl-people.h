/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PTL_PEOPLE (caseness_ptl_people_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPtlPeople, caseness_ptl_people, CASENESS, PTL_PEOPLE, AdwBin)

/**
 * CasenessPtlPeople:
 *
 * The people behind one figure of the waiting page, in waiting order until a heading is pressed, with what is agreed about
 * each. Several can be chosen. Its buttons, and opening somebody by Enter or a double click, use the actions of the page
 * around it.
 *
 * Signals:
 * - `chosen-changed`: others are chosen
 */

/** caseness_ptl_people_new: Returns: (transfer full): an empty list. */
GtkWidget *caseness_ptl_people_new (void);

/**
 * caseness_ptl_people_show:
 * @self: a list
 * @answer: what @people belong to
 * @people: (element-type CasenessPtlPerson): who, in waiting order
 * @title: what they have in common
 * @hides_names: whether codes stand for references and clinicians
 */
void caseness_ptl_people_show (CasenessPtlPeople *self, CasenessPtlAnswer *answer, GPtrArray *people,
                               const char *title, gboolean hides_names);

/** caseness_ptl_people_clear: shows nobody. */
void caseness_ptl_people_clear (CasenessPtlPeople *self);

/** caseness_ptl_people_get_rows: Returns: (transfer none): the list as sorted now, of CasenessPtlRowObject. */
GListModel *caseness_ptl_people_get_rows (CasenessPtlPeople *self);

/**
 * caseness_ptl_people_list_chosen:
 *
 * Returns: (transfer container) (element-type CasenessPtlPerson): who is chosen, or everybody where nobody is; they belong
 *   to what was shown.
 */
GPtrArray *caseness_ptl_people_list_chosen (CasenessPtlPeople *self);

/** caseness_ptl_people_choose: chooses one person only, by the place in the list as sorted now. */
void caseness_ptl_people_choose (CasenessPtlPeople *self, guint position);

/** caseness_ptl_people_sort_by: sorts by a field (a CasenessPtlField), as pressing its heading does. */
void caseness_ptl_people_sort_by (CasenessPtlPeople *self, guint field, GtkSortType order);

G_END_DECLS
