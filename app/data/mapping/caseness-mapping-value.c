/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapping-value.h"

#include "caseness-cell.h"
#include "caseness-date.h"
#include "caseness-rules.h"

#include <string.h>

/* Days are counted by spreadsheets from here. */
#define SPREADSHEET_EPOCH (-25569)
#define DAY_NUMBER "day number"
#define SECONDS_A_DAY 86400

/* Days first where they could be either: these are British exports. Two-digit years are not offered, since a birth
 * date would be read a century off. */
static const char *const formats[] = {
  "YYYY-MM-DD", "DD/MM/YYYY", "DD-MM-YYYY", "DD.MM.YYYY", "YYYY/MM/DD", "YYYYMMDD",
  "DD MMM YYYY", "DD-MMM-YYYY", "MM/DD/YYYY", DAY_NUMBER, NULL,
};

/* A day and a clock time; either may be missing. */
typedef struct
{
  CasenessDate day;
  int time;
} Moment;

const char *const *
caseness_mapping_get_formats (void)
{
  return formats;
}

/* Days and clock times */

static gboolean
read_digits (const char **text, guint least, guint most, int *number)
{
  guint n = 0;

  for (*number = 0; n < most && g_ascii_isdigit (**text); n++, (*text)++)
    *number = *number * 10 + (**text - '0');
  return n >= least;
}

static gboolean
read_month_name (const char **text, int *month)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

  for (*month = 1; *month <= 12; (*month)++)
    if (g_ascii_strncasecmp (*text, names + (*month - 1) * 3, 3) == 0)
      {
        while (g_ascii_isalpha (**text))
          (*text)++;
        return TRUE;
      }
  return FALSE;
}

static gsize
count_run (const char *format)
{
  gsize length = 1;

  while (format[length] == format[0])
    length++;
  return length;
}

/* Reads one part of a format, of @run equal letters. */
static gboolean
read_part (const char **text, const char *format, gsize run, gboolean is_run_together, int *year, int *month, int *day)
{
  guint least = is_run_together ? 2 : 1;

  if (*format == 'Y')
    return read_digits (text, 4, 4, year);
  if (*format == 'M' && run == 3)
    return read_month_name (text, month);
  if (*format == 'M')
    return read_digits (text, least, 2, month);
  if (*format == 'D')
    return read_digits (text, least, 2, day);
  return *(*text)++ == *format;
}

static CasenessDate
read_day (const char **text, const char *format)
{
  gboolean is_run_together = strpbrk (format, "/-. ") == NULL;
  int year = 0, month = 0, day = 0;

  for (gsize run; *format != '\0'; format += run)
    {
      run = g_ascii_isalpha (*format) ? count_run (format) : 1;
      if (**text == '\0' || !read_part (text, format, run, is_run_together, &year, &month, &day))
        return CASENESS_DATE_NONE;
    }
  if (year < CASENESS_DATE_MIN_YEAR || year > CASENESS_DATE_MAX_YEAR)
    return CASENESS_DATE_NONE;
  return caseness_date_new (year, month, day);
}

/* 9:30, 09:30:00, 09:30:00.000 and 2:30 PM. */
static int
read_clock (const char *text)
{
  const char *rest = text;
  int hour, minute, second = 0;
  gboolean has_half;

  if (!read_digits (&rest, 1, 2, &hour) || *rest++ != ':' || !read_digits (&rest, 2, 2, &minute))
    return CASENESS_TIME_NONE;
  if (*rest == ':' && (rest++, !read_digits (&rest, 2, 2, &second)))
    return CASENESS_TIME_NONE;
  if (*rest == '.')
    rest += 1 + strspn (rest + 1, "0123456789");
  while (*rest == ' ')
    rest++;
  has_half = g_ascii_strcasecmp (rest, "am") == 0 || g_ascii_strcasecmp (rest, "pm") == 0;
  if ((*rest != '\0' && !has_half) || minute > 59 || second > 59 || hour > (has_half ? 12 : 23)
      || (has_half && hour == 0))
    return CASENESS_TIME_NONE;
  if (has_half)
    hour = hour % 12 + (g_ascii_tolower (*rest) == 'p' ? 12 : 0);
  return (hour * 60 + minute) * 60 + second;
}

static gboolean
read_day_number (const char *text, Moment *moment)
{
  gsize length = strspn (text, "0123456789");
  char *end;
  double days;

  if (length == 0 || length > 5 || (text[length] != '\0' && text[length] != '.'))
    return FALSE;
  days = g_ascii_strtod (text, &end);
  if (*end != '\0')
    return FALSE;
  moment->day = days < 1 ? CASENESS_DATE_NONE : SPREADSHEET_EPOCH + (CasenessDate) days;
  moment->time = text[length] == '\0' ? CASENESS_TIME_NONE
                                      : (int) ((days - (double) (int) days) * SECONDS_A_DAY + 0.5) % SECONDS_A_DAY;
  return TRUE;
}

static gboolean
read_moment (const char *text, const char *format, Moment *moment)
{
  *moment = (Moment) { CASENESS_DATE_NONE, CASENESS_TIME_NONE };
  if (g_str_equal (format, DAY_NUMBER))
    return read_day_number (text, moment);
  moment->day = read_day (&text, format);
  if (moment->day == CASENESS_DATE_NONE)
    return FALSE;
  if (*text == '\0')
    return TRUE;
  if (*text != ' ' && *text != 'T')
    return FALSE;
  moment->time = read_clock (text + 1);
  return moment->time != CASENESS_TIME_NONE;
}

gboolean
caseness_mapping_is_day (const char *text, const char *format)
{
  Moment moment;

  return read_moment (text, format, &moment) && moment.day != CASENESS_DATE_NONE;
}

static void
append_clock (GString *value, int time)
{
  g_string_append_printf (value, "%02d:%02d:%02d", time / 3600, time / 60 % 60, time % 60);
}

static CasenessMappingOutcome
convert_day (const CasenessFieldSpec *field, const char *format, const char *text, GString *value)
{
  Moment moment;
  char iso[11];

  if (!read_moment (text, format, &moment) || moment.day == CASENESS_DATE_NONE)
    return CASENESS_MAPPING_UNREADABLE;
  g_string_assign (value, caseness_date_write_iso (moment.day, iso));
  if (field->type == CASENESS_FIELD_TEXT)
    g_string_truncate (value, strlen ("YYYY-MM")); /* OnsetDate: a year and a month */
  else if (field->type == CASENESS_FIELD_DATE_TIME)
    {
      g_string_append_c (value, ' ');
      append_clock (value, MAX (moment.time, 0));
    }
  return CASENESS_MAPPING_TAKEN;
}

/* A clock time may stand alone or behind a day. */
static CasenessMappingOutcome
convert_time (const char *format, const char *text, GString *value)
{
  Moment moment = { CASENESS_DATE_NONE, read_clock (text) };

  if (moment.time == CASENESS_TIME_NONE && format != NULL && !read_moment (text, format, &moment))
    return CASENESS_MAPPING_UNREADABLE;
  if (moment.time == CASENESS_TIME_NONE)
    moment.time = caseness_time_parse (text);
  g_string_truncate (value, 0);
  if (moment.time != CASENESS_TIME_NONE)
    append_clock (value, moment.time);
  else if (moment.day == CASENESS_DATE_NONE)
    {
      g_string_assign (value, text);
      return CASENESS_MAPPING_UNREADABLE;
    }
  return value->len > 0 ? CASENESS_MAPPING_TAKEN : CASENESS_MAPPING_EMPTY;
}

/* Codes */

GHashTable *
caseness_mapping_get_list (const CasenessTableSpec *table, guint field)
{
  guint n_rules;
  const CasenessRule *rules = caseness_rules_get (&n_rules);
  int index = (int) (table - caseness_spec_get_tables (NULL));

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].test == CASENESS_RULE_NOT_IN_LIST && rules[i].table == index && rules[i].column == (int) field
        && rules[i].list != NULL)
      return rules[i].list;
  return NULL;
}

static CasenessMappingOutcome
convert_code (const CasenessFieldSpec *field, const CasenessMappingSource *source, GHashTable *list, const char *text,
              GString *value)
{
  g_autoptr(GString) tidied = g_string_new (NULL);

  if (source->codes != NULL)
    {
      g_autofree char *word = caseness_mapping_normalize (text);
      const char *code = g_hash_table_lookup (source->codes, word);

      if (code != NULL)
        g_string_assign (value, code);
    }
  if (value->len == 0)
    return CASENESS_MAPPING_EMPTY; /* a word may stand for nothing */
  if (list == NULL)
    return CASENESS_MAPPING_TAKEN;
  return g_hash_table_contains (list, caseness_cell_tidy (field, value->str, tidied) ? tidied->str
                                                                                                      : value->str)
           ? CASENESS_MAPPING_TAKEN
           : CASENESS_MAPPING_UNMAPPED;
}

CasenessMappingOutcome
caseness_mapping_convert (const CasenessFieldSpec *field, const CasenessMappingSource *source, GHashTable *list,
                          const char *text, GString *value)
{
  g_string_assign (value, source->constant != NULL ? source->constant : text != NULL ? text : "");
  if (value->len == 0)
    return CASENESS_MAPPING_EMPTY;
  if (source->constant != NULL)
    return CASENESS_MAPPING_TAKEN;
  if (field->type == CASENESS_FIELD_TIME)
    return convert_time (source->format, text, value);
  if (source->format != NULL)
    return convert_day (field, source->format, text, value);
  if (field->type == CASENESS_FIELD_DATE)
    return caseness_date_parse (text) == CASENESS_DATE_NONE ? CASENESS_MAPPING_UNREADABLE : CASENESS_MAPPING_TAKEN;
  return convert_code (field, source, list, text, value);
}
