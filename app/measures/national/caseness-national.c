/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national.h"

#include "caseness-compare.h"

#include <math.h>
#include <string.h>

#define DECIMALS 6

/* What a service looks at first: referrals, access, courses and what came of them. */
static const char *const headlines[] = { "M001", "M031", "M184", "M053", "M055", "M076", "M179", "M191", "M192", "M193",
                                         "M195", "M185", "M186", "M189", "M205" };

gboolean
caseness_national_is_headline (const char *measure_id)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (headlines); i++)
    if (strcmp (headlines[i], measure_id) == 0)
      return TRUE;
  return FALSE;
}

static CasenessNationalChoice *
find_choice (GArray *choices, gint64 publication_id)
{
  guint i;

  for (i = 0; i < choices->len; i++)
    if (g_array_index (choices, CasenessNationalChoice, i).publication_id == publication_id)
      return &g_array_index (choices, CasenessNationalChoice, i);
  return NULL;
}

const CasenessNationalChoice *
caseness_national_find_choice (const CasenessNational *national)
{
  g_return_val_if_fail (national != NULL, NULL);
  return find_choice (national->choices, national->publication_id);
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const CasenessNationalChoice *first = a, *second = b;

  return (first->publication_id < second->publication_id) - (first->publication_id > second->publication_id);
}

/* What the snapshot holds of providers is of its own ones alone. */
static GArray *
list_choices (const CasenessPublishedList *published)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (CasenessNationalChoice));
  guint i;

  for (i = 0; i < published->figures->len; i++)
    {
      const CasenessPublishedFigure *figure = &g_array_index (published->figures, CasenessPublishedFigure, i);
      CasenessNationalChoice *known = find_choice (choices, figure->publication_id);
      CasenessNationalChoice choice = { figure->publication_id, figure->source, figure->period };

      if (figure->level != CASENESS_PUBLISHED_PROVIDER)
        continue;
      if (known == NULL)
        g_array_append_val (choices, choice);
      else
        known->period = (CasenessPeriod){ MIN (known->period.start, figure->period.start),
                                          MAX (known->period.end, figure->period.end) };
    }
  g_array_sort (choices, compare_choices);
  return choices;
}

static guint
count_within (const CasenessPublishedList *published, gint64 publication_id, const CasenessPeriod *period)
{
  guint n = 0, i;

  for (i = 0; i < published->figures->len; i++)
    {
      const CasenessPublishedFigure *figure = &g_array_index (published->figures, CasenessPublishedFigure, i);

      n += figure->publication_id == publication_id && figure->level == CASENESS_PUBLISHED_PROVIDER
           && figure->period.start >= period->start && figure->period.end <= period->end;
    }
  return n;
}

/* The one that tells most of the period; of equals the one loaded last. */
static gint64
choose_best (const CasenessNational *national, const CasenessPublishedList *published)
{
  gint64 best = CASENESS_NATIONAL_ENGLAND;
  guint most = 0, i;

  for (i = 0; i < national->choices->len; i++)
    {
      gint64 id = g_array_index (national->choices, CasenessNationalChoice, i).publication_id;
      guint n = count_within (published, id, &national->period);

      if (n > most || best == CASENESS_NATIONAL_ENGLAND)
        {
          most = n;
          best = id;
        }
    }
  return best;
}

static CasenessPublishedList *
take_publication (const CasenessPublishedList *published, gint64 publication_id)
{
  CasenessPublishedList *own = caseness_published_list_new ();
  guint i;

  for (i = 0; i < published->figures->len; i++)
    {
      const CasenessPublishedFigure *figure = &g_array_index (published->figures, CasenessPublishedFigure, i);

      if (figure->publication_id == publication_id)
        g_array_append_vals (own->figures, figure, 1);
    }
  return own;
}

static gboolean
compare_publication (CasenessNational *national, const CasenessPublishedList *published, GCancellable *cancellable)
{
  gboolean is_told = count_within (published, national->publication_id, &national->period) > 0;

  if (national->publication_id == CASENESS_NATIONAL_ENGLAND)
    return TRUE;
  national->list = take_publication (published, national->publication_id);
  national->comparisons = caseness_compare_published (national->snapshot, national->list,
                                                      is_told ? &national->period : NULL, cancellable, NULL);
  return national->comparisons != NULL;
}

static gboolean
compare_england (CasenessNational *national, GCancellable *cancellable)
{
  CasenessQuestion question = { .periods = &national->period, .n_periods = 1 };
  g_autoptr(CasenessAnswer) answer = caseness_evaluate (national->snapshot, &question, cancellable, NULL);
  guint i;

  for (i = 0; answer != NULL && i < caseness_answer_get_n_measures (answer); i++)
    {
      CasenessNationalEngland row = { .measure = caseness_answer_get_measure (answer, i),
                                      .ours = caseness_answer_get (answer, 0, 0, 0, i) };
      gboolean is_size = row.measure->statistic == CASENESS_STATISTIC_COUNT
                         || row.measure->statistic == CASENESS_STATISTIC_SUM
                         || row.measure->statistic == CASENESS_STATISTIC_TOTAL;

      if (is_size || isnan (row.ours.value)
          || !caseness_benchmark_find (national->snapshot, row.measure, CASENESS_PUBLISHED_ENGLAND, &national->period,
                                       &row.england))
        continue;
      row.gap = row.ours.value - row.england.value;
      g_array_append_val (national->england, row);
    }
  return answer != NULL;
}

static GArray *
list_months (const CasenessSnapshot *snapshot, const CasenessPeriod *period)
{
  GArray *months = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  CasenessDate first = MAX (period->start, caseness_snapshot_get_earliest_period_start (snapshot));
  CasenessDate last = MIN (period->end, caseness_snapshot_get_latest_period_end (snapshot));

  while (first != CASENESS_DATE_NONE && first <= last)
    {
      CasenessPeriod month = caseness_period_around (CASENESS_PERIOD_MONTH, first);

      g_array_append_val (months, month);
      first = month.end + 1;
    }
  return months;
}

static void
sum_up (CasenessNational *national, const CasenessIdentity *identity)
{
  CasenessIdentitySummary row = { identity->words, identity->meaning, identity->holds, 1 };
  guint i;

  for (i = 0; i < national->identities->len; i++)
    {
      CasenessIdentitySummary *known = &g_array_index (national->identities, CasenessIdentitySummary, i);

      if (strcmp (known->words, identity->words) != 0)
        continue;
      known->n_holds += identity->holds;
      known->n_months++;
      return;
    }
  g_array_append_val (national->identities, row);
}

static gboolean
check_identities (CasenessNational *national, GCancellable *cancellable)
{
  g_autoptr(GArray) months = list_months (national->snapshot, &national->period);
  guint i;

  if (months->len > 0)
    national->checked
      = caseness_identity_check (national->snapshot, (const CasenessPeriod *) (gconstpointer) months->data, months->len,
                                 cancellable, NULL);
  else
    national->checked = g_ptr_array_new ();
  for (i = 0; national->checked != NULL && i < national->checked->len; i++)
    sum_up (national, g_ptr_array_index (national->checked, i));
  return national->checked != NULL;
}

CasenessNational *
caseness_national_new (CasenessSnapshot *snapshot, const CasenessPeriod *period, gint64 publication_id,
                       GCancellable *cancellable)
{
  g_autoptr(CasenessNational) national = NULL;
  const CasenessPublishedList *published;

  g_return_val_if_fail (snapshot != NULL && period != NULL, NULL);
  published = caseness_snapshot_get_published (snapshot);
  national = g_new0 (CasenessNational, 1);
  g_atomic_ref_count_init (&national->refs);
  national->snapshot = caseness_snapshot_ref (snapshot);
  national->period = *period;
  national->england = g_array_new (FALSE, FALSE, sizeof (CasenessNationalEngland));
  national->identities = g_array_new (FALSE, FALSE, sizeof (CasenessIdentitySummary));
  national->choices = list_choices (published);
  national->publication_id = find_choice (national->choices, publication_id) != NULL
                                   || publication_id == CASENESS_NATIONAL_ENGLAND
                                 ? publication_id : choose_best (national, published);
  if (compare_publication (national, published, cancellable) && compare_england (national, cancellable)
      && check_identities (national, cancellable))
    return g_steal_pointer (&national);
  return NULL;
}

CasenessNational *
caseness_national_ref (CasenessNational *national)
{
  g_return_val_if_fail (national != NULL, NULL);
  g_atomic_ref_count_inc (&national->refs);
  return national;
}

void
caseness_national_unref (CasenessNational *national)
{
  if (national == NULL || !g_atomic_ref_count_dec (&national->refs))
    return;
  g_clear_pointer (&national->comparisons, caseness_comparisons_free);
  g_clear_pointer (&national->list, caseness_published_list_free);
  g_clear_pointer (&national->checked, g_ptr_array_unref);
  g_array_unref (national->england);
  g_array_unref (national->identities);
  g_array_unref (national->choices);
  caseness_snapshot_unref (national->snapshot);
  g_free (national);
}

CasenessNationalShare
caseness_national_count (const CasenessNational *national, gboolean only_headlines)
{
  CasenessNationalShare share = { 0, 0, 0 };
  guint i;

  g_return_val_if_fail (national != NULL, share);
  for (i = 0; national->comparisons != NULL && i < national->comparisons->rows->len; i++)
    {
      const CasenessComparison *row = g_ptr_array_index (national->comparisons->rows, i);

      if (strcmp (row->published->variable, CASENESS_VARIABLE_TOTAL) != 0
          || (only_headlines && !caseness_national_is_headline (row->published->measure)))
        continue;
      share.n_agree += row->verdict == CASENESS_AGREEMENT_SAME || row->verdict == CASENESS_AGREEMENT_WITHIN_ROUNDING;
      share.n_differ += row->verdict == CASENESS_AGREEMENT_DIFFERENT;
      share.n_higher += row->verdict == CASENESS_AGREEMENT_DIFFERENT && row->gap > 0;
    }
  return share;
}

static void
write_ours (CasenessCsvWriter *writer, const CasenessNationalEngland *row, gboolean suppresses)
{
  g_autofree char *printed = suppresses ? caseness_compare_print (&row->ours, row->measure, 1) : NULL;

  if (suppresses)
    caseness_csv_writer_digits (writer, printed);
  else
    caseness_csv_writer_number (writer, row->ours.value, DECIMALS);
}

void
caseness_national_write_england_csv (CasenessCsvWriter *writer, const CasenessNational *national, gboolean suppresses)
{
  const char *const head[]
    = { "measure_id", "measure_name", "ours", "england", "gap", "period_start", "period_end", "source", NULL };
  guint i;

  g_return_if_fail (writer != NULL && national != NULL);
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < national->england->len; i++)
    {
      const CasenessNationalEngland *row = &g_array_index (national->england, CasenessNationalEngland, i);

      caseness_csv_writer_text (writer, row->measure->id);
      caseness_csv_writer_text (writer, row->measure->name);
      write_ours (writer, row, suppresses);
      caseness_csv_writer_number (writer, row->england.value, DECIMALS);
      caseness_csv_writer_number (writer, suppresses ? NAN : row->gap, DECIMALS);
      caseness_csv_writer_date (writer, row->england.period.start);
      caseness_csv_writer_date (writer, row->england.period.end);
      caseness_csv_writer_text (writer, row->england.source);
      caseness_csv_writer_end_row (writer);
    }
}
