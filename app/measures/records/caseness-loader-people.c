/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-loader-private.h"

static CasenessPatientRow *
find_patient (CasenessLoader *loader, CasenessLoaderRow *row)
{
  guint32 id = caseness_loader_find_id (loader->records->dictionary, row, 0);
  guint32 index = caseness_loader_get_slot (loader->people, id, loader->provider);

  return index != CASENESS_NO_ROW ? CASENESS_ROW (loader->records->patients, CasenessPatientRow, index) : NULL;
}

static CasenessPatientRow *
add_patient (CasenessLoader *loader, guint32 id)
{
  GArray *patients = loader->records->patients;
  CasenessPatientRow patient = {
    .provider = loader->provider - 1,
    .local_patient_id = id,
    .first_employment = CASENESS_NO_ROW,
    .first_disability = CASENESS_NO_ROW,
    .first_circumstance = CASENESS_NO_ROW,
  };

  caseness_loader_set_slot (loader->people, id, loader->provider, patients->len);
  g_array_append_val (patients, patient);
  return CASENESS_ROW (patients, CasenessPatientRow, patients->len - 1);
}

/* What an earlier month said of the person is superseded, employment aside (rulings 26 and 27). */
void
caseness_loader_read_patient (CasenessLoader *loader, CasenessLoaderRow *row)
{
  guint32 id = caseness_loader_get_number (loader, row, 0);
  CasenessPatientRow *patient = find_patient (loader, row);

  caseness_loader_set_slot (loader->patients, id, loader->submission,
            caseness_loader_is_null (row, 1) ? 0 : (guint32) caseness_loader_get_whole (row, 1) + 1);
  if (id == 0)
    return;
  if (patient == NULL)
    patient = add_patient (loader, id);
  patient->birth_month = caseness_loader_get_int (row, 2, 0);
  patient->gender = caseness_loader_get_number (loader, row, 3);
  patient->gender_identity = caseness_loader_get_number (loader, row, 4);
  patient->same_gender_at_birth = caseness_loader_get_number (loader, row, 5);
  patient->ethnicity = caseness_loader_get_number (loader, row, 6);
  patient->ex_forces = caseness_loader_get_number (loader, row, 7);
  patient->education = caseness_loader_get_number (loader, row, 8);
  patient->language = caseness_loader_get_number (loader, row, 9);
  patient->accommodation = 0;
  patient->practice = 0;
  caseness_loader_drop_codes (loader, &patient->first_disability);
  caseness_loader_drop_codes (loader, &patient->first_circumstance);
}

/* The registration that has not ended; the last one sent where several or none are open. */
void
caseness_loader_read_practice (CasenessLoader *loader, CasenessLoaderRow *row)
{
  CasenessPatientRow *patient = find_patient (loader, row);

  if (patient != NULL && (patient->practice == 0 || caseness_loader_is_null (row, 2)))
    patient->practice = caseness_loader_get_number (loader, row, 1);
}

void
caseness_loader_read_disability (CasenessLoader *loader, CasenessLoaderRow *row)
{
  CasenessPatientRow *patient = find_patient (loader, row);

  if (patient != NULL)
    caseness_loader_add_code (loader, row, &patient->first_disability);
}

void
caseness_loader_read_circumstance (CasenessLoader *loader, CasenessLoaderRow *row)
{
  CasenessPatientRow *patient = find_patient (loader, row);

  if (patient != NULL)
    caseness_loader_add_code (loader, row, &patient->first_circumstance);
}

/* Rows come in the order of their dates, so the last one stands. */
void
caseness_loader_read_accommodation (CasenessLoader *loader, CasenessLoaderRow *row)
{
  CasenessPatientRow *patient = find_patient (loader, row);

  if (patient != NULL)
    patient->accommodation = caseness_loader_get_number (loader, row, 1);
}

/* The row before the one that an earlier month sent for the same date, so that it can be taken out. */
static guint32 *
find_employment_link (CasenessLoader *loader, CasenessPatientRow *patient, CasenessDate date)
{
  guint32 *link = &patient->first_employment;

  while (*link != CASENESS_NO_ROW
         && CASENESS_ROW (loader->records->employment, CasenessEmploymentRow, *link)->date != date)
    link = &CASENESS_ROW (loader->records->employment, CasenessEmploymentRow, *link)->next;
  return link;
}

void
caseness_loader_read_employment (CasenessLoader *loader, CasenessLoaderRow *row)
{
  GArray *rows = loader->records->employment;
  CasenessPatientRow *patient = find_patient (loader, row);
  CasenessEmploymentRow employment = { .date = caseness_loader_get_int (row, 1, CASENESS_DATE_NONE) };
  guint32 *link, index;

  if (patient == NULL)
    return;
  employment.order = loader->n_employment++;
  employment.status = caseness_loader_get_number (loader, row, 2);
  employment.sick_absence = caseness_loader_get_number (loader, row, 3);
  employment.sick_pay = caseness_loader_get_number (loader, row, 4);
  employment.weekly_hours = caseness_loader_get_number (loader, row, 5);
  employment.benefit = caseness_loader_get_number (loader, row, 6);
  employment.esa = caseness_loader_get_number (loader, row, 7);
  employment.universal_credit = caseness_loader_get_number (loader, row, 8);
  employment.pip = caseness_loader_get_number (loader, row, 9);
  employment.support = caseness_loader_get_number (loader, row, 10);
  employment.support_referred = caseness_loader_get_int (row, 11, CASENESS_DATE_NONE);
  employment.support_discharged = caseness_loader_get_int (row, 12, CASENESS_DATE_NONE);
  link = find_employment_link (loader, patient, employment.date);
  index = *link;
  if (index != CASENESS_NO_ROW)
    *link = CASENESS_ROW (rows, CasenessEmploymentRow, index)->next;
  employment.next = patient->first_employment;
  patient->first_employment = index != CASENESS_NO_ROW ? index : rows->len;
  if (index != CASENESS_NO_ROW)
    *CASENESS_ROW (rows, CasenessEmploymentRow, index) = employment;
  else
    g_array_append_val (rows, employment);
}

void
caseness_loader_read_qualification (CasenessLoader *loader, CasenessLoaderRow *row)
{
  CasenessQualificationRow qualification = {
    .provider = loader->provider - 1,
    .staff = caseness_loader_get_number (loader, row, 0),
    .level = caseness_loader_get_code (row, 1),
    .period_end = loader->period_end,
    .awarded = caseness_loader_get_int (row, 2, CASENESS_DATE_NONE),
    .planned = caseness_loader_get_int (row, 3, CASENESS_DATE_NONE),
  };

  g_array_append_val (loader->records->qualifications, qualification);
}
