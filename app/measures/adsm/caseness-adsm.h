/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-interval.h"
#include "caseness-variable.h"

G_BEGIN_DECLS

/** CasenessAdsmFamily: which measures are asked about; the families of `assessment-tools.csv`. */
typedef enum
{
  CASENESS_ADSM_NATIONAL,   /* all that M203 to M205 know: the anxiety problems and unexplained symptoms */
  CASENESS_ADSM_MUS,        /* of them those for medically unexplained symptoms */
  CASENESS_ADSM_CONDITIONS, /* those for long-term conditions, which no national measure counts */
  CASENESS_N_ADSM_FAMILIES
} CasenessAdsmFamily;

/** CasenessAdsm: whether the courses of one group were measured by the anxiety measure meant for their problem. */
typedef struct
{
  char *group;
  CasenessPeriod period; /* in which they finished; only of the rows of caseness_adsm_use_new() */
  guint courses;       /* finished in the period */
  guint should_have;   /* whose problem has a measure of its own; whoever is in none of the next four has no score */
  guint paired;        /* its first and last score */
  guint first_only;    /* its first score and no last */
  guint wrong_measure; /* none of it, but a score of another specific measure */
  guint gad_instead;   /* no specific measure at all, but GAD-7 */
  guint unreadable;    /* of all who should have had it: nobody has said the measure's code (rulings 13) */
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

/**
 * caseness_adsm_count_family:
 * @frame: a snapshot and a period
 * @family: which measures
 * @variables: as caseness_adsm_count()
 * @people: (nullable): as caseness_adsm_count()
 *
 * As caseness_adsm_count(), of the courses that a measure of @family is meant for. Of a long-term condition that is the
 * first measure whose condition is recorded.
 *
 * Returns: (transfer full) (element-type CasenessAdsm): a row a group that has courses.
 */
GPtrArray *caseness_adsm_count_family (CasenessFrame *frame, CasenessAdsmFamily family, const GPtrArray *variables,
                                       const guint64 *people);

/** caseness_adsm_is_readable: whether scores of a measure can be read: somebody has said its code (rulings 13). */
gboolean caseness_adsm_is_readable (guint tool);

/** caseness_adsm_get_none: Returns: how many of those who should have had the measure have no score at all. */
guint caseness_adsm_get_none (const CasenessAdsm *row);

/** caseness_adsm_get_paired: Returns: the share that is paired with its 95% interval (Wilson), in percent. */
CasenessInterval caseness_adsm_get_paired (const CasenessAdsm *row);

/** caseness_adsm_get_share: Returns: @part of those who should have had the measure, in percent; NaN of nobody. */
double caseness_adsm_get_share (const CasenessAdsm *row, guint part);

/**
 * caseness_adsm_find_tool:
 * @snapshot: a snapshot
 * @index: a pathway
 * @family: which measures
 * @tool: (out): the measure meant for the problem or condition (caseness_tool_get_all())
 *
 * Returns: whether there is one.
 */
gboolean caseness_adsm_find_tool (const CasenessSnapshot *snapshot, guint index, CasenessAdsmFamily family,
                                  guint *tool);

/** caseness_adsm_write_csv: writes rows as `caseness-cli adsm` prints them. */
void caseness_adsm_write_csv (CasenessCsvWriter *writer, const GPtrArray *rows);

G_END_DECLS
