/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-measure.h"

#include "caseness-reference.h"

#include <string.h>

typedef struct
{
  CasenessMeasure *measures;
  guint n;
  GHashTable *by_id; /* id → number plus 1 */
} Catalogue;

static const char *const statistic_words[] = {
  [CASENESS_STATISTIC_COUNT] = "count",   [CASENESS_STATISTIC_SUM] = "sum",
  [CASENESS_STATISTIC_MEAN] = "mean",     [CASENESS_STATISTIC_MEDIAN] = "median",
  [CASENESS_STATISTIC_MAX] = "max",       [CASENESS_STATISTIC_MIN] = "min",
  [CASENESS_STATISTIC_TOTAL] = "total",   [CASENESS_STATISTIC_PERCENTAGE] = "percentage",
  [CASENESS_STATISTIC_RATIO] = "ratio",   [CASENESS_STATISTIC_EFFECT] = "effect",
  [CASENESS_STATISTIC_NONE] = "none",     [CASENESS_STATISTIC_DEVIATION] = "deviation",
};

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

/* What the table says is fixed when the program is built, so a mistake in it stops the program. */
static CasenessStatistic
parse_statistic (const char *id, const char *word)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (statistic_words); i++)
    if (strcmp (word, statistic_words[i]) == 0)
      return i;
  g_error ("measures.csv: %s has no statistic “%s”", id, word);
}

static CasenessCondition *
parse_condition (const CasenessMeasure *measure)
{
  g_autofree char *text = NULL;
  CasenessCondition *condition;

  if (*measure->date != '\0')
    text = g_strconcat (measure->date, " in period; ", measure->conditions, NULL);
  else
    text = g_strdup (measure->conditions);
  condition = caseness_condition_parse (measure->table, text);
  if (condition == NULL)
    g_error ("measures.csv: %s has conditions that cannot be read: %s", measure->id, text);
  return condition;
}

static void
read_row (CasenessMeasure *measure, const CasenessReference *table, guint row)
{
  measure->id = get_cell (table, row, "id");
  measure->name = get_cell (table, row, "name");
  measure->title = get_cell (table, row, "title");
  measure->family = get_cell (table, row, "family");
  measure->definition = get_cell (table, row, "definition");
  measure->unit = get_cell (table, row, "unit");
  measure->better = get_cell (table, row, "better");
  measure->source = get_cell (table, row, "source");
  measure->date = get_cell (table, row, "date");
  measure->conditions = get_cell (table, row, "conditions");
  measure->value = get_cell (table, row, "value");
  measure->is_listed = strcmp (get_cell (table, row, "listed"), "Y") == 0;
  measure->is_local = strcmp (get_cell (table, row, "listed"), "L") == 0;
  measure->is_retired = strcmp (get_cell (table, row, "listed"), "R") == 0;
  measure->statistic = parse_statistic (measure->id, get_cell (table, row, "statistic"));
  if (!caseness_table_parse (get_cell (table, row, "table"), &measure->table))
    g_error ("measures.csv: %s is about no table", measure->id);
  measure->condition = parse_condition (measure);
  if (*measure->value != '\0')
    measure->sum = caseness_sum_parse (measure->table, measure->value);
  if (*measure->value != '\0' && measure->sum == NULL)
    g_error ("measures.csv: %s has a value that cannot be read: %s", measure->id, measure->value);
}

/* "M076 - M179" */
static GArray *
parse_parts (const Catalogue *catalogue, const char *id, const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (CasenessMeasurePart));
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  int sign = 1;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      CasenessMeasurePart part = { .sign = sign };

      if (strcmp (words[i], "+") == 0 || strcmp (words[i], "-") == 0)
        {
          sign = *words[i] == '-' ? -1 : 1;
          continue;
        }
      part.measure = GPOINTER_TO_UINT (g_hash_table_lookup (catalogue->by_id, words[i]));
      if (part.measure-- == 0)
        g_error ("measures.csv: %s is made of “%s”, which there is not", id, words[i]);
      g_array_append_val (parts, part);
    }
  return parts;
}

static Catalogue *
read_catalogue (const CasenessReference *table)
{
  Catalogue *catalogue = g_new0 (Catalogue, 1);
  guint i;

  catalogue->n = caseness_reference_get_n_rows (table);
  catalogue->measures = g_new0 (CasenessMeasure, catalogue->n);
  catalogue->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (i = 0; i < catalogue->n; i++)
    {
      read_row (&catalogue->measures[i], table, i);
      g_hash_table_insert (catalogue->by_id, (gpointer) catalogue->measures[i].id, GUINT_TO_POINTER (i + 1));
    }
  for (i = 0; i < catalogue->n; i++)
    {
      CasenessMeasure *measure = &catalogue->measures[i];

      measure->numerator = parse_parts (catalogue, measure->id, get_cell (table, i, "numerator"));
      measure->denominator = parse_parts (catalogue, measure->id, get_cell (table, i, "denominator"));
    }
  return catalogue;
}

static const Catalogue *
get_catalogue (void)
{
  static gsize once = 0; /* the table, read once and never changed */

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_catalogue (caseness_reference_get ("measures")));
  return (const Catalogue *) once;
}

const CasenessMeasure *
caseness_measure_get_all (guint *n_measures)
{
  g_return_val_if_fail (n_measures != NULL, NULL);
  *n_measures = get_catalogue ()->n;
  return get_catalogue ()->measures;
}

const CasenessMeasure *
caseness_measure_find (const char *id)
{
  const Catalogue *catalogue = get_catalogue ();
  guint i;

  g_return_val_if_fail (id != NULL, NULL);
  for (i = 0; i < catalogue->n; i++)
    if (g_ascii_strcasecmp (catalogue->measures[i].id, id) == 0)
      return &catalogue->measures[i];
  return NULL;
}

gboolean
caseness_measure_is_asked_for (const CasenessMeasure *measure)
{
  return measure->is_listed || measure->is_local || measure->is_retired;
}

gboolean
caseness_measure_is_made_of_others (const CasenessMeasure *measure)
{
  return measure->statistic >= CASENESS_STATISTIC_TOTAL;
}
