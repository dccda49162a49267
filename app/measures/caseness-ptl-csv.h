/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-ptl.h"

G_BEGIN_DECLS

/**
 * caseness_ptl_write_grid_csv:
 * @writer: where to
 * @ptl: a list
 * @split: what the rows are
 *
 * Writes the grid as `caseness-cli ptl` prints it: heading `group`, then the columns; no totals (rulings 72).
 */
void caseness_ptl_write_grid_csv (CasenessCsvWriter *writer, const CasenessPtl *ptl, CasenessPtlSplit split);

/**
 * caseness_ptl_write_people_csv:
 * @writer: where to
 * @ptl: a list
 * @people: (nullable) (element-type CasenessPtlPerson): only these, NULL for everybody
 *
 * Writes people in waiting order: stage, ServiceRequestId, clock_start, breach_date, wait_days, booked_date, then
 * further columns.
 */
void caseness_ptl_write_people_csv (CasenessCsvWriter *writer, const CasenessPtl *ptl, const GPtrArray *people);

G_END_DECLS
