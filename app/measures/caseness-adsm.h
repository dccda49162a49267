/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-variable.h"

G_BEGIN_DECLS

/** CasenessAdsm: whether the courses of one group were measured by the anxiety measure meant for their problem. */
typedef struct
{
  char *group;
  guint courses;       /* finished in the period */
  guint should_have;   /* whose problem has a measure of its own; whoever is in none of the next four has no score */
  guint paired;        /* its first and last score */
  guint first_only;    /* its first score and no last */
  guint wrong_measure; /* none of it, but a score of another specific measure */
  guint gad_instead;   /* no specific measure at all, but GAD-7 */
} CasenessAdsm;

/**
 * caseness_adsm_count:
 * @frame: a snapshot and a period
 * @variables: (element-type CasenessVariable): what to group by, crossed when there are several
 * @people: (nullable): a bitmap of whom to count (caseness_evaluate_people()), NULL for everybody
 *
 * Returns: (transfer full) (element-type CasenessAdsm): a row a group that has courses (rulings 80).
 */
GPtrArray *caseness_adsm_count (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people);

/** caseness_adsm_write_csv: writes rows as `caseness-cli adsm` prints them. */
void caseness_adsm_write_csv (CasenessCsvWriter *writer, const GPtrArray *rows);

G_END_DECLS
