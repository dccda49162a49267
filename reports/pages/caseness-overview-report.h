/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-overview.h"
#include "caseness-report-builder.h"
#include "caseness-series-chart.h"

G_BEGIN_DECLS

/** CasenessOverviewReportOptions: what the overview on paper is asked for. */
typedef struct
{
  CasenessDate as_at;
  gboolean suppresses; /* for people outside the service: small numbers hidden, counts rounded */
} CasenessOverviewReportOptions;

/** caseness_overview_report_new: Returns: (transfer full): @overview on paper: a row a standard, then each one's chart. */
CasenessReport *caseness_overview_report_new (const CasenessOverview *overview,
                                              const CasenessOverviewReportOptions *options);

/*
 * Its parts, for packs that hold them too.
 */

/** caseness_overview_report_add_table: adds a row a standard, the icons with their words. */
void caseness_overview_report_add_table (CasenessReportBuilder *builder, const CasenessOverview *overview,
                                         gboolean suppresses);

/** caseness_overview_report_add_chart: adds the XmR chart of a standard under its name, with what is published beside it in
 *  what @snapshot has loaded. */
void caseness_overview_report_add_chart (CasenessReportBuilder *builder, const CasenessSnapshot *snapshot,
                                         const CasenessOverviewRow *row,
                                         gboolean suppresses);

/** caseness_overview_report_add_definitions: adds what each standard counts and where its target is from. */
void caseness_overview_report_add_definitions (CasenessReportBuilder *builder, const CasenessOverview *overview);

/** caseness_overview_dup_value: Returns: (transfer full): the latest value as it may be told, `*` where it may not. */
char *caseness_overview_dup_value (const CasenessOverviewRow *row, gboolean suppresses);

/** caseness_overview_dup_target: Returns: (transfer full): the target in force then: `at least 75%`, `plan 720`, `none`. */
char *caseness_overview_dup_target (const CasenessOverviewRow *row);

/** caseness_overview_dup_benchmark: Returns: (transfer full): a published figure, a dash for none. */
char *caseness_overview_dup_benchmark (const CasenessOverviewRow *row, const CasenessBenchmark *benchmark,
                                       gboolean has_benchmark);

/** caseness_overview_dup_limits: Returns: (transfer full): mean and usual range: `50.2%, 45.9% to 54.5%`. */
char *caseness_overview_dup_limits (const CasenessOverviewRow *row);

/** caseness_overview_get_variation: Returns: (transfer none): the variation in a word: `worse`. */
const char *caseness_overview_get_variation (const CasenessOverviewRow *row);

/** caseness_overview_get_assurance: Returns: (transfer none): the assurance in a word or two: `hit or miss`. */
const char *caseness_overview_get_assurance (const CasenessOverviewRow *row);

/** caseness_overview_make_look: fills in how the chart of @row is shown; free its notes. */
void caseness_overview_make_look (const CasenessOverviewRow *row, gboolean suppresses, CasenessSeriesLook *look);

G_END_DECLS
