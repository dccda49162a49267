/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-csv-writer.h"

#include <math.h>
#include <string.h>

struct _CasenessCsvWriter
{
  GString *text;
  gboolean neutralise;
  gboolean is_inside_row;
};

CasenessCsvWriter *
caseness_csv_writer_new (gboolean neutralise)
{
  CasenessCsvWriter *writer = g_new0 (CasenessCsvWriter, 1);

  writer->text = g_string_new (NULL);
  writer->neutralise = neutralise;
  return writer;
}

void
caseness_csv_writer_free (CasenessCsvWriter *writer)
{
  if (writer == NULL)
    return;
  g_string_free (writer->text, TRUE);
  g_free (writer);
}

static void
start_field (CasenessCsvWriter *writer)
{
  if (writer->is_inside_row)
    g_string_append_c (writer->text, ',');
  writer->is_inside_row = TRUE;
}

void
caseness_csv_writer_text (CasenessCsvWriter *writer, const char *text)
{
  gboolean is_formula;
  const char *p;

  start_field (writer);
  if (text == NULL || *text == '\0')
    return;
  is_formula = writer->neutralise && strchr ("=+-@\t\r", *text) != NULL;
  if (strpbrk (text, ",\"\r\n") == NULL && *text != ' ' && text[strlen (text) - 1] != ' ')
    {
      if (is_formula)
        g_string_append_c (writer->text, '\'');
      g_string_append (writer->text, text);
      return;
    }
  g_string_append (writer->text, is_formula ? "\"'" : "\"");
  for (p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (writer->text, '"');
      g_string_append_c (writer->text, *p);
    }
  g_string_append_c (writer->text, '"');
}

void
caseness_csv_writer_int (CasenessCsvWriter *writer, gint64 value)
{
  start_field (writer);
  g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, value);
}

void
caseness_csv_writer_number (CasenessCsvWriter *writer, double value, int decimals)
{
  char format[8];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 16];
  char *end;

  start_field (writer);
  if (isnan (value))
    return;
  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, 0, 9));
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  if (strchr (buffer, '.') != NULL)
    {
      end = buffer + strlen (buffer);
      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
    }
  g_string_append (writer->text, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

void
caseness_csv_writer_date (CasenessCsvWriter *writer, CasenessDate date)
{
  char buffer[11];

  start_field (writer);
  g_string_append (writer->text, caseness_date_write_iso (date, buffer));
}

void
caseness_csv_writer_bool (CasenessCsvWriter *writer, gboolean value)
{
  start_field (writer);
  g_string_append (writer->text, value ? "True" : "False");
}

void
caseness_csv_writer_end_row (CasenessCsvWriter *writer)
{
  g_string_append_c (writer->text, '\n');
  writer->is_inside_row = FALSE;
}

void
caseness_csv_writer_row (CasenessCsvWriter *writer, const char *const *fields)
{
  gsize i;

  for (i = 0; fields[i] != NULL; i++)
    caseness_csv_writer_text (writer, fields[i]);
  caseness_csv_writer_end_row (writer);
}

const char *
caseness_csv_writer_peek (CasenessCsvWriter *writer, gsize *length)
{
  if (length != NULL)
    *length = writer->text->len;
  return writer->text->str;
}

void
caseness_csv_writer_clear (CasenessCsvWriter *writer)
{
  g_string_truncate (writer->text, 0);
}
