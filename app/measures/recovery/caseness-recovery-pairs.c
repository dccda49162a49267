/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-pairs.h"

#include "caseness-percent.h"
#include "caseness-review.h"
#include "caseness-therapy.h"

#include <string.h>

#define PROBLEM "Problem Descriptor"
#define THERAPY "Modality"
#define SEPARATOR " / "

/* What there is most of is read first; it says nothing of how well it went. */
static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  guint first = caseness_recovery_get_denominator (*(const CasenessRecovery *const *) a);
  guint second = caseness_recovery_get_denominator (*(const CasenessRecovery *const *) b);

  return first > second ? -1 : first < second;
}

static CasenessRecoveryComparison *
compare_by (CasenessFrame *frame, const char *variable, const guint64 *people, const CasenessRecoveryComparison *other)
{
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();
  CasenessRecoveryComparison *comparison;

  g_ptr_array_add (variables, (gpointer) caseness_variable_find (variable));
  comparison = caseness_recovery_comparison_new_beside (frame, variables, people, other);
  g_ptr_array_sort (comparison->rows, compare_sizes);
  return comparison;
}

static GPtrArray *
cross (CasenessFrame *frame, const guint64 *people)
{
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();

  g_ptr_array_add (variables, (gpointer) caseness_variable_find (PROBLEM));
  g_ptr_array_add (variables, (gpointer) caseness_variable_find (THERAPY));
  return caseness_recovery_count_four_way (frame, variables, people);
}

static const char *
get_group (const CasenessRecoveryComparison *comparison, guint row)
{
  return ((const CasenessRecovery *) g_ptr_array_index (comparison->rows, row))->group;
}

static CasenessRecoveryPair
make_pair (const CasenessRecoveryPairs *self, GHashTable *by_label, guint problem, guint therapy)
{
  const char *row = get_group (self->by_problem, problem), *column = get_group (self->by_therapy, therapy);
  g_autofree char *label = g_strconcat (row, SEPARATOR, column, NULL);
  CasenessRecoveryPair pair = { g_hash_table_lookup (by_label, label), CASENESS_STANDING_TOO_FEW,
                                caseness_nice_get_view (row, column) };

  if (pair.recovery != NULL)
    pair.standing = caseness_recovery_comparison_judge (self->by_problem, pair.recovery, CASENESS_RECOVERY_CRUDE, FALSE);
  return pair;
}

static void
add_pairs (CasenessRecoveryPairs *self)
{
  g_autoptr(GHashTable) by_label = g_hash_table_new (g_str_hash, g_str_equal);
  guint i, k;

  for (i = 0; i < self->crossed->len; i++)
    {
      CasenessRecovery *recovery = g_ptr_array_index (self->crossed, i);

      g_hash_table_insert (by_label, recovery->group, recovery);
    }
  for (i = 0; i < self->by_problem->rows->len; i++)
    for (k = 0; k < self->by_therapy->rows->len; k++)
      {
        CasenessRecoveryPair pair = make_pair (self, by_label, i, k);

        if (pair.recovery != NULL && pair.nice == CASENESS_NICE_DOES_NOT)
          self->n_not_recommended += pair.recovery->courses;
        g_array_append_val (self->pairs, pair);
      }
}

/* Rows are problems, so that all courses of one are mixed, or none. */
static void
count_mixed (CasenessRecoveryPairs *self, const CasenessSnapshot *snapshot)
{
  guint i, k;

  for (i = 0; i < self->by_problem->rows->len; i++)
    {
      const GArray *pathways = ((const CasenessRecovery *) g_ptr_array_index (self->by_problem->rows, i))->pathways;

      for (k = 0; k < pathways->len; k++)
        {
          guint pathway = g_array_index (pathways, guint32, k);

          if (!caseness_review_is_mixed (snapshot, pathway))
            continue;
          self->mixed = i;
          self->n_mixed++;
          self->n_mixed_in_doubt += caseness_review_is_mixed_in_doubt (snapshot, pathway);
        }
    }
}

CasenessRecoveryPairs *
caseness_recovery_pairs_new (CasenessFrame *frame, const guint64 *people, const CasenessRecoveryComparison *other)
{
  CasenessRecoveryPairs *self;

  g_return_val_if_fail (frame != NULL && other != NULL, NULL);

  self = g_new0 (CasenessRecoveryPairs, 1);
  self->by_problem = compare_by (frame, PROBLEM, people, other);
  self->by_therapy = compare_by (frame, THERAPY, people, other);
  self->crossed = cross (frame, people);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (CasenessRecoveryPair));
  add_pairs (self);
  count_mixed (self, caseness_frame_get_snapshot (frame));
  return self;
}

void
caseness_recovery_pairs_free (CasenessRecoveryPairs *pairs)
{
  if (pairs == NULL)
    return;
  caseness_recovery_comparison_free (pairs->by_problem);
  caseness_recovery_comparison_free (pairs->by_therapy);
  g_ptr_array_unref (pairs->crossed);
  g_array_unref (pairs->pairs);
  g_free (pairs);
}

const CasenessRecoveryPair *
caseness_recovery_pairs_get (const CasenessRecoveryPairs *pairs, guint problem, guint therapy)
{
  g_return_val_if_fail (pairs != NULL, NULL);
  g_return_val_if_fail (problem < pairs->by_problem->rows->len && therapy < pairs->by_therapy->rows->len, NULL);

  return &g_array_index (pairs->pairs, CasenessRecoveryPair, problem * pairs->by_therapy->rows->len + therapy);
}

const CasenessRecoveryPair *
caseness_recovery_pairs_find_notable (const CasenessRecoveryPairs *pairs, guint *problem, guint *therapy)
{
  const CasenessRecoveryPair *found = NULL;
  guint i;

  g_return_val_if_fail (pairs != NULL, NULL);

  for (i = 0; i < pairs->pairs->len; i++)
    {
      const CasenessRecoveryPair *pair = &g_array_index (pairs->pairs, CasenessRecoveryPair, i);

      if (pair->recovery == NULL || pair->nice != CASENESS_NICE_DOES_NOT
          || pair->standing == CASENESS_STANDING_TOO_FEW
          || (found != NULL && pair->recovery->courses <= found->recovery->courses))
        continue;
      found = pair;
      *problem = i / pairs->by_therapy->rows->len;
      *therapy = i % pairs->by_therapy->rows->len;
    }
  return found;
}

static const char *const nice_words[] = { "", "recommended", "not recommended" };

static void
write_pair (CasenessCsvWriter *writer, const CasenessRecoveryPairs *pairs, guint problem, guint therapy)
{
  const CasenessRecoveryPair *pair = caseness_recovery_pairs_get (pairs, problem, therapy);
  CasenessInterval rate;

  if (pair->recovery == NULL)
    return;
  rate = caseness_recovery_get_rate (pair->recovery);
  caseness_csv_writer_text (writer, get_group (pairs->by_problem, problem));
  caseness_csv_writer_text (writer, get_group (pairs->by_therapy, therapy));
  caseness_csv_writer_text (writer, nice_words[pair->nice]);
  caseness_csv_writer_int (writer, pair->recovery->courses);
  caseness_csv_writer_int (writer, caseness_recovery_get_denominator (pair->recovery));
  caseness_csv_writer_int (writer, pair->recovery->recovered);
  caseness_percent_write (writer, 100 * rate.value);
  caseness_percent_write (writer, 100 * rate.lower);
  caseness_percent_write (writer, 100 * rate.upper);
  caseness_csv_writer_end_row (writer);
}

void
caseness_recovery_pairs_write_csv (CasenessCsvWriter *writer, const CasenessRecoveryPairs *pairs)
{
  static const char *const head[] = { "problem",   "therapy",      "nice",         "courses",       "at_caseness",
                                      "recovered", "recovery_pct", "recovery_low", "recovery_high", NULL };
  guint i, k;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < pairs->by_problem->rows->len; i++)
    for (k = 0; k < pairs->by_therapy->rows->len; k++)
      write_pair (writer, pairs, i, k);
}
