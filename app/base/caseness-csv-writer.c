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
  GByteArray *kinds; /* a CasenessCsvKind for each field of the text */
};

CasenessCsvWriter *
caseness_csv_writer_new (gboolean neutralise)
{
  CasenessCsvWriter *writer = g_new0 (CasenessCsvWriter, 1);

  writer->text = g_string_new (NULL);
  writer->neutralise = neutralise;
  writer->kinds = g_byte_array_new ();
  return writer;
}

void
caseness_csv_writer_free (CasenessCsvWriter *writer)
{
  if (writer == NULL)
    return;
  g_string_free (writer->text, TRUE);
  g_byte_array_unref (writer->kinds);
  g_free (writer);
}

static void
start_field (CasenessCsvWriter *writer, CasenessCsvKind kind)
{
  const guint8 byte = (guint8) kind;

  g_byte_array_append (writer->kinds, &byte, 1);
  if (writer->is_inside_row)
    g_string_append_c (writer->text, ',');
  writer->is_inside_row = TRUE;
}

void
caseness_csv_writer_text (CasenessCsvWriter *writer, const char *text)
{
  gboolean is_formula;
  const char *p;

  if (text == NULL || *text == '\0')
    {
      start_field (writer, CASENESS_CSV_EMPTY);
      return;
    }
  is_formula = writer->neutralise && strchr ("=+-@\t\r", *text) != NULL;
  start_field (writer, is_formula ? CASENESS_CSV_GUARDED : CASENESS_CSV_TEXT);
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
  start_field (writer, CASENESS_CSV_NUMBER);
  g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, value);
}

void
caseness_csv_writer_number (CasenessCsvWriter *writer, double value, int decimals)
{
  char format[8];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 16];
  char *end;

  start_field (writer, isnan (value) ? CASENESS_CSV_EMPTY : CASENESS_CSV_NUMBER);
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

/* Only plain decimals: no other spelling of a number, and no space. */
static gboolean
is_in_digits (const char *text)
{
  const char *p = *text == '-' ? text + 1 : text;
  gsize n_whole = strspn (p, "0123456789"), n_part;

  if (p[n_whole] == '\0')
    return n_whole > 0;
  n_part = p[n_whole] == '.' ? strspn (p + n_whole + 1, "0123456789") : 0;
  return n_whole > 0 && n_part > 0 && p[n_whole + 1 + n_part] == '\0';
}

void
caseness_csv_writer_digits (CasenessCsvWriter *writer, const char *digits)
{
  if (digits == NULL || !is_in_digits (digits))
    {
      caseness_csv_writer_text (writer, digits);
      return;
    }
  start_field (writer, CASENESS_CSV_NUMBER);
  g_string_append (writer->text, digits);
}

void
caseness_csv_writer_date (CasenessCsvWriter *writer, CasenessDate date)
{
  char buffer[11];

  start_field (writer, date != CASENESS_DATE_NONE ? CASENESS_CSV_DAY : CASENESS_CSV_EMPTY);
  g_string_append (writer->text, caseness_date_write_iso (date, buffer));
}

void
caseness_csv_writer_bool (CasenessCsvWriter *writer, gboolean value)
{
  start_field (writer, CASENESS_CSV_TEXT);
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
caseness_csv_writer_peek (const CasenessCsvWriter *writer, gsize *length)
{
  if (length != NULL)
    *length = writer->text->len;
  return writer->text->str;
}

/* Takes the field at @p out of its quotes into @field. Returns what stands behind it. */
static const char *
read_field (const char *p, GString *field)
{
  gsize plain;

  g_string_truncate (field, 0);
  if (*p != '"')
    {
      plain = strcspn (p, ",\n");
      g_string_append_len (field, p, (gssize) plain);
      return p + plain;
    }
  for (p++; *p != '"' || p[1] == '"'; p++)
    {
      g_string_append_c (field, *p);
      if (*p == '"')
        p++;
    }
  return p + 1;
}

static void
understand (CasenessCsvCell *cell, const GString *field)
{
  cell->text = cell->kind == CASENESS_CSV_GUARDED ? field->str + 1 : field->str;
  cell->number = NAN;
  if (cell->kind == CASENESS_CSV_NUMBER)
    cell->number = g_ascii_strtod (field->str, NULL);
  else if (cell->kind == CASENESS_CSV_DAY)
    cell->number = caseness_date_parse (field->str);
}

void
caseness_csv_writer_visit (const CasenessCsvWriter *writer, CasenessCsvVisit visit, gpointer user_data)
{
  g_autoptr(GString) field = g_string_new (NULL);
  CasenessCsvCell cell = { 0 };
  const char *p = writer->text->str;
  guint i;

  for (i = 0; i < writer->kinds->len; i++)
    {
      p = read_field (p, field);
      cell.kind = (CasenessCsvKind) writer->kinds->data[i];
      understand (&cell, field);
      if (cell.kind != CASENESS_CSV_EMPTY && !visit (&cell, user_data))
        return;
      cell.column = *p == '\n' ? 0 : cell.column + 1;
      cell.row += *p == '\n';
      if (*p != '\0')
        p++;
    }
}

CasenessCsvWriter *
caseness_csv_writer_steal (CasenessCsvWriter *writer)
{
  CasenessCsvWriter *stolen = g_memdup2 (writer, sizeof *writer);

  writer->text = g_string_new (NULL);
  writer->kinds = g_byte_array_new ();
  writer->is_inside_row = FALSE;
  return stolen;
}

void
caseness_csv_writer_clear (CasenessCsvWriter *writer)
{
  g_byte_array_set_size (writer->kinds, 0);
  g_string_truncate (writer->text, 0);
}
