/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"
#include "caseness-statistics-spc.h"

G_BEGIN_DECLS

/** CasenessSeriesStep: how a span of time is cut into points. */
typedef enum
{
  CASENESS_SERIES_MONTHS,
  CASENESS_SERIES_WEEKS, /* from Monday to Sunday */
} CasenessSeriesStep;

/** CasenessSeriesMethod: how the limits of a chart are worked out (methods, sections 9.1 and 9.8). */
typedef enum
{
  CASENESS_SERIES_XMR,
  CASENESS_SERIES_P,       /* percentages alone: limits from the share and each point's denominator */
  CASENESS_SERIES_P_PRIME, /* the same, widened or narrowed by how far the points differ */
} CasenessSeriesMethod;

/** CasenessStepChange: people say that from a day on the figure is another one. Never found by the program itself. */
typedef struct
{
  CasenessDate date;
  const char *reason;
} CasenessStepChange;

/** CasenessSeriesChoice: what people may decide of a chart over time. All of it is borrowed. */
typedef struct
{
  CasenessSeriesMethod method;
  CasenessSpcOptions spc;
  const CasenessStepChange *changes; /* (nullable): in any order */
  guint n_changes;
  const double *plan;                /* (nullable): one a point, NaN for none; the target of what has no standard */
} CasenessSeriesChoice;

/** caseness_series_choice_init: sets the ordinary decisions: XmR, ranges screened, limits from all points. */
void caseness_series_choice_init (CasenessSeriesChoice *choice);

/** CasenessSeriesMeasured: what a series is made of. All of it is borrowed; each array has a cell a point. */
typedef struct
{
  guint n_points;
  const CasenessPeriod *periods;
  const CasenessFigure *figures;     /* value NaN where it is missing */
  const double *targets;             /* (nullable): the standard in force at the end of each, NaN for none */
  gboolean is_percent;               /* values lie between 0 and 100 and have a numerator and a denominator */
  CasenessSpcDirection direction;
} CasenessSeriesMeasured;

/** CasenessSeriesChange: a step change as it lies in a series. */
typedef struct
{
  guint point; /* the first of the new phase */
  CasenessDate date;
  char *reason;
} CasenessSeriesChange;

/**
 * CasenessSeries:
 *
 * A figure over time with its limits, the rules it breaks and what that means: everything that an XmR chart, its icons
 * and its sentence say. Immutable and reference-counted; made by caseness_series_new().
 */
typedef struct
{
  guint n_points;
  CasenessPeriod *periods;
  CasenessFigure *figures;
  double *targets;           /* the standard, or the plan where there is none; NaN for none */
  gboolean is_planned;       /* they are a plan */
  gboolean is_percent;
  CasenessSpcDirection direction;
  CasenessSeriesMethod method;
  CasenessSpcOptions spc;
  CasenessSpcChart chart;    /* points and phases */
  CasenessSpcLimits *limits; /* of each point */
  GArray *changes;           /* CasenessSeriesChange, in order of time; those outside the series are left out */
  guint last;                /* the latest point that has a value; n_points when none has */
  CasenessSpcMeaning variation; /* of that point, for the icon */
  gint8 variation_sign;         /* 1 high or rising, -1 low or falling, 0 common cause */
  CasenessSpcAssurance assurance;
  double correlation;        /* of neighbouring points (methods, section 9.9); NaN for too few */
  gboolean is_correlated;    /* so much that limits come out too narrow */
} CasenessSeries;

/** caseness_series_new: Returns: (transfer full): the series of @measured under @choice. */
CasenessSeries *caseness_series_new (const CasenessSeriesMeasured *measured, const CasenessSeriesChoice *choice);

/** caseness_series_ref: Returns: (transfer full): @series with one more reference. */
CasenessSeries *caseness_series_ref (CasenessSeries *series);

/** caseness_series_unref: drops a reference. */
void caseness_series_unref (CasenessSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessSeries, caseness_series_unref)

/**
 * caseness_series_dup_told:
 * @series: a series
 *
 * What people outside the service are told of it: points of too few people have no value, so that mean, limits, rules and
 * sentence rest on the others alone and give none of them away. They still are small by caseness_series_is_small().
 *
 * Returns: (transfer full): the series, @series itself when no point of it is small.
 */
CasenessSeries *caseness_series_dup_told (CasenessSeries *series);

/** caseness_series_dup_without: Returns: (transfer full): the same without the values of the points that
 *  @is_left_out (array length=n_points) marks, for what people outside may not be told for other reasons as well. */
CasenessSeries *caseness_series_dup_without (CasenessSeries *series, const gboolean *is_left_out);

/** caseness_series_get_latest: Returns: the latest value there is, NaN for none. */
double caseness_series_get_latest (const CasenessSeries *series);

/** caseness_series_get_target: Returns: the target at the latest value, at the end where there is no value; NaN for none. */
double caseness_series_get_target (const CasenessSeries *series);

/** caseness_series_count_missing: how many points have no value. */
guint caseness_series_count_missing (const CasenessSeries *series);

/** caseness_series_is_small: whether a point stands on too few people to be told outside the service, or has no value for
 *  that. */
gboolean caseness_series_is_small (const CasenessSeries *series, guint point);

/** CasenessSeriesSignal: what there is to say of a series, the most telling of it. */
typedef enum
{
  CASENESS_SIGNAL_NONE,    /* no value at all */
  CASENESS_SIGNAL_FEW,     /* too few points for limits */
  CASENESS_SIGNAL_STEADY,
  CASENESS_SIGNAL_OUTSIDE, /* the latest point is beyond a limit */
  CASENESS_SIGNAL_TREND,
  CASENESS_SIGNAL_NEAR,    /* two of the last three lie close to a limit */
  CASENESS_SIGNAL_SHIFT,
  CASENESS_SIGNAL_EARLIER, /* a recent point was beyond a limit, the latest one is back inside */
} CasenessSeriesSignal;

/** CasenessSeriesStory: the same with what it takes to tell it. */
typedef struct
{
  CasenessSeriesSignal signal;
  gint8 sign;                 /* 1 high or rising, -1 low or falling */
  CasenessSpcMeaning meaning;
  guint first;                /* the points it tells of */
  guint last;
} CasenessSeriesStory;

/** caseness_series_read_story: Returns: what there is to say of @series. */
CasenessSeriesStory caseness_series_read_story (const CasenessSeries *series);

/**
 * caseness_series_get_urgency:
 *
 * Returns: how much a series needs a conversation, higher first: a change for the worse, a target out of reach, a
 *   recent surprise, a change for the better, a target hit or missed by chance, the rest.
 */
guint caseness_series_get_urgency (const CasenessSeries *series);

/**
 * caseness_series_dup_sentence:
 * @series: a series
 *
 * The one place where a chart over time is put into plain words, for screen, paper and command line.
 *
 * Returns: (transfer full): a sentence or two: `Six points running below the mean: worth asking why.`
 */
char *caseness_series_dup_sentence (const CasenessSeries *series);

/** caseness_series_dup_run: Returns: (transfer full) (nullable): the run or trend in a few words with its points, to
 *  stand beside it: `12 points below the mean, Apr 24 to Mar 25`; NULL when there is none. */
char *caseness_series_dup_run (const CasenessSeries *series);

/** caseness_series_get_variation_words: Returns: (transfer none): what the variation icon says. */
const char *caseness_series_get_variation_words (const CasenessSeries *series);

/** caseness_series_get_assurance_words: Returns: (transfer none): what the assurance icon says. */
const char *caseness_series_get_assurance_words (const CasenessSeries *series);

/** caseness_series_dup_method: Returns: (transfer full): how limits were worked out, for the foot of a chart. */
char *caseness_series_dup_method (const CasenessSeries *series);

/** caseness_series_dup_rules: Returns: (transfer full): every rule that fired at a point, in words, maybe empty. */
char *caseness_series_dup_rules (const CasenessSeries *series, guint point);

/** caseness_series_dup_caution: Returns: (transfer full) (nullable): what to bear in mind: few points, missing ones,
 *  neighbours that go together; NULL for nothing. */
char *caseness_series_dup_caution (const CasenessSeries *series);

/** caseness_series_dup_value: Returns: (transfer full): a value as the series has them: `61.4%`, `683`, `8.4`. */
char *caseness_series_dup_value (const CasenessSeries *series, double value);

/** caseness_series_dup_target: Returns: (transfer full): a target as it was set, whole where it is: `75%`, `66.7%`. */
char *caseness_series_dup_target (const CasenessSeries *series, double target);

/** caseness_series_dup_point: Returns: (transfer full): the name of a point: `Apr 24`, or a week's first day. */
char *caseness_series_dup_point (const CasenessSeries *series, guint point);

/** caseness_series_dup_point_in_sentence: Returns: (transfer full): the same inside a sentence: `Apr 24`, `the week of 7 Apr
 *  2025`. */
char *caseness_series_dup_point_in_sentence (const CasenessSeries *series, guint point);

/** caseness_series_dup_span: Returns: (transfer full): from when to when a series, of one point or more, goes: `Jul 24 to Jun
 *  25`; of weeks the first and the last day. */
char *caseness_series_dup_span (const CasenessSeries *series);

/*
 * Series of the measures of the catalogue.
 */

/**
 * caseness_series_list_periods:
 * @step: how to cut
 * @last: the last day
 * @n: how many points
 *
 * Returns: (transfer full) (element-type CasenessPeriod): the @n latest whole months or weeks that are over by @last.
 */
GArray *caseness_series_list_periods (CasenessSeriesStep step, CasenessDate last, guint n);

/**
 * caseness_series_drop_unknown:
 * @periods: (element-type CasenessPeriod): periods, the earliest first
 * @snapshot: a snapshot
 *
 * Removes the first of @periods up to the first for which @snapshot has data, so that the series of a young service begins
 * with it; none where it has data for none of them.
 */
void caseness_series_drop_unknown (GArray *periods, CasenessSnapshot *snapshot);

/** caseness_series_is_loaded: whether submissions tell of the first and the last day of @period: of one without them nothing
 *  is known, which is not the same as none. */
gboolean caseness_series_is_loaded (CasenessSnapshot *snapshot, const CasenessPeriod *period);

/**
 * caseness_series_of_measure:
 * @answer: figures for each point, in order of time; group 0 of variable 0 is taken
 * @measure: which measure of @answer
 * @snapshot: what they were worked out from; points of which no month is loaded are missing, not none
 * @choice: decisions
 *
 * Returns: (transfer full): its series, against the standard in force at the end of each point.
 */
CasenessSeries *caseness_series_of_measure (const CasenessAnswer *answer, guint measure, CasenessSnapshot *snapshot,
                                            const CasenessSeriesChoice *choice);

/**
 * caseness_series_evaluate:
 * @snapshot: a snapshot
 * @filter: (nullable): whose
 * @measures: (array length=n_measures): measures of the catalogue
 * @n_measures: how many
 * @periods: (element-type CasenessPeriod): the points
 * @cancellable: (nullable)
 * @error: return location
 *
 * Returns: (transfer full) (nullable): their figures at each point, from one pass.
 */
CasenessAnswer *caseness_series_evaluate (CasenessSnapshot *snapshot, const CasenessFilter *filter,
                                          const CasenessMeasure *const *measures, guint n_measures,
                                          const GArray *periods, GCancellable *cancellable, GError **error);

G_END_DECLS
