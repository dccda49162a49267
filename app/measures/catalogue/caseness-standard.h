/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-measure.h"

G_BEGIN_DECLS

/** CASENESS_STANDARD_ACCESS: what stands for the share of people in need that is treated in a year, which is held to a
 *  standard though it is no measure of the catalogue: it takes a population (the equity page). */
#define CASENESS_STANDARD_ACCESS "access"

/** CasenessStandard: what a figure should reach while it is in force: a row of `resources/reference/standards.csv`, or
 *  one that people set in a service file. Its texts are interned. */
typedef struct
{
  const char *measure_id;  /* or CASENESS_STANDARD_ACCESS */
  gboolean is_at_most;     /* else at least */
  double value;            /* in the unit of the measure */
  CasenessPeriod in_force; /* CASENESS_DATE_NONE at an end that is open */
  const char *kind;        /* a word of caseness_standard_get_kinds() */
  const char *certainty;   /* stated, not verified, … */
  const char *source;
} CasenessStandard;

/** CasenessStandardKind: what sort of standard it is. */
typedef struct
{
  const char *word; /* in files */
  const char *name; /* for people, marked for gettext */
} CasenessStandardKind;

/** caseness_standard_get_kinds: Returns: (transfer none) (array length=n): the sorts of standards there are. */
const CasenessStandardKind *caseness_standard_get_kinds (guint *n);

/** caseness_standard_is_known: whether there is a figure of that id that a standard may be set for. */
gboolean caseness_standard_is_known (const char *id);

/** caseness_standard_is_in_force: whether @standard holds on @date. */
gboolean caseness_standard_is_in_force (const CasenessStandard *standard, CasenessDate date);

/**
 * caseness_standard_find:
 * @snapshot: a snapshot
 * @measure: a measure
 * @date: a known day, usually the last of a period
 *
 * Returns: (transfer none) (nullable): the standard in force on that day as the service file has it. It lives as long as
 *   @snapshot.
 */
const CasenessStandard *caseness_standard_find (const CasenessSnapshot *snapshot, const CasenessMeasure *measure,
                                                CasenessDate date);

/** caseness_standard_is_met: whether @value, unrounded, reaches @standard. */
gboolean caseness_standard_is_met (const CasenessStandard *standard, double value);

G_END_DECLS
