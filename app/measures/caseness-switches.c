/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-switches.h"

void
caseness_switches_init (CasenessSwitches *switches)
{
  g_return_if_fail (switches != NULL);
  *switches = (CasenessSwitches){
    .iet_zero_minutes_count = TRUE,
    .unplanned_counts = TRUE,
    .es_mixed_is_treatment = TRUE,
    .es_only_is_contact = TRUE,
    .hi_codes_are_full = TRUE,
    .include_606 = TRUE,
    .same_day_pair = TRUE,
    .dedupe_606_607 = TRUE,
    .mi_cutoff_is_reached = TRUE,
    .mixed_is_no_change = TRUE,
    .extended_adsm_from = caseness_date_new (2022, 4, 1),
  };
}
