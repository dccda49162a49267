/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-cube.h"

#include "caseness-bitmap.h"
#include "caseness-equity-plan-private.h"
#include "caseness-threads.h"

#include <string.h>

#define FEW_CELLS 8192 /* so that every other event may be counted apart, and need not wait for the one before it */

/* What was counted of a cut. */
typedef struct
{
  gsize once;       /* counted, by whichever thread asked first */
  guint32 *counts;  /* by class, span and stage */
  double *expected; /* by class */
} Counted;

struct _CasenessEquityCube
{
  CasenessEquityPlan *plan;
  guint64 *people; /* (nullable): bitmap */
  GArray *events;  /* CasenessEquityEvent: of those people */
  GArray *chances; /* CasenessEquityChance: of those people */
  Counted *counted; /* by cut */
  GPtrArray *wider; /* CasenessEquityCube */
  GPtrArray *wishes; /* CasenessEquityWish */
  guint n_spans;
};

/* Those who are asked for, in one run, so that the cuts need not ask again. */
static GArray *
list_events (const CasenessEquityPlan *plan, const guint64 *people)
{
  GArray *wanted = g_array_sized_new (FALSE, FALSE, sizeof (CasenessEquityEvent), plan->events->len);
  const CasenessEquityEvent *events = (const CasenessEquityEvent *) (gconstpointer) plan->events->data;
  CasenessEquityEvent *next = (CasenessEquityEvent *) (gpointer) wanted->data;
  guint i;

  for (i = 0; i < plan->events->len; i++)
    {
      *next = events[i];
      next += caseness_bitmap_has (people, events[i].pathway);
    }
  g_array_set_size (wanted, (guint) (next - (CasenessEquityEvent *) (gpointer) wanted->data));
  return wanted;
}

/* So with what is expected of their courses. */
static GArray *
list_chances (const CasenessEquityPlan *plan, const guint64 *people)
{
  GArray *wanted = g_array_sized_new (FALSE, FALSE, sizeof (CasenessEquityChance), plan->chances->len);
  const CasenessEquityChance *chances = (const CasenessEquityChance *) (gconstpointer) plan->chances->data;
  CasenessEquityChance *next = (CasenessEquityChance *) (gpointer) wanted->data;
  guint i;

  for (i = 0; i < plan->chances->len; i++)
    {
      *next = chances[i];
      next += caseness_bitmap_has (people, chances[i].pathway);
    }
  g_array_set_size (wanted, (guint) (next - (CasenessEquityChance *) (gpointer) wanted->data));
  return wanted;
}

/* Kinds become the stages that they are. */
static guint32 *
gather_stages (const CasenessEquityPlan *plan, const guint32 *by_slot, guint n_classes)
{
  guint n_spans = plan->spans->len, n_kinds = plan->kinds->len, cell, kind, stage;
  guint32 *counts = g_new0 (guint32, n_classes * n_spans * CASENESS_N_EQUITY_STAGES + 1);

  for (cell = 0; cell < n_classes * n_spans; cell++)
    for (kind = 0; kind < n_kinds; kind++)
      {
        guint32 n = by_slot[cell * n_kinds + kind];

        for (stage = 0; n > 0 && stage < CASENESS_N_EQUITY_STAGES; stage++)
          if ((g_array_index (plan->kinds, CasenessEquityStages, kind) & (1u << stage)) != 0)
            counts[cell * CASENESS_N_EQUITY_STAGES + stage] += n;
      }
  return counts;
}

static guint32 *
count_cut (const CasenessEquityPlan *plan, const CasenessEquityClasses *classes, const GArray *events)
{
  guint n_slots = plan->spans->len * plan->kinds->len, n = classes->members->len * n_slots;
  g_autofree guint32 *by_slot = g_new0 (guint32, 2 * n + 1);
  guint32 *others = n <= FEW_CELLS ? by_slot + n : by_slot;
  const CasenessEquityEvent *event = (const CasenessEquityEvent *) (gconstpointer) events->data;
  const guint32 *by_pathway = classes->classes;
  guint len = events->len;
  guint i;

  for (i = 0; i + 1 < len; i += 2, event += 2)
    {
      by_slot[by_pathway[event[0].pathway] * n_slots + event[0].slot]++;
      others[by_pathway[event[1].pathway] * n_slots + event[1].slot]++;
    }
  if (i < len)
    by_slot[by_pathway[event->pathway] * n_slots + event->slot]++;
  for (i = 0; others != by_slot && i < n; i++)
    by_slot[i] += others[i];
  return gather_stages (plan, by_slot, classes->members->len);
}

static double *
expect_cut (const CasenessEquityClasses *classes, const GArray *chances)
{
  double *expected = g_new0 (double, classes->members->len + 1);
  const CasenessEquityChance *chance = (const CasenessEquityChance *) (gconstpointer) chances->data;
  guint i;

  for (i = 0; i < chances->len; i++, chance++)
    expected[classes->classes[chance->pathway]] += chance->chance;
  return expected;
}

static void
wish_free (gpointer data)
{
  CasenessEquityWish *wish = data;

  g_free (wish->people);
  g_free (wish);
}

CasenessEquityCube *
caseness_equity_cube_new (CasenessEquityPlan *plan, const guint64 *people)
{
  CasenessEquityCube *self = g_new0 (CasenessEquityCube, 1);
  guint n = caseness_snapshot_get_n_pathways (plan->snapshot);

  self->plan = caseness_equity_plan_ref (plan);
  self->people = people != NULL ? g_memdup2 (people, CASENESS_BITMAP_WORDS (n) * sizeof *people) : NULL;
  self->events = people != NULL ? list_events (plan, people) : g_array_ref (plan->events);
  self->chances = people != NULL ? list_chances (plan, people) : g_array_ref (plan->chances);
  self->n_spans = plan->spans->len;
  self->wider = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_equity_cube_free);
  self->wishes = g_ptr_array_new_with_free_func (wish_free);
  self->counted = g_new0 (Counted, plan->cuts->len + 1);
  return self;
}

void
caseness_equity_cube_free (CasenessEquityCube *cube)
{
  guint i;

  if (cube == NULL)
    return;
  for (i = 0; i < cube->plan->cuts->len; i++)
    {
      g_free (cube->counted[i].counts);
      g_free (cube->counted[i].expected);
    }
  g_free (cube->counted);
  g_free (cube->people);
  g_array_unref (cube->events);
  g_array_unref (cube->chances);
  caseness_equity_plan_unref (cube->plan);
  g_ptr_array_unref (cube->wider);
  g_ptr_array_unref (cube->wishes);
  g_free (cube);
}

/* The counts of a cut, which the first who asks waits for. */
static const Counted *
get_counted (const CasenessEquityCube *cube, guint cut)
{
  Counted *counted = &cube->counted[cut];

  if (g_once_init_enter (&counted->once))
    {
      const CasenessEquityClasses *classes = g_ptr_array_index (cube->plan->cuts, cut);

      counted->counts = count_cut (cube->plan, classes, cube->events);
      counted->expected = expect_cut (classes, cube->chances);
      g_once_init_leave (&counted->once, TRUE);
    }
  return counted;
}

static void
count_piece (guint piece, gpointer data)
{
  get_counted (data, piece);
}

void
caseness_equity_cube_count_all (CasenessEquityCube *cube)
{
  guint n_cuts = cube->plan->cuts->len;

  caseness_threads_run (caseness_threads_choose (caseness_snapshot_get_n_pathways (cube->plan->snapshot), n_cuts), n_cuts,
                        count_piece, cube);
}

CasenessEquityPlan *
caseness_equity_cube_get_plan (const CasenessEquityCube *cube)
{
  return cube->plan;
}

void
caseness_equity_cube_add_wider (CasenessEquityCube *cube, CasenessEquityCube *wider)
{
  g_ptr_array_add (cube->wider, wider);
}

const GPtrArray *
caseness_equity_cube_get_wider (const CasenessEquityCube *cube)
{
  return cube->wider;
}

void
caseness_equity_cube_add_wish (CasenessEquityCube *cube, const CasenessVariable *variable, guint64 *people)
{
  CasenessEquityWish *wish = g_new (CasenessEquityWish, 1);

  *wish = (CasenessEquityWish){ variable, people };
  g_ptr_array_add (cube->wishes, wish);
}

gboolean
caseness_equity_cube_is_of_everybody (const CasenessEquityCube *cube)
{
  return cube->people == NULL;
}

const GPtrArray *
caseness_equity_cube_get_wishes (const CasenessEquityCube *cube)
{
  return cube->wishes;
}

static gboolean
has_chosen (const CasenessEquityClasses *classes, guint variable, guint32 member, const gboolean *is_chosen)
{
  guint i;

  if (!classes->is_many[variable])
    return member < classes->groupings[variable]->len && is_chosen[member];
  for (i = 0; i < classes->groupings[variable]->len; i++)
    if ((member & (1u << i)) != 0 && is_chosen[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_meant (const CasenessEquityClasses *classes, guint which, const CasenessEquityChoice *choice)
{
  const guint32 *members = caseness_equity_classes_get_members (classes, which);
  guint k;

  for (k = 0; choice != NULL && k < classes->cut.n_variables; k++)
    if (choice->is_chosen[k] != NULL && !has_chosen (classes, k, members[k], choice->is_chosen[k]))
      return FALSE;
  return TRUE;
}

static gboolean
is_asked (const CasenessEquityPlan *plan, int span, guint which)
{
  const CasenessPeriod *one = &g_array_index (plan->spans, CasenessPeriod, which);

  if (span >= 0)
    return (guint) span == which;
  return one->start >= plan->period.start && one->end <= plan->period.end;
}

static void
add_class (const CasenessEquityCube *cube, guint cut, guint which, int span, guint *counts)
{
  const guint32 *cells = get_counted (cube, cut)->counts;
  guint i, stage;

  for (i = 0; i < cube->n_spans; i++)
    for (stage = 0; is_asked (cube->plan, span, i) && stage < CASENESS_N_EQUITY_STAGES; stage++)
      counts[stage] += cells[(which * cube->n_spans + i) * CASENESS_N_EQUITY_STAGES + stage];
}

guint
caseness_equity_cube_get_n_classes (const CasenessEquityCube *cube, guint cut)
{
  return ((const CasenessEquityClasses *) g_ptr_array_index (cube->plan->cuts, cut))->members->len;
}

gboolean
caseness_equity_cube_is_class_in (const CasenessEquityCube *cube, guint cut, guint which, guint variable,
                                  const gboolean *is_chosen)
{
  const CasenessEquityClasses *classes = g_ptr_array_index (cube->plan->cuts, cut);

  return has_chosen (classes, variable, caseness_equity_classes_get_members (classes, which)[variable], is_chosen);
}

void
caseness_equity_cube_count_class (const CasenessEquityCube *cube, guint cut, guint which, guint *counts)
{
  memset (counts, 0, CASENESS_N_EQUITY_STAGES * sizeof (guint));
  add_class (cube, cut, which, -1, counts);
}

void
caseness_equity_cube_count (const CasenessEquityCube *cube, guint cut, const CasenessEquityChoice *choice, int span,
                            guint *counts)
{
  const CasenessEquityClasses *classes = g_ptr_array_index (cube->plan->cuts, cut);
  guint which;

  memset (counts, 0, CASENESS_N_EQUITY_STAGES * sizeof (guint));
  for (which = 0; which < classes->members->len; which++)
    if (is_meant (classes, which, choice))
      add_class (cube, cut, which, span, counts);
}

double
caseness_equity_cube_expect (const CasenessEquityCube *cube, guint cut, const CasenessEquityChoice *choice)
{
  const CasenessEquityClasses *classes = g_ptr_array_index (cube->plan->cuts, cut);
  const double *expected = get_counted (cube, cut)->expected;
  double sum = 0;
  guint which;

  for (which = 0; which < classes->members->len; which++)
    if (is_meant (classes, which, choice))
      sum += expected[which];
  return sum;
}
