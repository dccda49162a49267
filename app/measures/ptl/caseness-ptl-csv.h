/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-ptl-action.h"
#include "caseness-ptl-queues.h"

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
 * @actions: (nullable): what was agreed about them, NULL to leave out its columns
 *
 * Writes people in waiting order: stage, ServiceRequestId, clock_start, breach_date, wait_days, booked_date, then
 * further columns; with @actions also action, owner, agreed, due and done.
 */
void caseness_ptl_write_people_csv (CasenessCsvWriter *writer, const CasenessPtl *ptl, const GPtrArray *people,
                                    const CasenessPtlActions *actions);

/**
 * caseness_ptl_write_queues_csv:
 * @writer: where to
 * @queues: (element-type CasenessPtlQueue): queues
 *
 * Writes group, waiting, new_per_week, seen_per_week, weeks_to_clear, backlog and backlog_weeks of each; what is not
 * known, or never ends, is blank.
 */
void caseness_ptl_write_queues_csv (CasenessCsvWriter *writer, const GArray *queues);

G_END_DECLS
