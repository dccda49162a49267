/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-csv.h"

/* As the command line prints numbers. */
#define DECIMALS 6

static const char *const people_headings[] = {
  "stage", "ServiceRequestId", "clock_start", "breach_date", "wait_days", "booked_date", "OrgID_Provider",
  "therapy", "step", "locality", "team", "clinician", "priority",
};

static const char *const action_headings[] = { "action", "owner", "agreed", "due", "done" };

static const char *const queue_headings[] = {
  "group", "waiting", "new_per_week", "seen_per_week", "weeks_to_clear", "backlog", "backlog_weeks", NULL,
};

/* The splits behind the columns that follow the agreed ones. */
static const CasenessPtlSplit further_splits[] = {
  CASENESS_PTL_SPLIT_THERAPY, CASENESS_PTL_SPLIT_STEP, CASENESS_PTL_SPLIT_LOCALITY,
  CASENESS_PTL_SPLIT_TEAM, CASENESS_PTL_SPLIT_CLINICIAN, CASENESS_PTL_SPLIT_PRIORITY,
};

void
caseness_ptl_write_grid_csv (CasenessCsvWriter *writer, const CasenessPtl *ptl, CasenessPtlSplit split)
{
  g_autoptr(CasenessPtlGrid) grid = NULL;
  const CasenessPtlColumn *columns;
  guint n_columns, i, k;

  g_return_if_fail (writer != NULL && ptl != NULL);
  columns = caseness_ptl_get_columns (ptl, &n_columns);
  caseness_csv_writer_text (writer, "group");
  for (k = 0; k < n_columns; k++)
    caseness_csv_writer_text (writer, columns[k].label);
  caseness_csv_writer_end_row (writer);
  grid = caseness_ptl_count (ptl, split, CASENESS_PTL_SPLIT_ALL, NULL);
  for (i = 0; i < grid->rows->len; i++)
    {
      const CasenessPtlRow *row = g_ptr_array_index (grid->rows, i);

      caseness_csv_writer_text (writer, row->label);
      for (k = 0; k < n_columns; k++)
        caseness_csv_writer_int (writer, row->counts[k]);
      caseness_csv_writer_end_row (writer);
    }
}

static void
write_headings (CasenessCsvWriter *writer, const char *const *headings, gsize n)
{
  gsize i;

  for (i = 0; i < n; i++)
    caseness_csv_writer_text (writer, headings[i]);
}

/* @action: (nullable): blank cells where nothing is agreed. */
static void
write_action (CasenessCsvWriter *writer, const CasenessPtlAction *action)
{
  caseness_csv_writer_text (writer, action != NULL ? action->what : NULL);
  caseness_csv_writer_text (writer, action != NULL ? action->owner : NULL);
  caseness_csv_writer_date (writer, action != NULL ? action->made : CASENESS_DATE_NONE);
  caseness_csv_writer_date (writer, action != NULL ? action->due : CASENESS_DATE_NONE);
  caseness_csv_writer_date (writer, action != NULL ? action->done : CASENESS_DATE_NONE);
}

static void
write_person (CasenessCsvWriter *writer, CasenessStage stage, const CasenessPtlPerson *person,
              const CasenessPtlActions *actions)
{
  guint i;

  caseness_csv_writer_text (writer, caseness_stage_get_name (stage));
  caseness_csv_writer_text (writer, person->service_request_id);
  caseness_csv_writer_date (writer, person->clock_start);
  caseness_csv_writer_date (writer, person->breach_date);
  if (person->clock_start != CASENESS_DATE_NONE)
    caseness_csv_writer_int (writer, person->wait_days);
  else
    caseness_csv_writer_text (writer, NULL); /* off the list, and not known to have been on it */
  caseness_csv_writer_date (writer, person->booked_date);
  caseness_csv_writer_text (writer, person->provider);
  for (i = 0; i < G_N_ELEMENTS (further_splits); i++)
    caseness_csv_writer_text (writer, person->group[further_splits[i]]);
  if (actions != NULL)
    write_action (writer, caseness_ptl_actions_find (actions, person));
  caseness_csv_writer_end_row (writer);
}

void
caseness_ptl_write_people_csv (CasenessCsvWriter *writer, const CasenessPtl *ptl, const GPtrArray *people,
                               const CasenessPtlActions *actions)
{
  const CasenessPtlPerson *everybody;
  guint n, i;

  g_return_if_fail (writer != NULL && ptl != NULL);
  write_headings (writer, people_headings, G_N_ELEMENTS (people_headings));
  if (actions != NULL)
    write_headings (writer, action_headings, G_N_ELEMENTS (action_headings));
  caseness_csv_writer_end_row (writer);
  everybody = caseness_ptl_get_people (ptl, &n);
  if (people == NULL)
    for (i = 0; i < n; i++)
      write_person (writer, caseness_ptl_get_stage (ptl), &everybody[i], actions);
  else
    for (i = 0; i < people->len; i++)
      write_person (writer, caseness_ptl_get_stage (ptl), g_ptr_array_index (people, i), actions);
}

void
caseness_ptl_write_queues_csv (CasenessCsvWriter *writer, const GArray *queues)
{
  guint i;

  g_return_if_fail (writer != NULL && queues != NULL);
  caseness_csv_writer_row (writer, queue_headings);
  for (i = 0; i < queues->len; i++)
    {
      const CasenessPtlQueue *queue = &g_array_index (queues, CasenessPtlQueue, i);

      caseness_csv_writer_text (writer, queue->group != NULL ? queue->group : "All");
      caseness_csv_writer_number (writer, queue->queue.waiting, DECIMALS);
      caseness_csv_writer_number (writer, queue->queue.new_per_week, DECIMALS);
      caseness_csv_writer_number (writer, queue->queue.seen_per_week, DECIMALS);
      caseness_csv_writer_number (writer, queue->clearance.weeks, DECIMALS);
      caseness_csv_writer_number (writer, queue->clearance.backlog, DECIMALS);
      caseness_csv_writer_number (writer, queue->clearance.backlog_weeks, DECIMALS);
      caseness_csv_writer_end_row (writer);
    }
}
