/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm.h"
#include "caseness-evaluate.h"

G_BEGIN_DECLS

/** CasenessAdsmSplit: what the rows are. */
typedef enum
{
  CASENESS_ADSM_BY_PROBLEM, /* or, of long-term conditions, by the measure */
  CASENESS_ADSM_BY_CLINICIAN,
  CASENESS_ADSM_BY_TEAM,
  CASENESS_ADSM_BY_THERAPY,
  CASENESS_ADSM_BY_MONTH, /* in which the course ended */
  CASENESS_N_ADSM_SPLITS
} CasenessAdsmSplit;

/** CasenessAdsmOutcome: how a set of courses came out under one rule. */
typedef struct
{
  guint base;      /* courses less those not at caseness: what recovery is a share of (M192) */
  guint recovered;
  guint improved;  /* reliably, of all courses of the set */
  CasenessInterval recovery;    /* in percent, 95%, Wilson */
  CasenessInterval improvement; /* the same, of all courses */
} CasenessAdsmOutcome;

/** CasenessAdsmMissed: who is seen as a case by one measure and not by the others, at the first scores. */
typedef struct
{
  guint scored;            /* courses with a first PHQ-9, GAD-7 and specific score */
  guint only_by_specific;  /* would be missed without it */
  guint only_by_general;   /* a case by GAD-7 alone */
} CasenessAdsmMissed;

/** CasenessAdsmCost: the same courses judged by the measure meant for their problem and by GAD-7. */
typedef struct
{
  char *problem;
  guint courses; /* with both scores of both measures */
  CasenessAdsmOutcome by_specific;
  CasenessAdsmOutcome by_general;
  CasenessAdsmMissed missed; /* of all with the first scores, whether or not with the last */
} CasenessAdsmCost;

/** CASENESS_ADSM_FEWEST: with fewer courses a share is not judged and its name stands among the small ones. */
#define CASENESS_ADSM_FEWEST 10

/** CasenessAdsmLack: what an open case lacks. */
typedef enum
{
  CASENESS_ADSM_NEVER,     /* no score of the right measure */
  CASENESS_ADSM_OTHER,     /* none of it, but one of another specific measure */
  CASENESS_ADSM_NOT_LAST,  /* scored before, not at the last session */
  CASENESS_N_ADSM_LACKS
} CasenessAdsmLack;

/** CasenessAdsmCase: an open case whose right measure was not given at the last session, all as known on a day. */
typedef struct
{
  guint pathway;
  guint tool;             /* the right one */
  CasenessAdsmLack lack;
  guint sessions;
  CasenessDate last;      /* session */
  CasenessDate next;      /* appointment booked or, after a past day, held; CASENESS_DATE_NONE without one */
  gint32 next_time;       /* CASENESS_TIME_NONE unknown */
} CasenessAdsmCase;

/** CasenessAdsmDescriptors: whether problem descriptors can be trusted, of courses finished in the period. */
typedef struct
{
  guint courses;
  guint recorded;          /* one that the national rules accept */
  guint missing;           /* none */
  guint invalid;           /* one that cannot be read */
  guint mixed;             /* mixed anxiety and depression */
  guint mixed_at_caseness; /* of them with both first PHQ-9 and GAD-7 at caseness, where a single problem is likelier */
  guint changed;           /* more than one problem was called the primary one */
  CasenessInterval share;  /* recorded, in percent, 95% */
  double standard;         /* benchmark, in percent; NaN where there is none */
} CasenessAdsmDescriptors;

/** CasenessAdsmUse: everything the ADSM page and its report show. Immutable and reference-counted. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter;
  CasenessPeriod period;
  CasenessDate as_at;
  CasenessAdsmFamily family;
  CasenessAdsmSplit split;
  CasenessAdsm total;        /* without a group */
  GPtrArray *rows;           /* (element-type CasenessAdsm): those of whom somebody should have had a measure */
  CasenessFigure should;     /* M203 of M076 in percent; only of the national family, as the following */
  CasenessFigure national;   /* M205 */
  GPtrArray *costs;          /* (element-type CasenessAdsmCost): problems, those with most courses first */
  CasenessAdsmCost *cost;    /* all of them together */
  GArray *cases;             /* CasenessAdsmCase, those seen next first; none where nobody can tell whether it was given */
  guint n_cases[CASENESS_N_ADSM_LACKS];
  CasenessAdsmDescriptors descriptors;
} CasenessAdsmUse;

/**
 * caseness_adsm_use_new:
 * @snapshot: a snapshot
 * @period: courses that ended in it
 * @filter: (nullable): whom to count
 * @as_at: the day on which cases are open and appointments ahead; what was done or scored later does not count in them
 * @family: which measures
 * @split: what the rows are
 * @error: return location: a group to filter by that there is not
 *
 * Returns: (transfer full) (nullable): the answer, or NULL with @error set.
 */
CasenessAdsmUse *caseness_adsm_use_new (CasenessSnapshot *snapshot, const CasenessPeriod *period,
                                        CasenessFilter *filter, CasenessDate as_at, CasenessAdsmFamily family,
                                        CasenessAdsmSplit split, GError **error);

/** caseness_adsm_use_free: frees the answer. */
void caseness_adsm_use_free (CasenessAdsmUse *use);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessAdsmUse, caseness_adsm_use_free)

/** caseness_adsm_split_get_variable: Returns: (transfer none) (nullable): the variable of a split, NULL by month. */
const CasenessVariable *caseness_adsm_split_get_variable (CasenessAdsmSplit split);

G_END_DECLS
