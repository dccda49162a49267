/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-breakdown.h"

#include "caseness-told-figures.h"

#define EVERYBODY 0
#define NO_GROUP G_MAXUINT32
#define FEWEST_GROUPS 2 /* one is everybody */

struct _CasenessBreakdown
{
  guint n_measures;
  guint n_variables;    /* but for Total, which is the first of the answer */
  CasenessAnswer *answer;
  guint *first_slots;   /* by variable: everybody has slot 0 */
  guint n_slots;
  gboolean *is_hidden;  /* by slot and measure */
};

void
caseness_breakdown_free (CasenessBreakdown *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->answer, caseness_answer_free);
  g_free (self->first_slots);
  g_free (self->is_hidden);
  g_free (self);
}

static CasenessAnswer *
evaluate (CasenessSnapshot *snapshot, const CasenessBreakdownQuestion *asked, GCancellable *cancellable, GError **error)
{
  g_autofree const CasenessVariable **variables = g_new0 (const CasenessVariable *, asked->n_variables + 1);
  CasenessQuestion question = {
    .periods = &asked->period,
    .n_periods = 1,
    .measures = asked->measures,
    .n_measures = asked->n_measures,
    .variables = variables,
    .n_variables = asked->n_variables + 1,
    .filter = asked->filter,
  };
  guint i;

  for (i = 0; i < asked->n_variables; i++)
    variables[i + 1] = asked->variables[i];
  return caseness_evaluate (snapshot, &question, cancellable, error);
}

static void
number_slots (CasenessBreakdown *self)
{
  guint i;

  self->first_slots = g_new0 (guint, self->n_variables + 1);
  self->n_slots = 1;
  for (i = 0; i < self->n_variables; i++)
    {
      self->first_slots[i] = self->n_slots;
      self->n_slots += caseness_breakdown_get_n_groups (self, i);
    }
}

static CasenessFigure
get_slot (const CasenessBreakdown *self, guint slot, guint measure)
{
  guint variable = 0;

  if (slot == EVERYBODY)
    return caseness_breakdown_get_total (self, measure);
  while (variable + 1 < self->n_variables && self->first_slots[variable + 1] <= slot)
    variable++;
  return caseness_breakdown_get (self, variable, slot - self->first_slots[variable], measure);
}

/* Groups that make up everybody; people may be in none of them. */
static void
add_to_everybody (const CasenessBreakdown *self, CasenessToldFigures *figures, guint variable)
{
  guint n = caseness_breakdown_get_n_groups (self, variable), i;
  g_autofree guint *parts = g_new (guint, n + 1);

  for (i = 0; i < n; i++)
    parts[i] = self->first_slots[variable] + i;
  if (n > 0)
    caseness_told_figures_add_slots (figures, parts, n, EVERYBODY, FALSE);
}

/* In which group of @outer everybody in each group of @inner is; NULL unless each has people and they are in one. */
static guint32 *
find_nests (const CasenessGrouping *outer, const CasenessGrouping *inner)
{
  g_autofree guint32 *nests = g_new (guint32, inner->labels->len + 1);
  guint i;

  if (outer->groups == NULL || inner->groups == NULL)
    return NULL;
  for (i = 0; i < inner->labels->len; i++)
    nests[i] = NO_GROUP;
  for (i = 0; i < inner->n_pathways; i++)
    {
      guint32 in = inner->groups[i], out = outer->groups[i];

      if (in >= inner->labels->len)
        continue;
      if (nests[in] != NO_GROUP && nests[in] != out)
        return NULL;
      nests[in] = out;
    }
  for (i = 0; i < inner->labels->len; i++)
    if (nests[i] == NO_GROUP)
      return NULL;
  return g_steal_pointer (&nests);
}

static void
add_nests (const CasenessBreakdown *self, CasenessToldFigures *figures, guint outer, guint inner, const guint32 *nests)
{
  guint n = caseness_breakdown_get_n_groups (self, inner), whole, i;
  g_autofree guint *parts = g_new (guint, n + 1);

  for (whole = 0; whole < caseness_breakdown_get_n_groups (self, outer); whole++)
    {
      guint n_parts = 0;

      for (i = 0; i < n; i++)
        if (nests[i] == whole)
          parts[n_parts++] = self->first_slots[inner] + i;
      if (n_parts > 0)
        caseness_told_figures_add_slots (figures, parts, n_parts, self->first_slots[outer] + whole, FALSE);
    }
}

static void
add_all_nests (const CasenessBreakdown *self, CasenessSnapshot *snapshot, const CasenessBreakdownQuestion *asked,
               CasenessToldFigures *figures)
{
  g_autoptr(CasenessFrame) frame = caseness_frame_new (snapshot);
  g_autoptr(GPtrArray) groupings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_grouping_free);
  guint outer, inner;

  caseness_frame_set_period (frame, &asked->period);
  for (outer = 0; outer < self->n_variables; outer++)
    g_ptr_array_add (groupings, caseness_variable_group (asked->variables[outer], frame));
  for (outer = 0; outer < self->n_variables; outer++)
    for (inner = 0; inner < self->n_variables; inner++)
      {
        const CasenessGrouping *wide = g_ptr_array_index (groupings, outer), *narrow = g_ptr_array_index (groupings, inner);
        g_autofree guint32 *nests = NULL;

        if (outer == inner || wide->labels->len < FEWEST_GROUPS || wide->labels->len != caseness_breakdown_get_n_groups (self, outer)
            || narrow->labels->len != caseness_breakdown_get_n_groups (self, inner)
            || wide->labels->len > narrow->labels->len)
          continue;
        nests = find_nests (wide, narrow);
        if (nests != NULL)
          add_nests (self, figures, outer, inner, nests);
      }
}

/* What everybody may not be told of is told of no group. */
static void
hide (CasenessBreakdown *self, CasenessSnapshot *snapshot, const CasenessBreakdownQuestion *asked)
{
  g_autoptr(CasenessToldFigures) figures = caseness_told_figures_new (asked->measures, self->n_measures, self->n_slots);
  guint slot, i;

  for (slot = 0; slot < self->n_slots; slot++)
    for (i = 0; i < self->n_measures; i++)
      {
        CasenessFigure figure = get_slot (self, slot, i);

        caseness_told_figures_set (figures, i, slot, &figure);
      }
  for (i = 0; i < self->n_variables; i++)
    add_to_everybody (self, figures, i);
  add_all_nests (self, snapshot, asked, figures);
  caseness_told_figures_hide (figures);
  self->is_hidden = g_new0 (gboolean, (gsize) self->n_slots * self->n_measures + 1);
  for (i = 0; i < self->n_measures; i++)
    {
      gboolean hides_all = (asked->hides_total != NULL && asked->hides_total[i])
                           || caseness_told_figures_is_hidden (figures, i, EVERYBODY);

      for (slot = 0; slot < self->n_slots; slot++)
        self->is_hidden[(gsize) slot * self->n_measures + i]
          = hides_all || caseness_told_figures_is_hidden (figures, i, slot);
    }
}

CasenessBreakdown *
caseness_breakdown_new (CasenessSnapshot *snapshot, const CasenessBreakdownQuestion *question, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr(CasenessBreakdown) self = NULL;

  g_return_val_if_fail (snapshot != NULL && question != NULL, NULL);

  self = g_new0 (CasenessBreakdown, 1);
  self->n_measures = question->n_measures;
  self->n_variables = question->n_variables;
  self->answer = evaluate (snapshot, question, cancellable, error);
  if (self->answer == NULL)
    return NULL;
  number_slots (self);
  hide (self, snapshot, question);
  return g_steal_pointer (&self);
}

guint
caseness_breakdown_get_n_groups (const CasenessBreakdown *self, guint variable)
{
  g_return_val_if_fail (self != NULL && variable < self->n_variables, 0);
  return caseness_answer_get_n_groups (self->answer, 0, variable + 1);
}

const char *
caseness_breakdown_get_group (const CasenessBreakdown *self, guint variable, guint group)
{
  g_return_val_if_fail (self != NULL && variable < self->n_variables, NULL);
  return caseness_answer_get_group (self->answer, 0, variable + 1, group);
}

CasenessFigure
caseness_breakdown_get (const CasenessBreakdown *self, guint variable, guint group, guint measure)
{
  g_return_val_if_fail (self != NULL && variable < self->n_variables, ((CasenessFigure){ 0 }));
  return caseness_answer_get (self->answer, 0, variable + 1, group, measure);
}

CasenessFigure
caseness_breakdown_get_total (const CasenessBreakdown *self, guint measure)
{
  g_return_val_if_fail (self != NULL, ((CasenessFigure){ 0 }));
  return caseness_answer_get (self->answer, 0, 0, 0, measure);
}

gboolean
caseness_breakdown_is_hidden (const CasenessBreakdown *self, guint variable, guint group, guint measure)
{
  g_return_val_if_fail (self != NULL && variable < self->n_variables && measure < self->n_measures, TRUE);
  return self->is_hidden[(gsize) (self->first_slots[variable] + group) * self->n_measures + measure];
}

gboolean
caseness_breakdown_hides_total (const CasenessBreakdown *self, guint measure)
{
  g_return_val_if_fail (self != NULL && measure < self->n_measures, TRUE);
  return self->is_hidden[measure];
}
