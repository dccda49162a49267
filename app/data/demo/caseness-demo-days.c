/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-private.h"

/* 0 for Monday; 1970-01-01 was a Thursday. */
static int
find_weekday (CasenessDate date)
{
  return ((date + 3) % 7 + 7) % 7;
}

CasenessDate
caseness_demo_find_monday (CasenessDate from)
{
  return from + (7 - find_weekday (from)) % 7;
}

gboolean
caseness_demo_is_working_day (CasenessDate date)
{
  int month, day;

  if (find_weekday (date) >= 5)
    return FALSE;
  caseness_date_split (date, NULL, &month, &day);
  return !(month == 12 && (day == 25 || day == 26)) && !(month == 1 && day == 1);
}
