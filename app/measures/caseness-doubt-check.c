/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-doubt-check.h"

#include <math.h>

#define DECIMALS 6

static void
check_free (gpointer data)
{
  CasenessDoubtCheck *check = data;

  g_array_unref (check->moves);
  g_free (check);
}

static CasenessAnswer *
ask (CasenessSnapshot *snapshot, const CasenessPeriod *period, GCancellable *cancellable, GError **error)
{
  CasenessQuestion question = { .periods = period, .n_periods = 1 };

  return caseness_evaluate (snapshot, &question, cancellable, error);
}

static gboolean
is_other (double a, double b)
{
  return isnan (a) != isnan (b) || (!isnan (a) && a != b);
}

static void
find_moves (CasenessDoubtCheck *check, const CasenessAnswer *by_default, const CasenessAnswer *by_other)
{
  guint i;

  for (i = 0; i < caseness_answer_get_n_measures (by_default); i++)
    {
      CasenessDoubtMove move = {
        .measure = caseness_answer_get_measure (by_default, i),
        .by_default = caseness_answer_get (by_default, 0, 0, 0, i),
        .by_other = caseness_answer_get (by_other, 0, 0, 0, i),
      };

      move.difference = move.by_other.value - move.by_default.value;
      if (is_other (move.by_default.value, move.by_other.value))
        g_array_append_val (check->moves, move);
    }
}

static gboolean
run_check (CasenessDoubtCheck *check, CasenessStore *store, const CasenessAnswer *by_default,
           const CasenessPeriod *period, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessSnapshot) turned = NULL;
  g_autoptr(CasenessAnswer) by_other = NULL;
  CasenessSwitches switches;

  if (!caseness_doubt_turn (check->doubt, period->end, &switches))
    return TRUE;
  turned = caseness_snapshot_load_with (store, &switches, cancellable, error);
  by_other = turned != NULL ? ask (turned, period, cancellable, error) : NULL;
  if (by_other != NULL)
    find_moves (check, by_default, by_other);
  return by_other != NULL;
}

GPtrArray *
caseness_doubt_check_all (CasenessStore *store, CasenessSnapshot *snapshot, const CasenessPeriod *period,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) checks = g_ptr_array_new_with_free_func (check_free);
  g_autoptr(CasenessAnswer) by_default = NULL;
  guint n, i;
  const CasenessDoubt *doubts = caseness_doubt_get_all (&n);

  g_return_val_if_fail (store != NULL && snapshot != NULL && period != NULL, NULL);
  by_default = ask (snapshot, period, cancellable, error);
  for (i = 0; by_default != NULL && i < n; i++)
    {
      CasenessDoubtCheck *check = g_new0 (CasenessDoubtCheck, 1);

      check->doubt = &doubts[i];
      check->moves = g_array_new (FALSE, FALSE, sizeof (CasenessDoubtMove));
      g_ptr_array_add (checks, check);
      if (!run_check (check, store, by_default, period, cancellable, error))
        return NULL;
    }
  return by_default != NULL ? g_steal_pointer (&checks) : NULL;
}

static void
write_move (CasenessCsvWriter *writer, const CasenessDoubt *doubt, const CasenessDoubtMove *move)
{
  caseness_csv_writer_text (writer, doubt->name);
  caseness_csv_writer_text (writer, doubt->value);
  caseness_csv_writer_text (writer, doubt->other);
  caseness_csv_writer_text (writer, move != NULL ? move->measure->id : NULL);
  caseness_csv_writer_text (writer, move != NULL ? move->measure->name : NULL);
  caseness_csv_writer_number (writer, move != NULL ? move->by_default.value : NAN, DECIMALS);
  caseness_csv_writer_number (writer, move != NULL ? move->by_other.value : NAN, DECIMALS);
  caseness_csv_writer_number (writer, move != NULL ? move->difference : NAN, DECIMALS);
  caseness_csv_writer_end_row (writer);
}

void
caseness_doubt_check_write_csv (CasenessCsvWriter *writer, const GPtrArray *checks)
{
  const char *const head[] = { "rule", "default", "other", "measure_id", "measure_name", "by_default", "by_other",
                               "difference", NULL };
  guint i, k;

  g_return_if_fail (writer != NULL && checks != NULL);
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < checks->len; i++)
    {
      const CasenessDoubtCheck *check = g_ptr_array_index (checks, i);

      if (check->moves->len == 0)
        write_move (writer, check->doubt, NULL);
      for (k = 0; k < check->moves->len; k++)
        write_move (writer, check->doubt, &g_array_index (check->moves, CasenessDoubtMove, k));
    }
}
