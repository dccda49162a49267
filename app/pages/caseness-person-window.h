/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-table.h"
#include "caseness-person-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_PERSON_WINDOW (caseness_person_window_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPersonWindow, caseness_person_window, CASENESS, PERSON_WINDOW, AdwWindow)

/** CasenessListedPerson: somebody on a list. */
typedef struct
{
  guint32 pathway;
  guint number; /* what stands for them where references are hidden */
} CasenessListedPerson;

/**
 * CasenessPersonWindow:
 *
 * The course of one person of a list, over the window that shows the list. Alt+Left and Alt+Right go to the one before
 * and the one after, in the order the list had; Escape closes it.
 */

/**
 * caseness_person_window_open:
 * @from: what the list is shown in
 * @session: the session all pages share
 * @snapshot: what the pathways are of
 * @people: (element-type CasenessListedPerson): the list in its order; copied
 * @position: whom to show first
 *
 * Shows the course of somebody on a list.
 *
 * Returns: (transfer none): the window, which GTK owns.
 */
GtkWindow *caseness_person_window_open (GtkWidget *from, CasenessSession *session, CasenessSnapshot *snapshot,
                                        const GArray *people, guint position);

/**
 * CasenessListedFunc:
 * @data: what the rows were made of
 * @id: what a row stands for
 * @person: (out): who that is
 *
 * Returns: whether the row is about a pathway of the snapshot.
 */
typedef gboolean (*CasenessListedFunc) (gconstpointer data, guint id, CasenessListedPerson *person);

/**
 * caseness_person_window_open_row:
 * @table: a list of people, as it is sorted now
 * @session: the session all pages share
 * @snapshot: what the pathways are of
 * @id: what the row stands for that was opened
 * @func: who the rows are about
 * @data: for @func
 *
 * As caseness_person_window_open(), of the rows of a table; rows in a row that are about one person count once.
 *
 * Returns: (transfer none) (nullable): the window, NULL where the row is about nobody held.
 */
GtkWindow *caseness_person_window_open_row (CasenessDataTable *table, CasenessSession *session,
                                            CasenessSnapshot *snapshot, guint id, CasenessListedFunc func,
                                            gconstpointer data);

/** caseness_person_window_get_page: Returns: (transfer none): the page it shows. */
CasenessPersonPage *caseness_person_window_get_page (CasenessPersonWindow *self);

G_END_DECLS
