/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-events.h"

/* Levels that count as a qualification (derivations, section 1). */
static const guint8 qualifying_levels[] = { 10, 11, 12, 13, 14, 15, 16, 17, 30, 31 };

static const CasenessField contact_fields[] = {
  CASENESS_FIELD (CasenessContact, date),
  CASENESS_FIELD (CasenessContact, pathway),
  CASENESS_FIELD (CasenessContact, facts),
  CASENESS_FIELD (CasenessContact, therapies),
  CASENESS_FIELD (CasenessContact, first_staff),
  CASENESS_FIELD (CasenessContact, minutes),
  CASENESS_FIELD (CasenessContact, app_type),
  CASENESS_FIELD (CasenessContact, attendance),
  CASENESS_FIELD (CasenessContact, medium),
  CASENESS_FIELD (CasenessContact, n_staff),
};

static const CasenessField log_fields[] = {
  CASENESS_FIELD (CasenessLog, date),
  CASENESS_FIELD (CasenessLog, pathway),
  CASENESS_FIELD (CasenessLog, is_within),
  CASENESS_FIELD (CasenessLog, minutes),
};

static const CasenessField answer_fields[] = {
  CASENESS_FIELD (CasenessAnswerEvent, date),
  CASENESS_FIELD (CasenessAnswerEvent, pathway),
  CASENESS_FIELD_TEXT (CasenessAnswerEvent, question),
  CASENESS_FIELD_TEXT (CasenessAnswerEvent, answer),
};

static const CasenessField employment_fields[] = {
  CASENESS_FIELD (CasenessEmploymentRow, date),
  CASENESS_FIELD_TEXT (CasenessEmploymentRow, status),
  CASENESS_FIELD_TEXT (CasenessEmploymentRow, sick_absence),
  CASENESS_FIELD_TEXT (CasenessEmploymentRow, weekly_hours),
  CASENESS_FIELD_TEXT (CasenessEmploymentRow, benefit),
  CASENESS_FIELD_TEXT (CasenessEmploymentRow, esa),
  CASENESS_FIELD_TEXT (CasenessEmploymentRow, universal_credit),
  CASENESS_FIELD_TEXT (CasenessEmploymentRow, pip),
  CASENESS_FIELD_TEXT (CasenessEmploymentRow, support),
};

static const CasenessField treatment_fields[] = {
  CASENESS_FIELD (CasenessTreatment, date),
  CASENESS_FIELD_ABOVE (CasenessTreatment, ended, &treatment_fields[0]), /* the same day, but for logs */
  CASENESS_FIELD_TEXT (CasenessTreatment, therapy),
  CASENESS_FIELD (CasenessTreatment, intensity),
};

static const CasenessField sitting_fields[] = {
  CASENESS_FIELD (CasenessSitting, date),
  CASENESS_FIELD (CasenessSitting, sheet),
};

static const CasenessField sheet_fields[] = {
  CASENESS_FIELD (CasenessSheetLine, tool),
  CASENESS_FIELD (CasenessSheetLine, is_first),
  CASENESS_FIELD (CasenessSheetLine, is_last),
};

static const CasenessField score_fields[] = { { 0, sizeof (CasenessScore), FALSE, "value" } };

static const CasenessField code_fields[] = { { 0, sizeof (guint32), TRUE, "code" } };

static const CasenessForm code_form = CASENESS_FORM (guint32, code_fields);

static const CasenessForm forms[CASENESS_EVENT_LISTS] = {
  [CASENESS_EVENT_CONTACTS] = CASENESS_FORM (CasenessContact, contact_fields),
  [CASENESS_EVENT_LOGS] = CASENESS_FORM (CasenessLog, log_fields),
  [CASENESS_EVENT_ANSWERS] = CASENESS_FORM (CasenessAnswerEvent, answer_fields),
  [CASENESS_EVENT_EMPLOYMENT] = CASENESS_FORM (CasenessEmploymentRow, employment_fields),
  [CASENESS_EVENT_TREATMENTS] = CASENESS_FORM (CasenessTreatment, treatment_fields),
  [CASENESS_EVENT_SITTINGS] = CASENESS_FORM (CasenessSitting, sitting_fields),
  [CASENESS_EVENT_SHEETS] = CASENESS_FORM (CasenessSheetLine, sheet_fields),
  [CASENESS_EVENT_SCORES] = CASENESS_FORM (CasenessScore, score_fields),
};

const CasenessForm *
caseness_events_get_form (CasenessEventKind kind)
{
  return kind < CASENESS_EVENT_LISTS ? &forms[kind] : &code_form;
}

gboolean
caseness_events_has_pathways (CasenessEventKind kind)
{
  return kind != CASENESS_EVENT_EMPLOYMENT && kind != CASENESS_EVENT_SHEETS;
}

guint
caseness_spans_get (const CasenessSpans *spans, guint owner, guint *n)
{
  guint first;

  g_return_val_if_fail (owner + 1 < spans->first->n, 0);
  first = (guint) caseness_packed_get (spans->first, owner);
  *n = (guint) caseness_packed_get (spans->first, owner + 1) - first;
  return first;
}

const CasenessSpans *
caseness_events_get_list (const CasenessEvents *events, CasenessPathwayList list)
{
  return &events->spans[CASENESS_EVENT_LISTS + list];
}

guint32
caseness_events_get_code (const CasenessSpans *list, guint i)
{
  return (guint32) caseness_packed_get (list->rows->columns[0], i);
}

void
caseness_events_get_contact (const CasenessEvents *events, guint i, CasenessContact *contact)
{
  caseness_rows_get (events->spans[CASENESS_EVENT_CONTACTS].rows, i, contact);
}

void
caseness_events_free (CasenessEvents *events)
{
  guint i;

  if (events == NULL)
    return;
  for (i = 0; i < CASENESS_N_EVENTS; i++)
    {
      caseness_rows_free (events->spans[i].rows);
      caseness_packed_free (events->spans[i].first);
    }
  caseness_packed_free (events->staff);
  caseness_packed_free (events->people);
  caseness_packed_free (events->employment_pathways);
  g_clear_pointer (&events->qualifications, g_array_unref);
  g_clear_pointer (&events->provider_codes, g_array_unref);
  g_free (events);
}

static guint
find_qualifications (const CasenessEvents *events, guint32 provider, guint32 staff)
{
  guint low = 0, high = events->qualifications->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CasenessQualificationRow *row
        = CASENESS_ROW (events->qualifications, CasenessQualificationRow, middle);

      if (row->provider < provider || (row->provider == provider && row->staff < staff))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_qualifying (guint level)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (qualifying_levels); i++)
    if (qualifying_levels[i] == level)
      return TRUE;
  return FALSE;
}

static CasenessStaffClass
classify_row (const CasenessQualificationRow *row, CasenessDate day)
{
  if (!is_qualifying (row->level))
    return CASENESS_STAFF_LISTED;
  if (row->awarded != CASENESS_DATE_NONE && row->awarded <= day)
    return CASENESS_STAFF_QUALIFIED;
  return row->planned != CASENESS_DATE_NONE ? CASENESS_STAFF_IN_TRAINING : CASENESS_STAFF_LISTED;
}

/* Of each level the latest row that was known. */
static CasenessStaffClass
classify_member (const CasenessEvents *events, guint32 provider, guint32 staff, CasenessDate day,
                 CasenessDate known_by)
{
  CasenessStaffClass class = CASENESS_STAFF_MISSING;
  guint i;

  for (i = find_qualifications (events, provider, staff); i < events->qualifications->len; i++)
    {
      const CasenessQualificationRow *row = CASENESS_ROW (events->qualifications, CasenessQualificationRow, i);
      const CasenessQualificationRow *next
        = i + 1 < events->qualifications->len ? row + 1 : NULL;

      if (row->provider != provider || row->staff != staff)
        break;
      if (row->period_end > known_by
          || (next != NULL && next->provider == provider && next->staff == staff && next->level == row->level
              && next->period_end <= known_by))
        continue;
      class = MAX (class, classify_row (row, day));
    }
  return class;
}

CasenessStaffClass
caseness_events_classify_staff (const CasenessEvents *events, guint32 provider, const CasenessContact *contact,
                                CasenessDate known_by)
{
  CasenessStaffClass class = CASENESS_STAFF_MISSING;
  guint number, i;

  for (number = 0; number < events->provider_codes->len
                   && g_array_index (events->provider_codes, guint32, number) != provider; number++)
    ;
  for (i = 0; i < contact->n_staff; i++)
    {
      guint32 staff = (guint32) caseness_packed_get (events->staff, contact->first_staff + i);

      class = MAX (class, classify_member (events, number, staff, contact->date, known_by));
    }
  return class;
}
