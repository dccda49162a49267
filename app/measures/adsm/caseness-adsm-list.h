/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-use.h"

G_BEGIN_DECLS

/** CasenessAdsmWhen: which of the open cases go on a list, by when they are seen next. */
typedef enum
{
  CASENESS_ADSM_WHEN_EVER,     /* all of them */
  CASENESS_ADSM_WHEN_NEXT_DAY, /* on the first day after today on which any of them is seen */
  CASENESS_ADSM_WHEN_WEEK,     /* today or within seven days of it */
  CASENESS_ADSM_WHEN_UNKNOWN,  /* no appointment is booked */
  CASENESS_N_ADSM_WHENS
} CasenessAdsmWhen;

/** caseness_adsm_use_get_next_day: Returns: the first day after today on which an open case is seen, or none. */
CasenessDate caseness_adsm_use_get_next_day (const CasenessAdsmUse *use);

/**
 * caseness_adsm_use_pick_cases:
 * @use: an answer
 * @when: which cases
 * @clinician: (nullable): whose; NULL for everybody's
 *
 * Returns: (transfer full) (element-type CasenessAdsmCase): open cases by clinician, those seen next first. Those of
 *   nobody come last.
 */
GArray *caseness_adsm_use_pick_cases (const CasenessAdsmUse *use, CasenessAdsmWhen when, const char *clinician);

/** caseness_adsm_case_get_clinician: Returns: (transfer none): whose case it is, empty where nobody is recorded. */
const char *caseness_adsm_case_get_clinician (const CasenessAdsmUse *use, const CasenessAdsmCase *found);

/** caseness_adsm_cases_write_csv: writes @cases, which name people, a row a case. */
void caseness_adsm_cases_write_csv (CasenessCsvWriter *writer, const CasenessAdsmUse *use, const GArray *cases);

/** caseness_adsm_costs_write_csv: writes what the same courses show by either measure and who is a case by one of them
 *  alone, a row a problem, then all. */
void caseness_adsm_costs_write_csv (CasenessCsvWriter *writer, const CasenessAdsmUse *use);

/** caseness_adsm_descriptors_write_csv: writes how complete problem descriptors are, a row a finding. */
void caseness_adsm_descriptors_write_csv (CasenessCsvWriter *writer, const CasenessAdsmUse *use);

G_END_DECLS
