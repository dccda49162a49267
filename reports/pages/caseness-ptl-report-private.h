/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-report.h"
#include "caseness-ptl-since.h"
#include "caseness-report-builder.h"

G_BEGIN_DECLS

/* Anchor of the definitions. */
#define CASENESS_PTL_REPORT_DEFINITIONS "definitions"

/* CasenessPtlReportQueue: one queue of the pack. Borrowed. */
typedef struct
{
  const CasenessPtl *ptl;
  const CasenessPtlActions *actions;
  const CasenessPtlSince *since;
  gboolean identifies;
} CasenessPtlReportQueue;

/* caseness-ptl-report-people.c: the people of one queue, those to be talked about first. */
void caseness_ptl_report_add_people (CasenessReportBuilder *builder, const CasenessPtlReportQueue *queue);

/* Returns: (transfer full): a reference, or the number that stands for it where the report must not identify. */
char *caseness_ptl_report_dup_person (const CasenessPtlReportQueue *queue, const CasenessPtlPerson *person);

/* caseness-ptl-report-meeting.c: what became of one queue since the last meeting, and how it clears. */
void caseness_ptl_report_add_meeting (CasenessReportBuilder *builder, const CasenessPtlReportQueue *queue);

/* caseness-ptl-report-meeting.c: what was agreed about the people of one queue. */
void caseness_ptl_report_add_actions (CasenessReportBuilder *builder, const CasenessPtlReportQueue *queue);

/* caseness-ptl-report-grids.c: the grids of one queue. */
void caseness_ptl_report_add_grids (CasenessReportBuilder *builder, const CasenessPtl *ptl, gboolean identifies);

/* caseness-ptl-report-definitions.c: the last page. */
void caseness_ptl_report_add_definitions (CasenessReportBuilder *builder, GPtrArray *ptls, const char *filter,
                                          const char *sources, gboolean identifies);

G_END_DECLS
