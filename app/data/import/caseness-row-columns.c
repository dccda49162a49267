/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-row-columns.h"

#include "caseness-identifiers.h"

#include <string.h>

/* What a derived column holds when it cannot be worked out. */
#define NOTHING (-1)

typedef gint64 (*DeriveFunc) (const CasenessRowFacts *facts, const char *first, const char *second);

static gint64 derive_birth_month (const CasenessRowFacts *facts, const char *birth_date, const char *unused);
static gint64 derive_number_tag (const CasenessRowFacts *facts, const char *nhs_number, const char *unused);
static gint64 derive_age (const CasenessRowFacts *facts, const char *patient, const char *received);
static gint64 derive_decile (const CasenessRowFacts *facts, const char *patient, const char *unused);

/* Columns of ours beside those of the data set: what is left of the identifiers that are not kept. */
static const struct
{
  const char *table;
  const char *name;
  DeriveFunc derive;
  const char *first;  /* fields it is worked out from */
  const char *second; /* (nullable) */
} derived_columns[] = {
  { "IDS001MPI", "PersonBirthMonth", derive_birth_month, "PersonBirthDate", NULL },
  { "IDS001MPI", "NHSNumberTag", derive_number_tag, "NHSNumber", NULL },
  { "IDS101Referral", "AgeReferral", derive_age, "LocalPatientId", "ReferralRequestReceivedDate" },
  { "IDS101Referral", "IMDDecile", derive_decile, "LocalPatientId", NULL },
};

/* Used while importing and not stored unless the user says so (architecture, "Only what the views need is kept"). */
static const char *const identifiers[] = { "NHSNumber", "Postcode", "PersonBirthDate", NULL };

/* A field of the table, or worked out from two of them. */
typedef struct
{
  const char *name;
  CasenessFieldType type;
  gboolean is_identifier;
  DeriveFunc derive; /* (nullable) */
  int first;
  int second;
} Column;

struct _CasenessRowColumns
{
  GArray *columns; /* of Column */
};

/* Year and month, since ages are taken at month ends; born on 29 February counts as born in March (rulings 3). */
static gint64
derive_birth_month (const CasenessRowFacts *facts, const char *birth_date, const char *unused)
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
derive_number_tag (const CasenessRowFacts *facts, const char *nhs_number, const char *unused)
{
  guint64 mixed;

  if (nhs_number == NULL || !caseness_nhs_number_is_possible (nhs_number))
    return NOTHING;
  mixed = g_ascii_strtoull (nhs_number, NULL, 10) + facts->salt;
  mixed = (mixed ^ (mixed >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  mixed = (mixed ^ (mixed >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (gint64) ((mixed ^ (mixed >> 31)) >> 48);
}

static gint64
derive_age (const CasenessRowFacts *facts, const char *patient, const char *received)
{
  gpointer born;

  if (facts->births == NULL || patient == NULL
      || !g_hash_table_lookup_extended (facts->births, patient, NULL, &born))
    return NOTHING;
  return caseness_date_age (GPOINTER_TO_INT (born), caseness_date_parse (received));
}

static gint64
derive_decile (const CasenessRowFacts *facts, const char *patient, const char *unused)
{
  gpointer decile = facts->deciles == NULL || patient == NULL ? NULL : g_hash_table_lookup (facts->deciles, patient);

  return decile == NULL ? NOTHING : GPOINTER_TO_INT (decile);
}

static void
add_fields (GArray *columns, const CasenessTableSpec *spec)
{
  for (guint i = 0; i < spec->n_fields; i++)
    {
      Column column = { spec->fields[i].name, spec->fields[i].type, FALSE, NULL, (int) i, -1 };

      column.is_identifier = strcmp (spec->name, "IDS001MPI") == 0 && g_strv_contains (identifiers, column.name);
      g_array_append_val (columns, column);
    }
}

static void
add_derived (GArray *columns, const CasenessTableSpec *spec)
{
  for (guint i = 0; i < G_N_ELEMENTS (derived_columns); i++)
    {
      Column column = { derived_columns[i].name, CASENESS_FIELD_INTEGER, FALSE, derived_columns[i].derive, -1, -1 };

      if (strcmp (derived_columns[i].table, spec->name) != 0)
        continue;
      column.first = caseness_spec_find_field (spec, derived_columns[i].first);
      if (derived_columns[i].second != NULL)
        column.second = caseness_spec_find_field (spec, derived_columns[i].second);
      g_array_append_val (columns, column);
    }
}

CasenessRowColumns *
caseness_row_columns_new (const CasenessTableSpec *spec)
{
  CasenessRowColumns *columns = g_new0 (CasenessRowColumns, 1);

  g_return_val_if_fail (spec != NULL, NULL);

  columns->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  add_fields (columns->columns, spec);
  add_derived (columns->columns, spec);
  return columns;
}

void
caseness_row_columns_free (CasenessRowColumns *columns)
{
  if (columns == NULL)
    return;
  g_array_unref (columns->columns);
  g_free (columns);
}

guint
caseness_row_columns_get_count (const CasenessRowColumns *columns)
{
  return columns->columns->len;
}

const char *
caseness_row_columns_get_name (const CasenessRowColumns *columns, guint column)
{
  return g_array_index (columns->columns, Column, column).name;
}

static CasenessRowValue
derive (const Column *column, const char *const *cells, const CasenessRowFacts *facts, gint64 *number)
{
  *number = column->derive (facts, cells[column->first], column->second >= 0 ? cells[column->second] : NULL);
  return *number != NOTHING ? CASENESS_ROW_NUMBER : CASENESS_ROW_NULL;
}

/* Cells come judged, so one that is not a number where its type wants one is rare and is stored as blank. */
CasenessRowValue
caseness_row_columns_read (const CasenessRowColumns *columns, guint column, const char *const *cells,
                           const CasenessRowFacts *facts, gint64 *number, const char **text)
{
  const Column *wanted = &g_array_index (columns->columns, Column, column);
  const char *cell;
  char *end;

  if (wanted->derive != NULL)
    return derive (wanted, cells, facts, number);
  cell = cells[wanted->first];
  if (cell == NULL || (wanted->is_identifier && !facts->keep_identifiers))
    return CASENESS_ROW_NULL;
  switch (wanted->type)
    {
    case CASENESS_FIELD_DATE:
      *number = caseness_date_parse (cell);
      return *number != CASENESS_DATE_NONE ? CASENESS_ROW_NUMBER : CASENESS_ROW_NULL;
    case CASENESS_FIELD_TIME:
      *number = caseness_time_parse (cell);
      return *number != CASENESS_TIME_NONE ? CASENESS_ROW_NUMBER : CASENESS_ROW_NULL;
    case CASENESS_FIELD_INTEGER:
      *number = g_ascii_strtoll (cell, &end, 10);
      return end != cell && *end == '\0' ? CASENESS_ROW_NUMBER : CASENESS_ROW_NULL;
    case CASENESS_FIELD_TEXT:
    case CASENESS_FIELD_DATE_TIME:
    default:
      *text = cell;
      return CASENESS_ROW_TEXT;
    }
}
