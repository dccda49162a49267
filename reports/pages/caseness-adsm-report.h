/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-list.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessAdsmReportOptions: what goes into a report on ADSM use. */
typedef struct
{
  CasenessPeriod period;
  CasenessDate as_at;     /* the day on which cases are open and appointments ahead */
  CasenessFilter *filter; /* (nullable) */
  gboolean identifies;    /* print references, clinicians and exact counts, and say so on every page; else small
                           * numbers are hidden, and whatever would give them away */
} CasenessAdsmReportOptions;

/**
 * caseness_adsm_report_new:
 * @snapshot: a snapshot
 * @options: what goes into it
 * @error: return location: a group to filter by that there is not
 *
 * The report on ADSM use: whether courses had the measure meant for their problem, by problem, team, therapy and month,
 * what it costs to judge by GAD-7, the measures of long-term conditions, problem descriptors, and the open cases to
 * measure next.
 *
 * Returns: (transfer full) (nullable): the report, or NULL with @error set.
 */
CasenessReport *caseness_adsm_report_new (CasenessSnapshot *snapshot, const CasenessAdsmReportOptions *options,
                                          GError **error);

/**
 * caseness_adsm_list_report_new:
 * @use: an answer
 * @when: which of its open cases
 * @clinician: (nullable): whose; NULL for everybody's
 *
 * The list to take to appointments: by clinician, who is to be given which measure, with room for the day. Names people.
 *
 * Returns: (transfer full): the report.
 */
CasenessReport *caseness_adsm_list_report_new (const CasenessAdsmUse *use, CasenessAdsmWhen when,
                                               const char *clinician);

G_END_DECLS
