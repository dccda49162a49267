/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-row-writer.h"

#include "caseness-identifiers.h"
#include "caseness-store-private.h"

#include <string.h>

#define ROWS_BETWEEN_CHECKS 4096

/* What a derived column holds when it cannot be worked out. */
#define NOTHING (-1)

typedef gint64 (*DeriveFunc) (CasenessRowWriter *writer, const char *first, const char *second);

static gint64 derive_birth_month (CasenessRowWriter *writer, const char *birth_date, const char *unused);
static gint64 derive_number_tag (CasenessRowWriter *writer, const char *nhs_number, const char *unused);
static gint64 derive_age (CasenessRowWriter *writer, const char *patient, const char *received);

/* Columns of ours beside those of the data set: what is left of the identifiers that are not kept. */
static const struct
{
  const char *table;
  const char *parameter;
  DeriveFunc derive;
  const char *first;  /* fields it is worked out from */
  const char *second; /* (nullable) */
} derived_columns[] = {
  { "IDS001MPI", ":PersonBirthMonth", derive_birth_month, "PersonBirthDate", NULL },
  { "IDS001MPI", ":NHSNumberTag", derive_number_tag, "NHSNumber", NULL },
  { "IDS101Referral", ":AgeReferral", derive_age, "LocalPatientId", "ReferralRequestReceivedDate" },
};

/* Used while importing and not stored unless the user says so (architecture, "Only what the views need is kept"). */
static const char *const identifiers[] = { "NHSNumber", "Postcode", "PersonBirthDate", NULL };

/* A column of the statement: a field of the table, or worked out from two of them. */
typedef struct
{
  int parameter;
  CasenessFieldType type;
  DeriveFunc derive; /* (nullable) */
  int first;
  int second;
} Column;

/* Year and month, since ages are taken at month ends; born on 29 February counts as born in March (rulings 3). */
static gint64
derive_birth_month (CasenessRowWriter *writer, const char *birth_date, const char *unused)
{
  CasenessDate date = caseness_date_parse (birth_date);
  int year, month, day;

  if (date == CASENESS_DATE_NONE)
    return NOTHING;
  caseness_date_split (date, &year, &month, &day);
  if (month == 2 && day == 29)
    month = 3;
  return year * 100 + month;
}

/* Sixteen bits tell two people under one referral apart and are shared by some 60,000 possible numbers, so they name
 * nobody. The mixing is that of splitmix64; the salt is the store's own, so that two stores cannot be joined by it. */
static gint64
derive_number_tag (CasenessRowWriter *writer, const char *nhs_number, const char *unused)
{
  guint64 mixed;

  if (nhs_number == NULL || !caseness_nhs_number_is_possible (nhs_number))
    return NOTHING;
  mixed = g_ascii_strtoull (nhs_number, NULL, 10) + writer->salt;
  mixed = (mixed ^ (mixed >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  mixed = (mixed ^ (mixed >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (gint64) ((mixed ^ (mixed >> 31)) >> 48);
}

static gint64
derive_age (CasenessRowWriter *writer, const char *patient, const char *received)
{
  gpointer born;

  if (writer->births == NULL || patient == NULL
      || !g_hash_table_lookup_extended (writer->births, patient, NULL, &born))
    return NOTHING;
  return caseness_date_age (GPOINTER_TO_INT (born), caseness_date_parse (received));
}

void
caseness_row_writer_start_submission (CasenessRowWriter *writer, const CasenessSubmission *submission)
{
  g_clear_pointer (&writer->births, g_hash_table_unref);
  writer->births = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint t = 0; t < submission->n_tables; t++)
    {
      const CasenessSubmissionTable *table = &submission->tables[t];
      int patient, born;

      if (strcmp (table->spec->name, "IDS001MPI") != 0)
        continue;
      patient = caseness_spec_find_field (table->spec, "LocalPatientId");
      born = caseness_spec_find_field (table->spec, "PersonBirthDate");
      for (guint row = 0; row < table->n_rows; row++)
        {
          const char **cells = table->cells + (gsize) row * table->n_columns;

          if (!table->is_rejected[row] && cells[patient] != NULL)
            g_hash_table_insert (writer->births, (gpointer) cells[patient],
                                 GINT_TO_POINTER (caseness_date_parse (cells[born])));
        }
    }
}

static gboolean
is_dropped (CasenessRowWriter *writer, const CasenessTableSpec *spec, const char *field)
{
  return !writer->keep_identifiers && strcmp (spec->name, "IDS001MPI") == 0 && g_strv_contains (identifiers, field);
}

/* Which parameter of the statement takes which field, worked out once a table. A parameter without a column stays
 * NULL: that is how identifiers are left out. */
static GArray *
map_columns (CasenessRowWriter *writer, const CasenessTableSpec *spec, CasenessStatement *statement)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  for (guint i = 0; i < spec->n_fields; i++)
    {
      g_autofree char *parameter = g_strconcat (":", spec->fields[i].name, NULL);
      Column column = { caseness_statement_find (statement, parameter), spec->fields[i].type, NULL, (int) i, -1 };

      if (column.parameter == 0)
        g_error ("insert-%s.sql has no parameter %s", spec->name, parameter);
      if (!is_dropped (writer, spec, spec->fields[i].name))
        g_array_append_val (columns, column);
    }
  for (guint i = 0; i < G_N_ELEMENTS (derived_columns); i++)
    if (strcmp (derived_columns[i].table, spec->name) == 0)
      {
        Column column = { caseness_statement_find (statement, derived_columns[i].parameter), CASENESS_FIELD_INTEGER,
                          derived_columns[i].derive, caseness_spec_find_field (spec, derived_columns[i].first), -1 };

        if (derived_columns[i].second != NULL)
          column.second = caseness_spec_find_field (spec, derived_columns[i].second);
        g_array_append_val (columns, column);
      }
  return columns;
}

/* Whether @text, read as its field's type, is a number for the store. Cells come judged, so one that is not is rare
 * and is stored as blank. */
static gboolean
read_number (const char *text, CasenessFieldType type, gint64 *number)
{
  char *end;

  switch (type)
    {
    case CASENESS_FIELD_DATE:
      *number = caseness_date_parse (text);
      return *number != CASENESS_DATE_NONE;
    case CASENESS_FIELD_TIME:
      *number = caseness_time_parse (text);
      return *number != CASENESS_TIME_NONE;
    case CASENESS_FIELD_INTEGER:
      *number = g_ascii_strtoll (text, &end, 10);
      return end != text && *end == '\0';
    case CASENESS_FIELD_TEXT:
    case CASENESS_FIELD_DATE_TIME:
    default:
      return FALSE;
    }
}

static void
put_cell (CasenessRowWriter *writer, CasenessStatement *statement, const Column *column, const char **cells)
{
  const char *text = cells[column->first];
  gint64 number;

  if (column->derive != NULL)
    {
      number = column->derive (writer, text, column->second >= 0 ? cells[column->second] : NULL);
      if (number != NOTHING)
        caseness_statement_put_int (statement, column->parameter, number);
      else
        caseness_statement_put_text (statement, column->parameter, NULL);
    }
  else if (text == NULL || column->type == CASENESS_FIELD_TEXT || column->type == CASENESS_FIELD_DATE_TIME)
    caseness_statement_put_text (statement, column->parameter, text);
  else if (read_number (text, column->type, &number))
    caseness_statement_put_int (statement, column->parameter, number);
  else
    caseness_statement_put_text (statement, column->parameter, NULL);
}

static gboolean
put_row (CasenessRowWriter *writer, CasenessStatement *statement, GArray *columns,
         const CasenessSubmissionTable *table, guint row, GError **error)
{
  const char **cells = table->cells + (gsize) row * table->n_columns;

  for (guint i = 0; i < columns->len; i++)
    put_cell (writer, statement, &g_array_index (columns, Column, i), cells);
  if (caseness_statement_run (statement, writer->progress->cancellable, error))
    return TRUE;
  /* A full disk is no fault of the row; anything unforeseen may be. */
  if (error != NULL && g_error_matches (*error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FAILED))
    g_prefix_error (error, "%s:%u: ", table->file, table->lines[row]);
  return FALSE;
}

static gboolean
put_rows (CasenessRowWriter *writer, CasenessStatement *statement, const CasenessSubmissionTable *table, gint64 owner,
          GError **error)
{
  g_autoptr(GArray) columns = map_columns (writer, table->spec, statement);
  int line = caseness_statement_find (statement, ":line");

  caseness_statement_bind_int (statement, table->spec->is_list ? ":list_id" : ":submission_id", owner);
  for (guint row = 0; row < table->n_rows; row++)
    {
      writer->bytes_ahead += writer->bytes_a_row;
      if (row % ROWS_BETWEEN_CHECKS == 0
          && !caseness_import_progress_check (writer->progress, writer->bytes_ahead, error))
        return FALSE;
      if (table->is_rejected[row])
        continue;
      caseness_statement_put_int (statement, line, table->lines[row]);
      if (!put_row (writer, statement, columns, table, row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
caseness_row_writer_put (CasenessRowWriter *writer, const CasenessSubmissionTable *table, gint64 owner, GError **error)
{
  g_autofree char *name = g_strconcat ("insert-", table->spec->name, NULL);
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (writer->store, name, error);

  return statement != NULL && put_rows (writer, statement, table, owner, error);
}

void
caseness_row_writer_clear (CasenessRowWriter *writer)
{
  g_clear_pointer (&writer->births, g_hash_table_unref);
}
