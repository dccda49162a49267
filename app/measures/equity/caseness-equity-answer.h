/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-aspiration.h"
#include "caseness-equity-checklist.h"
#include "caseness-equity-gradient.h"
#include "caseness-equity-record.h"
#include "caseness-equity-routes.h"
#include "caseness-equity-trend.h"
#include "caseness-evaluate.h"
#include "caseness-standard.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CASENESS_EQUITY_TREND_MONTHS: how many months a trend goes back. */
#define CASENESS_EQUITY_TREND_MONTHS 24

/** CasenessEquityPick: one group of one variable, picked to be looked at by itself. */
typedef struct
{
  const CasenessVariable *variable;
  char *group; /* (nullable): NULL picks everybody */
} CasenessEquityPick;

/** CasenessEquityPart: what of an answer is worked out when it is first asked for; a bit each. */
typedef enum
{
  CASENESS_EQUITY_PART_OLDER = 1 << 0,
  CASENESS_EQUITY_PART_SHARED = 1 << 1,
  CASENESS_EQUITY_PART_PICKED_SHARED = 1 << 2,
  CASENESS_EQUITY_PART_ROUTES = 1 << 3,
  CASENESS_EQUITY_PART_CHECKS = 1 << 4,
  CASENESS_EQUITY_PART_CARE = 1 << 5,
  CASENESS_EQUITY_PART_CARE_OF_ALL = 1 << 6,
  CASENESS_EQUITY_PART_OLDER_HIDDEN = 1 << 7,
  CASENESS_EQUITY_PART_DEPRIVATION_SHARED = 1 << 8,
  CASENESS_EQUITY_PART_TREND_HIDDEN = 1 << 9,
  CASENESS_EQUITY_PART_WIDER = 1 << 10,
  CASENESS_EQUITY_PART_TABLES = 1 << 11, /* what may be told by each characteristic, which a report asks for */
  CASENESS_EQUITY_PART_ASPIRATIONS = 1 << 12,
  CASENESS_EQUITY_PART_ASPIRATIONS_SHARED = 1 << 13,
  CASENESS_EQUITY_ALL_PARTS = (1 << 14) - 1
} CasenessEquityPart;

/** CasenessEquityParts: those that are there. */
typedef struct _CasenessEquityParts CasenessEquityParts;

/** CasenessEquityQuestion: what to work out. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter; /* (nullable) */
  CasenessPeriod period;
  CasenessDate as_at;
  CasenessEquityCut cut;
  char *area;             /* (nullable): NULL for the first that the list has */
  gboolean by_population;
  char *trend_group;      /* (nullable): whose gap to follow; NULL for the widest */
  CasenessEquityStage trend_stage;
  CasenessEquityFigure figure;                       /* that runs along deprivation */
  CasenessEquityPick picks[CASENESS_MAX_CROSSED];    /* those without a variable or a group count for nothing */
  CasenessEquityPlan *plan; /* (nullable): of an earlier answer, used again where it fits */
  CasenessEquityPart wanted; /* bits: parts to work out at once */
} CasenessEquityQuestion;

/** caseness_equity_question_init: Returns: by ethnic group in five, need. */
void caseness_equity_question_init (CasenessEquityQuestion *question);

/** caseness_equity_question_copy: Returns: (transfer full): a copy with references and texts of its own. */
CasenessEquityQuestion *caseness_equity_question_copy (const CasenessEquityQuestion *question);

/** caseness_equity_question_free: frees a copy. */
void caseness_equity_question_free (CasenessEquityQuestion *question);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityQuestion, caseness_equity_question_free)

/** caseness_equity_question_cut_picks: Returns: the variables of which a group is picked. */
CasenessEquityCut caseness_equity_question_cut_picks (const CasenessEquityQuestion *question);

/** CasenessEquityWider: the group that is picked, but for one of its characteristics. */
typedef struct
{
  CasenessEquityWay *way;
  CasenessEquityShared *shared; /* what of it may be told outside */
  guint group;                  /* number of the group of @way */
} CasenessEquityWider;

/** CasenessEquityAnswer: everything the equity page and its report say. Never changes for those who look at it;
 *  reference-counted, and any thread may ask. */
typedef struct
{
  CasenessEquityQuestion *question;
  GPtrArray *areas;              /* char *: that the local population list has */
  const char *area;              /* (nullable): the one that was taken */
  CasenessEquityPlan *plan;
  CasenessEquityCube *cube;
  CasenessEquityWay *way;        /* by the cut that was asked for */
  CasenessEquityWay *deprivation;
  CasenessEquityGradient gradient;
  int trend_group;               /* number of a group of @way, -1 when none can be followed */
  GArray *trend;                 /* CasenessEquityMonth */
  CasenessEquityWay *picked;     /* (nullable): by the variables of the picks */
  int picked_group;              /* number of the group of @picked, -1 without one */
  const CasenessStandard *access_standard; /* (nullable): treated in a year for every hundred in need */
  GStrv sources;                 /* where population and need are from */
  gboolean is_everybody;         /* no filter narrows who is counted, so that need may be divided by */
  CasenessEquityParts *parts;    /* the rest, for the functions below */
} CasenessEquityAnswer;

/**
 * caseness_equity_answer_new:
 * @question: what to work out
 * @cancellable: (nullable)
 *
 * Returns: (transfer full) (nullable): the answer, or NULL when cancelled.
 */
CasenessEquityAnswer *caseness_equity_answer_new (const CasenessEquityQuestion *question, GCancellable *cancellable);

/** caseness_equity_answer_ref: Returns: (transfer full): @answer with one more reference. */
CasenessEquityAnswer *caseness_equity_answer_ref (CasenessEquityAnswer *answer);

/** caseness_equity_answer_unref: drops a reference. */
void caseness_equity_answer_unref (CasenessEquityAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityAnswer, caseness_equity_answer_unref)

/** caseness_equity_answer_complete: works out the parts @wanted (bits) that are not there yet, so that nobody has to wait
 *  for them later. Returns: FALSE when cancelled. */
gboolean caseness_equity_answer_complete (const CasenessEquityAnswer *answer, CasenessEquityPart wanted,
                                          GCancellable *cancellable);

/** caseness_equity_answer_share: Returns: (transfer none) (nullable): what of @answer's way may be told, where @is_shared;
 *  else NULL, which hides nothing. */
const CasenessEquityShared *caseness_equity_answer_share (const CasenessEquityAnswer *answer, gboolean is_shared);

/** caseness_equity_answer_share_deprivation: Returns: (transfer none) (nullable): what may be told by deprivation, where
 *  @is_shared; else NULL, which hides nothing. */
const CasenessEquityShared *caseness_equity_answer_share_deprivation (const CasenessEquityAnswer *answer,
                                                                      gboolean is_shared);

/** caseness_equity_answer_share_by: Returns: (transfer full): what may be told of @way, of the same people by @cut. */
CasenessEquityShared *caseness_equity_answer_share_by (const CasenessEquityAnswer *answer, const CasenessEquityCut *cut,
                                                       const CasenessEquityWay *way);

/** caseness_equity_answer_share_picked: Returns: (transfer none) (nullable): the same of the group that is picked. */
const CasenessEquityShared *caseness_equity_answer_share_picked (const CasenessEquityAnswer *answer, gboolean is_shared);

/** caseness_equity_answer_get_wider: Returns: (transfer none) (element-type CasenessEquityWider): where more characteristics
 *  than one are picked, the group but for each of them. */
const GPtrArray *caseness_equity_answer_get_wider (const CasenessEquityAnswer *answer);

/** caseness_equity_answer_hides_month: whether month number @month of the trend may not be told outside. */
gboolean caseness_equity_answer_hides_month (const CasenessEquityAnswer *answer, guint month);

/** caseness_equity_answer_get_older: Returns: (transfer none): people aged 65 and over among those treated. */
const CasenessEquityOlder *caseness_equity_answer_get_older (const CasenessEquityAnswer *answer);

/** caseness_equity_answer_hides_older: whether they are too few to be told of outside. */
gboolean caseness_equity_answer_hides_older (const CasenessEquityAnswer *answer);

/** caseness_equity_answer_get_routes: Returns: (transfer none): where referrals came from, by the first variable. */
const CasenessEquityRoutes *caseness_equity_answer_get_routes (const CasenessEquityAnswer *answer);

/** caseness_equity_answer_get_checks: Returns: (transfer none) (element-type CasenessEquityCheck): the checklist. */
const GPtrArray *caseness_equity_answer_get_checks (const CasenessEquityAnswer *answer);

/** caseness_equity_answer_get_aspirations: Returns: (transfer none) (element-type CasenessEquityAspiration): the manual's
 *  aspirations by each characteristic that the filter is not about; where @is_shared, of what may be told. */
const GPtrArray *caseness_equity_answer_get_aspirations (const CasenessEquityAnswer *answer, gboolean is_shared);

/** caseness_equity_answer_is_filtered_by: whether the filter is about @variable: then those chosen are as many as everybody,
 *  and of the others there are none, so that nothing can be compared by it. */
gboolean caseness_equity_answer_is_filtered_by (const CasenessEquityAnswer *answer, const CasenessVariable *variable);

/** caseness_equity_answer_get_care: Returns: (transfer none): waits, missed appointments, sessions and therapy, by the first
 *  variable. */
const CasenessAnswer *caseness_equity_answer_get_care (const CasenessEquityAnswer *answer);

/** caseness_equity_answer_get_care_of_all: Returns: (transfer none) (nullable): the same of everybody, when a filter leaves
 *  some out. */
const CasenessAnswer *caseness_equity_answer_get_care_of_all (const CasenessEquityAnswer *answer);

/** caseness_equity_answer_get_access: Returns: people treated in a year for every hundred in need, of group number
 *  @group, or of everybody when -1; NaN under a filter, which the need of an area knows nothing of. */
CasenessInterval caseness_equity_answer_get_access (const CasenessEquityAnswer *answer, int group);

/** caseness_equity_list_variables: Returns: (transfer none) (array zero-terminated=1): the names of the variables that
 *  equity is looked at by, in the order they are offered. */
const char *const *caseness_equity_list_variables (void);

G_END_DECLS
