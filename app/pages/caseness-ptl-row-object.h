/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-answer.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_PTL_ROW_OBJECT (caseness_ptl_row_object_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPtlRowObject, caseness_ptl_row_object, CASENESS, PTL_ROW_OBJECT, GObject)

/** CasenessPtlField: what the list says of somebody, in the order of its columns: what a meeting asks for first. */
typedef enum
{
  CASENESS_PTL_FIELD_REFERENCE,
  CASENESS_PTL_FIELD_BREACH,
  CASENESS_PTL_FIELD_BOOKED,
  CASENESS_PTL_FIELD_ACTION,
  CASENESS_PTL_FIELD_WAIT,
  CASENESS_PTL_FIELD_CLOCK_START,
  CASENESS_PTL_FIELD_WAITING_FOR,
  CASENESS_PTL_FIELD_LOCALITY,
  CASENESS_PTL_FIELD_ALLOCATED,
  CASENESS_PTL_FIELD_PRIORITY,
  CASENESS_N_PTL_FIELDS
} CasenessPtlField;

/**
 * caseness_ptl_row_object_new:
 * @answer: what @person belongs to; kept
 * @person: one of its people
 * @hides_names: whether codes stand for reference and clinician
 *
 * Returns: (transfer full): somebody waiting, for a list.
 */
CasenessPtlRowObject *caseness_ptl_row_object_new (CasenessPtlAnswer *answer, const CasenessPtlPerson *person,
                                                   gboolean hides_names);

/** caseness_ptl_row_object_get_person: Returns: (transfer none): who it is. */
const CasenessPtlPerson *caseness_ptl_row_object_get_person (CasenessPtlRowObject *self);

/** caseness_ptl_row_object_dup_text: Returns: (transfer full): a field, for reading. */
char *caseness_ptl_row_object_dup_text (CasenessPtlRowObject *self, CasenessPtlField field);

/** caseness_ptl_row_object_dup_owner: Returns: (transfer full): who does what is agreed, and by when; maybe empty. */
char *caseness_ptl_row_object_dup_owner (CasenessPtlRowObject *self);

/** caseness_ptl_row_object_is_same: whether @other says the same of the same person, so that it need not be shown anew. */
gboolean caseness_ptl_row_object_is_same (CasenessPtlRowObject *self, CasenessPtlRowObject *other);

/**
 * caseness_ptl_row_object_compare:
 *
 * Orders by the value of @field, not by its text; days that are not known come last, and equals keep waiting order.
 * Actions are in the order in which they are due: those that are not done first, whoever has none last.
 *
 * Returns: less than, equal to or greater than 0.
 */
int caseness_ptl_row_object_compare (CasenessPtlRowObject *a, CasenessPtlRowObject *b, CasenessPtlField field);

/** caseness_ptl_field_get_title: Returns: (transfer none): the heading of a field, translated. */
const char *caseness_ptl_field_get_title (CasenessPtlField field);

/** caseness_ptl_field_is_number: whether a field stands at the end of its column, as numbers do. */
gboolean caseness_ptl_field_is_number (CasenessPtlField field);

G_END_DECLS
