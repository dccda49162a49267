/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-catalogue.h"

#include "caseness-figure-record.h"
#include "caseness-measure-csv.h"
#include "caseness-reference.h"

#include <math.h>
#include <string.h>

#define DECIMALS 6

/* Range: measures of one topic whose numbers follow each other. */
typedef struct
{
  const char *topic;
  const char *letters; /* of the ids: `EA` */
  guint64 first;
  guint64 last;
} Range;

/* Topics: the ranges, and their topics in the order in which they first occur. */
typedef struct
{
  GArray *ranges;   /* Range */
  GPtrArray *names; /* borrowed */
} Topics;

/* Returns: the letters of `EA058`, interned, with its number in @number. */
static const char *
split_id (const char *id, guint64 *number)
{
  g_autofree char *letters = g_strndup (id, strcspn (id, "0123456789"));

  *number = g_ascii_strtoull (id + strlen (letters), NULL, 10);
  return g_intern_string (letters);
}

static gpointer
read_topics (void)
{
  const CasenessReference *table = caseness_reference_get ("topics");
  guint topic = caseness_reference_find_column (table, "topic");
  guint from = caseness_reference_find_column (table, "from");
  guint to = caseness_reference_find_column (table, "to");
  Topics *topics = g_new (Topics, 1);
  guint i;

  topics->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  topics->names = g_ptr_array_new ();
  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      Range range = { .topic = g_intern_string (caseness_reference_get_cell (table, i, topic)) };

      range.letters = split_id (caseness_reference_get_cell (table, i, to), &range.last);
      range.letters = split_id (caseness_reference_get_cell (table, i, from), &range.first);
      g_array_append_val (topics->ranges, range);
      if (!g_ptr_array_find (topics->names, range.topic, NULL))
        g_ptr_array_add (topics->names, (gpointer) range.topic);
    }
  return topics;
}

static const Topics *
get_topics (void)
{
  static gsize once = 0; /* the table, read once and never changed */

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_topics ());
  return (const Topics *) once;
}

const GPtrArray *
caseness_catalogue_get_topics (void)
{
  return get_topics ()->names;
}

const char *
caseness_catalogue_find_topic (const CasenessMeasure *measure)
{
  const GArray *ranges = get_topics ()->ranges;
  const char *letters;
  guint64 number;
  guint i;

  g_return_val_if_fail (measure != NULL, "");
  letters = split_id (measure->id, &number);
  for (i = 0; i < ranges->len; i++)
    {
      const Range *range = &g_array_index (ranges, Range, i);

      if (range->letters == letters && number >= range->first && number <= range->last)
        return range->topic;
    }
  return "";
}

/* Everything that may be asked for, topic by topic. */
static GPtrArray *
list_measures (void)
{
  const GPtrArray *topics = caseness_catalogue_get_topics ();
  GPtrArray *list = g_ptr_array_new ();
  guint n, topic, i;
  const CasenessMeasure *all = caseness_measure_get_all (&n);

  for (topic = 0; topic < topics->len; topic++)
    for (i = 0; i < n; i++)
      if (caseness_measure_is_asked_for (&all[i])
          && caseness_catalogue_find_topic (&all[i]) == g_ptr_array_index (topics, topic))
        g_ptr_array_add (list, (gpointer) &all[i]);
  return list;
}

static void
add_entry (CasenessCatalogue *catalogue, const CasenessAnswer *answer, guint i, CasenessJournal *journal)
{
  CasenessCatalogueEntry entry = { .measure = caseness_answer_get_measure (answer, i) };
  CasenessIntervalMethod method;

  entry.topic = caseness_catalogue_find_topic (entry.measure);
  entry.figure = caseness_answer_get (answer, 0, 0, 0, i);
  entry.interval = caseness_explanation_find_interval (entry.measure, &entry.figure, &method);
  entry.standard = caseness_standard_find (catalogue->snapshot, entry.measure, catalogue->period.end);
  entry.is_pinned = journal != NULL && caseness_journal_get (journal, CASENESS_RECORD_PIN, entry.measure->id) != NULL;
  g_array_append_val (catalogue->entries, entry);
}

CasenessCatalogue *
caseness_catalogue_new (CasenessSnapshot *snapshot, const CasenessPeriod *period, const CasenessFilter *filter,
                        CasenessJournal *journal, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) measures = NULL;
  g_autoptr(CasenessAnswer) answer = NULL;
  CasenessCatalogue *catalogue;
  CasenessQuestion question = { .periods = period, .n_periods = 1, .filter = filter };
  guint i;

  g_return_val_if_fail (snapshot != NULL && period != NULL, NULL);
  measures = list_measures ();
  question.measures = (const CasenessMeasure *const *) measures->pdata;
  question.n_measures = measures->len;
  answer = caseness_evaluate (snapshot, &question, cancellable, error);
  if (answer == NULL)
    return NULL;
  catalogue = g_atomic_rc_box_new0 (CasenessCatalogue);
  catalogue->snapshot = caseness_snapshot_ref (snapshot);
  catalogue->filter = filter != NULL ? caseness_filter_ref ((CasenessFilter *) filter) : NULL;
  catalogue->period = *period;
  catalogue->entries = g_array_new (FALSE, FALSE, sizeof (CasenessCatalogueEntry));
  for (i = 0; i < measures->len; i++)
    add_entry (catalogue, answer, i, journal);
  return catalogue;
}

CasenessCatalogue *
caseness_catalogue_ref (CasenessCatalogue *catalogue)
{
  return g_atomic_rc_box_acquire (catalogue);
}

static void
clear_catalogue (gpointer data)
{
  CasenessCatalogue *catalogue = data;

  caseness_snapshot_unref (catalogue->snapshot);
  g_clear_pointer (&catalogue->filter, caseness_filter_unref);
  g_array_unref (catalogue->entries);
}

void
caseness_catalogue_unref (CasenessCatalogue *catalogue)
{
  g_atomic_rc_box_release_full (catalogue, clear_catalogue);
}

static void
write_entry (CasenessCsvWriter *writer, const CasenessCatalogue *catalogue, const CasenessCatalogueEntry *entry,
             CasenessTelling telling)
{
  caseness_csv_writer_date (writer, catalogue->period.start);
  caseness_csv_writer_date (writer, catalogue->period.end);
  caseness_csv_writer_text (writer, entry->topic);
  caseness_csv_writer_text (writer, entry->measure->id);
  caseness_csv_writer_text (writer, entry->measure->name);
  caseness_figure_write_csv (writer, &entry->figure, entry->measure, telling);
  caseness_figure_write_limits_csv (writer, &entry->interval, entry->measure, telling);
  caseness_csv_writer_number (writer, entry->standard != NULL ? entry->standard->value : NAN, DECIMALS);
  caseness_csv_writer_text (writer, entry->measure->definition);
  caseness_csv_writer_end_row (writer);
}

/* What may be told of the whole catalogue, whichever of it is written: another table may tell the rest. */
static CasenessToldFigures *
hide (const CasenessCatalogue *catalogue, const GPtrArray *measures)
{
  CasenessToldFigures *told
    = caseness_told_figures_new ((const CasenessMeasure *const *) measures->pdata, measures->len, 1);
  guint i;

  for (i = 0; i < measures->len; i++)
    caseness_told_figures_set (told, i, 0, &g_array_index (catalogue->entries, CasenessCatalogueEntry, i).figure);
  caseness_told_figures_hide (told);
  return told;
}

void
caseness_catalogue_write_csv (CasenessCsvWriter *writer, const CasenessCatalogue *catalogue, const GArray *chosen,
                              gboolean suppresses)
{
  const char *const head[]
    = { "period_start", "period_end", "topic", "measure_id", "measure_name", "numerator",
        "denominator",  "value",      "low",   "high",       "standard",     "definition", NULL };
  g_autoptr(GPtrArray) measures = g_ptr_array_new ();
  g_autoptr(CasenessToldFigures) told = NULL;
  guint i;

  g_return_if_fail (writer != NULL && catalogue != NULL);
  for (i = 0; i < catalogue->entries->len; i++)
    g_ptr_array_add (measures, (gpointer) g_array_index (catalogue->entries, CasenessCatalogueEntry, i).measure);
  told = suppresses ? hide (catalogue, measures) : NULL;
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < (chosen != NULL ? chosen->len : catalogue->entries->len); i++)
    {
      guint entry = chosen != NULL ? g_array_index (chosen, guint, i) : i;

      write_entry (writer, catalogue, &g_array_index (catalogue->entries, CasenessCatalogueEntry, entry),
                   caseness_told_figures_get (told, entry, 0));
    }
}
