/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-date.h"

#include <string.h>
#include <time.h>

/* GDate counts days from 1 January of the year 1, which it calls day 1. */
#define JULIAN_OF_EPOCH 719163

CasenessDate
caseness_date_new (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return CASENESS_DATE_NONE;
  if (!g_date_valid_dmy (day, month, year))
    return CASENESS_DATE_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return (CasenessDate) g_date_get_julian (&date) - JULIAN_OF_EPOCH;
}

static void
to_gdate (CasenessDate date, GDate *out)
{
  g_date_clear (out, 1);
  g_date_set_julian (out, (guint32) (date + JULIAN_OF_EPOCH));
}

void
caseness_date_split (CasenessDate date, int *year, int *month, int *day)
{
  GDate parts;
  gboolean is_known = date != CASENESS_DATE_NONE;

  if (is_known)
    to_gdate (date, &parts);
  if (year != NULL)
    *year = is_known ? g_date_get_year (&parts) : 0;
  if (month != NULL)
    *month = is_known ? (int) g_date_get_month (&parts) : 0;
  if (day != NULL)
    *day = is_known ? g_date_get_day (&parts) : 0;
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
  return caseness_date_new (year, month, g_date_get_days_in_month (month, year));
}

CasenessDate
caseness_date_add_months (CasenessDate date, int months)
{
  GDate parts;

  to_gdate (date, &parts);
  if (months >= 0)
    g_date_add_months (&parts, (guint) months);
  else
    g_date_subtract_months (&parts, (guint) -months);
  return (CasenessDate) g_date_get_julian (&parts) - JULIAN_OF_EPOCH;
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
  g_autoptr (GDateTime) when = NULL;
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
