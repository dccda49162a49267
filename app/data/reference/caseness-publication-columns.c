/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-publication-columns.h"

#include "caseness-heading.h"
#include "caseness-reference.h"

#include <string.h>

/* As `resources/reference/publication-columns.csv` calls them. */
static const char *const role_words[CASENESS_N_ROLES] = {
  "start",     "end",     "period",  "level",        "commissioner", "commissioner-name", "provider",
  "provider-name", "code", "name",   "variable",     "group-a",      "group-b",           "group-c",
  "group-d",   "descriptor", "therapy", "measure",   "measure-name", "statistic",         "value",
};

#define WORD_OF_FIGURE "figure"

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

/* Names of figures, as they were and as they are: heading → id. */
static gpointer
read_measures (gpointer data)
{
  const CasenessReference *headings = caseness_reference_get ("publication-columns");
  const CasenessReference *measures = caseness_reference_get ("measures");
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (measures); i++)
    if (strcmp (get_cell (measures, i, "listed"), "N") != 0)
      g_hash_table_insert (ids, caseness_heading_normalise (get_cell (measures, i, "name")),
                           (gpointer) get_cell (measures, i, "id"));
  for (i = 0; i < caseness_reference_get_n_rows (headings); i++)
    if (strcmp (get_cell (headings, i, "role"), WORD_OF_FIGURE) == 0)
      g_hash_table_insert (ids, g_strdup (get_cell (headings, i, "heading")),
                           (gpointer) get_cell (headings, i, "measure_id"));
  return ids;
}

static const char *
find_measure (const char *heading)
{
  static GOnce once = G_ONCE_INIT;

  return g_hash_table_lookup (g_once (&once, read_measures, NULL), heading);
}

/* The row of the table of headings, or -1. */
static int
find_heading (const CasenessReference *table, const char *heading)
{
  guint n = caseness_reference_get_n_rows (table), column = caseness_reference_find_column (table, "heading"), i;

  for (i = 0; i < n; i++)
    if (strcmp (caseness_reference_get_cell (table, i, column), heading) == 0)
      return (int) i;
  return -1;
}

static void
take_heading (CasenessPublicationColumns *columns, const char *printed, guint column)
{
  const CasenessReference *table = caseness_reference_get ("publication-columns");
  g_autofree char *heading = caseness_heading_normalise (printed);
  int row = find_heading (table, heading);
  const char *role = row >= 0 ? get_cell (table, (guint) row, "role") : WORD_OF_FIGURE;
  CasenessPublicationColumn figure = { column, NULL, FALSE };
  const char *id;
  guint i;

  for (i = 0; i < CASENESS_N_ROLES; i++)
    if (strcmp (role_words[i], role) == 0 && columns->roles[i] < 0)
      columns->roles[i] = (int) column;
  if (strcmp (role, WORD_OF_FIGURE) != 0 || heading[0] == '\0')
    return;
  id = find_measure (heading);
  figure.measure = g_strdup (id != NULL ? id : printed);
  figure.is_known = id != NULL;
  g_array_append_val (columns->figures, figure);
}

static gboolean
has_role (const CasenessPublicationColumns *columns, CasenessPublicationRole role)
{
  return columns->roles[role] >= 0;
}

/* An export of people may have a column called Diagnosis, but none that counts. */
static gboolean
counts_something (const CasenessPublicationColumns *columns)
{
  guint i;

  for (i = 0; i < columns->figures->len; i++)
    {
      const CasenessPublicationColumn *figure = &g_array_index (columns->figures, CasenessPublicationColumn, i);
      g_autofree char *heading = caseness_heading_normalise (figure->measure);

      if (figure->is_known || g_str_has_prefix (heading, "count") || g_str_has_suffix (heading, "cot"))
        return TRUE;
    }
  return FALSE;
}

/* By what only that layout has. */
static gboolean
recognise (CasenessPublicationColumns *columns)
{
  gboolean has_time = has_role (columns, CASENESS_ROLE_PERIOD)
                      || (has_role (columns, CASENESS_ROLE_START) && has_role (columns, CASENESS_ROLE_END));
  gboolean names_figure = has_role (columns, CASENESS_ROLE_MEASURE)
                          || (has_role (columns, CASENESS_ROLE_MEASURE_NAME)
                              && has_role (columns, CASENESS_ROLE_STATISTIC));

  if (has_role (columns, CASENESS_ROLE_VALUE) && has_time && names_figure)
    columns->layout = has_role (columns, CASENESS_ROLE_LEVEL) ? CASENESS_PUBLICATION_MONTHLY : CASENESS_PUBLICATION_TIDY;
  else if (!counts_something (columns) && !has_role (columns, CASENESS_ROLE_VARIABLE))
    return FALSE;
  else if (has_role (columns, CASENESS_ROLE_DESCRIPTOR) || has_role (columns, CASENESS_ROLE_THERAPY))
    columns->layout = CASENESS_PUBLICATION_THERAPY;
  else if (has_role (columns, CASENESS_ROLE_VARIABLE) && has_role (columns, CASENESS_ROLE_CODE))
    columns->layout = CASENESS_PUBLICATION_ANNUAL;
  else if (has_time && has_role (columns, CASENESS_ROLE_CODE))
    columns->layout = CASENESS_PUBLICATION_ANNUAL;
  else
    return FALSE;
  return TRUE;
}

static void
clear_figure (gpointer data)
{
  g_free (((CasenessPublicationColumn *) data)->measure);
}

CasenessPublicationColumns *
caseness_publication_columns_new (const char *const *headers, guint n_headers)
{
  g_autoptr(CasenessPublicationColumns) columns = g_new0 (CasenessPublicationColumns, 1);
  guint i;

  g_return_val_if_fail (headers != NULL, NULL);
  columns->n_columns = n_headers;
  columns->figures = g_array_new (FALSE, FALSE, sizeof (CasenessPublicationColumn));
  g_array_set_clear_func (columns->figures, clear_figure);
  for (i = 0; i < CASENESS_N_ROLES; i++)
    columns->roles[i] = -1;
  for (i = 0; i < n_headers; i++)
    take_heading (columns, headers[i] != NULL ? headers[i] : "", i);
  return recognise (columns) ? g_steal_pointer (&columns) : NULL;
}

void
caseness_publication_columns_free (CasenessPublicationColumns *columns)
{
  if (columns == NULL)
    return;
  g_array_unref (columns->figures);
  g_free (columns);
}

char *
caseness_publication_dup_measure (const char *statistic, const char *name)
{
  g_autofree char *whole = NULL, *heading = NULL;
  const char *id;

  g_return_val_if_fail (name != NULL, NULL);
  whole = statistic != NULL ? g_strconcat (statistic, "_", name, NULL) : g_strdup (name);
  heading = caseness_heading_normalise (whole);
  id = find_measure (heading);
  return id != NULL ? g_strdup (id) : g_steal_pointer (&whole);
}
