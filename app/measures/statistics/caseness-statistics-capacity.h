/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"

G_BEGIN_DECLS

/*
 * Queues, capacity and demand (methods, section 13). Waits and rates of one call are in the same unit of time. What is
 * not defined is NaN.
 */

/** CASENESS_QUEUE_FACTOR: so many times the mean wait is the longest that all but some 2 in 100 wait. */
#define CASENESS_QUEUE_FACTOR 4

/** CASENESS_WEEKS_TO_RELIEF: how long working a queue off may take unless somebody says otherwise. */
#define CASENESS_WEEKS_TO_RELIEF 26

/** caseness_queue_get_load: Returns: demand over capacity; from 1 on the queue grows without end. */
double caseness_queue_get_load (double demand, double capacity);

/** caseness_queue_get_target_mean: Returns: the mean wait at which nearly everybody is seen within @target_wait. */
double caseness_queue_get_target_mean (double target_wait, double factor);

/** caseness_queue_get_target_size: Returns: how many wait when the mean wait is on target (Little's law). */
double caseness_queue_get_target_size (double demand, double target_wait, double factor);

/** caseness_queue_get_largest_size: Returns: the size from which a queue is called too big: twice the target. */
double caseness_queue_get_largest_size (double demand, double target_wait, double factor);

/** caseness_queue_get_relief: Returns: the capacity that brings a queue to its target size in @weeks. */
double caseness_queue_get_relief (double demand, double size, double target_size, double weeks);

/** caseness_queue_get_pressure: Returns: above 1 the target will be missed. */
double caseness_queue_get_pressure (double mean_wait, double target_wait);

/**
 * caseness_queue_get_target_capacity:
 * @demand: arrivals
 * @target_wait: the target
 * @factor: see CASENESS_QUEUE_FACTOR
 * @variation_demand: deviation of the gaps between arrivals over their mean, 1 if unknown
 * @variation_capacity: the same for those who leave
 *
 * Returns: the capacity that keeps a queue at its target size.
 */
double caseness_queue_get_target_capacity (double demand, double target_wait, double factor, double variation_demand,
                                           double variation_capacity);

/** caseness_queue_get_weeks_to: Returns: weeks until @size is @target, 0 when it is, NaN when it will never be. */
double caseness_queue_get_weeks_to (double size, double target, double demand, double capacity);

/** CasenessStay: somebody's time in a queue. */
typedef struct
{
  CasenessDate joined;
  CasenessDate left; /* CASENESS_DATE_NONE while waiting */
} CasenessStay;

/** caseness_stays_count: Returns: how many wait at the end of @day. */
guint caseness_stays_count (const CasenessStay *stays, guint n, CasenessDate day);

/** caseness_stays_get_mean_wait: Returns: the days waited so far, on average, by those who wait at the end of @day. */
double caseness_stays_get_mean_wait (const CasenessStay *stays, guint n, CasenessDate day);

/** caseness_stays_get_leaving_rate: Returns: people leaving a day, from the first who joined to the last who left. */
double caseness_stays_get_leaving_rate (const CasenessStay *stays, guint n);

/** CasenessStaffing: what a team has to work with. */
typedef struct
{
  double wte;
  double hours_per_week; /* with patients, of one full-time member of staff */
  double weeks;
  double loss;           /* share lost to leave, sickness and training */
  double missed;         /* share of sessions missed or cancelled too late to fill */
  double sessions;       /* attended in a course, on average */
  double hours;          /* that a session takes */
} CasenessStaffing;

/** CasenessCapacity: what comes of it. */
typedef struct
{
  double booked_hours;
  double attended_sessions;
  double courses;
  double courses_per_week;
} CasenessCapacity;

/** caseness_capacity_of: Returns: the courses a team can finish. */
CasenessCapacity caseness_capacity_of (const CasenessStaffing *staffing);

/** CasenessBand: the week of a waiting list somebody stands in, counted from the breach date. */
typedef struct
{
  gboolean is_past;
  guint from_week;
  guint to_week; /* G_MAXUINT for everything further on */
} CasenessBand;

/** caseness_band_of: Returns: the column of the waiting list's grid for somebody who waits @wait days. */
CasenessBand caseness_band_of (int wait, int standard_days);

G_END_DECLS
