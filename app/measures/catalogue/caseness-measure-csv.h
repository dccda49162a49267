/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"
#include "caseness-interval.h"
#include "caseness-told-figures.h"

#include "caseness-csv-writer.h"

G_BEGIN_DECLS

/** CasenessMeasureCsvOptions: how figures are written. */
typedef struct
{
  gboolean is_exact;   /* percentages with up to six decimals instead of one */
  gboolean suppresses; /* small numbers are hidden and the others rounded (rulings 86 and 109) */
  gboolean has_no_head; /* only the rows, after those of another answer */
} CasenessMeasureCsvOptions;

/**
 * caseness_measures_write_csv:
 * @writer: where to
 * @answer: figures
 * @options: how
 *
 * Writes `period_start,period_end,variable,group,measure_id,measure_name,numerator,denominator,value` and a row a
 * figure: by period, variable, measure and group.
 */
void caseness_measures_write_csv (CasenessCsvWriter *writer, const CasenessAnswer *answer,
                                  const CasenessMeasureCsvOptions *options);

/** caseness_figure_write_csv: appends the numerator, the denominator and the value of @figure, of @measure. */
void caseness_figure_write_csv (CasenessCsvWriter *writer, const CasenessFigure *figure, const CasenessMeasure *measure,
                                CasenessTelling telling);

/**
 * caseness_figure_write_limits_csv:
 *
 * Appends the limits of a figure of @measure. Told as rounded, those of a share have one decimal, and those of a count,
 * which give it away, are left out.
 */
void caseness_figure_write_limits_csv (CasenessCsvWriter *writer, const CasenessInterval *interval,
                                       const CasenessMeasure *measure, CasenessTelling telling);

/**
 * caseness_figure_format_value:
 * @figure: a figure of @measure
 * @measure: a measure
 * @is_exact: as in CasenessMeasureCsvOptions
 *
 * Returns: (transfer full): the value as it is printed (rulings 58), empty when there is none.
 */
char *caseness_figure_format_value (const CasenessFigure *figure, const CasenessMeasure *measure, gboolean is_exact);

G_END_DECLS
