/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-csv.h"

static const char *const people_headings[] = {
  "stage", "ServiceRequestId", "clock_start", "breach_date", "wait_days", "booked_date", "OrgID_Provider",
  "therapy", "step", "locality", "team", "clinician", "priority", NULL,
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
write_person (CasenessCsvWriter *writer, CasenessStage stage, const CasenessPtlPerson *person)
{
  guint i;

  caseness_csv_writer_text (writer, caseness_stage_get_name (stage));
  caseness_csv_writer_text (writer, person->service_request_id);
  caseness_csv_writer_date (writer, person->clock_start);
  caseness_csv_writer_date (writer, person->breach_date);
  caseness_csv_writer_int (writer, person->wait_days);
  caseness_csv_writer_date (writer, person->booked_date);
  caseness_csv_writer_text (writer, person->provider);
  for (i = 0; i < G_N_ELEMENTS (further_splits); i++)
    caseness_csv_writer_text (writer, person->group[further_splits[i]]);
  caseness_csv_writer_end_row (writer);
}

void
caseness_ptl_write_people_csv (CasenessCsvWriter *writer, const CasenessPtl *ptl, const GPtrArray *people)
{
  const CasenessPtlPerson *everybody;
  guint n, i;

  g_return_if_fail (writer != NULL && ptl != NULL);
  caseness_csv_writer_row (writer, people_headings);
  everybody = caseness_ptl_get_people (ptl, &n);
  if (people == NULL)
    for (i = 0; i < n; i++)
      write_person (writer, caseness_ptl_get_stage (ptl), &everybody[i]);
  else
    for (i = 0; i < people->len; i++)
      write_person (writer, caseness_ptl_get_stage (ptl), g_ptr_array_index (people, i));
}
