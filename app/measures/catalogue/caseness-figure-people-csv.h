/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-figure-people.h"

#include "caseness-csv-writer.h"

G_BEGIN_DECLS

/**
 * caseness_figure_people_write_csv:
 * @writer: where to
 * @people: who is behind a figure
 *
 * Writes `measure_id,part,reason,date` and the columns of caseness_pathway_write_csv(), and a row each: those counted,
 * those of the denominator only, and those left out.
 */
void caseness_figure_people_write_csv (CasenessCsvWriter *writer, const CasenessFigurePeople *people);

G_END_DECLS
