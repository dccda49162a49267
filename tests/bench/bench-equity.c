/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "bench.h"
#include "caseness-equity-answer.h"

/*
 * How long the equity page takes to count again when somebody changes a filter: every group of every characteristic at
 * every step of the last twelve months submitted. Prints milliseconds, the median of several runs; a frame has 16.7.
 *
 * Usage: bench-equity FILE.caseness
 */

#define N_RUNS 9
#define N_MONTHS 12
#define MS 1000.0

/* Seconds since @start, which becomes now. */
static double
take_ms (gint64 *start)
{
  gint64 now = g_get_monotonic_time (), since = now - *start;

  *start = now;
  return (double) since / MS;
}

static CasenessEquityPlan *
make_plan (CasenessSnapshot *snapshot, const CasenessPeriod *period)
{
  const char *const *names = caseness_equity_list_variables ();
  g_autoptr(CasenessFrame) frame = caseness_frame_new (snapshot);
  g_autoptr(GArray) cuts = g_array_new (FALSE, FALSE, sizeof (CasenessEquityCut));
  g_autoptr(GArray) months = caseness_equity_list_months (period, period->start, N_MONTHS);
  guint i;

  caseness_frame_set_period (frame, period);
  for (i = 0; names[i] != NULL; i++)
    {
      CasenessEquityCut cut = { { caseness_variable_find (names[i]) }, 1 };

      g_array_append_val (cuts, cut);
    }
  return caseness_equity_plan_new (frame, (const CasenessEquityCut *) (gconstpointer) cuts->data, cuts->len,
                                   (const CasenessPeriod *) (gconstpointer) months->data, months->len);
}

static void
count_all (CasenessEquityPlan *plan, const guint64 *people)
{
  g_autoptr(CasenessEquityCube) cube = caseness_equity_cube_new (plan, people);
  guint i;

  caseness_equity_cube_count_all (cube);
  for (i = 0; i < caseness_equity_plan_get_n_cuts (plan); i++)
    caseness_equity_way_free (caseness_equity_way_new (cube, i, NULL, FALSE));
}

static guint64 *
choose_people (CasenessSnapshot *snapshot, const CasenessPeriod *period, const char *value)
{
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessFilter) filter = NULL;
  CasenessQuestion question = { .periods = period, .n_periods = 1 };
  CasenessDimension gender;

  if (!caseness_dimension_parse ("Gender", &gender))
    return NULL;
  question.filter = filter = caseness_filter_with (everybody, gender, value);
  return caseness_evaluate_people (snapshot, &question, NULL);
}

static void
measure (CasenessSnapshot *snapshot, const CasenessPeriod *period)
{
  static const char *const values[] = { "Female", "Male" };
  g_autoptr(CasenessEquityPlan) plan = NULL;
  double chosen[N_RUNS], counted[N_RUNS], worked[N_RUNS];
  gint64 start = g_get_monotonic_time ();
  double planned, processor;
  guint run;

  plan = make_plan (snapshot, period);
  planned = take_ms (&start);
  for (run = 0; run < N_RUNS; run++)
    {
      g_autofree guint64 *people = choose_people (snapshot, period, values[run % G_N_ELEMENTS (values)]);

      chosen[run] = take_ms (&start);
      processor = bench_get_processor_milliseconds ();
      count_all (plan, people);
      counted[run] = take_ms (&start);
      worked[run] = bench_get_processor_milliseconds () - processor;
    }
  g_print ("equity, plan of a period  %8.1f ms\n", planned);
  g_print ("equity, whom a filter lets%8.1f ms\n", bench_take_median (chosen, N_RUNS));
  g_print ("equity, count again       %8.1f ms (a frame has 16.7), processor %8.1f ms\n",
           bench_take_median (counted, N_RUNS), bench_take_median (worked, N_RUNS));
}

/* An answer, and what the next one is told of it; prints how long it and all its parts took, and processor time, which other
 * work on the machine does not stretch. */
static void
ask (CasenessEquityQuestion *question, CasenessEquityAnswer **last, const char *what)
{
  gint64 start = g_get_monotonic_time ();
  double used = bench_get_processor_milliseconds ();
  CasenessEquityAnswer *answer;

  question->plan = *last != NULL ? (*last)->plan : NULL;
  answer = caseness_equity_answer_new (question, NULL);
  g_print ("equity, %-28s%8.1f ms, processor %8.1f ms", what, take_ms (&start), bench_get_processor_milliseconds () - used);
  used = bench_get_processor_milliseconds ();
  caseness_equity_answer_complete (answer, CASENESS_EQUITY_ALL_PARTS, NULL);
  g_print ("; then what may be told outside %8.1f ms, processor %8.1f ms\n", take_ms (&start),
           bench_get_processor_milliseconds () - used);
  caseness_equity_answer_unref (*last);
  *last = answer;
}

/* What the page shows, then all that it and its report say, which is worked out when it is asked for: what an earlier answer
 * found of everybody is used again. */
static void
measure_answer (CasenessSnapshot *snapshot, const CasenessPeriod *period)
{
  static const struct
  {
    const char *what;
    const char *dimension;
    const char *value;
  } steps[] = {
    { "a filter", "Gender", "Female" },
    { "another value", "Gender", "Male" },
    { "another filter", "Working Age", "65 and over" },
  };
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  CasenessEquityAnswer *last = NULL;
  CasenessEquityQuestion question;
  gsize i;

  caseness_equity_question_init (&question);
  question.snapshot = snapshot;
  question.period = *period;
  question.as_at = period->end;
  ask (&question, &last, "first answer");
  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(CasenessFilter) filter = NULL;
      CasenessDimension dimension;

      if (!caseness_dimension_parse (steps[i].dimension, &dimension))
        continue;
      question.filter = filter = caseness_filter_with (everybody, dimension, steps[i].value);
      ask (&question, &last, steps[i].what);
    }
  question.filter = NULL;
  question.cut.variables[0] = caseness_variable_find ("Ethnic Group");
  question.cut.variables[question.cut.n_variables++] = caseness_variable_find ("Age Group");
  ask (&question, &last, "sixteen groups by age");
  caseness_equity_answer_unref (last);
}

static void
run_all (Bench *bench, const char *path, const char *unused)
{
  CasenessPeriod period;

  bench_open (bench, path);
  period = caseness_period_around (CASENESS_PERIOD_ROLLING_YEAR, bench->last);
  measure (bench->snapshot, &period);
  measure_answer (bench->snapshot, &period);
}

int
main (int argc, char **argv)
{
  return bench_main (argc, argv, NULL, run_all);
}
