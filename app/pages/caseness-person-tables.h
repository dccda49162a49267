/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-table.h"
#include "caseness-person-course.h"

G_BEGIN_DECLS

/** caseness_person_tables_scores: first and last score of every questionnaire, and what they are held against. */
void caseness_person_tables_scores (CasenessDataTable *table, const CasenessPersonCourse *course);

/** caseness_person_tables_contacts: every contact of a course; codes stand for clinicians where names are hidden. */
void caseness_person_tables_contacts (CasenessDataTable *table, const CasenessPersonCourse *course,
                                      gboolean hides_names);

G_END_DECLS
