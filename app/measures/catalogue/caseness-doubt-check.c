/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-doubt-check.h"

#include "caseness-threads.h"
#include "caseness-turning.h"

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

/* What several threads work on: each takes one rule after another. */
typedef struct
{
  const GPtrArray *checks; /* CasenessDoubtCheck */
  const CasenessTurning *turning;
  CasenessStore *store;
  const CasenessAnswer *by_default;
  const CasenessPeriod *period;
  GCancellable *cancellable;
  GError **errors; /* by check */
} Trial;

static void
try_rule (const Trial *trial, guint which, const CasenessSwitches *switches)
{
  g_autoptr(CasenessSnapshot) turned
    = caseness_turning_run (trial->turning, trial->store, switches, trial->cancellable, &trial->errors[which]);
  g_autoptr(CasenessAnswer) by_other
    = turned != NULL ? ask (turned, trial->period, trial->cancellable, &trial->errors[which]) : NULL;

  if (by_other != NULL)
    find_moves (g_ptr_array_index (trial->checks, which), trial->by_default, by_other);
}

/* Whether the rule can be tried, and by which decisions. */
static gboolean
turn (const Trial *trial, guint which, CasenessSwitches *switches)
{
  const CasenessDoubtCheck *check = g_ptr_array_index (trial->checks, which);

  return caseness_doubt_turn (check->doubt, trial->period->end, switches);
}

static void
try_held_rule (guint which, gpointer data)
{
  const Trial *trial = data;
  CasenessSwitches switches;

  if (turn (trial, which, &switches) && caseness_turning_holds (trial->turning, &switches))
    try_rule (trial, which, &switches);
}

/* A store belongs to the thread that opened it, so what needs other rows is tried by this one. */
static void
try_all (Trial *trial)
{
  guint n = caseness_snapshot_get_n_pathways (caseness_turning_get_base (trial->turning)), i;
  CasenessSwitches switches;

  caseness_threads_run (caseness_threads_choose (n, trial->checks->len), trial->checks->len, try_held_rule, trial);
  for (i = 0; i < trial->checks->len; i++)
    if (turn (trial, i, &switches) && !caseness_turning_holds (trial->turning, &switches))
      try_rule (trial, i, &switches);
}

static GPtrArray *
make_checks (void)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func (check_free);
  guint n, i;
  const CasenessDoubt *doubts = caseness_doubt_get_all (&n);

  for (i = 0; i < n; i++)
    {
      CasenessDoubtCheck *check = g_new0 (CasenessDoubtCheck, 1);

      check->doubt = &doubts[i];
      check->moves = g_array_new (FALSE, FALSE, sizeof (CasenessDoubtMove));
      g_ptr_array_add (checks, check);
    }
  return checks;
}

/* Hands the first error on. */
static gboolean
take_errors (GError **errors, guint n, GError **error)
{
  gboolean is_done = TRUE;
  guint i;

  for (i = 0; i < n; i++)
    if (errors[i] != NULL && is_done)
      {
        is_done = FALSE;
        g_propagate_error (error, g_steal_pointer (&errors[i]));
      }
    else
      g_clear_error (&errors[i]);
  return is_done;
}

GPtrArray *
caseness_doubt_check_all (CasenessStore *store, CasenessSnapshot *snapshot, const CasenessPeriod *period,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) checks = make_checks ();
  g_autoptr(CasenessTurning) turning = NULL;
  g_autoptr(CasenessAnswer) by_default = NULL;
  g_autofree GError **errors = g_new0 (GError *, checks->len);
  Trial trial = { checks, .store = store, .period = period, .cancellable = cancellable, .errors = errors };

  g_return_val_if_fail (store != NULL && snapshot != NULL && period != NULL, NULL);
  by_default = ask (snapshot, period, cancellable, error);
  turning = by_default != NULL ? caseness_turning_new (store, CASENESS_DATE_NONE, cancellable, error) : NULL;
  if (turning == NULL)
    return NULL;
  trial.turning = turning;
  trial.by_default = by_default;
  try_all (&trial);
  return take_errors (errors, checks->len, error) ? g_steal_pointer (&checks) : NULL;
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
