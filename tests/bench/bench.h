/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"

/* What the programs that measure share: an open service file and its periods, and the time that something takes. */

#define RUNS 5
#define MONTHS 12

typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter;        /* (nullable) */
  CasenessPeriod months[MONTHS]; /* up to the last one sent */
  CasenessPeriod quarter;        /* in which that lies */
  CasenessDate last;
} Bench;

typedef void (*Act) (Bench *bench);
typedef void (*BenchRun) (Bench *bench, const char *path, const char *second);

/** bench_get_milliseconds: Returns: the time, from some moment on. */
double bench_get_milliseconds (void);

/** bench_get_processor_milliseconds: Returns: the time that the processors have worked for this program. */
double bench_get_processor_milliseconds (void);

/** bench_take_median: Returns: the median of @n durations, which it sorts. */
double bench_take_median (double *runs, gsize n);

/** bench_measure: prints the medians of several runs of @act after one that warms up, by the clock and
 *  by what the processors worked for it, which other programs leave as it is; a line of CSV. */
void bench_measure (const char *what, Bench *bench, Act act);

/** bench_stop: ends the program over @error. */
void bench_stop (const GError *error) G_GNUC_NORETURN;

/**
 * bench_main:
 * @argc: words of the program
 * @argv: its name, a service file, and what may follow
 * @second: (nullable): what the usage calls a second word, NULL where there is none
 * @run: what measures; its second word may be NULL
 *
 * Returns: what the program ends with: 2 for words that make no sense.
 */
int bench_main (int argc, char **argv, const char *second, BenchRun run);

/** bench_open: (re)opens the service file at @path. */
void bench_open (Bench *bench, const char *path);

/** bench_clear: lets go of the service file. */
void bench_clear (Bench *bench);
