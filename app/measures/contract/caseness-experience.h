/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"
#include "caseness-interval.h"

#include "caseness-csv-writer.h"

G_BEGIN_DECLS

/** CasenessExperienceView: one subject of experience and employment. */
typedef enum
{
  CASENESS_EXPERIENCE_TREATMENT,  /* the questionnaire after treatment */
  CASENESS_EXPERIENCE_ASSESSMENT, /* the one after assessment: choice and satisfaction */
  CASENESS_EXPERIENCE_STATUS,     /* employment at the start and at the end */
  CASENESS_EXPERIENCE_BENEFITS,   /* sick pay, work and benefits as shares */
  CASENESS_EXPERIENCE_SUPPORT,    /* employment support: who has it and how much */
  CASENESS_EXPERIENCE_OUTCOMES,   /* of courses with it and without */
  CASENESS_EXPERIENCE_WSAS,       /* work and social adjustment by domain */
  CASENESS_N_EXPERIENCE_VIEWS
} CasenessExperienceView;

/** CASENESS_MAX_EXPERIENCE_FIGURES: most figures an item has. */
#define CASENESS_MAX_EXPERIENCE_FIGURES 5

/** CasenessExperienceItem: a row of `resources/reference/experience.csv`. */
typedef struct
{
  CasenessExperienceView view;
  const char *words; /* marked for gettext */
  const CasenessMeasure *measures[CASENESS_MAX_EXPERIENCE_FIGURES];
  guint n_measures;
} CasenessExperienceItem;

/** caseness_experience_list_items: Returns: (transfer container) (element-type CasenessExperienceItem): of @view. */
GPtrArray *caseness_experience_list_items (CasenessExperienceView view);

/**
 * CasenessExperience:
 *
 * The figures of all views for one period and filter, of everybody and by the groups of one variable. Immutable.
 */
typedef struct _CasenessExperience CasenessExperience;

/**
 * caseness_experience_new:
 * @snapshot: a snapshot
 * @period: the period
 * @filter: (nullable): who is counted
 * @variable: (nullable): by what
 * @cancellable: (nullable)
 * @error: return location: cancelled, or a group to filter by that there is not
 *
 * Returns: (transfer full) (nullable): the figures, or NULL with @error set.
 */
CasenessExperience *caseness_experience_new (CasenessSnapshot *snapshot, const CasenessPeriod *period,
                                             const CasenessFilter *filter, const CasenessVariable *variable,
                                             GCancellable *cancellable, GError **error);

/** caseness_experience_free: frees the figures. */
void caseness_experience_free (CasenessExperience *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessExperience, caseness_experience_free)

/** caseness_experience_get_n_groups: how many groups the variable has. */
guint caseness_experience_get_n_groups (const CasenessExperience *self);

/** caseness_experience_get_group: Returns: (transfer none): the label of one of them. */
const char *caseness_experience_get_group (const CasenessExperience *self, guint group);

/** CASENESS_EXPERIENCE_EVERYBODY: in place of a group. */
#define CASENESS_EXPERIENCE_EVERYBODY G_MAXUINT

/** caseness_experience_get: Returns: the figure of @measure, which some item has or is part of, in @group. */
CasenessFigure caseness_experience_get (const CasenessExperience *self, const CasenessMeasure *measure, guint group);

/** caseness_experience_get_interval: Returns: Wilson's 95 % interval of a share. */
CasenessInterval caseness_experience_get_interval (const CasenessExperience *self, const CasenessMeasure *measure,
                                                   guint group);

/**
 * caseness_experience_get_answer:
 * @item: an item of a view of answers on a scale
 * @answer: 0 never to 4 all of the time; of satisfaction 0 not at all to 4 completely
 *
 * Returns: (transfer none) (nullable): the measure that counts that answer; NULL where an item is no such question.
 */
const CasenessMeasure *caseness_experience_get_answer (const CasenessExperienceItem *item, guint answer);

/** CasenessAdviserRatio: how many employment advisers there are to how many therapists, whole-time equivalents. */
typedef struct
{
  double advisers;
  double therapists;
} CasenessAdviserRatio;

/**
 * caseness_experience_get_advisers:
 * @snapshot: a snapshot
 * @as_at: the day on which staff are counted
 *
 * Returns: what the staff list says (LOCStaff: Role, WTE, StartDate, EndDate); 0 and 0 without one. Therapists are all
 *   roles but EA and Other.
 */
CasenessAdviserRatio caseness_experience_get_advisers (CasenessSnapshot *snapshot, CasenessDate as_at);

/**
 * caseness_experience_write_csv:
 * @writer: where to
 * @self: the figures
 * @view: which of them
 * @suppresses: small numbers, and what they could be worked out from, are hidden, and counts rounded
 *
 * Writes `group,item,measure_id,measure_name,numerator,denominator,value`, of everybody and then group by group.
 */
void caseness_experience_write_csv (CasenessCsvWriter *writer, const CasenessExperience *self,
                                    CasenessExperienceView view, gboolean suppresses);

G_END_DECLS
