/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapping-guess.h"

#include "caseness-cell.h"
#include "caseness-mapping-names.h"
#include "caseness-mapping-reader.h"
#include "caseness-mapping-value.h"
#include "caseness-reference.h"

#include <string.h>

/* So many rows are looked at; each choice can be changed when the whole file is previewed. */
#define MOST_SAMPLES 1000
/* The code for a practice that is not known. */
#define PRACTICE_NOT_KNOWN "V81999"

typedef struct
{
  CasenessMapping *mapping;
  const char *provider;
  GStrv headers;
  GHashTable *columns; /* (element-type utf8 int): the headings, normalised, and one more than their place */
  GPtrArray *samples;  /* (element-type GStrv): cells of the first rows; empty where blank */
} Guessing;

/* Tables that every submission needs: an export that has their keys gives them. */
static const char *const needed[] = { "IDS001MPI", "IDS002GP", "IDS101Referral", NULL };

static gboolean
take_sample (const CasenessCsvRow *row, gpointer user_data, GError **error)
{
  GPtrArray *samples = user_data;
  GStrv cells;

  if (samples->len > MOST_SAMPLES)
    return TRUE;
  cells = g_new0 (char *, row->n_held + 1);
  for (guint i = 0; i < row->n_held; i++)
    cells[i] = g_strdup (row->cells[i] == NULL ? "" : row->cells[i]);
  g_ptr_array_add (samples, cells);
  return TRUE;
}

static const char *
get_sample (const Guessing *guessing, guint row, guint column)
{
  char **cells = guessing->samples->pdata[row];

  return column < g_strv_length (cells) && *cells[column] != '\0' ? cells[column] : NULL;
}

/* Headings */

/* The column under a heading in its normal form, or -1. */
static int
find_normal (const Guessing *guessing, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (guessing->columns, name)) - 1;
}

static int
find_header (const Guessing *guessing, const char *name)
{
  g_autofree char *wanted = caseness_mapping_normalize (name);

  return find_normal (guessing, wanted);
}

/* The column for a field, or -1. */
static int
find_column (const Guessing *guessing, const CasenessTableSpec *table, guint field)
{
  const char *const *names = caseness_mapping_names_get (table, field);
  int column = -1;

  for (; column < 0 && *names != NULL; names++)
    column = find_normal (guessing, *names);
  return column;
}

static void
set_by_name (CasenessMappingFeed *feed, const char *field, const char *column, const char *constant)
{
  int index = caseness_spec_find_field (feed->table, field);

  if (index < 0 || feed->sources[index].column != NULL || feed->sources[index].constant != NULL)
    return;
  if (column != NULL)
    caseness_mapping_feed_set_column (feed, (guint) index, column);
  else if (constant != NULL)
    caseness_mapping_feed_set_constant (feed, (guint) index, constant);
}

static const char *
find_header_of (const Guessing *guessing, const char *table, const char *field)
{
  const CasenessTableSpec *spec = caseness_spec_find_table (table);
  int column = find_column (guessing, spec, (guint) caseness_spec_find_field (spec, field));

  return column < 0 ? NULL : guessing->headers[column];
}

/* One contact is one activity where an export has no activities. */
static const char *
find_activity (const Guessing *guessing)
{
  const char *activity = find_header_of (guessing, "IDS202CareActivity", "CareActId");

  return activity != NULL ? activity : find_header_of (guessing, "IDS201CareContact", "CareContactId");
}

/* Tables */

static guint
match_columns (const Guessing *guessing, CasenessMappingFeed *feed)
{
  guint n_telling = 0;

  for (guint i = 0; i < feed->table->n_fields; i++)
    {
      int column = find_column (guessing, feed->table, i);

      if (column < 0)
        continue;
      caseness_mapping_feed_set_column (feed, i, guessing->headers[column]);
      n_telling += caseness_mapping_names_is_shared (feed->table->fields[i].name) ? 0 : 1;
    }
  return n_telling;
}

/* ICD-10 begins with a letter, SNOMED CT with a digit. */
static void
guess_scheme (const Guessing *guessing, CasenessMappingFeed *feed, const char *code_field)
{
  int field = caseness_spec_find_field (feed->table, code_field);
  const char *heading = field < 0 ? NULL : feed->sources[field].column;
  int column = heading == NULL ? -1 : find_header (guessing, heading);

  for (guint i = 1; column >= 0 && i < guessing->samples->len; i++)
    {
      const char *text = get_sample (guessing, i, (guint) column);

      if (text == NULL)
        continue;
      set_by_name (feed, "FindSchemeInUse", NULL, g_ascii_isdigit (*text) ? "04" : "01");
      return;
    }
}

static void
set_defaults (const Guessing *guessing, CasenessMappingFeed *feed)
{
  set_by_name (feed, "CareActId", find_activity (guessing), NULL);
  set_by_name (feed, "OrgIDLocalPatientId", NULL, guessing->provider);
  set_by_name (feed, "GMPCodeReg", NULL, PRACTICE_NOT_KNOWN);
  guess_scheme (guessing, feed, "PresComp");
  guess_scheme (guessing, feed, "LongTermCondition");
}

/* What a table cannot do without and no text for all rows can stand for: ids, and what only makes sense with others, as
 * the score of a questionnaire. */
static gboolean
has_keys (const CasenessMappingFeed *feed)
{
  gboolean is_needed = g_strv_contains (needed, feed->table->name);

  for (guint i = 0; i < feed->table->n_fields; i++)
    {
      const CasenessFieldSpec *field = &feed->table->fields[i];

      if (field->is_mandatory && feed->sources[i].column == NULL && feed->sources[i].constant == NULL
          && (g_str_has_suffix (field->name, "Id") || (!is_needed && caseness_mapping_names_is_shared (field->name))))
        return FALSE;
    }
  return TRUE;
}

/* Where a table says something that not every row of the export does, only rows that say it count. */
static void
guess_when (CasenessMappingFeed *feed)
{
  static const char *const of_every_row[] = { "IDS001MPI", "IDS002GP", "IDS101Referral", "IDS201CareContact",
                                              "IDS202CareActivity", NULL };

  if (g_strv_contains (of_every_row, feed->table->name))
    return;
  for (guint i = 0; i < feed->table->n_fields && feed->when == NULL; i++)
    if (feed->sources[i].column != NULL && !caseness_mapping_names_is_shared (feed->table->fields[i].name))
      feed->when = g_strdup (feed->table->fields[i].name);
}

static gboolean
is_activity_wanted (const Guessing *guessing, const CasenessTableSpec *table)
{
  return g_str_equal (table->name, "IDS202CareActivity")
         && find_header_of (guessing, "IDS201CareContact", "CareContactId") != NULL;
}

static void
guess_table (Guessing *guessing, const CasenessTableSpec *table)
{
  CasenessMappingFeed *feed = caseness_mapping_add_feed (guessing->mapping, table, NULL);
  guint n_telling = match_columns (guessing, feed);

  set_defaults (guessing, feed);
  if ((n_telling > 0 || g_strv_contains (needed, table->name) || is_activity_wanted (guessing, table))
      && has_keys (feed))
    guess_when (feed);
  else
    g_ptr_array_remove_index (guessing->mapping->feeds, guessing->mapping->feeds->len - 1);
}

/* Lists */

/* A list whose key and whatever else a row needs have a column, and that says something beside. */
static guint
count_list_columns (const Guessing *guessing, const CasenessTableSpec *list)
{
  guint n = 0, n_needed = 0;

  for (guint i = 0; i < list->n_fields; i++)
    {
      gboolean is_there = find_column (guessing, list, i) >= 0;

      if (list->fields[i].is_mandatory && !is_there)
        return 0;
      n += is_there ? 1 : 0;
      n_needed += list->fields[i].is_mandatory ? 1 : 0;
    }
  return n > MAX (n_needed, 1) || n_needed > 1 ? n : 0;
}

/* An export of which no table can be made may be a list: the one that finds most of its columns. */
static void
guess_list (Guessing *guessing)
{
  guint n_tables, most = 0;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);
  const CasenessTableSpec *best = NULL;

  for (guint i = 0; i < n_tables; i++)
    {
      guint n = tables[i].is_list ? count_list_columns (guessing, &tables[i]) : 0;

      if (n > most)
        {
          most = n;
          best = &tables[i];
        }
    }
  if (best != NULL)
    match_columns (guessing, caseness_mapping_add_feed (guessing->mapping, best, NULL));
}

/* Questionnaires, one a column */

static const char *
find_measure (const char *code)
{
  const CasenessReference *r = caseness_reference_get ("assessment-tools");
  guint codes = caseness_reference_find_column (r, "snomed_code");

  for (guint row = 0; row < caseness_reference_get_n_rows (r); row++)
    if (g_str_equal (caseness_reference_get_cell (r, row, codes), code))
      return caseness_reference_get_cell (r, row, caseness_reference_find_column (r, "measure"));
  return code;
}

static gboolean
has_feed (const Guessing *guessing, const char *label)
{
  for (guint i = 0; i < guessing->mapping->feeds->len; i++)
    if (g_strcmp0 (((const CasenessMappingFeed *) guessing->mapping->feeds->pdata[i])->label, label) == 0)
      return TRUE;
  return FALSE;
}

/* Scores belong to the contact where there is one, else to the referral on a day. */
static void
guess_score (Guessing *guessing, const char *column, const char *code)
{
  const char *activity = find_activity (guessing);
  const char *referral = find_header_of (guessing, "IDS101Referral", "ServiceRequestId");
  const char *day = find_header_of (guessing, "IDS606CodedScoreAssessmentRefer", "AssToolCompDate");
  const char *table = activity != NULL ? "IDS607CodedScoreAssessmentAct" : "IDS606CodedScoreAssessmentRefer";
  CasenessMappingFeed *feed;

  if (has_feed (guessing, find_measure (code)) || (activity == NULL && (referral == NULL || day == NULL)))
    return;
  feed = caseness_mapping_add_feed (guessing->mapping, caseness_spec_find_table (table), find_measure (code));
  set_by_name (feed, "CareActId", activity, NULL);
  set_by_name (feed, "ServiceRequestId", referral, NULL);
  set_by_name (feed, "AssToolCompDate", day, NULL);
  set_by_name (feed, "CodedAssToolType", NULL, code);
  set_by_name (feed, "PersScore", column, NULL);
  feed->when = g_strdup ("PersScore");
}

static void
guess_scores (Guessing *guessing)
{
  guint n;
  const CasenessMeasureName *measures = caseness_mapping_names_get_measures (&n);

  for (guint i = 0; i < n; i++)
    {
      int column = find_normal (guessing, measures[i].name);

      if (column >= 0)
        guess_score (guessing, guessing->headers[column], measures[i].code);
    }
}

/* Days and codes, from the first rows */

static guint
count_days (const Guessing *guessing, guint column, const char *format)
{
  guint n = 0;

  for (guint i = 1; i < guessing->samples->len; i++)
    {
      const char *text = get_sample (guessing, i, column);

      n += text != NULL && caseness_mapping_is_day (text, format) ? 1 : 0;
    }
  return n;
}

static void
guess_format (const Guessing *guessing, CasenessMappingFeed *feed, guint field, guint column)
{
  const char *const *formats = caseness_mapping_get_formats ();
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; formats[i] != NULL; i++)
    {
      guint n = count_days (guessing, column, formats[i]);

      if (n > most)
        {
          most = n;
          best = formats[i];
        }
    }
  caseness_mapping_feed_set_format (feed, field, best);
}

static void
guess_codes (const Guessing *guessing, CasenessMappingFeed *feed, guint field, guint column)
{
  GHashTable *list = caseness_mapping_get_list (feed->table, field);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GString) tidied = g_string_new (NULL);

  for (guint i = 1; list != NULL && i < guessing->samples->len; i++)
    {
      const char *word = get_sample (guessing, i, column);
      const char *code;

      if (word == NULL || !g_hash_table_add (seen, (gpointer) word))
        continue;
      if (g_hash_table_contains (list, caseness_cell_tidy (&feed->table->fields[field], word, tidied) ? tidied->str
                                                                                                      : word))
        continue;
      code = caseness_mapping_names_find_code (feed->table->fields[field].name, word);
      if (code != NULL)
        caseness_mapping_feed_set_code (feed, field, word, code);
    }
}

static void
guess_cells (const Guessing *guessing, CasenessMappingFeed *feed)
{
  for (guint i = 0; i < feed->table->n_fields; i++)
    {
      CasenessFieldType type = feed->table->fields[i].type;
      int column = feed->sources[i].column == NULL ? -1 : find_header (guessing, feed->sources[i].column);

      if (column < 0)
        continue;
      if (type == CASENESS_FIELD_DATE || type == CASENESS_FIELD_DATE_TIME || type == CASENESS_FIELD_TIME)
        guess_format (guessing, feed, i, (guint) column);
      else
        guess_codes (guessing, feed, i, (guint) column);
    }
}

static void
guess_all (Guessing *guessing)
{
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (guint i = 1; i < n_tables; i++)
    if (!tables[i].is_list && !tables[i].is_extract)
      guess_table (guessing, &tables[i]);
  guess_scores (guessing);
  if (guessing->mapping->feeds->len == 0)
    guess_list (guessing);
  for (guint i = 0; i < guessing->mapping->feeds->len; i++)
    guess_cells (guessing, guessing->mapping->feeds->pdata[i]);
}

/* Of two headings that are alike the first counts. */
static GHashTable *
number_columns (const char *const *headers)
{
  GHashTable *columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = (int) g_strv_length ((GStrv) headers); i > 0; i--)
    g_hash_table_replace (columns, caseness_mapping_normalize (headers[i - 1]), GINT_TO_POINTER (i));
  return columns;
}

CasenessMapping *
caseness_mapping_guess (const char *name, const char *provider, GBytes *bytes, const char *file, GError **error)
{
  g_autoptr(GPtrArray) samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto(GStrv) headers = caseness_mapping_read_headers (bytes, file, error);
  g_autoptr(GHashTable) columns = NULL;
  Guessing guessing = { NULL };

  if (headers == NULL || !caseness_mapping_read_rows (bytes, file, take_sample, samples, error))
    return NULL;
  columns = number_columns ((const char *const *) headers);
  guessing = (Guessing) { caseness_mapping_new (name, (const char *const *) headers), provider, headers, columns,
                          samples };
  guessing.mapping->provider = g_strdup (provider);
  guess_all (&guessing);
  return guessing.mapping;
}
