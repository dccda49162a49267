/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl.h"

G_BEGIN_DECLS

/** CasenessQueue: what a queue lives on. */
typedef struct
{
  double waiting;
  double new_per_week;  /* NaN where the data do not say who joins */
  double seen_per_week; /* NaN where the data do not say who leaves */
} CasenessQueue;

/** CasenessClearance: whether a queue is under control (IAPT Manual 8.1.4). */
typedef struct
{
  double weeks;         /* to see everybody who waits, were nobody to join; NaN while nobody is seen */
  double weeks_of_new;  /* how many weeks of joiners the queue holds; NaN while nobody joins */
  double maximum_list;  /* people who can wait without breaching */
  double backlog;       /* people beyond that */
  double backlog_weeks; /* to work it off; NaN for never */
  gboolean is_stable;   /* more are seen than join */
  double growth;        /* how many more join in a week than are seen; NaN where either is not known */
} CasenessClearance;

/**
 * caseness_queue_measure:
 * @ptl: a list
 * @split: what @group is a label of
 * @group: (nullable): one row of the grid, NULL for everybody
 *
 * Counts who waits, and who joined and left by being seen in the twelve weeks up to the day, or to the end of what was
 * submitted where that is earlier. People who leave count under the labels they had on that day: the therapy they
 * began, their own locality, team and clinician. People who join count under what they wait for on the list's day, or had
 * when they left, so that each therapy has a backlog of its own (methods, section 13.3).
 *
 * Returns: the queue.
 */
CasenessQueue caseness_queue_measure (const CasenessPtl *ptl, CasenessPtlSplit split, const char *group);

/**
 * caseness_queue_get_rule:
 * @standard_days: a standard, or -1 for none
 *
 * Returns: how many weeks of joiners may wait: one less than the standard has, NaN without a standard.
 */
double caseness_queue_get_rule (int standard_days);

/**
 * caseness_queue_clear:
 * @queue: a queue
 * @rule_weeks: how many weeks of joiners may wait
 *
 * Returns: clearance time and backlog (methods, sections 13.2 and 13.3).
 */
CasenessClearance caseness_queue_clear (const CasenessQueue *queue, double rule_weeks);

G_END_DECLS
