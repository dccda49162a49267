/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-clearance.h"

#include "caseness-ptl-private.h"

#include <math.h>
#include <string.h>

#define WEEKS 12
#define DAYS 7

/* The day on which people join and leave each queue; whoever is put on a list by hand leaves no such trace. */
static const struct
{
  gboolean has_joining;
  CasenessPathwayDate joining;
  gboolean has_leaving;
  CasenessPathwayDate leaving;
} queue_days[CASENESS_N_STAGES] = {
  [CASENESS_STAGE_FIRST_APPOINTMENT] = { TRUE, CASENESS_PATHWAY_RECEIVED, TRUE, CASENESS_PATHWAY_SEEN_FIRST },
  [CASENESS_STAGE_FIRST_TREATMENT] = { TRUE, CASENESS_PATHWAY_SEEN_FIRST, TRUE, CASENESS_PATHWAY_TREATMENT_FIRST },
  [CASENESS_STAGE_SECOND_TREATMENT]
  = { TRUE, CASENESS_PATHWAY_TREATMENT_FIRST, TRUE, CASENESS_PATHWAY_TREATMENT_SECOND },
  [CASENESS_STAGE_STEP_UP] = { FALSE, 0, TRUE, CASENESS_PATHWAY_HIGH_FIRST },
  [CASENESS_STAGE_FOLLOW_UP] = { FALSE, 0, FALSE, 0 },
};

/* High intensity is a step up only after low. */
static gboolean
is_leaving (const CasenessSnapshot *snapshot, guint index, CasenessStage stage)
{
  CasenessDate low = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_LOW_FIRST);

  return stage != CASENESS_STAGE_STEP_UP
         || (low != CASENESS_DATE_NONE
             && low < caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_HIGH_FIRST));
}

gboolean
caseness_queue_has_left (const CasenessSnapshot *snapshot, guint index, CasenessStage stage, CasenessDate as_at)
{
  CasenessDate left;

  if (!queue_days[stage].has_leaving || !is_leaving (snapshot, index, stage))
    return FALSE;
  left = caseness_snapshot_get_date (snapshot, index, queue_days[stage].leaving);
  return left != CASENESS_DATE_NONE && left <= as_at;
}

/* Nobody says what somebody who joins will wait for; it is known by what they wait for now, or had when they left. */
static void
label_joiner (const CasenessPtl *ptl, CasenessPtlPerson *person)
{
  const CasenessSnapshot *snapshot = caseness_ptl_get_snapshot (ptl);
  CasenessStage stage = caseness_ptl_get_stage (ptl);
  CasenessDate day = caseness_ptl_get_as_at (ptl);
  CasenessPtlWait wait = { 0 };

  if (!caseness_ptl_find_wait (snapshot, person->pathway, stage, day, &wait))
    {
      wait = (CasenessPtlWait){ 0 };
      if (caseness_queue_has_left (snapshot, person->pathway, stage, day))
        day = caseness_snapshot_get_date (snapshot, person->pathway, queue_days[stage].leaving);
    }
  caseness_ptl_label (snapshot, day, &wait, person);
}

/* People whose day lies in the twelve weeks to @until and who are of the group. */
static double
count_per_week (const CasenessPtl *ptl, CasenessPathwayDate which, gboolean is_leave, CasenessDate until,
                CasenessPtlSplit split, const char *group)
{
  const CasenessSnapshot *snapshot = caseness_ptl_get_snapshot (ptl);
  g_autofree CasenessDate *days = caseness_packed_dup (caseness_snapshot_peek_dates (snapshot, which));
  guint n = caseness_snapshot_get_n_pathways (snapshot), count = 0, i;

  for (i = 0; i < n; i++)
    {
      CasenessPtlWait wait = { 0 };
      CasenessPtlPerson person;

      if (days[i] == CASENESS_DATE_NONE || days[i] > until || days[i] <= until - WEEKS * DAYS
          || (is_leave && !is_leaving (snapshot, i, caseness_ptl_get_stage (ptl))))
        continue;
      caseness_ptl_name_person (snapshot, i, &person);
      if (is_leave)
        caseness_ptl_label (snapshot, days[i], &wait, &person);
      else
        label_joiner (ptl, &person);
      count += caseness_ptl_wants (ptl, &person) && (group == NULL || strcmp (person.group[split], group) == 0);
    }
  return (double) count / WEEKS;
}

CasenessQueue
caseness_queue_measure (const CasenessPtl *ptl, CasenessPtlSplit split, const char *group)
{
  CasenessQueue queue = { 0, NAN, NAN };
  const CasenessPtlPerson *people;
  CasenessDate until;
  CasenessStage stage;
  guint n, i;

  g_return_val_if_fail (ptl != NULL && split < CASENESS_N_PTL_SPLITS, queue);
  people = caseness_ptl_get_people (ptl, &n);
  for (i = 0; i < n; i++)
    queue.waiting += group == NULL || strcmp (people[i].group[split], group) == 0;
  stage = caseness_ptl_get_stage (ptl);
  until = MIN (caseness_ptl_get_as_at (ptl),
               caseness_snapshot_get_latest_period_end (caseness_ptl_get_snapshot (ptl)));
  if (queue_days[stage].has_leaving)
    queue.seen_per_week = count_per_week (ptl, queue_days[stage].leaving, TRUE, until, split, group);
  if (queue_days[stage].has_joining)
    queue.new_per_week = count_per_week (ptl, queue_days[stage].joining, FALSE, until, split, group);
  return queue;
}

double
caseness_queue_get_rule (int standard_days)
{
  return standard_days >= 0 ? MAX (standard_days / DAYS - 1, 0) : NAN;
}

static double
divide (double dividend, double divisor)
{
  return divisor > 0 ? dividend / divisor : NAN;
}

CasenessClearance
caseness_queue_clear (const CasenessQueue *queue, double rule_weeks)
{
  CasenessClearance clearance;

  g_return_val_if_fail (queue != NULL, (CasenessClearance){ 0 });
  clearance.weeks = divide (queue->waiting, queue->seen_per_week);
  clearance.weeks_of_new = divide (queue->waiting, queue->new_per_week);
  clearance.maximum_list = queue->new_per_week * rule_weeks;
  clearance.backlog
    = isnan (clearance.maximum_list) ? NAN : MAX (queue->waiting - clearance.maximum_list, 0);
  clearance.backlog_weeks = clearance.backlog == 0
                              ? 0
                              : divide (clearance.backlog, queue->seen_per_week - queue->new_per_week);
  clearance.growth = queue->new_per_week - queue->seen_per_week;
  clearance.is_stable = queue->seen_per_week > queue->new_per_week;
  return clearance;
}
