/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-statistics-capacity.h"

#include "caseness-ptl-private.h"

#include <math.h>

static double
divide (double dividend, double divisor)
{
  return divisor > 0 ? dividend / divisor : NAN;
}

double
caseness_queue_get_load (double demand, double capacity)
{
  return divide (demand, capacity);
}

double
caseness_queue_get_target_mean (double target_wait, double factor)
{
  return divide (target_wait, factor);
}

double
caseness_queue_get_target_size (double demand, double target_wait, double factor)
{
  return demand * caseness_queue_get_target_mean (target_wait, factor);
}

double
caseness_queue_get_largest_size (double demand, double target_wait, double factor)
{
  return 2 * caseness_queue_get_target_size (demand, target_wait, factor);
}

double
caseness_queue_get_relief (double demand, double size, double target_size, double weeks)
{
  return demand + divide (size - target_size, weeks);
}

double
caseness_queue_get_pressure (double mean_wait, double target_wait)
{
  return divide (2 * mean_wait, target_wait);
}

double
caseness_queue_get_target_capacity (double demand, double target_wait, double factor, double variation_demand,
                                    double variation_capacity)
{
  double variation = (pow (variation_demand, 2) + pow (variation_capacity, 2)) / 2;

  return demand + divide (variation * factor, target_wait);
}

double
caseness_queue_get_weeks_to (double size, double target, double demand, double capacity)
{
  return size <= target ? 0 : divide (size - target, capacity - demand);
}

static gboolean
is_waiting (const CasenessStay *stay, CasenessDate day)
{
  return stay->joined <= day && (stay->left == CASENESS_DATE_NONE || stay->left > day);
}

guint
caseness_stays_count (const CasenessStay *stays, guint n, CasenessDate day)
{
  guint count = 0, i;

  for (i = 0; i < n; i++)
    count += is_waiting (&stays[i], day);
  return count;
}

double
caseness_stays_get_mean_wait (const CasenessStay *stays, guint n, CasenessDate day)
{
  double days = 0;
  guint i;

  for (i = 0; i < n; i++)
    if (is_waiting (&stays[i], day))
      days += day - stays[i].joined;
  return divide (days, caseness_stays_count (stays, n, day));
}

double
caseness_stays_get_leaving_rate (const CasenessStay *stays, guint n)
{
  CasenessDate first = G_MAXINT32, last = CASENESS_DATE_NONE;
  guint count = 0, i;

  for (i = 0; i < n; i++)
    {
      first = MIN (first, stays[i].joined);
      last = MAX (last, stays[i].left);
      count += stays[i].left != CASENESS_DATE_NONE;
    }
  return count > 0 ? divide (count, last - first) : NAN;
}

CasenessCapacity
caseness_capacity_of (const CasenessStaffing *staffing)
{
  CasenessCapacity capacity;

  capacity.booked_hours = staffing->wte * staffing->hours_per_week * staffing->weeks * (1 - staffing->loss);
  capacity.attended_sessions = divide (capacity.booked_hours * (1 - staffing->missed), staffing->hours);
  capacity.courses = divide (capacity.attended_sessions, staffing->sessions);
  capacity.courses_per_week = divide (capacity.courses, staffing->weeks);
  return capacity;
}

CasenessBand
caseness_band_of (int wait, int standard_days)
{
  CasenessPtlWeeks weeks;
  CasenessPtlColumn column = { 0 };
  CasenessBand band;

  caseness_ptl_weeks_init (&weeks, standard_days, wait - standard_days);
  caseness_ptl_weeks_describe (&weeks, caseness_ptl_weeks_place (&weeks, wait, standard_days), &column);
  band = (CasenessBand){ column.is_past, column.from_week, column.to_week };
  g_free (column.label);
  g_free (column.short_label);
  return band;
}
