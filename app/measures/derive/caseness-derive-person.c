/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-derive-private.h"

#include <string.h>

static int
compare_referrals (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CasenessRecords *records = user_data;
  const CasenessReferralRow *first = CASENESS_ROW (records->referrals, CasenessReferralRow, *(const guint32 *) a);
  const CasenessReferralRow *second = CASENESS_ROW (records->referrals, CasenessReferralRow, *(const guint32 *) b);

  if (first->patient != second->patient)
    return CASENESS_COMPARE (first->patient, second->patient);
  return CASENESS_COMPARE (first->received, second->received);
}

/* Walks each person's referrals from the last to the first; those of one day follow each other no more than themselves. */
CasenessDate *
caseness_deriver_find_next_referrals (const CasenessRecords *records)
{
  guint n = records->referrals->len, i;
  g_autofree guint32 *order = g_new (guint32, n);
  CasenessDate *next = g_new (CasenessDate, MAX (n, 1));

  for (i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (guint32), compare_referrals, (gpointer) records);
  for (i = n; i-- > 0;)
    {
      const CasenessReferralRow *referral = CASENESS_ROW (records->referrals, CasenessReferralRow, order[i]);
      const CasenessReferralRow *later
        = i + 1 < n ? CASENESS_ROW (records->referrals, CasenessReferralRow, order[i + 1]) : NULL;

      next[order[i]] = CASENESS_DATE_NONE;
      if (later == NULL || later->patient != referral->patient || referral->patient == CASENESS_NO_ROW)
        continue;
      next[order[i]] = later->received > referral->received ? later->received : next[order[i + 1]];
    }
  return next;
}

static const CasenessEmploymentRow *
get_employment (const CasenessDeriver *deriver, guint i)
{
  return CASENESS_ROW (deriver->records->employment, CasenessEmploymentRow,
                       g_array_index (deriver->employment, guint32, i));
}

static int
compare_employment (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GArray *rows = user_data;
  const CasenessEmploymentRow *first = CASENESS_ROW (rows, CasenessEmploymentRow, *(const guint32 *) a);
  const CasenessEmploymentRow *second = CASENESS_ROW (rows, CasenessEmploymentRow, *(const guint32 *) b);

  if (first->date != second->date)
    return CASENESS_COMPARE (first->date, second->date);
  return CASENESS_COMPARE (first->order, second->order);
}

static void
sort_employment (CasenessDeriver *deriver, const CasenessPatientRow *patient)
{
  guint32 index = patient->first_employment;

  while (index != CASENESS_NO_ROW)
    {
      g_array_append_val (deriver->employment, index);
      index = CASENESS_ROW (deriver->records->employment, CasenessEmploymentRow, index)->next;
    }
  g_array_sort_with_data (deriver->employment, compare_employment, deriver->records->employment);
}

/* Of the dates that belong to this referral and not to a later one, the one sent last. */
static CasenessDate
find_support_discharge (const CasenessDeriver *deriver, CasenessDate received, CasenessDate next_received)
{
  const CasenessEmploymentRow *latest = NULL;
  guint i;

  for (i = 0; i < deriver->employment->len; i++)
    {
      const CasenessEmploymentRow *row = get_employment (deriver, i);

      if (row->support_discharged == CASENESS_DATE_NONE || row->support_discharged < received
          || (next_received != CASENESS_DATE_NONE && row->support_discharged >= next_received))
        continue;
      if (latest == NULL || row->order > latest->order)
        latest = row;
    }
  return latest != NULL ? latest->support_discharged : CASENESS_DATE_NONE;
}

void
caseness_deriver_take_person (CasenessDeriver *deriver, guint index, CasenessPathway *pathway)
{
  const CasenessReferralRow *referral = CASENESS_ROW (deriver->records->referrals, CasenessReferralRow, index);
  const CasenessPatientRow *patient;

  g_array_set_size (deriver->employment, 0);
  if (referral->patient == CASENESS_NO_ROW)
    return;
  patient = CASENESS_ROW (deriver->records->patients, CasenessPatientRow, referral->patient);
  pathway->counts[CASENESS_PATHWAY_BIRTH_MONTH] = patient->birth_month;
  pathway->texts[CASENESS_PATHWAY_ETHNICITY] = caseness_deriver_validate_ethnicity (deriver->records, patient->ethnicity);
  pathway->texts[CASENESS_PATHWAY_GENDER] = patient->gender;
  pathway->texts[CASENESS_PATHWAY_GENDER_IDENTITY] = patient->gender_identity;
  pathway->texts[CASENESS_PATHWAY_SAME_GENDER_AT_BIRTH] = patient->same_gender_at_birth;
  pathway->texts[CASENESS_PATHWAY_EX_FORCES] = patient->ex_forces;
  pathway->texts[CASENESS_PATHWAY_EDUCATION] = patient->education;
  pathway->texts[CASENESS_PATHWAY_LANGUAGE] = patient->language;
  pathway->texts[CASENESS_PATHWAY_ACCOMMODATION] = patient->accommodation;
  pathway->texts[CASENESS_PATHWAY_PRACTICE] = patient->practice;
  sort_employment (deriver, patient);
  pathway->dates[CASENESS_PATHWAY_SUPPORT_DISCHARGED]
    = find_support_discharge (deriver, referral->received, deriver->records->next_received[index]);
}

/* The rows that count for first and last: a status and a sick absence of their lists. */
static gboolean
is_usable (const CasenessDeriver *deriver, const CasenessEmploymentRow *row)
{
  const char *status = caseness_deriver_get_text (deriver, row->status);
  const char *sick = caseness_deriver_get_text (deriver, row->sick_absence);

  return caseness_employment_is_status (status) && (*sick == '\0' || (sick[1] == '\0' && strchr ("YN8ZX", *sick) != NULL));
}

static guint32
name_group (CasenessDeriver *deriver, const CasenessEmploymentRow *row)
{
  const char *group = CASENESS_EMPLOYMENT_UNKNOWN;

  if (row != NULL)
    group = caseness_employment_get_group (caseness_deriver_get_text (deriver, row->status),
                                           caseness_deriver_get_text (deriver, row->sick_absence));
  return caseness_dictionary_find (deriver->records->dictionary, group);
}

/* The first status is kept beside the groups, because people are compared by it. */
static void
find_ends (CasenessDeriver *deriver, const CasenessWindow *window, guint32 *first, guint32 *last, guint32 *status)
{
  const CasenessEmploymentRow *earliest = NULL, *latest = NULL;
  guint i;

  for (i = 0; i < deriver->employment->len; i++)
    {
      const CasenessEmploymentRow *row = get_employment (deriver, i);

      if (!caseness_window_contains (window, row->date) || !is_usable (deriver, row))
        continue;
      if (earliest == NULL)
        earliest = row;
      latest = row;
    }
  *first = name_group (deriver, earliest);
  *last = name_group (deriver, latest);
  if (status != NULL)
    *status = earliest != NULL ? earliest->status : 0;
}

static void
count_rows (CasenessDeriver *deriver, const CasenessWindow *window, CasenessPathway *pathway)
{
  guint i;

  for (i = 0; i < deriver->employment->len; i++)
    {
      const CasenessEmploymentRow *row = get_employment (deriver, i);

      if (!caseness_window_contains (window, row->date))
        continue;
      pathway->texts[CASENESS_PATHWAY_SUPPORT_WANTED] = row->support;
      pathway->counts[CASENESS_PATHWAY_EMPLOYMENT_STATUSES] += row->status != 0;
      pathway->counts[CASENESS_PATHWAY_SICK_PAY_INDICATORS] += row->sick_pay != 0;
      if (row->sick_pay == 0)
        continue;
      if (pathway->texts[CASENESS_PATHWAY_SICK_PAY_FIRST] == 0)
        pathway->texts[CASENESS_PATHWAY_SICK_PAY_FIRST] = row->sick_pay;
      pathway->texts[CASENESS_PATHWAY_SICK_PAY_LAST] = row->sick_pay;
    }
}

void
caseness_deriver_take_employment (CasenessDeriver *deriver, const CasenessWindow *window, CasenessPathway *pathway)
{
  CasenessWindow longer = *window;

  if (window->start != CASENESS_DATE_NONE)
    longer.end = MAX (window->end, pathway->dates[CASENESS_PATHWAY_SUPPORT_LAST]);
  count_rows (deriver, window, pathway);
  find_ends (deriver, window, &pathway->texts[CASENESS_PATHWAY_EMPLOYMENT_FIRST],
             &pathway->texts[CASENESS_PATHWAY_EMPLOYMENT_LAST], &pathway->texts[CASENESS_PATHWAY_EMPLOYMENT_STATUS]);
  find_ends (deriver, &longer, &pathway->texts[CASENESS_PATHWAY_SUPPORTED_FIRST],
             &pathway->texts[CASENESS_PATHWAY_SUPPORTED_LAST], NULL);
}
