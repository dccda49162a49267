/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-early-months.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether a measure, or one that it is made of, counts by a date that a contact has because none is known before it. */
static gboolean
counts_first_contacts (const CasenessMeasure *measure)
{
  static const char *const dates[] = { "Assessment_FirstDate", "TherapySession_FirstDate", "TherapySession_SecondDate" };
  guint n, i;
  const CasenessMeasure *all = caseness_measure_get_all (&n);

  for (i = 0; i < G_N_ELEMENTS (dates); i++)
    if (strcmp (measure->date, dates[i]) == 0)
      return TRUE;
  for (i = 0; i < measure->numerator->len; i++)
    if (counts_first_contacts (&all[g_array_index (measure->numerator, CasenessMeasurePart, i).measure]))
      return TRUE;
  return FALSE;
}

CasenessPeriod
caseness_early_months_get (const CasenessSnapshot *snapshot)
{
  CasenessPeriod early = { caseness_snapshot_get_earliest_period_start (snapshot), CASENESS_DATE_NONE };
  guint i;

  if (early.start == CASENESS_DATE_NONE)
    return early;
  for (i = 0, early.end = early.start - 1; i < CASENESS_EARLY_MONTHS; i++)
    early.end = caseness_date_month_end (early.end + 1);
  return early;
}

char *
caseness_early_months_dup_warning (const CasenessSnapshot *snapshot, const CasenessPeriod *period,
                                   const CasenessMeasure *measure)
{
  CasenessPeriod early = caseness_early_months_get (snapshot);
  g_autofree char *words = NULL;

  g_return_val_if_fail (period != NULL, NULL);
  if (early.start == CASENESS_DATE_NONE || (measure != NULL && !counts_first_contacts (measure)))
    return NULL;
  if (period->start > early.end || period->end < early.start)
    return NULL;
  words = caseness_period_format (&early);
  /* Translators: %s is a span of three months */
  return g_strdup_printf (_("%s are the first months loaded. Contacts before them are not known, so first assessments and "
                            "treatments in them may be counted too high."),
                          words);
}
