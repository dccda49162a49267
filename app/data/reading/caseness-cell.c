/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cell.h"

#include "caseness-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whole numbers are stored as 64 bits, so this many digits always fit. */
#define MAX_DIGITS 18

gboolean
caseness_cell_is_digits (const char *text, gsize least, gsize most)
{
  gsize length = strspn (text, "0123456789");

  return text[length] == '\0' && length >= least && length <= most;
}

gboolean
caseness_cell_tidy (const CasenessFieldSpec *field, const char *text, GString *tidied)
{
  if (field->letters == CASENESS_LETTERS_AS_SENT && field->code_width == 0)
    return FALSE;
  g_string_assign (tidied, text);
  if (field->letters == CASENESS_LETTERS_UPPER)
    g_string_ascii_up (tidied);
  else if (field->letters == CASENESS_LETTERS_LOWER)
    g_string_ascii_down (tidied);
  /* Only numbers lose their zeros to spreadsheets; a short letter code is not a padded one. */
  if (caseness_cell_is_digits (text, 1, G_MAXSIZE))
    while (tidied->len < field->code_width)
      g_string_prepend_c (tidied, '0');
  return strcmp (tidied->str, text) != 0;
}

static int
parse_clock (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ".", 2);

  if (parts[0] == NULL || (parts[1] != NULL && !caseness_cell_is_digits (parts[1], 1, 9)))
    return CASENESS_TIME_NONE;
  return caseness_time_parse (parts[0]);
}

char *
caseness_cell_date_time_parse (const char *text)
{
  g_autofree char *day = NULL;
  char iso[11];
  gsize length;
  CasenessDate date;
  int time = 0;

  if (text == NULL)
    return NULL;
  length = strcspn (text, " T");
  day = g_strndup (text, length);
  date = caseness_date_parse (day);
  if (text[length] != '\0')
    time = parse_clock (text + length + 1);
  if (date == CASENESS_DATE_NONE || time == CASENESS_TIME_NONE)
    return NULL;
  return g_strdup_printf ("%s %02d:%02d:%02d", caseness_date_write_iso (date, iso), time / 3600, time / 60 % 60,
                          time % 60);
}

static char *
describe_type_fault (const CasenessFieldSpec *field, const char *text, const char **rule)
{
  if (field->type == CASENESS_FIELD_DATE && caseness_date_parse (text) == CASENESS_DATE_NONE)
    {
      *rule = "CASENESS-DATE";
      return g_strdup_printf (_("%s is not a date, or lies before 1890. Write it as YYYY-MM-DD."), field->name);
    }
  if (field->type == CASENESS_FIELD_TIME && caseness_time_parse (text) == CASENESS_TIME_NONE)
    {
      *rule = "CASENESS-TIME";
      return g_strdup_printf (_("%s is not a clock time. Write it as HH:MM."), field->name);
    }
  if (field->type == CASENESS_FIELD_INTEGER && !caseness_cell_is_digits (text, 1, MAX_DIGITS))
    {
      *rule = "CASENESS-NUMBER";
      return g_strdup_printf (_("%s is not a whole number. Write it with digits alone."), field->name);
    }
  return NULL;
}

char *
caseness_cell_judge (const CasenessFieldSpec *field, const char *text, const char **rule)
{
  if (text == NULL && !field->is_mandatory)
    return NULL;
  if (text == NULL)
    {
      *rule = "CASENESS-BLANK";
      return g_strdup_printf (_("%s is empty. Fill it; a row without it is not kept."), field->name);
    }
  return describe_type_fault (field, text, rule);
}
