/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-use.h"
#include "caseness-figure-people.h"

G_BEGIN_DECLS

/** CasenessAdsmPart: what a figure of ADSM use counts. */
typedef enum
{
  /* of those who should have had their measure, in the order of a row's classes */
  CASENESS_ADSM_PART_PAIRED,
  CASENESS_ADSM_PART_FIRST_ONLY,
  CASENESS_ADSM_PART_WRONG,
  CASENESS_ADSM_PART_GENERAL,
  CASENESS_ADSM_PART_NONE,
  CASENESS_ADSM_PART_SHOULD,
  /* of the courses with both scores of their own measure and of GAD-7 */
  CASENESS_ADSM_PART_RECOVERY_DIFFERS,
  CASENESS_ADSM_PART_IMPROVEMENT_DIFFERS,
  /* of the courses with a first score of all three */
  CASENESS_ADSM_PART_CASE_BY_SPECIFIC,
  CASENESS_ADSM_PART_CASE_BY_GENERAL,
  /* of the courses finished, in the order of the findings */
  CASENESS_ADSM_PART_RECORDED,
  CASENESS_ADSM_PART_MISSING,
  CASENESS_ADSM_PART_INVALID,
  CASENESS_ADSM_PART_MIXED,
  CASENESS_ADSM_PART_CHANGED,
  CASENESS_N_ADSM_PARTS
} CasenessAdsmPart;

/** CASENESS_ADSM_ALL: all rows together. */
#define CASENESS_ADSM_ALL (-1)

/**
 * caseness_adsm_use_find_people:
 * @use: an answer
 * @part: what is counted
 * @row: a row of its rows; of what compares two measures a row of its costs; CASENESS_ADSM_ALL for all of them
 * @name: what the figure is called
 * @error: return location: a group to filter by that there is not
 *
 * Who is behind a figure that no national measure counts, by the rules that made the figure.
 *
 * Returns: (transfer full) (nullable): the people, those of the denominator too, or NULL with @error set.
 */
CasenessFigurePeople *caseness_adsm_use_find_people (const CasenessAdsmUse *use, CasenessAdsmPart part, int row,
                                                     const CasenessFigureName *name, GError **error);

/**
 * caseness_adsm_write_people_csv:
 * @writer: where to
 * @frame: a snapshot and a period
 * @variables: (element-type CasenessVariable): what the groups are, as caseness_adsm_count() takes them
 * @people: (nullable): as caseness_adsm_count() takes it
 *
 * Writes a row for each course that should have had a measure of its own, with that measure and the class the course is
 * counted in; none where it has no score at all. As many rows of a class as caseness_adsm_count() counts.
 */
void caseness_adsm_write_people_csv (CasenessCsvWriter *writer, CasenessFrame *frame, const GPtrArray *variables,
                                     const guint64 *people);

G_END_DECLS
