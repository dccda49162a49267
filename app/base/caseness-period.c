/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-period.h"

#include <glib/gi18n.h>

CasenessPeriod
caseness_period_around (CasenessPeriodKind kind, CasenessDate date)
{
  CasenessPeriod period;
  int month;
  int months_back = 0;
  int length = 1;

  caseness_date_split (date, NULL, &month, NULL);
  switch (kind)
    {
    case CASENESS_PERIOD_QUARTER:
      months_back = (month - 1) % 3;
      length = 3;
      break;
    case CASENESS_PERIOD_FINANCIAL_YEAR:
      months_back = (month + 8) % 12;
      length = 12;
      break;
    case CASENESS_PERIOD_ROLLING_YEAR:
      months_back = 11;
      length = 12;
      break;
    case CASENESS_PERIOD_MONTH:
    case CASENESS_PERIOD_CUSTOM:
    default:
      break;
    }
  period.start = caseness_date_add_months (caseness_date_month_start (date), -months_back);
  period.end = caseness_date_add_months (period.start, length) - 1;
  return period;
}

gboolean
caseness_period_contains (const CasenessPeriod *period, CasenessDate date)
{
  return date != CASENESS_DATE_NONE && date >= period->start && date <= period->end;
}

gboolean
caseness_period_equal (const CasenessPeriod *a, const CasenessPeriod *b)
{
  return a->start == b->start && a->end == b->end;
}

gboolean
caseness_period_is_month (const CasenessPeriod *period)
{
  return period->start == caseness_date_month_start (period->start)
         && period->end == caseness_date_month_end (period->start);
}

static char *
format_day (CasenessDate date, const char *format)
{
  g_autoptr(GDateTime) when = NULL;
  int year, month, day;

  caseness_date_split (date, &year, &month, &day);
  when = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return g_date_time_format (when, format);
}

char *
caseness_period_format (const CasenessPeriod *period)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  int start_year, end_year;

  if (caseness_period_is_month (period))
    return format_day (period->start, "%B %Y");

  caseness_date_split (period->start, &start_year, NULL, NULL);
  caseness_date_split (period->end, &end_year, NULL, NULL);
  if (period->start == caseness_date_month_start (period->start)
      && period->end == caseness_date_month_end (period->end))
    {
      start = format_day (period->start, start_year == end_year ? "%b" : "%b %Y");
      end = format_day (period->end, "%b %Y");
      /* Translators: a run of whole months, such as "Apr–Jun 2025". */
      return g_strdup_printf (_ ("%s–%s"), start, end);
    }
  start = caseness_date_format_short (period->start);
  end = caseness_date_format_short (period->end);
  /* Translators: two days, such as "1 Apr 2025 to 12 Jun 2025". */
  return g_strdup_printf (_ ("%s to %s"), start, end);
}
