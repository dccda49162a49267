/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-compare.h"

#include "caseness-published-group.h"

#include <math.h>
#include <string.h>

#define EXACT_DECIMALS 6

/* The figures of one provider in one period: what one evaluation answers. */
typedef struct
{
  const char *provider;
  CasenessPeriod period;
  GPtrArray *measures;  /* (element-type CasenessMeasure) */
  GPtrArray *variables; /* (element-type CasenessVariable), NULL for Total first */
  CasenessAnswer *answer;
  GHashTable *families; /* "variable|A" → CasenessAnswer: of what stands for several groups */
} Batch;

typedef struct
{
  CasenessSnapshot *snapshot;
  GCancellable *cancellable;
  GPtrArray *batches;
  int percent_decimals;
} Comparing;

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->measures);
  g_ptr_array_unref (batch->variables);
  g_clear_pointer (&batch->answer, caseness_answer_free);
  g_hash_table_unref (batch->families);
  g_free (batch);
}

static void
comparison_free (gpointer data)
{
  CasenessComparison *comparison = data;

  g_free (comparison->group);
  g_free (comparison->local);
  g_free (comparison);
}

void
caseness_comparisons_free (CasenessComparisons *comparisons)
{
  if (comparisons == NULL)
    return;
  g_ptr_array_unref (comparisons->rows);
  g_free (comparisons);
}

static Batch *
find_batch (Comparing *comparing, const CasenessPublishedFigure *figure)
{
  Batch *batch;
  guint i;

  for (i = comparing->batches->len; i-- > 0;)
    {
      batch = g_ptr_array_index (comparing->batches, i);
      if (caseness_period_equal (&batch->period, &figure->period) && strcmp (batch->provider, figure->organisation) == 0)
        return batch;
    }
  batch = g_new0 (Batch, 1);
  batch->provider = figure->organisation;
  batch->period = figure->period;
  batch->measures = g_ptr_array_new ();
  batch->variables = g_ptr_array_new ();
  g_ptr_array_add (batch->variables, NULL);
  batch->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) caseness_answer_free);
  g_ptr_array_add (comparing->batches, batch);
  return batch;
}

static void
add_once (GPtrArray *array, gconstpointer item)
{
  if (item != NULL && !g_ptr_array_find (array, item, NULL))
    g_ptr_array_add (array, (gpointer) item);
}

/* The parts of a measure are none that anybody publishes, and some retired ones cannot be worked out. */
static const CasenessMeasure *
find_measure (const CasenessPublishedFigure *figure)
{
  const CasenessMeasure *measure = caseness_measure_find (figure->measure);

  return measure != NULL && caseness_measure_is_asked_for (measure) && measure->statistic != CASENESS_STATISTIC_NONE
           ? measure : NULL;
}

static gboolean
is_total (const CasenessPublishedFigure *figure)
{
  return strcmp (figure->variable, CASENESS_VARIABLE_TOTAL) == 0;
}

static void
plan (Comparing *comparing, const CasenessPublishedFigure *figure)
{
  Batch *batch = find_batch (comparing, figure);

  add_once (batch->measures, find_measure (figure));
  if (!is_total (figure))
    add_once (batch->variables, caseness_published_find_variable (figure->variable));
}

static CasenessAnswer *
ask (Comparing *comparing, const Batch *batch, const CasenessWhere *more, gboolean by_variables, GError **error)
{
  CasenessWhere where[] = { { caseness_variable_find ("Provider"), batch->provider },
                            more != NULL ? *more : (CasenessWhere){ NULL, NULL } };
  CasenessQuestion question = {
    .periods = &batch->period,
    .n_periods = 1,
    .measures = (const CasenessMeasure *const *) batch->measures->pdata,
    .n_measures = batch->measures->len,
    .variables = (const CasenessVariable *const *) batch->variables->pdata,
    .n_variables = by_variables ? batch->variables->len : 0,
    .where = where,
    .n_where = more != NULL ? 2 : 1,
  };

  return caseness_evaluate (comparing->snapshot, &question, comparing->cancellable, error);
}

static gboolean
answer_batches (Comparing *comparing, GError **error)
{
  guint i;

  for (i = 0; i < comparing->batches->len; i++)
    {
      Batch *batch = g_ptr_array_index (comparing->batches, i);

      if (batch->measures->len == 0)
        continue;
      batch->answer = ask (comparing, batch, NULL, TRUE, error);
      if (batch->answer == NULL)
        return FALSE;
    }
  return TRUE;
}

/* "White: All" is several of our groups: they are asked for together, by their first half. */
static const CasenessAnswer *
ask_family (Comparing *comparing, Batch *batch, const CasenessVariable *variable, const char *family)
{
  g_autofree char *key = g_strdup_printf ("%s|%s", caseness_variable_get_name (variable), family);
  CasenessWhere where = { variable, family };
  CasenessAnswer *answer = g_hash_table_lookup (batch->families, key);

  if (answer != NULL || g_hash_table_contains (batch->families, key))
    return answer;
  answer = ask (comparing, batch, &where, FALSE, NULL); /* no such group, no answer */
  if (answer != NULL)
    g_hash_table_insert (batch->families, g_steal_pointer (&key), answer);
  return answer;
}

static int
find_in (GPtrArray *array, gconstpointer item)
{
  guint index = 0;

  return g_ptr_array_find (array, item, &index) ? (int) index : -1;
}

/* Finds ours; sets the names it goes by here. */
static gboolean
find_ours (Comparing *comparing, CasenessComparison *row)
{
  Batch *batch = find_batch (comparing, row->published);
  const CasenessVariable *variable = is_total (row->published)
                                       ? NULL : caseness_published_find_variable (row->published->variable);
  g_autofree char *family = NULL;
  const CasenessAnswer *answer = batch->answer;
  int v = 0, group = 0, measure = find_in (batch->measures, row->measure);

  if (row->measure == NULL || (variable == NULL && !is_total (row->published)))
    return FALSE;
  if (variable != NULL)
    {
      v = find_in (batch->variables, variable);
      group = caseness_published_find_group (row->published, answer, 0, (guint) v);
      row->variable = caseness_variable_get_name (variable);
      family = group < 0 ? caseness_published_dup_family (row->published->group) : NULL;
    }
  if (family != NULL)
    {
      answer = ask_family (comparing, batch, variable, family);
      v = group = 0;
    }
  if (answer == NULL || group < 0)
    return FALSE;
  if (family == NULL && variable != NULL)
    {
      g_free (row->group);
      row->group = g_strdup (caseness_answer_get_group (answer, 0, (guint) v, (guint) group));
    }
  row->ours = caseness_answer_get (answer, 0, (guint) v, (guint) group, (guint) measure);
  return TRUE;
}

static CasenessComparison *
compare (Comparing *comparing, const CasenessPublishedFigure *figure)
{
  CasenessComparison *row = g_new0 (CasenessComparison, 1);

  row->published = figure;
  row->measure = find_measure (figure);
  row->variable = figure->variable;
  row->group = g_strdup (figure->group);
  row->ours = (CasenessFigure){ NAN, NAN, NAN };
  row->difference = row->gap = NAN;
  row->verdict = CASENESS_AGREEMENT_NOT_COMPUTED;
  if (!find_ours (comparing, row))
    {
      row->local = g_strdup ("");
      return row;
    }
  row->local = caseness_compare_print (&row->ours, row->measure, comparing->percent_decimals);
  row->verdict = caseness_compare_judge (&row->ours, row->measure, figure->text, comparing->percent_decimals);
  row->difference = caseness_published_parse_value (row->local) - figure->value;
  row->gap = row->ours.value - figure->value;
  return row;
}

static gboolean
is_percentage (const CasenessPublishedFigure *figure)
{
  const CasenessMeasure *measure = find_measure (figure);

  return measure != NULL && measure->statistic == CASENESS_STATISTIC_PERCENTAGE;
}

/* What the snapshot can answer for: a provider's rows, of a period of which at least one month is held. */
static gboolean
is_comparable (const CasenessSnapshot *snapshot, const CasenessPublishedFigure *figure, const CasenessPeriod *within)
{
  return (within == NULL || (figure->period.start >= within->start && figure->period.end <= within->end))
         && figure->period.end >= caseness_snapshot_get_earliest_period_start (snapshot)
         && figure->period.start <= caseness_snapshot_get_latest_period_end (snapshot);
}

static gboolean
is_ours (GHashTable *providers, const CasenessPublishedFigure *figure)
{
  return figure->level == CASENESS_PUBLISHED_PROVIDER && g_hash_table_contains (providers, figure->organisation);
}

static GHashTable *
list_providers (const CasenessSnapshot *snapshot)
{
  GHashTable *providers = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < caseness_snapshot_get_n_pathways (snapshot); i++)
    g_hash_table_add (providers, (gpointer) caseness_snapshot_get_text (snapshot, i, CASENESS_PATHWAY_PROVIDER));
  return providers;
}

static void
add_row (CasenessComparisons *comparisons, const CasenessSnapshot *snapshot, CasenessComparison *row)
{
  comparisons->is_partial |= row->published->period.start < caseness_snapshot_get_earliest_period_start (snapshot)
                             || row->published->period.end > caseness_snapshot_get_latest_period_end (snapshot);
  if (comparisons->rows->len == 0 || row->published->period.start < comparisons->period.start)
    comparisons->period.start = row->published->period.start;
  if (comparisons->rows->len == 0 || row->published->period.end > comparisons->period.end)
    comparisons->period.end = row->published->period.end;
  comparisons->n_verdicts[row->verdict]++;
  g_ptr_array_add (comparisons->rows, row);
}

/* What is to be compared, in order. */
static GPtrArray *
choose (Comparing *comparing, const CasenessPublishedList *list, const CasenessPeriod *within, guint *n_outside)
{
  g_autoptr(GHashTable) providers = list_providers (comparing->snapshot);
  GPtrArray *chosen = g_ptr_array_new ();
  guint i;

  for (i = 0; i < list->figures->len; i++)
    {
      const CasenessPublishedFigure *figure = &g_array_index (list->figures, CasenessPublishedFigure, i);

      if (!is_ours (providers, figure))
        continue;
      if (!is_comparable (comparing->snapshot, figure, within))
        {
          (*n_outside)++;
          continue;
        }
      if (is_percentage (figure) && strchr (figure->text, '.') != NULL)
        comparing->percent_decimals = 1;
      plan (comparing, figure);
      g_ptr_array_add (chosen, (gpointer) figure);
    }
  return chosen;
}

CasenessComparisons *
caseness_compare_published (CasenessSnapshot *snapshot, const CasenessPublishedList *list, const CasenessPeriod *within,
                            GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) batches = g_ptr_array_new_with_free_func (batch_free), chosen = NULL;
  g_autoptr(CasenessComparisons) comparisons = NULL;
  Comparing comparing = { snapshot, cancellable, batches, 0 };
  guint i;

  g_return_val_if_fail (snapshot != NULL && list != NULL, NULL);
  comparisons = g_new0 (CasenessComparisons, 1);
  comparisons->rows = g_ptr_array_new_with_free_func (comparison_free);
  chosen = choose (&comparing, list, within, &comparisons->n_outside);
  if (!answer_batches (&comparing, error))
    return NULL;
  for (i = 0; i < chosen->len; i++)
    add_row (comparisons, snapshot, compare (&comparing, g_ptr_array_index (chosen, i)));
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&comparisons);
}

gboolean
caseness_comparisons_have_periods (const CasenessComparisons *comparisons)
{
  guint i;

  g_return_val_if_fail (comparisons != NULL, FALSE);
  for (i = 0; i < comparisons->rows->len; i++)
    {
      const CasenessComparison *row = g_ptr_array_index (comparisons->rows, i);

      if (!caseness_period_equal (&row->published->period, &comparisons->period))
        return TRUE;
    }
  return FALSE;
}

static void
write_row (CasenessCsvWriter *writer, const CasenessComparison *row, gboolean suppresses)
{
  caseness_csv_writer_text (writer, row->published->measure);
  caseness_csv_writer_text (writer, row->group);
  caseness_csv_writer_digits (writer, row->local);
  caseness_csv_writer_digits (writer, row->published->text);
  caseness_csv_writer_number (writer, row->difference, EXACT_DECIMALS);
  caseness_csv_writer_text (writer, caseness_agreement_get_word (row->verdict));
  caseness_csv_writer_text (writer, row->variable);
  caseness_csv_writer_number (writer, suppresses ? NAN : row->ours.value, EXACT_DECIMALS);
  caseness_csv_writer_date (writer, row->published->period.start);
  caseness_csv_writer_date (writer, row->published->period.end);
  caseness_csv_writer_text (writer, row->published->organisation);
  caseness_csv_writer_end_row (writer);
}

void
caseness_compare_write_csv (CasenessCsvWriter *writer, const CasenessComparisons *comparisons, gboolean suppresses)
{
  const char *const head[] = { "measure_id",  "group",        "local",      "national", "difference", "verdict",
                               "variable",    "local_exact",  "period_start", "period_end", "provider", NULL };
  guint i;

  g_return_if_fail (writer != NULL && comparisons != NULL);
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < comparisons->rows->len; i++)
    write_row (writer, g_ptr_array_index (comparisons->rows, i), suppresses);
}
