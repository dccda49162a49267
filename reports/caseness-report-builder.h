/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"
#include "caseness-date.h"
#include "caseness-report-table.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessReportInfo: what stands on every page and in the file's description. */
typedef struct
{
  const char *title;           /* of the document */
  const char *name;            /* what kind of report it is: `PTL pack` */
  const char *service;         /* whose it is; author of the file */
  const char *file_name;       /* without ending */
  const char *confidentiality; /* boxed at the head of every page */
  const char *sources;         /* foot of every page: period, filter, sources */
  const char *method;          /* foot of every page, next line */
  const char *definitions;     /* (nullable): anchor of the definitions; the foot says on which page they are */
  CasenessDate as_at;          /* the day it stands on, also the file's date: same data and day, same bytes */
  CasenessReportPaper paper;
  const char *reading;         /* (nullable): how to read its charts, on the page of contents */
  gboolean is_of_sheets;       /* each is handed to somebody else, so that no page says what is on the others */
} CasenessReportInfo;

/** CasenessReportStyle: how a paragraph is set. */
typedef enum
{
  CASENESS_REPORT_BODY,
  CASENESS_REPORT_SECONDARY, /* small, grey: what belongs to a heading or a chart */
} CasenessReportStyle;

/**
 * CasenessReportBuilder:
 *
 * Collects the blocks of a report in reading order. Text is copied.
 */
typedef struct _CasenessReportBuilder CasenessReportBuilder;

/** caseness_report_builder_new: Returns: (transfer full): a builder; finish it with caseness_report_builder_end(). */
CasenessReportBuilder *caseness_report_builder_new (const CasenessReportInfo *info);

/** caseness_report_builder_start_page: the next block begins a page. */
void caseness_report_builder_start_page (CasenessReportBuilder *builder);

/** caseness_report_builder_start_part: the next block begins a page, or follows if half of the page is left. */
void caseness_report_builder_start_part (CasenessReportBuilder *builder);

/**
 * caseness_report_builder_add_heading:
 * @builder: a builder
 * @level: 1 to 3; also its depth among the bookmarks
 * @text: what it says
 * @bookmark: (nullable): shorter words for the bookmark; NULL for none
 * @anchor: (nullable): name that page references give
 */
void caseness_report_builder_add_heading (CasenessReportBuilder *builder, guint level, const char *text,
                                          const char *bookmark, const char *anchor);

/** caseness_report_builder_add_paragraph: adds text that wraps. */
void caseness_report_builder_add_paragraph (CasenessReportBuilder *builder, CasenessReportStyle style,
                                            const char *text);

/** caseness_report_builder_add_note: adds a small grey paragraph that stays with what follows: a table, a grid. */
void caseness_report_builder_add_note (CasenessReportBuilder *builder, const char *text);

/**
 * caseness_report_builder_add_names:
 * @builder: a builder
 * @words: a sentence with one %s for the names
 * @names: (element-type utf8): what is named
 *
 * Adds a note as caseness_report_builder_add_note() does that lists @names; none where there are no names.
 */
void caseness_report_builder_add_names (CasenessReportBuilder *builder, const char *words, GPtrArray *names);

/** caseness_report_builder_add_definition: adds a term and what it means; neighbours become one list. */
void caseness_report_builder_add_definition (CasenessReportBuilder *builder, const char *term, const char *text);

/**
 * caseness_report_builder_add_chart:
 * @builder: a builder
 * @chart: a chart; its title becomes a heading, its subtitle, summary and footnote real paragraphs
 * @level: of the heading
 * @bookmark: (nullable): shorter words for the bookmark
 */
void caseness_report_builder_add_chart (CasenessReportBuilder *builder, CasenessChart *chart, guint level,
                                        const char *bookmark);

/** caseness_report_builder_add_table: adds @table, which now belongs to the report (transfer full). */
void caseness_report_builder_add_table (CasenessReportBuilder *builder, CasenessReportTable *table);

/** caseness_report_builder_add_space: leaves @height points free, unless a page ends there. */
void caseness_report_builder_add_space (CasenessReportBuilder *builder, double height);

/** caseness_report_builder_end: Returns: (transfer full): the report, one of several pages with its contents, which are
 *  the bookmarks, on a page before it; the builder is gone. */
CasenessReport *caseness_report_builder_end (CasenessReportBuilder *builder);

G_END_DECLS
