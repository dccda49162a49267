/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl.h"

G_BEGIN_DECLS

/** CasenessPtlReportTally: what a heading says about a queue, counted from its people. */
typedef struct
{
  guint n_people;
  guint n_past;
  guint n_undated;      /* no appointment agreed */
  guint n_past_undated;
  guint n_due;          /* inside the standard, breach date within two weeks */
  guint n_due_undated;
  int longest_wait;     /* days, -1 when nobody waits */
  const char *therapy;  /* (nullable): with most people past breach, else with most people waiting; untranslated */
  guint n_therapy_past;
} CasenessPtlReportTally;

/** CASENESS_PTL_REPORT_NOT_RECORDED: the group of those whose group is missing (rulings 73). */
#define CASENESS_PTL_REPORT_NOT_RECORDED "Not recorded"

/** CASENESS_PTL_REPORT_DUE_DAYS: how far ahead the meeting looks for breaches to come. */
#define CASENESS_PTL_REPORT_DUE_DAYS 14

/** caseness_ptl_report_tally: counts what headings need. */
void caseness_ptl_report_tally (const CasenessPtl *ptl, CasenessPtlReportTally *tally);

/** caseness_ptl_report_is_due: whether @person is inside the standard and has a breach date within two weeks. */
gboolean caseness_ptl_report_is_due (const CasenessPtl *ptl, const CasenessPtlPerson *person);

/** caseness_ptl_report_dup_stage_title: Returns: (transfer full): the queue's name as a heading: `First treatment`. */
char *caseness_ptl_report_dup_stage_title (CasenessStage stage);

/** caseness_ptl_report_dup_headline: Returns: (transfer full): the message of a queue: `40 of 339 people are past
 *  breach, 23 of them waiting for CBT`. */
char *caseness_ptl_report_dup_headline (const CasenessPtl *ptl);

/** caseness_ptl_report_dup_cohort: Returns: (transfer full): what was counted: stage, standard, who, how many. */
char *caseness_ptl_report_dup_cohort (const CasenessPtl *ptl);

/** caseness_ptl_report_dup_standard: Returns: (transfer full): `6 weeks (42 days)`, or `None` for -1. */
char *caseness_ptl_report_dup_standard (int days);

/** caseness_ptl_report_dup_days: Returns: (transfer full): `72 days`. */
char *caseness_ptl_report_dup_days (int days);

/** caseness_ptl_report_dup_short_day: Returns: (transfer full): a day for a dense table, `16 Apr`; the year where it is
 *  not that of @as_at. */
char *caseness_ptl_report_dup_short_day (CasenessDate date, CasenessDate as_at);

/** caseness_ptl_report_get_label: Returns: (transfer none): a group's label in the user's language; names stay as they
 *  are. */
const char *caseness_ptl_report_get_label (const char *group);

G_END_DECLS
