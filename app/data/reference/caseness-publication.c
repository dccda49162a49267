/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-publication.h"

#include "caseness-digest.h"
#include "caseness-file-bytes.h"
#include "caseness-mapping-reader.h"
#include "caseness-publication-columns.h"
#include "caseness-reference.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define TOTAL "Total"
#define ALL "All"

/* A row is looked at for cancelling now and then. */
#define ROWS_BETWEEN_LOOKS 4096

static const char *const layout_words[] = { "monthly", "annual", "therapy", "tidy" };

/* A file under way. */
typedef struct
{
  CasenessPublication *publication;
  CasenessPublicationColumns *columns;
  const CasenessPublicationOptions *options;
  CasenessPeriod given; /* what the figures are of where no column says */
  GCancellable *cancellable;
} Reading;

/* What a row says of all its figures. */
typedef struct
{
  CasenessPublishedFigure figure;
  char *organisation;
  char *commissioner;
  char *group;
} Row;

static void
row_clear (Row *row)
{
  g_free (row->organisation);
  g_free (row->commissioner);
  g_free (row->group);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

/* Takes @words. */
static gboolean
refuse (GError **error, const Reading *reading, guint line, char *words)
{
  /* Translators: a file name, a line number, then a sentence about that line. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _ ("%s line %u: %s"),
               reading->publication->file, line, words);
  g_free (words);
  return FALSE;
}

static const char *
get_cell (const Reading *reading, const CasenessCsvRow *row, CasenessPublicationRole role)
{
  int column = reading->columns->roles[role];

  return column >= 0 && row->cells[column] != NULL ? row->cells[column] : "";
}

/* What the publisher prints for a thing that is not there. */
static gboolean
is_blank (const char *text)
{
  static const char *const blanks[] = { "", "-", "NULL", "N/A", "NA" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (blanks); i++)
    if (g_ascii_strcasecmp (text, blanks[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_everybody (const char *text)
{
  return is_blank (text) || g_ascii_strcasecmp (text, ALL) == 0 || g_ascii_strcasecmp (text, TOTAL) == 0;
}

/* "2024-25", wherever it stands in @text. */
static gboolean
find_financial_year (const char *text, CasenessPeriod *period)
{
  g_autoptr(GRegex) year = g_regex_new ("(20[0-9]{2})[-_/]([0-9]{2})(?![0-9]|-[0-9])", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (g_regex_match (year, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *first = g_match_info_fetch (match, 1), *second = g_match_info_fetch (match, 2);
      int from = atoi (first);

      if ((from + 1) % 100 != atoi (second))
        continue;
      *period = caseness_period_around (CASENESS_PERIOD_FINANCIAL_YEAR, caseness_date_new (from, 4, 1));
      return TRUE;
    }
  return FALSE;
}

/* "2024-06" or "2024-25" */
static gboolean
parse_period (const char *text, CasenessPeriod *period)
{
  g_autofree char *first = g_strconcat (text, "-01", NULL);
  CasenessDate date = strlen (text) == strlen ("2024-06") ? caseness_date_parse (first) : CASENESS_DATE_NONE;

  if (find_financial_year (text, period))
    return TRUE;
  if (date == CASENESS_DATE_NONE)
    return FALSE;
  *period = caseness_period_around (CASENESS_PERIOD_MONTH, date);
  return TRUE;
}

static gboolean
read_period (const Reading *reading, const CasenessCsvRow *row, CasenessPeriod *period, GError **error)
{
  const char *start = get_cell (reading, row, CASENESS_ROLE_START), *end = get_cell (reading, row, CASENESS_ROLE_END);
  const char *both = get_cell (reading, row, CASENESS_ROLE_PERIOD);

  *period = reading->given;
  if (start[0] != '\0' || end[0] != '\0')
    {
      *period = (CasenessPeriod){ caseness_date_parse (start), caseness_date_parse (end) };
      if (period->start == CASENESS_DATE_NONE)
        return refuse (error, reading, row->line,
                       g_strdup_printf (_ ("“%s” is no date for the period to start. Write 2025-06-01."), start));
      if (period->end < period->start)
        return refuse (error, reading, row->line,
                       g_strdup_printf (_ ("“%s” is no date for the period to end. Write 2025-06-30."), end));
    }
  else if (both[0] != '\0' && !parse_period (both, period))
    return refuse (error, reading, row->line,
                   g_strdup_printf (_ ("“%s” is no month (2025-06) and no financial year (2025-26)."), both));
  if (period->start == CASENESS_DATE_NONE)
    return refuse (error, reading, row->line, g_strdup (_ ("the period is missing.")));
  return TRUE;
}

static CasenessPublishedLevel
read_level (const Reading *reading, const CasenessCsvRow *row)
{
  if (reading->columns->roles[CASENESS_ROLE_LEVEL] >= 0)
    return caseness_published_level_parse (get_cell (reading, row, CASENESS_ROLE_LEVEL));
  return reading->columns->roles[CASENESS_ROLE_CODE] >= 0 ? CASENESS_PUBLISHED_PROVIDER : CASENESS_PUBLISHED_ENGLAND;
}

/* Which columns name the organisation: those of the provider for a provider, of the commissioner for an area. */
static void
read_organisation (const Reading *reading, const CasenessCsvRow *row, Row *into)
{
  gboolean is_provider = into->figure.level == CASENESS_PUBLISHED_PROVIDER
                         || into->figure.level == CASENESS_PUBLISHED_SUB_ICB_PROVIDER;
  const char *code = get_cell (reading, row, CASENESS_ROLE_CODE), *name = get_cell (reading, row, CASENESS_ROLE_NAME);
  gboolean is_second = is_provider && !is_everybody (get_cell (reading, row, CASENESS_ROLE_PROVIDER));

  if (code[0] == '\0')
    {
      code = get_cell (reading, row, is_second ? CASENESS_ROLE_PROVIDER : CASENESS_ROLE_COMMISSIONER);
      name = get_cell (reading, row, is_second ? CASENESS_ROLE_PROVIDER_NAME : CASENESS_ROLE_COMMISSIONER_NAME);
    }
  if (into->figure.level == CASENESS_PUBLISHED_ENGLAND)
    code = name = CASENESS_PUBLISHED_ENGLAND_CODE;
  into->organisation = into->figure.level == CASENESS_PUBLISHED_ENGLAND ? g_strdup (code) : g_ascii_strup (code, -1);
  into->figure.name = name[0] != '\0' ? name : code;
  into->commissioner = g_ascii_strup (into->figure.level == CASENESS_PUBLISHED_SUB_ICB_PROVIDER
                                        ? get_cell (reading, row, CASENESS_ROLE_COMMISSIONER) : "", -1);
}

static void
append_group (GString *group, const char *more)
{
  if (is_blank (more))
    return;
  if (group->len > 0)
    g_string_append (group, ": ");
  g_string_append (group, more);
}

/* "Ethnic Group", "White: British" */
static void
read_group (const Reading *reading, const CasenessCsvRow *row, Row *into)
{
  static const CasenessPublicationRole parts[] = { CASENESS_ROLE_GROUP_A, CASENESS_ROLE_GROUP_B, CASENESS_ROLE_GROUP_C,
                                                   CASENESS_ROLE_GROUP_D, CASENESS_ROLE_DESCRIPTOR,
                                                   CASENESS_ROLE_THERAPY };
  const char *variable = get_cell (reading, row, CASENESS_ROLE_VARIABLE);
  GString *group = g_string_new (NULL);
  guint i;

  if (reading->columns->layout == CASENESS_PUBLICATION_THERAPY && variable[0] == '\0')
    variable = "Therapy";
  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    append_group (group, get_cell (reading, row, parts[i]));
  if (is_everybody (variable) && is_everybody (group->str))
    g_string_assign (group, ALL);
  into->figure.variable = is_everybody (variable) ? TOTAL : variable;
  into->group = g_string_free (group, FALSE);
  into->figure.group = into->group;
}

static gboolean
is_held (const Reading *reading, const Row *row)
{
  return reading->options->providers != NULL
         && (row->figure.level == CASENESS_PUBLISHED_PROVIDER || row->figure.level == CASENESS_PUBLISHED_SUB_ICB_PROVIDER)
         && g_hash_table_contains (reading->options->providers, row->organisation);
}

/* A national file has half a million rows, of which one service looks at a few thousand. */
static gboolean
is_wanted (const Reading *reading, const Row *row)
{
  gboolean is_total = strcmp (row->figure.variable, TOTAL) == 0;

  if (reading->options->is_of_providers)
    return is_held (reading, row) && row->figure.level == CASENESS_PUBLISHED_PROVIDER;
  if (reading->options->providers == NULL)
    return TRUE;
  return is_held (reading, row) || row->figure.level == CASENESS_PUBLISHED_ENGLAND
         || (is_total && row->figure.level != CASENESS_PUBLISHED_SUB_ICB_PROVIDER);
}

/* Of others the headline measures are enough; they are those that come with the program for England. */
static gpointer
read_headlines (gpointer data)
{
  const CasenessReference *table = caseness_reference_get ("benchmarks");
  guint column = caseness_reference_find_column (table, "measure_id"), i;
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    g_hash_table_add (ids, (gpointer) caseness_reference_get_cell (table, i, column));
  return ids;
}

static gboolean
is_headline (const char *measure)
{
  static GOnce once = G_ONCE_INIT;

  return g_hash_table_contains (g_once (&once, read_headlines, NULL), measure);
}

static gboolean
is_figure_wanted (const Reading *reading, const Row *row, const char *measure)
{
  return reading->options->providers == NULL || row->figure.level == CASENESS_PUBLISHED_ENGLAND
         || is_held (reading, row) || is_headline (measure);
}

static void
stretch (CasenessPeriod *period, const CasenessPeriod *more)
{
  if (period->start == CASENESS_DATE_NONE || more->start < period->start)
    period->start = more->start;
  period->end = MAX (period->end, more->end);
}

static gboolean
add_figure (Reading *reading, const Row *row, const char *measure, const char *text, guint line, GError **error)
{
  CasenessPublishedList *list = reading->publication->list;
  CasenessPublishedFigure figure = row->figure;

  if (!is_figure_wanted (reading, row, measure))
    return TRUE;
  figure.value = caseness_published_parse_value (text);
  if (isnan (figure.value) && !is_blank (text) && !caseness_published_is_suppressed (text))
    return refuse (error, reading, line,
                   g_strdup_printf (_ ("“%s” is neither a figure nor a mark for one that is left out."), text));
  figure.organisation = caseness_published_list_keep (list, row->organisation);
  figure.commissioner = caseness_published_list_keep (list, row->commissioner);
  figure.name = caseness_published_list_keep (list, figure.name);
  figure.measure = caseness_published_list_keep (list, measure);
  figure.variable = caseness_published_list_keep (list, figure.variable);
  figure.group = caseness_published_list_keep (list, figure.group);
  figure.text = caseness_published_list_keep (list, text);
  figure.source = reading->publication->file;
  figure.line = line;
  g_array_append_val (list->figures, figure);
  stretch (&reading->publication->period, &figure.period);
  return TRUE;
}

static gboolean
add_long_row (Reading *reading, const CasenessCsvRow *row, const Row *facts, GError **error)
{
  const char *measure = get_cell (reading, row, CASENESS_ROLE_MEASURE);
  const char *name = get_cell (reading, row, CASENESS_ROLE_MEASURE_NAME);
  const char *statistic = get_cell (reading, row, CASENESS_ROLE_STATISTIC);
  g_autofree char *id = measure[0] != '\0' ? g_ascii_strup (measure, -1)
                        : name[0] != '\0'  ? caseness_publication_dup_measure (statistic[0] ? statistic : NULL, name)
                                           : NULL;

  if (id == NULL)
    return refuse (error, reading, row->line, g_strdup (_ ("the row does not say which measure it is of.")));
  return add_figure (reading, facts, id, get_cell (reading, row, CASENESS_ROLE_VALUE), row->line, error);
}

static gboolean
add_wide_row (Reading *reading, const CasenessCsvRow *row, const Row *facts, GError **error)
{
  guint i;

  for (i = 0; i < reading->columns->figures->len; i++)
    {
      const CasenessPublicationColumn *column
        = &g_array_index (reading->columns->figures, CasenessPublicationColumn, i);
      const char *text = row->cells[column->column];

      if (!add_figure (reading, facts, column->measure, text != NULL ? text : "", row->line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_row (Reading *reading, const CasenessCsvRow *row, GError **error)
{
  g_auto(Row) facts = { { 0 }, NULL, NULL, NULL };
  guint n_before = reading->publication->list->figures->len;
  gboolean is_taken;

  if (++reading->publication->n_rows % ROWS_BETWEEN_LOOKS == 0
      && g_cancellable_set_error_if_cancelled (reading->cancellable, error))
    return FALSE;
  if (row->has_long_cell || row->n_cells != reading->columns->n_columns)
    return refuse (error, reading, row->line, g_strdup (_ ("the row has not as many cells as the header.")));
  facts.figure.level = read_level (reading, row);
  read_organisation (reading, row, &facts);
  read_group (reading, row, &facts);
  if (!read_period (reading, row, &facts.figure.period, error))
    return FALSE;
  if (!is_wanted (reading, &facts))
    return TRUE;
  is_taken = reading->columns->roles[CASENESS_ROLE_VALUE] >= 0 ? add_long_row (reading, row, &facts, error)
                                                               : add_wide_row (reading, row, &facts, error);
  reading->publication->n_kept += reading->publication->list->figures->len > n_before;
  return is_taken;
}

/* Annual files do not say of which year they are; their names do. */
static gboolean
find_given_period (Reading *reading, GError **error)
{
  const CasenessPublicationColumns *columns = reading->columns;

  reading->given = (CasenessPeriod){ CASENESS_DATE_NONE, CASENESS_DATE_NONE };
  if (columns->roles[CASENESS_ROLE_PERIOD] >= 0 || columns->roles[CASENESS_ROLE_START] >= 0
      || find_financial_year (reading->publication->file, &reading->given))
    return TRUE;
  if (reading->options->period != NULL)
    {
      reading->given = *reading->options->period;
      return TRUE;
    }
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               /* Translators: a file name. */
               _ ("%s: neither the file nor its name says of which year it is. Give it the year in its name, such as "
                  "annual-2024-25.csv."),
               reading->publication->file);
  return FALSE;
}

static gboolean
take_record (const CasenessCsvRow *row, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  if (reading->columns != NULL)
    return take_row (reading, row, error);
  reading->columns = caseness_publication_columns_new (row->cells, row->n_held);
  if (reading->columns == NULL)
    return refuse (error, reading, row->line,
                   g_strdup (_ ("these are not the columns of a file that NHS England publishes: a monthly activity and "
                                "performance file, or a file of the annual report.")));
  reading->publication->layout = reading->columns->layout;
  return find_given_period (reading, error);
}

static CasenessPublication *
publication_new (const char *path, GBytes *bytes)
{
  CasenessPublication *publication = g_new0 (CasenessPublication, 1);

  publication->file = g_filename_display_basename (path);
  publication->bytes = g_bytes_get_size (bytes);
  publication->sha256 = caseness_digest_bytes (bytes);
  publication->period = (CasenessPeriod){ CASENESS_DATE_NONE, CASENESS_DATE_NONE };
  publication->list = caseness_published_list_new ();
  return publication;
}

CasenessPublication *
caseness_publication_read (const char *path, const CasenessPublicationOptions *options, GCancellable *cancellable,
                           GError **error)
{
  g_autoptr(CasenessPublication) publication = NULL;
  g_autoptr(CasenessPublicationColumns) columns = NULL;
  g_autoptr(GBytes) bytes = NULL;
  Reading reading = { .options = options, .cancellable = cancellable };
  gboolean is_read;

  g_return_val_if_fail (path != NULL && options != NULL, NULL);
  bytes = caseness_file_bytes_read (path, error);
  if (bytes == NULL)
    return NULL;
  publication = publication_new (path, bytes);
  reading.publication = publication;
  is_read = caseness_mapping_read_rows (bytes, publication->file, take_record, &reading, error);
  columns = reading.columns;
  if (!is_read)
    return NULL;
  if (columns != NULL && publication->n_rows > 0)
    return g_steal_pointer (&publication);
  /* Translators: a file name. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _ ("%s: there are no figures in it."),
               publication->file);
  return NULL;
}

gboolean
caseness_publication_is_one (const char *const *headers)
{
  g_autoptr(CasenessPublicationColumns) columns = NULL;

  g_return_val_if_fail (headers != NULL, FALSE);
  columns = caseness_publication_columns_new (headers, g_strv_length ((char **) headers));
  return columns != NULL;
}

void
caseness_publication_free (CasenessPublication *publication)
{
  if (publication == NULL)
    return;
  g_free (publication->file);
  g_free (publication->sha256);
  caseness_published_list_free (publication->list);
  g_free (publication);
}

const char *
caseness_publication_layout_get_word (CasenessPublicationLayout layout)
{
  g_return_val_if_fail (layout < G_N_ELEMENTS (layout_words), "");
  return layout_words[layout];
}
