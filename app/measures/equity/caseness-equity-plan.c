/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-plan-private.h"

#include "caseness-casemix.h"
#include "caseness-courses.h"

#include <string.h>

#define NO_SPAN G_MAXUINT

gboolean
caseness_equity_cut_is_equal (const CasenessEquityCut *a, const CasenessEquityCut *b)
{
  return a->n_variables == b->n_variables
         && memcmp (a->variables, b->variables, a->n_variables * sizeof a->variables[0]) == 0;
}

/* Spans follow one another, so the first that ends late enough is the one. */
static guint
find_span (const CasenessEquityPlan *self, CasenessDate day)
{
  const CasenessPeriod *spans = (const CasenessPeriod *) (gconstpointer) self->spans->data;
  guint low = 0, high = self->spans->len;

  if (day == CASENESS_DATE_NONE || high == 0 || day < spans[0].start || day > spans[high - 1].end)
    return NO_SPAN;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (spans[middle].start <= day)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The few ways in which a pathway comes to several stages at once. */
static guint
find_kind (CasenessEquityPlan *self, CasenessEquityStages stages)
{
  guint i;

  for (i = 0; i < self->kinds->len; i++)
    if (g_array_index (self->kinds, CasenessEquityStages, i) == stages)
      return i;
  g_array_append_val (self->kinds, stages);
  return i;
}

static void
add_events (CasenessEquityPlan *self)
{
  guint n = caseness_snapshot_get_n_pathways (self->snapshot), i, day;

  for (i = 0; i < n; i++)
    for (day = 0; day < CASENESS_N_EQUITY_DAYS; day++)
      {
        CasenessEquityStages stages;
        guint span = find_span (self, caseness_equity_day_read (self->snapshot, i, day, &stages));
        CasenessEquityEvent event = { .pathway = i, .slot = span };

        if (span == NO_SPAN)
          continue;
        event.slot = span | find_kind (self, stages) << 16;
        g_array_append_val (self->events, event);
      }
}

/* Only now is it known how many kinds there are. */
static void
number_slots (CasenessEquityPlan *self)
{
  guint i;

  for (i = 0; i < self->events->len; i++)
    {
      CasenessEquityEvent *event = &g_array_index (self->events, CasenessEquityEvent, i);

      event->slot = (event->slot & 0xffff) * self->kinds->len + (event->slot >> 16);
    }
}

/* Courses that began at caseness (rulings 7); what to expect of each is of everybody's courses, whoever is shown. */
static void
add_chances (CasenessEquityPlan *self, CasenessFrame *frame)
{
  g_autoptr(CasenessCasemix) casemix = caseness_casemix_new (frame, FALSE);
  guint n = caseness_snapshot_get_n_pathways (self->snapshot), i;

  for (i = 0; i < n; i++)
    if ((caseness_snapshot_get_flags (self->snapshot, i) & CASENESS_OUTCOME_CASENESS) != 0
        && caseness_courses_is_finished (self->snapshot, i, &self->period))
      {
        CasenessEquityChance chance = { i, (float) caseness_casemix_expect (casemix, i) };

        g_array_append_val (self->chances, chance);
      }
}

CasenessEquityPlan *
caseness_equity_plan_new (CasenessFrame *frame, const CasenessEquityCut *cuts, guint n_cuts,
                          const CasenessPeriod *spans, guint n_spans)
{
  CasenessEquityPlan *self = g_new0 (CasenessEquityPlan, 1);
  g_autoptr(GHashTable) groupings
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) caseness_grouping_free);
  guint i;

  g_return_val_if_fail (n_spans < G_MAXUINT16, NULL);
  g_atomic_ref_count_init (&self->references);
  self->snapshot = caseness_snapshot_ref (caseness_frame_get_snapshot (frame));
  self->period = *caseness_frame_get_period (frame);
  self->spans = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  g_array_append_vals (self->spans, spans, n_spans);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (CasenessEquityStages));
  self->events = g_array_new (FALSE, FALSE, sizeof (CasenessEquityEvent));
  self->cuts = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_equity_classes_unref);
  self->families = caseness_equity_families_new ();
  self->chances = g_array_new (FALSE, FALSE, sizeof (CasenessEquityChance));
  add_events (self);
  add_chances (self, frame);
  number_slots (self);
  for (i = 0; i < n_cuts; i++)
    g_ptr_array_add (self->cuts, caseness_equity_classes_new (frame, &cuts[i], groupings));
  return self;
}

CasenessEquityPlan *
caseness_equity_plan_new_by (const CasenessEquityPlan *plan, CasenessFrame *frame, GHashTable *groupings,
                             const CasenessEquityCut *cuts, guint n_cuts)
{
  CasenessEquityPlan *self = g_new0 (CasenessEquityPlan, 1);
  guint i;

  g_atomic_ref_count_init (&self->references);
  self->snapshot = caseness_snapshot_ref (plan->snapshot);
  self->period = plan->period;
  self->spans = g_array_ref (plan->spans);
  self->kinds = g_array_ref (plan->kinds);
  self->events = g_array_ref (plan->events);
  self->chances = g_array_ref (plan->chances);
  self->joins_unsaid = plan->joins_unsaid;
  self->families = caseness_equity_families_ref (plan->families);
  self->cuts = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_equity_classes_unref);
  for (i = 0; i < n_cuts; i++)
    {
      int known = caseness_equity_plan_find_cut (plan, &cuts[i]);

      g_ptr_array_add (self->cuts, known >= 0 ? g_atomic_rc_box_acquire (g_ptr_array_index (plan->cuts, known))
                                              : caseness_equity_classes_new (frame, &cuts[i], groupings));
    }
  return self;
}

void
caseness_equity_plan_join_unsaid (CasenessEquityPlan *plan)
{
  plan->joins_unsaid = TRUE;
}

gboolean
caseness_equity_plan_joins_unsaid (const CasenessEquityPlan *plan)
{
  return plan->joins_unsaid;
}

CasenessEquityPlan *
caseness_equity_plan_ref (CasenessEquityPlan *plan)
{
  g_atomic_ref_count_inc (&plan->references);
  return plan;
}

void
caseness_equity_plan_unref (CasenessEquityPlan *plan)
{
  if (plan == NULL || !g_atomic_ref_count_dec (&plan->references))
    return;
  caseness_snapshot_unref (plan->snapshot);
  g_array_unref (plan->spans);
  g_array_unref (plan->kinds);
  g_array_unref (plan->events);
  g_ptr_array_unref (plan->cuts);
  g_array_unref (plan->chances);
  caseness_equity_families_unref (plan->families);
  g_free (plan);
}

CasenessSnapshot *
caseness_equity_plan_get_snapshot (const CasenessEquityPlan *plan)
{
  return plan->snapshot;
}

const CasenessPeriod *
caseness_equity_plan_get_period (const CasenessEquityPlan *plan)
{
  return &plan->period;
}

guint
caseness_equity_plan_get_n_cuts (const CasenessEquityPlan *plan)
{
  return plan->cuts->len;
}

const CasenessEquityCut *
caseness_equity_plan_get_cut (const CasenessEquityPlan *plan, guint cut)
{
  return &((const CasenessEquityClasses *) g_ptr_array_index (plan->cuts, cut))->cut;
}

int
caseness_equity_plan_find_cut (const CasenessEquityPlan *plan, const CasenessEquityCut *cut)
{
  guint i;

  for (i = 0; i < plan->cuts->len; i++)
    if (caseness_equity_cut_is_equal (caseness_equity_plan_get_cut (plan, i), cut))
      return (int) i;
  return -1;
}

const GPtrArray *
caseness_equity_plan_get_labels (const CasenessEquityPlan *plan, guint cut, guint variable)
{
  const CasenessEquityClasses *classes = g_ptr_array_index (plan->cuts, cut);

  g_return_val_if_fail (variable < classes->cut.n_variables, NULL);
  return classes->groupings[variable];
}

const CasenessPeriod *
caseness_equity_plan_get_spans (const CasenessEquityPlan *plan, guint *n)
{
  *n = plan->spans->len;
  return (const CasenessPeriod *) (gconstpointer) plan->spans->data;
}
