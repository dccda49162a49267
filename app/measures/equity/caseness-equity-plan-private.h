/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-plan.h"

G_BEGIN_DECLS

/** CasenessEquityEvent: a pathway comes to stages in a span. */
typedef struct
{
  guint32 pathway;
  guint32 slot; /* span and kind: span × n_kinds + kind */
} CasenessEquityEvent;

/** CasenessEquityChance: how likely a course of the period was to recover, given how it began. */
typedef struct
{
  guint32 pathway;
  float chance;
} CasenessEquityChance;

/** CasenessEquityClasses: a cut: the class of each pathway, and the groups of each class. Immutable and reference-counted
 *  (g_atomic_rc_box_acquire()). */
typedef struct
{
  CasenessEquityCut cut;
  GPtrArray *groupings[CASENESS_MAX_CROSSED]; /* labels of each variable (owned reference) */
  gboolean is_many[CASENESS_MAX_CROSSED];     /* members are bits, not a number */
  guint32 *classes;                           /* by pathway */
  GArray *members;                            /* guint32[CASENESS_MAX_CROSSED] by class */
} CasenessEquityClasses;

/** CasenessEquityFamilies: what may be told of everybody, by area: see caseness_equity_family_of(). */
typedef struct _CasenessEquityFamilies CasenessEquityFamilies;

/** caseness_equity_families_new: Returns: (transfer full): none yet. */
CasenessEquityFamilies *caseness_equity_families_new (void);

/** caseness_equity_families_ref: Returns: (transfer full): @families (nullable) with one more reference. */
CasenessEquityFamilies *caseness_equity_families_ref (CasenessEquityFamilies *families);

/** caseness_equity_families_unref: drops a reference. */
void caseness_equity_families_unref (CasenessEquityFamilies *families);

/* CasenessEquityPlan: see caseness-equity-plan.h. */
struct _CasenessEquityPlan
{
  gatomicrefcount references;
  CasenessSnapshot *snapshot;
  CasenessPeriod period;
  GArray *spans;  /* CasenessPeriod */
  GArray *kinds;  /* CasenessEquityStages: which stages an event of that kind is */
  GArray *events; /* CasenessEquityEvent, by pathway */
  GPtrArray *cuts; /* CasenessEquityClasses */
  GArray *chances; /* CasenessEquityChance */
  gboolean joins_unsaid;
  CasenessEquityFamilies *families; /* (nullable): shared by all plans like it; NULL in those that families count by */
};

/**
 * caseness_equity_plan_new_by:
 * @plan: a plan
 * @frame: its snapshot and period
 * @groupings: (element-type CasenessVariable CasenessGrouping): groupings that were made already, and those made now
 * @cuts: (array length=n_cuts): what to divide the same people by; those of @plan are used again
 * @n_cuts: how many
 *
 * Returns: (transfer full): a plan of the same times and stages.
 */
CasenessEquityPlan *caseness_equity_plan_new_by (const CasenessEquityPlan *plan, CasenessFrame *frame,
                                                 GHashTable *groupings, const CasenessEquityCut *cuts, guint n_cuts);

/** caseness_equity_classes_new: Returns: (transfer full): the classes of @cut; @groupings caches groupings by variable. */
CasenessEquityClasses *caseness_equity_classes_new (CasenessFrame *frame, const CasenessEquityCut *cut,
                                                    GHashTable *groupings);

/** caseness_equity_classes_unref: drops a reference. */
void caseness_equity_classes_unref (CasenessEquityClasses *classes);

/** caseness_equity_classes_get_members: Returns: (transfer none): group, or groups as bits, by variable of a class. */
const guint32 *caseness_equity_classes_get_members (const CasenessEquityClasses *classes, guint which);

G_END_DECLS
