/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

double
bench_get_milliseconds (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

double
bench_get_processor_milliseconds (void)
{
  struct timespec used;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return (double) used.tv_sec * 1000 + (double) used.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

double
bench_take_median (double *runs, gsize n)
{
  qsort (runs, n, sizeof *runs, compare_doubles);
  return runs[n / 2];
}

void
bench_measure (const char *what, Bench *bench, Act act)
{
  double runs[RUNS], used[RUNS];
  guint i;

  act (bench);
  for (i = 0; i < RUNS; i++)
    {
      double start = bench_get_milliseconds (), used_before = bench_get_processor_milliseconds ();

      act (bench);
      runs[i] = bench_get_milliseconds () - start;
      used[i] = bench_get_processor_milliseconds () - used_before;
    }
  printf ("%s,%.3f,ms; of processors %.1f ms\n", what, bench_take_median (runs, RUNS), bench_take_median (used, RUNS));
  fflush (stdout);
}

void
bench_stop (const GError *error)
{
  fprintf (stderr, "%s\n", error->message);
  exit (1);
}

static void
set_periods (Bench *bench)
{
  CasenessDate start;
  guint i;

  bench->last = caseness_snapshot_get_latest_period_end (bench->snapshot);
  start = caseness_date_add_months (caseness_date_month_start (bench->last), 1 - MONTHS);
  for (i = 0; i < MONTHS; i++)
    {
      CasenessDate first = caseness_date_add_months (start, (int) i);

      bench->months[i] = (CasenessPeriod){ first, caseness_date_month_end (first) };
    }
  bench->quarter = caseness_period_around (CASENESS_PERIOD_QUARTER, bench->last);
}

void
bench_open (Bench *bench, const char *path)
{
  GError *error = NULL;
  CasenessStore *store = caseness_store_open (path, CASENESS_STORE_READ, &error);

  g_clear_pointer (&bench->snapshot, caseness_snapshot_unref);
  bench->snapshot = store != NULL ? caseness_snapshot_load (store, NULL, &error) : NULL;
  if (bench->snapshot == NULL)
    bench_stop (error);
  caseness_store_close (store);
  set_periods (bench);
}

void
bench_clear (Bench *bench)
{
  g_clear_pointer (&bench->filter, caseness_filter_unref);
  g_clear_pointer (&bench->snapshot, caseness_snapshot_unref);
}

int
bench_main (int argc, char **argv, const char *second, BenchRun run)
{
  Bench bench = { NULL };

  if (argc < 2 || argc > (second != NULL ? 3 : 2))
    {
      g_autofree char *name = g_path_get_basename (argv[0]);
      g_autofree char *more = second != NULL ? g_strdup_printf (" [%s]", second) : g_strdup ("");

      fprintf (stderr, "usage: %s FILE.caseness%s\n", name, more);
      return 2;
    }
  run (&bench, argv[1], argc == 3 ? argv[2] : NULL);
  bench_clear (&bench);
  return 0;
}
