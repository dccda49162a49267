/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-report-words.h"

#include <glib/gi18n.h>

/* What is said of each queue. */
static const struct
{
  const char *title;
  const char *clock; /* where its clock starts */
  const char *cohort;
} stages[CASENESS_N_STAGES] = {
  [CASENESS_STAGE_FIRST_APPOINTMENT] = { N_("First appointment"), N_("from referral"),
                                         N_("everyone referred and not yet seen") },
  [CASENESS_STAGE_FIRST_TREATMENT] = { N_("First treatment"), N_("from referral"),
                                       N_("everyone seen and not yet treated") },
  [CASENESS_STAGE_SECOND_TREATMENT] = { N_("Second treatment"), N_("from first treatment"),
                                        N_("everyone treated once") },
  [CASENESS_STAGE_STEP_UP] = { N_("Step-up"), N_("from listing or the last low-intensity session"),
                               N_("everyone waiting to step up") },
  [CASENESS_STAGE_FOLLOW_UP] = { N_("Follow-up"), N_("from listing"), N_("everyone listed for follow-up") },
};

/* Group labels that are ours and not names; looked up when shown. */
static const char *const own_labels[] = {
  N_("Agreed date"), N_("No appointment date"), N_("Step 2"), N_("Step 3"), N_("All"), N_("Not recorded"), N_("None"),
};

const char *
caseness_ptl_report_get_label (const char *group)
{
  gsize i;

  g_return_val_if_fail (group != NULL, NULL);

  for (i = 0; i < G_N_ELEMENTS (own_labels); i++)
    if (g_str_equal (own_labels[i], group))
      return _(own_labels[i]);
  return group;
}

char *
caseness_ptl_report_dup_stage_title (CasenessStage stage)
{
  g_return_val_if_fail (stage < CASENESS_N_STAGES, NULL);

  return g_strdup (_(stages[stage].title));
}

char *
caseness_ptl_report_dup_days (int days)
{
  return g_strdup_printf (ngettext ("%d day", "%d days", ABS (days)), days);
}

char *
caseness_ptl_report_dup_short_day (CasenessDate date, CasenessDate as_at)
{
  g_autoptr(GDateTime) day = NULL;
  int year, month, day_of_month, this_year;

  caseness_date_split (date, &year, &month, &day_of_month);
  caseness_date_split (as_at, &this_year, NULL, NULL);
  day = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  if (day == NULL)
    return g_strdup ("");
  if (year != this_year)
    return caseness_date_format_short (date);
  /* Translators: a day of this year in a dense table, as strftime() writes it: 16 Apr. */
  return g_date_time_format (day, C_("day of this year", "%-d %b"));
}

char *
caseness_ptl_report_dup_standard (int days)
{
  g_autofree char *in_days = NULL;
  g_autofree char *in_weeks = NULL;

  if (days < 0)
    return g_strdup (C_("waiting standard", "None"));
  in_days = caseness_ptl_report_dup_days (days);
  if (days == 0 || days % 7 != 0)
    return g_steal_pointer (&in_days);
  in_weeks = g_strdup_printf (ngettext ("%d week", "%d weeks", days / 7), days / 7);
  /* Translators: weeks, then the same in days: "6 weeks (42 days)". */
  return g_strdup_printf (_("%s (%s)"), in_weeks, in_days);
}

gboolean
caseness_ptl_report_is_due (const CasenessPtl *ptl, const CasenessPtlPerson *person)
{
  return !person->is_past && person->breach_date != CASENESS_DATE_NONE
         && person->breach_date <= caseness_ptl_get_as_at (ptl) + CASENESS_PTL_REPORT_DUE_DAYS;
}

/* The therapy most are past breach for; a name says more than "not recorded". */
static void
find_therapy (const CasenessPtl *ptl, CasenessPtlReportTally *tally)
{
  g_autoptr(CasenessPtlGrid) grid = caseness_ptl_count (ptl, CASENESS_PTL_SPLIT_THERAPY, CASENESS_PTL_SPLIT_ALL, NULL);
  const CasenessPtlPerson *people;
  const char *best = NULL;
  guint best_total = 0;
  guint n_people, i;

  for (i = 0; i < grid->rows->len; i++)
    {
      const CasenessPtlRow *row = g_ptr_array_index (grid->rows, i);

      if (g_str_equal (row->label, CASENESS_PTL_REPORT_NOT_RECORDED))
        continue;
      if (best != NULL && (row->n_past < tally->n_therapy_past
                           || (row->n_past == tally->n_therapy_past && row->total <= best_total)))
        continue;
      best = row->label;
      best_total = row->total;
      tally->n_therapy_past = row->n_past;
    }
  /* The label has to outlive the grid: the people's are the snapshot's. */
  people = caseness_ptl_get_people (ptl, &n_people);
  for (i = 0; best != NULL && i < n_people && tally->therapy == NULL; i++)
    if (g_str_equal (people[i].group[CASENESS_PTL_SPLIT_THERAPY], best))
      tally->therapy = people[i].group[CASENESS_PTL_SPLIT_THERAPY];
}

void
caseness_ptl_report_tally (const CasenessPtl *ptl, CasenessPtlReportTally *tally)
{
  const CasenessPtlPerson *people;
  guint i;

  g_return_if_fail (ptl != NULL);
  g_return_if_fail (tally != NULL);

  *tally = (CasenessPtlReportTally) { .longest_wait = caseness_ptl_get_longest_wait (ptl) };
  people = caseness_ptl_get_people (ptl, &tally->n_people);
  for (i = 0; i < tally->n_people; i++)
    {
      gboolean is_undated = people[i].booked_date == CASENESS_DATE_NONE;
      gboolean is_due = caseness_ptl_report_is_due (ptl, &people[i]);

      tally->n_past += people[i].is_past;
      tally->n_undated += is_undated;
      tally->n_past_undated += people[i].is_past && is_undated;
      tally->n_due += is_due;
      tally->n_due_undated += is_due && is_undated;
    }
  find_therapy (ptl, tally);
}

/* "40 of 339 people are past breach" or "Nobody of 339 …". */
static char *
dup_past_clause (const CasenessPtlReportTally *tally)
{
  if (tally->n_past == 0)
    return g_strdup_printf (ngettext ("%u person is waiting, not past breach",
                                      "%u people are waiting, none past breach", tally->n_people),
                            tally->n_people);
  if (tally->n_people == 1)
    return g_strdup (_("the 1 person waiting is past breach"));
  return g_strdup_printf (ngettext ("%u of %u people is past breach", "%u of %u people are past breach",
                                    tally->n_past),
                          tally->n_past, tally->n_people);
}

static char *
dup_unmeasured_clause (const CasenessPtlReportTally *tally)
{
  g_autofree char *longest = caseness_ptl_report_dup_days (tally->longest_wait);
  g_autofree char *people = g_strdup_printf (ngettext ("%u person is waiting", "%u people are waiting",
                                                       tally->n_people),
                                             tally->n_people);

  return g_strdup_printf (_("%s, the longest for %s"), people, longest);
}

char *
caseness_ptl_report_dup_headline (const CasenessPtl *ptl)
{
  CasenessPtlReportTally tally;
  g_autofree char *past = NULL;

  g_return_val_if_fail (ptl != NULL, NULL);

  caseness_ptl_report_tally (ptl, &tally);
  if (tally.n_people == 0)
    return g_strdup (_("nobody is waiting"));
  if (caseness_ptl_get_standard (ptl) < 0)
    return dup_unmeasured_clause (&tally);
  past = dup_past_clause (&tally);
  if (tally.n_past == 0 && tally.n_due > 0)
    return g_strdup_printf (ngettext ("%s; %u breaches within two weeks unless seen",
                                      "%s; %u breach within two weeks unless seen", tally.n_due),
                            past, tally.n_due);
  if (tally.n_therapy_past == 0 || tally.n_people == 1)
    return g_steal_pointer (&past);
  return g_strdup_printf (ngettext ("%s, %u of them waiting for %s", "%s, %u of them waiting for %s",
                                    tally.n_therapy_past),
                          past, tally.n_therapy_past, tally.therapy);
}

char *
caseness_ptl_report_dup_cohort (const CasenessPtl *ptl)
{
  CasenessStage stage;
  g_autofree char *standard = NULL;
  guint n_people;

  g_return_val_if_fail (ptl != NULL, NULL);

  stage = caseness_ptl_get_stage (ptl);
  caseness_ptl_get_people (ptl, &n_people);
  if (caseness_ptl_get_standard (ptl) < 0)
    /* Translators: stage, where the clock starts, who is counted, how many. */
    return g_strdup_printf (_("%s, no standard (counted %s), %s, n = %u."), _(stages[stage].title),
                            _(stages[stage].clock), _(stages[stage].cohort), n_people);
  standard = caseness_ptl_report_dup_standard (caseness_ptl_get_standard (ptl));
  /* Translators: stage, standard in weeks and days, where the clock starts, who is counted, how many. */
  return g_strdup_printf (_("%s, standard %s %s, %s, n = %u."), _(stages[stage].title), standard,
                          _(stages[stage].clock), _(stages[stage].cohort), n_people);
}
