/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"
#include "caseness-ptl-answer.h"

G_BEGIN_DECLS

/**
 * caseness_ptl_agree:
 * @page: the waiting page
 * @answer: what @people belong to
 * @people: (element-type CasenessPtlPerson): about whom
 * @hides_names: whether codes stand for references
 *
 * Asks what is to be done about people who wait and has it recorded: a new action, or the one that is agreed about a
 * single person, to be changed.
 *
 * Returns: (transfer none) (nullable): the dialog; NULL where an action must not be read in meeting mode.
 */
GtkWidget *caseness_ptl_agree (CasenessPage *page, CasenessPtlAnswer *answer, GPtrArray *people, gboolean hides_names);

G_END_DECLS
