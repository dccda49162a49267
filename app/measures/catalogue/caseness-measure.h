/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-condition.h"

G_BEGIN_DECLS

/** CasenessStatistic: what is made of the rows that a measure counts, or of other measures. */
typedef enum
{
  CASENESS_STATISTIC_COUNT,
  CASENESS_STATISTIC_SUM,
  CASENESS_STATISTIC_MEAN,
  CASENESS_STATISTIC_MEDIAN,
  CASENESS_STATISTIC_MAX,
  CASENESS_STATISTIC_MIN,
  CASENESS_STATISTIC_DEVIATION,  /* standard deviation of a sample; only part of others */
  CASENESS_STATISTIC_TOTAL,      /* of other measures */
  CASENESS_STATISTIC_PERCENTAGE, /* of other measures, on 0 to 100 */
  CASENESS_STATISTIC_RATIO,      /* of other measures */
  CASENESS_STATISTIC_EFFECT,     /* a mean over a deviation of the same people */
  CASENESS_STATISTIC_NONE,       /* cannot be computed; the definition says why */
} CasenessStatistic;

/** CasenessMeasurePart: one measure in the numerator or the denominator of another. */
typedef struct
{
  int sign;
  guint measure;
} CasenessMeasurePart;

/** CasenessMeasure: one row of `resources/reference/measures.csv`. */
typedef struct
{
  const char *id;              /* M192, as in the national metadata */
  const char *name;            /* Percentage_Recovery, likewise */
  const char *title;           /* the same in our own words, for people */
  const char *family;
  const char *definition;      /* our own words */
  const char *unit;            /* people, appointments, percent, days … */
  const char *better;          /* higher, lower, or empty */
  const char *source;
  const char *date;            /* column that must lie in the period; empty for what stands at its end */
  const char *conditions;
  const char *value;
  gboolean is_listed;          /* of the national metadata; answered unless others are asked for */
  gboolean is_local;           /* our own; answered when asked for */
  gboolean is_retired;         /* of the 2021 edition alone; answered when asked for. What is none is part of another */
  CasenessTable table;
  CasenessStatistic statistic;
  CasenessCondition *condition; /* the date's and the others together */
  CasenessSum *sum;             /* of a sum, mean, median, max or min */
  GArray *numerator;            /* CasenessMeasurePart */
  GArray *denominator;
} CasenessMeasure;

/**
 * caseness_measure_get_all:
 * @n_measures: (out): how many
 *
 * Returns: (transfer none) (array length=n_measures): the catalogue in the order of the national metadata, parts last.
 */
const CasenessMeasure *caseness_measure_get_all (guint *n_measures);

/** caseness_measure_find: Returns: (transfer none) (nullable): the measure of that id, in any case. */
const CasenessMeasure *caseness_measure_find (const char *id);

/** caseness_measure_is_asked_for: whether it may be asked for by its id, rather than being part of another alone. */
gboolean caseness_measure_is_asked_for (const CasenessMeasure *measure);

/** caseness_measure_is_made_of_others: whether the figure is worked out from other figures rather than from rows. */
gboolean caseness_measure_is_made_of_others (const CasenessMeasure *measure);

G_END_DECLS
