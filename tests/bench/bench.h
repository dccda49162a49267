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

/** bench_get_milliseconds: Returns: the time, from some moment on. */
double bench_get_milliseconds (void);

/** bench_take_median: Returns: the median of @RUNS durations, which it sorts. */
double bench_take_median (double *runs);

/** bench_measure: prints the median of several runs of @act after one that warms up, as a line of CSV. */
void bench_measure (const char *what, Bench *bench, Act act);

/** bench_stop: ends the program over @error. */
void bench_stop (const GError *error) G_GNUC_NORETURN;

/** bench_open: (re)opens the service file at @path. */
void bench_open (Bench *bench, const char *path);

/** bench_clear: lets go of the service file. */
void bench_clear (Bench *bench);
