/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-figure-people.h"

#include <glib-object.h>

G_BEGIN_DECLS

/** CasenessPersonField: what a list of people says of each. */
typedef enum
{
  CASENESS_PERSON_REFERENCE,
  CASENESS_PERSON_DATE,      /* that puts the row into the period; only where appointments or the like are counted */
  CASENESS_PERSON_RECEIVED,
  CASENESS_PERSON_TREATED,   /* first treatment */
  CASENESS_PERSON_DISCHARGED,
  CASENESS_PERSON_SESSIONS,
  CASENESS_PERSON_PROBLEM,
  CASENESS_PERSON_DEPRESSION, /* PHQ-9, first and last */
  CASENESS_PERSON_ANXIETY,    /* the measure the course is judged by, first and last */
  CASENESS_PERSON_OUTCOME,
  CASENESS_PERSON_MODALITY,
  CASENESS_PERSON_CLINICIAN,
  CASENESS_PERSON_TEAM,
  CASENESS_PERSON_REASON,     /* only where people were left out */
  CASENESS_N_PERSON_FIELDS
} CasenessPersonField;

/** caseness_person_field_get_title: Returns: (transfer none): the heading. */
const char *caseness_person_field_get_title (CasenessPersonField field);

/** caseness_person_field_is_number: whether it stands at the end of its column. */
gboolean caseness_person_field_is_number (CasenessPersonField field);

/** CasenessPersonNames: how groups and staff are called throughout one list. Reference-counted. */
typedef struct _CasenessPersonNames CasenessPersonNames;

/** caseness_person_names_new: Returns: (transfer full): the names for a list of @people. */
CasenessPersonNames *caseness_person_names_new (CasenessFigurePeople *people, gboolean hides_names);

/** caseness_person_names_unref: drops a reference. */
void caseness_person_names_unref (CasenessPersonNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPersonNames, caseness_person_names_unref)

#define CASENESS_TYPE_PERSON_ROW (caseness_person_row_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPersonRow, caseness_person_row, CASENESS, PERSON_ROW, GObject)

/**
 * caseness_person_row_new:
 * @names: of the list
 * @index: which of its people
 *
 * Returns: (transfer full): a row; its texts are made when they are asked for.
 */
CasenessPersonRow *caseness_person_row_new (CasenessPersonNames *names, guint index);

/** caseness_person_row_get_person: Returns: (transfer none): whom the row is about. */
const CasenessFigurePerson *caseness_person_row_get_person (CasenessPersonRow *self);

/** caseness_person_row_get_number: Returns: what stands for the person where references are hidden, from 1. */
guint caseness_person_row_get_number (CasenessPersonRow *self);

/** caseness_person_row_dup_text: Returns: (transfer full): what the row says in @field. */
char *caseness_person_row_dup_text (CasenessPersonRow *self, CasenessPersonField field);

/** caseness_person_row_compare: orders by the value of a field; equal ones as they were listed. */
int caseness_person_row_compare (CasenessPersonRow *a, CasenessPersonRow *b, CasenessPersonField field);

G_END_DECLS
