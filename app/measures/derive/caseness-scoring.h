/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-records.h"
#include "caseness-switches.h"

G_BEGIN_DECLS

/** CasenessScored: one score that may be somebody's first or last. */
typedef struct
{
  guint32 tool;
  CasenessScore value;
  CasenessDate date;
  gint32 time;         /* G_MAXINT32 when not known, so that it sorts last */
  guint32 contact;     /* row of the contact, CASENESS_NO_ROW for a score at referral level */
  guint32 contact_id;  /* number of ids */
  guint32 activity_id;
  guint32 row;         /* order at referral level */
  gboolean is_first;   /* set by caseness_scoring_pick() */
  gboolean is_last;
} CasenessScored;

/**
 * caseness_scoring_pick:
 * @scored: (element-type CasenessScored): the scores of one pathway in any order; doubles are taken out of it
 * @records: have the ids that break ties
 * @switches: decisions
 * @scores: (out caller-allocates) (array): first and last by tool; the same are marked in @scored
 *
 * Finds each tool's first score, and the latest one that comes from another contact (derivations, section 5; rulings
 * 45 and 46).
 */
void caseness_scoring_pick (GArray *scored, const CasenessRecords *records, const CasenessSwitches *switches,
                            CasenessScorePair *scores);

G_END_DECLS
