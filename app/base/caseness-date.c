/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-date.h"

#include <string.h>
#include <time.h>

/* The calendar is worked out here and not by GDate, which takes ten times as long: an import reads millions of dates.
 * Years begin in March, so that the day a leap year adds is the last one. */
#define DAYS_OF_4_YEARS 1461
#define DAYS_OF_100_YEARS 36524
#define DAYS_OF_400_YEARS 146097
#define MARCH_0000_TO_EPOCH 719468

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
count_days (int year, int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return lengths[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
}

CasenessDate
caseness_date_new (int year, int month, int day)
{
  int from_march, march_year;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > count_days (year, month))
    return CASENESS_DATE_NONE;
  from_march = (month + 9) % 12;
  march_year = month > 2 ? year : year - 1;
  return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + (153 * from_march + 2) / 5 + day - 1
         - MARCH_0000_TO_EPOCH;
}

/* Days since 1 March of the year 0 as a year that begins in March, and the day of it that @date becomes. */
static int
take_march_year (int *date)
{
  int centuries, year = *date / DAYS_OF_400_YEARS * 400;

  *date %= DAYS_OF_400_YEARS;
  centuries = MIN (*date / DAYS_OF_100_YEARS, 3);
  *date -= centuries * DAYS_OF_100_YEARS;
  year += centuries * 100 + *date / DAYS_OF_4_YEARS * 4;
  *date %= DAYS_OF_4_YEARS;
  year += MIN (*date / 365, 3);
  *date -= MIN (*date / 365, 3) * 365;
  return year;
}

void
caseness_date_split (CasenessDate date, int *year, int *month, int *day)
{
  int rest = date + MARCH_0000_TO_EPOCH;
  gboolean is_known = date != CASENESS_DATE_NONE && rest >= 0;
  int march_year = is_known ? take_march_year (&rest) : 0;
  int from_march = is_known ? (5 * rest + 2) / 153 : 0;

  if (year != NULL)
    *year = is_known ? march_year + (from_march >= 10 ? 1 : 0) : 0;
  if (month != NULL)
    *month = is_known ? (from_march + 2) % 12 + 1 : 0;
  if (day != NULL)
    *day = is_known ? rest - (153 * from_march + 2) / 5 + 1 : 0;
}

/* Exactly @n digits at *@text, which moves past them. */
static gboolean
take_digits (const char **text, int n, int *value)
{
  const char *p = *text;
  int sum = 0;
  int i;

  for (i = 0; i < n; i++, p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      sum = sum * 10 + (*p - '0');
    }
  *value = sum;
  *text = p;
  return TRUE;
}

static gboolean
take_char (const char **text, char c)
{
  if (**text != c)
    return FALSE;
  (*text)++;
  return TRUE;
}

/* HH:MM or HH:MM:SS or HH:MM:SS.fff to the end of the text. */
static int
take_time (const char *text)
{
  int hours, minutes, seconds = 0;

  if (!take_digits (&text, 2, &hours) || !take_char (&text, ':') || !take_digits (&text, 2, &minutes))
    return CASENESS_TIME_NONE;
  if (*text == ':')
    {
      text++;
      if (!take_digits (&text, 2, &seconds))
        return CASENESS_TIME_NONE;
      if (*text == '.')
        {
          text++;
          if (*text == '\0')
            return CASENESS_TIME_NONE;
          text += strspn (text, "0123456789");
        }
    }
  if (*text != '\0' || hours > 23 || minutes > 59 || seconds > 59)
    return CASENESS_TIME_NONE;
  return hours * 3600 + minutes * 60 + seconds;
}

/* A date at *@text in either written form, whatever follows it. */
static CasenessDate
take_date (const char **text)
{
  const char *p = *text;
  int year, month, day;

  if (take_digits (&p, 4, &year))
    {
      if (!take_char (&p, '-') || !take_digits (&p, 2, &month) || !take_char (&p, '-')
          || !take_digits (&p, 2, &day))
        return CASENESS_DATE_NONE;
    }
  else if (!take_digits (&p, 2, &day) || !take_char (&p, '/') || !take_digits (&p, 2, &month)
           || !take_char (&p, '/') || !take_digits (&p, 4, &year))
    return CASENESS_DATE_NONE;

  if (year < CASENESS_DATE_MIN_YEAR || year > CASENESS_DATE_MAX_YEAR)
    return CASENESS_DATE_NONE;
  *text = p;
  return caseness_date_new (year, month, day);
}

CasenessDate
caseness_date_parse (const char *text)
{
  CasenessDate date;

  if (text == NULL)
    return CASENESS_DATE_NONE;
  date = take_date (&text);
  if (date == CASENESS_DATE_NONE || *text == '\0')
    return date;
  if ((*text == ' ' || *text == 'T') && take_time (text + 1) == 0)
    return date;
  return CASENESS_DATE_NONE;
}

int
caseness_time_parse (const char *text)
{
  const char *p;

  if (text == NULL)
    return CASENESS_TIME_NONE;
  p = text;
  if (take_date (&p) != CASENESS_DATE_NONE && (*p == ' ' || *p == 'T'))
    text = p + 1;
  return take_time (text);
}

const char *
caseness_date_write_iso (CasenessDate date, char buffer[11])
{
  int year, month, day;

  if (date == CASENESS_DATE_NONE)
    {
      buffer[0] = '\0';
      return buffer;
    }
  caseness_date_split (date, &year, &month, &day);
  g_snprintf (buffer, 11, "%04u-%02u-%02u", (guint) year % 10000, (guint) month % 100, (guint) day % 100);
  return buffer;
}

CasenessDate
caseness_date_month_start (CasenessDate date)
{
  int day;

  caseness_date_split (date, NULL, NULL, &day);
  return date - day + 1;
}

CasenessDate
caseness_date_month_end (CasenessDate date)
{
  int year, month;

  caseness_date_split (date, &year, &month, NULL);
  return caseness_date_new (year, month, count_days (year, month));
}

CasenessDate
caseness_date_add_months (CasenessDate date, int months)
{
  int year, month, day;

  caseness_date_split (date, &year, &month, &day);
  months += year * 12 + month - 1;
  year = months / 12;
  month = months % 12 + 1;
  return caseness_date_new (year, month, MIN (day, count_days (year, month)));
}

int
caseness_date_age (CasenessDate born, CasenessDate on)
{
  int born_year, born_month, born_day, year, month, day;

  if (born == CASENESS_DATE_NONE || on == CASENESS_DATE_NONE || on < born)
    return -1;
  caseness_date_split (born, &born_year, &born_month, &born_day);
  caseness_date_split (on, &year, &month, &day);
  return year - born_year - (month < born_month || (month == born_month && day < born_day));
}

static char *
format_date (CasenessDate date, const char *format)
{
  g_autoptr(GDateTime) when = NULL;
  int year, month, day;

  g_return_val_if_fail (date != CASENESS_DATE_NONE, NULL);
  caseness_date_split (date, &year, &month, &day);
  when = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return g_date_time_format (when, format);
}

char *
caseness_date_format_long (CasenessDate date)
{
  return format_date (date, "%A %-d %B %Y");
}

char *
caseness_date_format_short (CasenessDate date)
{
  return format_date (date, "%-d %b %Y");
}
