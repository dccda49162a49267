/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
} CasenessEquityQuestion;

/** caseness_equity_question_init: Returns: by ethnic group in five, need. */
void caseness_equity_question_init (CasenessEquityQuestion *question);

/** caseness_equity_question_copy: Returns: (transfer full): a copy with references and texts of its own. */
CasenessEquityQuestion *caseness_equity_question_copy (const CasenessEquityQuestion *question);

/** caseness_equity_question_free: frees a copy. */
void caseness_equity_question_free (CasenessEquityQuestion *question);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityQuestion, caseness_equity_question_free)

/** CasenessEquityAnswer: everything the equity page and its report say. Immutable. */
typedef struct
{
  CasenessEquityQuestion *question;
  GPtrArray *areas;              /* char *: that the local population list has */
  const char *area;              /* (nullable): the one that was taken */
  CasenessEquityPlan *plan;
  CasenessEquityCube *cube;
  CasenessEquityWay *way;        /* by the cut that was asked for */
  CasenessEquityShared *shared;  /* what of it may be told outside */
  CasenessEquityWay *deprivation;
  CasenessEquityShared *deprivation_shared;
  CasenessEquityGradient gradient;
  int trend_group;               /* number of a group of @way, -1 when none can be followed */
  GArray *trend;                 /* CasenessEquityMonth */
  gboolean *trend_hidden;        /* by month: may not be told outside */
  CasenessEquityWay *picked;     /* (nullable): by the variables of the picks */
  int picked_group;              /* number of the group of @picked, -1 without one */
  CasenessEquityShared *picked_shared;
  CasenessEquityOlder older;
  const CasenessStandard *access_standard; /* (nullable): treated in a year for every hundred in need */
  GPtrArray *checks;             /* CasenessEquityCheck */
  CasenessAnswer *care;          /* waits, missed appointments, sessions and therapy, by the first variable */
  CasenessAnswer *care_of_all;   /* (nullable): the same of everybody, when a filter leaves some out */
  CasenessEquityRoutes *routes;  /* where referrals came from, by the first variable */
  GStrv sources;                 /* where population and need are from */
  gboolean is_everybody;         /* no filter narrows who is counted, so that need may be divided by */
} CasenessEquityAnswer;

/**
 * caseness_equity_answer_new:
 * @question: what to work out
 * @cancellable: (nullable)
 *
 * Returns: (transfer full) (nullable): the answer, or NULL when cancelled.
 */
CasenessEquityAnswer *caseness_equity_answer_new (const CasenessEquityQuestion *question, GCancellable *cancellable);

/** caseness_equity_answer_free: frees the answer. */
void caseness_equity_answer_free (CasenessEquityAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityAnswer, caseness_equity_answer_free)

/** caseness_equity_answer_get_access: Returns: people treated in a year for every hundred in need, of group number
 *  @group, or of everybody when -1; NaN under a filter, which the need of an area knows nothing of. */
CasenessInterval caseness_equity_answer_get_access (const CasenessEquityAnswer *answer, int group);

/** caseness_equity_list_variables: Returns: (transfer none) (array zero-terminated=1): the names of the variables that
 *  equity is looked at by, in the order they are offered. */
const char *const *caseness_equity_list_variables (void);

G_END_DECLS
