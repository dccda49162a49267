/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-records.h"

#include "caseness-spill.h"
#include "caseness-therapy.h"

CasenessRecords *
caseness_records_new (void)
{
  CasenessRecords *records = g_new0 (CasenessRecords, 1);
  const CasenessTherapy *therapies;
  guint n, i;

  records->dictionary = caseness_dictionary_new ();
  records->contact_ids = caseness_dictionary_new ();
  records->activity_ids = caseness_dictionary_new ();
  therapies = caseness_therapy_get_all (&n);
  for (i = 0; i < n; i++)
    caseness_dictionary_add (records->dictionary, therapies[i].code);
  records->providers = g_array_new (FALSE, FALSE, sizeof (CasenessProviderRow));
  records->referrals = g_array_new (FALSE, FALSE, sizeof (CasenessReferralRow));
  records->contacts = g_array_new (FALSE, FALSE, sizeof (CasenessContactRow));
  records->activities = g_array_new (FALSE, FALSE, sizeof (CasenessActivityRow));
  records->scores = g_array_new (FALSE, FALSE, sizeof (CasenessScoreRow));
  records->logs = g_array_new (FALSE, FALSE, sizeof (CasenessLogRow));
  records->complaints = g_array_new (FALSE, FALSE, sizeof (CasenessComplaintRow));
  records->patients = g_array_new (FALSE, FALSE, sizeof (CasenessPatientRow));
  records->employment = g_array_new (FALSE, FALSE, sizeof (CasenessEmploymentRow));
  records->answers = g_array_new (FALSE, FALSE, sizeof (CasenessAnswerRow));
  records->codes = g_array_new (FALSE, FALSE, sizeof (CasenessCodeRow));
  records->qualifications = g_array_new (FALSE, FALSE, sizeof (CasenessQualificationRow));
  return records;
}

void
caseness_records_drop_rows (CasenessRecords *records)
{
  GArray **rows[] = { &records->referrals, &records->contacts,   &records->activities, &records->scores,
                      &records->logs,      &records->complaints, &records->patients,   &records->employment,
                      &records->answers,   &records->codes,      &records->qualifications };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    g_clear_pointer (rows[i], g_array_unref);
  g_clear_pointer (&records->contact_ids, caseness_dictionary_free);
  g_clear_pointer (&records->activity_ids, caseness_dictionary_free);
  g_clear_pointer (&records->next_received, g_free);
  g_clear_pointer (&records->spill, caseness_spill_free);
}

void
caseness_records_free (CasenessRecords *records)
{
  if (records == NULL)
    return;
  caseness_records_drop_rows (records);
  caseness_dictionary_free (records->dictionary);
  g_array_unref (records->providers);
  g_free (records);
}
