/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-measure.h"

G_BEGIN_DECLS

/** CasenessStandard: what a measure should reach while it is in force: a row of `resources/reference/standards.csv`. */
typedef struct
{
  const char *measure_id;
  gboolean is_at_most;     /* else at least */
  double value;            /* in the unit of the measure */
  CasenessPeriod in_force; /* CASENESS_DATE_NONE at an end that is open */
  const char *kind;        /* standard, benchmark, planning, ambition, local */
  const char *certainty;   /* stated, not verified, … */
  const char *source;
} CasenessStandard;

/**
 * caseness_standard_find:
 * @measure: a measure
 * @date: a known day, usually the last of a period
 *
 * Returns: (transfer none) (nullable): the standard in force on that day.
 */
const CasenessStandard *caseness_standard_find (const CasenessMeasure *measure, CasenessDate date);

/** caseness_standard_is_met: whether @value, unrounded, reaches @standard. */
gboolean caseness_standard_is_met (const CasenessStandard *standard, double value);

G_END_DECLS
