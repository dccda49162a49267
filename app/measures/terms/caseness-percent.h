/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"

G_BEGIN_DECLS

/**
 * caseness_percent_round:
 * @numerator: not below 0
 * @denominator: any whole number
 * @decimals: 0 or 1
 *
 * A percentage as it is published: rounded once, half up, from the whole numbers themselves, so that 0.25 % never
 * becomes 0.2 by how computers keep fractions.
 *
 * Returns: the percentage, NaN unless @denominator is above 0.
 */
double caseness_percent_round (gint64 numerator, gint64 denominator, int decimals);

/** caseness_percent_format: Returns: (transfer full): one decimal, which is always written: `50.0`; empty for NaN. */
char *caseness_percent_format (double percent);

/** caseness_percent_write: appends a percentage as caseness_percent_format() has it. */
void caseness_percent_write (CasenessCsvWriter *writer, double percent);

G_END_DECLS
