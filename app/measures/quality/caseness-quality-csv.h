/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-quality.h"

G_BEGIN_DECLS

/**
 * caseness_quality_write_faults_csv:
 * @writer: where to
 * @quality: what @faults belong to
 * @faults: (element-type CasenessQualityFault): the rows of a list
 *
 * Appends the list for those who correct the source system: whose row it is, where it stands, what is wrong.
 */
void caseness_quality_write_faults_csv (CasenessCsvWriter *writer, const CasenessQuality *quality,
                                        const GArray *faults);

/** caseness_quality_write_rules_csv: appends the rules broken, of every group of @split by itself, a column a month. */
void caseness_quality_write_rules_csv (CasenessCsvWriter *writer, const CasenessQuality *quality,
                                       CasenessQualitySplit split);

/** caseness_quality_write_completeness_csv: appends the shares of every group of @split with their intervals. */
void caseness_quality_write_completeness_csv (CasenessCsvWriter *writer, const CasenessQuality *quality,
                                              CasenessQualitySplit split);

G_END_DECLS
