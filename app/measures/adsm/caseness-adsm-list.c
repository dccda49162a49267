/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-list.h"

#include "caseness-percent.h"

#include <string.h>

#define WEEK 7
#define SECONDS_OF_MINUTE 60
#define MINUTES_OF_HOUR 60

static const char *const lack_words[CASENESS_N_ADSM_LACKS] = {
  [CASENESS_ADSM_NEVER] = "never given",
  [CASENESS_ADSM_OTHER] = "another measure given",
  [CASENESS_ADSM_NOT_LAST] = "not at the last session",
};

CasenessDate
caseness_adsm_use_get_next_day (const CasenessAdsmUse *use)
{
  CasenessDate next = CASENESS_DATE_NONE;
  guint i;

  g_return_val_if_fail (use != NULL, CASENESS_DATE_NONE);

  for (i = 0; i < use->cases->len; i++)
    {
      CasenessDate day = g_array_index (use->cases, CasenessAdsmCase, i).next;

      if (day != CASENESS_DATE_NONE && day > use->as_at && (next == CASENESS_DATE_NONE || day < next))
        next = day;
    }
  return next;
}

static gboolean
is_when (const CasenessAdsmUse *use, const CasenessAdsmCase *found, CasenessAdsmWhen when, CasenessDate next_day)
{
  switch (when)
    {
    case CASENESS_ADSM_WHEN_NEXT_DAY:
      return found->next != CASENESS_DATE_NONE && found->next == next_day;
    case CASENESS_ADSM_WHEN_WEEK:
      return found->next != CASENESS_DATE_NONE && found->next <= use->as_at + WEEK;
    case CASENESS_ADSM_WHEN_UNKNOWN:
      return found->next == CASENESS_DATE_NONE;
    case CASENESS_ADSM_WHEN_EVER:
    default:
      return TRUE;
    }
}

const char *
caseness_adsm_case_get_clinician (const CasenessAdsmUse *use, const CasenessAdsmCase *found)
{
  g_return_val_if_fail (use != NULL && found != NULL, NULL);

  return caseness_snapshot_get_text (use->snapshot, found->pathway, CASENESS_PATHWAY_CLINICIAN);
}

/* Sorting keeps the order of those of one clinician: seen next first. */
static int
compare_clinicians (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *first = caseness_adsm_case_get_clinician (data, a), *second = caseness_adsm_case_get_clinician (data, b);

  if ((*first == '\0') != (*second == '\0'))
    return *first == '\0' ? 1 : -1;
  return strcmp (first, second);
}

GArray *
caseness_adsm_use_pick_cases (const CasenessAdsmUse *use, CasenessAdsmWhen when, const char *clinician)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (CasenessAdsmCase));
  CasenessDate next_day;
  guint i;

  g_return_val_if_fail (use != NULL && when < CASENESS_N_ADSM_WHENS, picked);

  next_day = caseness_adsm_use_get_next_day (use);
  for (i = 0; i < use->cases->len; i++)
    {
      const CasenessAdsmCase *found = &g_array_index (use->cases, CasenessAdsmCase, i);

      if (is_when (use, found, when, next_day)
          && (clinician == NULL || strcmp (clinician, caseness_adsm_case_get_clinician (use, found)) == 0))
        g_array_append_vals (picked, found, 1);
    }
  g_array_sort_with_data (picked, compare_clinicians, (gpointer) use); /* which is stable */
  return picked;
}

static void
write_time (CasenessCsvWriter *writer, gint32 time)
{
  g_autofree char *text
      = time == CASENESS_TIME_NONE
            ? NULL
            : g_strdup_printf ("%02d:%02d", time / SECONDS_OF_MINUTE / MINUTES_OF_HOUR,
                               time / SECONDS_OF_MINUTE % MINUTES_OF_HOUR);

  caseness_csv_writer_text (writer, text);
}

void
caseness_adsm_cases_write_csv (CasenessCsvWriter *writer, const CasenessAdsmUse *use, const GArray *cases)
{
  static const char *const head[] = { "clinician", "team", "referral", "problem_descriptor", "measure", "missing",
                                      "sessions",  "last_session", "next_date", "next_time", NULL };
  guint n_tools, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  g_return_if_fail (writer != NULL && use != NULL && cases != NULL);

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < cases->len; i++)
    {
      const CasenessAdsmCase *found = &g_array_index (cases, CasenessAdsmCase, i);
      guint pathway = found->pathway;

      caseness_csv_writer_text (writer, caseness_adsm_case_get_clinician (use, found));
      caseness_csv_writer_text (writer, caseness_dimension_get_label (CASENESS_DIMENSION_TEAM, use->snapshot, pathway));
      caseness_csv_writer_text (writer, caseness_snapshot_get_text (use->snapshot, pathway,
                                                                    CASENESS_PATHWAY_SERVICE_REQUEST_ID));
      caseness_csv_writer_text (writer,
                                caseness_snapshot_get_text (use->snapshot, pathway, CASENESS_PATHWAY_DESCRIPTOR));
      caseness_csv_writer_text (writer, tools[found->tool].measure);
      caseness_csv_writer_text (writer, lack_words[found->lack]);
      caseness_csv_writer_int (writer, found->sessions);
      caseness_csv_writer_date (writer, found->last);
      caseness_csv_writer_date (writer, found->next);
      write_time (writer, found->next_time);
      caseness_csv_writer_end_row (writer);
    }
}

static void
write_outcome (CasenessCsvWriter *writer, const CasenessAdsmOutcome *outcome, guint courses)
{
  caseness_csv_writer_int (writer, outcome->base);
  caseness_csv_writer_int (writer, outcome->recovered);
  caseness_percent_write (writer, caseness_percent_round (outcome->recovered, outcome->base, 1));
  caseness_csv_writer_int (writer, outcome->improved);
  caseness_percent_write (writer, caseness_percent_round (outcome->improved, courses, 1));
}

static void
write_cost (CasenessCsvWriter *writer, const CasenessAdsmCost *cost, const char *name)
{
  caseness_csv_writer_text (writer, name);
  caseness_csv_writer_int (writer, cost->courses);
  write_outcome (writer, &cost->by_specific, cost->courses);
  write_outcome (writer, &cost->by_general, cost->courses);
  caseness_csv_writer_int (writer, cost->missed.scored);
  caseness_csv_writer_int (writer, cost->missed.only_by_specific);
  caseness_csv_writer_int (writer, cost->missed.only_by_general);
  caseness_csv_writer_end_row (writer);
}

void
caseness_adsm_costs_write_csv (CasenessCsvWriter *writer, const CasenessAdsmUse *use)
{
  static const char *const head[]
      = { "problem",           "courses",       "adsm_base",         "adsm_recovered", "adsm_recovery_pct",
          "adsm_improved",     "adsm_improved_pct", "gad_base",      "gad_recovered",  "gad_recovery_pct",
          "gad_improved",      "gad_improved_pct",  "first_scored",      "case_by_adsm_only", "case_by_gad_only", NULL };
  guint i;

  g_return_if_fail (writer != NULL && use != NULL);

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < use->costs->len; i++)
    {
      const CasenessAdsmCost *cost = g_ptr_array_index (use->costs, i);

      write_cost (writer, cost, cost->problem);
    }
  write_cost (writer, use->cost, "All");
}

void
caseness_adsm_descriptors_write_csv (CasenessCsvWriter *writer, const CasenessAdsmUse *use)
{
  static const char *const head[] = { "finding", "courses", "of", NULL };
  const CasenessAdsmDescriptors *found = &use->descriptors;
  const struct
  {
    const char *name;
    guint courses;
    guint of;
  } rows[] = {
    { "recorded", found->recorded, found->courses },
    { "missing", found->missing, found->courses },
    { "invalid", found->invalid, found->courses },
    { "mixed anxiety and depression", found->mixed, found->courses },
    { "mixed, both first scores at caseness", found->mixed_at_caseness, found->mixed },
    { "changed", found->changed, found->courses },
  };
  gsize i;

  g_return_if_fail (writer != NULL);

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      caseness_csv_writer_text (writer, rows[i].name);
      caseness_csv_writer_int (writer, rows[i].courses);
      caseness_csv_writer_int (writer, rows[i].of);
      caseness_csv_writer_end_row (writer);
    }
}
