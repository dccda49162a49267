/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"

G_BEGIN_DECLS

/**
 * CasenessSwitches:
 *
 * The decisions that no public source settles and that bear on a pathway (derivations, section 10). The defaults are
 * what caseness_switches_init() sets.
 */
typedef struct
{
  gboolean iet_date_is_end;            /* an internet log stands at its end in the order of sessions; no */
  gboolean iet_zero_minutes_count;     /* a log without minutes is a session; yes */
  gboolean unplanned_counts;           /* an unplanned contact was attended; yes */
  gboolean es_mixed_is_treatment;      /* employment support beside a therapy is treatment; yes */
  gboolean es_only_is_contact;         /* employment support alone is a contact; yes */
  gboolean hi_codes_are_full;          /* collaborative care and counselling are high intensity; yes */
  gboolean include_606;                /* scores kept at referral level count; yes */
  gboolean same_day_pair;              /* first and last score may be of one day; yes */
  gboolean dedupe_606_607;             /* one score kept at both levels counts once; yes */
  gboolean single_first_is_specific;   /* without any pair the specific tool's first score is shown; no */
  gboolean mi_cutoff_is_reached;       /* a Mobility Inventory score at the cut-off is a case; yes */
  gboolean mixed_is_no_change;         /* one measure up and the other down is "no change"; yes */
  gboolean person_key_is_local;        /* ignore the NHS number when joining months; no */
  gboolean wsas_work_9_counts;         /* a WSAS work score of 9 goes into means and medians; no */
  gboolean knowledge_is_submitted;     /* a period is told by the months sent for it and before, not by all; no */
  CasenessDate extended_adsm_from;     /* discharges from here use the later specific tools; 1 April 2022 */
  CasenessDate known_until;            /* months that end later are not read; none, for all of them */
} CasenessSwitches;

/** caseness_switches_init: sets the defaults. */
void caseness_switches_init (CasenessSwitches *switches);

/**
 * caseness_switches_know:
 * @switches: decisions
 * @period_end: last day of the period that figures are wanted for
 *
 * Returns: whether the months sent later must be left out of that period (`knowledge`), in which case @switches say so
 *   to whoever loads with them.
 */
gboolean caseness_switches_know (CasenessSwitches *switches, CasenessDate period_end);

/** caseness_switches_write: Returns: (transfer full): all decisions in one line, the same only for the same decisions. */
char *caseness_switches_write (const CasenessSwitches *switches);

/**
 * caseness_switches_set:
 * @switches: decisions
 * @name: a switch, as derivations section 10 names it: `iet_date`
 * @value: one of its values there: `end`
 *
 * Returns: whether there is such a switch and it can be set so.
 */
gboolean caseness_switches_set (CasenessSwitches *switches, const char *name, const char *value);

G_END_DECLS
