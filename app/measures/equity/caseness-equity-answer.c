/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-answer.h"

#include "caseness-equity-parts-private.h"
#include "caseness-equity-plan-private.h"
#include "caseness-standards.h"

#include <math.h>

#define BROAD_ETHNICITY "Ethnic Group 5"

static const char *const variables[] = {
  "Age Group",
  "Working Age",
  "Gender",
  "Gender Identity",
  "Gender Identity Same At Birth",
  "Ethnic Group 5",
  "Ethnic Group",
  "Indices of Deprivation Decile",
  "Deprivation Quintile",
  "Disability Recorded",
  "Disability",
  "Religion",
  "Sexual Orientation",
  "Armed Forces",
  "Ex British Armed Forces and Dependants",
  "Long-Term Condition Recorded",
  "LongTermCondition",
  "Language",
  "Interpreter",
  "Employment Status",
  "Perinatal",
  "Circumstances",
  "Education",
  "Referral Route",
  "Locality",
  NULL,
};

const char *const *
caseness_equity_list_variables (void)
{
  return variables;
}

void
caseness_equity_question_init (CasenessEquityQuestion *question)
{
  *question = (CasenessEquityQuestion){ .trend_stage = CASENESS_EQUITY_REFERRED,
                                        .figure = CASENESS_EQUITY_FIGURE_RECOVERY + CASENESS_EQUITY_RELIABLE_RECOVERY };
  question->cut.variables[0] = caseness_variable_find (BROAD_ETHNICITY);
  question->cut.n_variables = 1;
}

CasenessEquityQuestion *
caseness_equity_question_copy (const CasenessEquityQuestion *question)
{
  CasenessEquityQuestion *copy = g_memdup2 (question, sizeof *question);
  guint i;

  caseness_snapshot_ref (copy->snapshot);
  if (copy->filter != NULL)
    caseness_filter_ref (copy->filter);
  if (copy->plan != NULL)
    caseness_equity_plan_ref (copy->plan);
  copy->area = g_strdup (question->area);
  copy->trend_group = g_strdup (question->trend_group);
  for (i = 0; i < CASENESS_MAX_CROSSED; i++)
    copy->picks[i].group = g_strdup (question->picks[i].group);
  return copy;
}

void
caseness_equity_question_free (CasenessEquityQuestion *question)
{
  guint i;

  if (question == NULL)
    return;
  caseness_snapshot_unref (question->snapshot);
  g_clear_pointer (&question->filter, caseness_filter_unref);
  g_clear_pointer (&question->plan, caseness_equity_plan_unref);
  g_free (question->area);
  g_free (question->trend_group);
  for (i = 0; i < CASENESS_MAX_CROSSED; i++)
    g_free (question->picks[i].group);
  g_free (question);
}

/* What is picked, but for pick number @without. */
static CasenessEquityCut
cut_picks (const CasenessEquityQuestion *question, int without)
{
  CasenessEquityCut cut = { .n_variables = 0 };
  int i;

  for (i = 0; i < CASENESS_MAX_CROSSED; i++)
    if (i != without && question->picks[i].variable != NULL && question->picks[i].group != NULL)
      cut.variables[cut.n_variables++] = question->picks[i].variable;
  return cut;
}

CasenessEquityCut
caseness_equity_question_cut_picks (const CasenessEquityQuestion *question)
{
  return cut_picks (question, -1);
}

static void
add_cut (GArray *cuts, const CasenessEquityCut *cut)
{
  guint i;

  for (i = 0; i < cuts->len; i++)
    if (caseness_equity_cut_is_equal (&g_array_index (cuts, CasenessEquityCut, i), cut))
      return;
  g_array_append_vals (cuts, cut, 1);
}

/* Each variable by itself, what was asked for, and of what is picked all and all but one. */
static GArray *
list_cuts (const CasenessEquityQuestion *question)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (CasenessEquityCut));
  CasenessEquityCut routes = caseness_equity_routes_cross (question->cut.variables[0]);
  int i;

  for (i = 0; variables[i] != NULL; i++)
    {
      CasenessEquityCut cut = { { caseness_variable_find (variables[i]) }, 1 };

      add_cut (cuts, &cut);
    }
  add_cut (cuts, &question->cut);
  add_cut (cuts, &routes);
  for (i = -1; i < CASENESS_MAX_CROSSED; i++)
    {
      CasenessEquityCut picks = cut_picks (question, i);

      if (picks.n_variables > 0)
        add_cut (cuts, &picks);
    }
  return cuts;
}

static gboolean
is_of_same_times (const CasenessEquityQuestion *question)
{
  return question->plan != NULL && caseness_equity_plan_get_snapshot (question->plan) == question->snapshot
         && caseness_period_equal (caseness_equity_plan_get_period (question->plan), &question->period);
}

static gboolean
has_cuts (const CasenessEquityQuestion *question, const GArray *cuts)
{
  guint i;

  for (i = 0; i < cuts->len; i++)
    if (caseness_equity_plan_find_cut (question->plan, &g_array_index (cuts, CasenessEquityCut, i)) < 0)
      return FALSE;
  return TRUE;
}

static CasenessEquityPlan *
make_plan (const CasenessEquityQuestion *question)
{
  g_autoptr(GArray) cuts = list_cuts (question), months = NULL;
  g_autoptr(GHashTable) groupings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) caseness_grouping_free);
  g_autoptr(CasenessFrame) frame = NULL;
  CasenessEquityPlan *plan;

  if (is_of_same_times (question) && has_cuts (question, cuts))
    return caseness_equity_plan_ref (question->plan);
  frame = caseness_frame_new (question->snapshot);
  caseness_frame_set_period (frame, &question->period);
  if (is_of_same_times (question))
    return caseness_equity_plan_new_by (question->plan, frame, groupings,
                                        (const CasenessEquityCut *) (gconstpointer) cuts->data, cuts->len);
  months = caseness_equity_list_months (&question->period,
                                        caseness_snapshot_get_earliest_period_start (question->snapshot),
                                        CASENESS_EQUITY_TREND_MONTHS);
  plan = caseness_equity_plan_new (frame, (const CasenessEquityCut *) (gconstpointer) cuts->data, cuts->len,
                                   (const CasenessPeriod *) (gconstpointer) months->data, months->len);
  caseness_equity_plan_join_unsaid (plan);
  return plan;
}

static int
find_group (const CasenessEquityWay *way, const char *label)
{
  guint i;

  for (i = 0; label != NULL && i < way->groups->len; i++)
    if (g_ascii_strcasecmp (caseness_equity_way_get_group (way, i)->line->group, label) == 0)
      return (int) i;
  return -1;
}

/* The group with the most people missing to parity, if any is listed. */
static int
find_widest (const CasenessEquityWay *way, CasenessEquityStage stage)
{
  double most = -1;
  int widest = -1;
  guint i;

  for (i = 0; i < way->groups->len; i++)
    {
      double missing = caseness_equity_group_get_to_parity (caseness_equity_way_get_group (way, i), stage);

      if (missing > most)
        {
          most = missing;
          widest = (int) i;
        }
    }
  return widest;
}

static void
follow (CasenessEquityAnswer *self, guint cut)
{
  const CasenessEquityQuestion *question = self->question;

  self->trend_group = find_group (self->way, question->trend_group);
  if (self->trend_group >= 0
      && caseness_equity_way_get_group (self->way, (guint) self->trend_group)->line->kind != CASENESS_EQUITY_LISTED)
    self->trend_group = -1;
  if (self->trend_group < 0)
    self->trend_group = find_widest (self->way, question->trend_stage);
  if (self->trend_group >= 0)
    self->trend
      = caseness_equity_trend_new (self->cube, cut, self->way, (guint) self->trend_group, question->trend_stage);
}

static char *
name_picks (const CasenessEquityQuestion *question, int without)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new ();
  int i;

  for (i = 0; i < CASENESS_MAX_CROSSED; i++)
    if (i != without && question->picks[i].variable != NULL && question->picks[i].group != NULL)
      g_ptr_array_add (groups, question->picks[i].group);
  g_ptr_array_add (groups, NULL);
  return g_strjoinv (CASENESS_CROSSED, (char **) groups->pdata);
}

CasenessEquityWay *
caseness_equity_way_of_picks (const CasenessEquityAnswer *answer, int without, int *group)
{
  CasenessEquityCut by = cut_picks (answer->question, without);
  g_autofree char *label = name_picks (answer->question, without);
  g_autoptr(CasenessEquityWay) way = NULL;
  guint cut;

  *group = -1;
  if (by.n_variables == 0)
    return NULL;
  cut = caseness_equity_find_cut (answer, &by);
  way = caseness_equity_way_new (answer->cube, cut, answer->area, answer->question->by_population);
  *group = find_group (way, label);
  if (*group >= 0)
    return g_steal_pointer (&way);
  /* The list has only coarser groups than the one picked, so that who lives here is not known of it. */
  caseness_equity_way_free (g_steal_pointer (&way));
  way = caseness_equity_way_new (answer->cube, cut, CASENESS_EQUITY_NO_AREA, FALSE);
  *group = find_group (way, label);
  return g_steal_pointer (&way);
}

static CasenessEquityWay *
way_by (CasenessEquityAnswer *self, const char *variable)
{
  const CasenessEquityCut cut = { { caseness_variable_find (variable) }, 1 };

  return caseness_equity_way_new (self->cube, caseness_equity_find_cut (self, &cut), self->area,
                                  self->question->by_population);
}

guint64 *
caseness_equity_choose_people (const CasenessEquityQuestion *question, CasenessFilter *filter)
{
  const CasenessQuestion asked = { .periods = &question->period, .n_periods = 1, .filter = filter };

  return caseness_evaluate_people (question->snapshot, &asked, NULL);
}

guint
caseness_equity_find_cut (const CasenessEquityAnswer *answer, const CasenessEquityCut *cut)
{
  int found = caseness_equity_plan_find_cut (answer->plan, cut);

  g_assert (found >= 0);
  return (guint) found;
}

/* What every view needs; the rest is worked out when it is asked for. */
static void
count (CasenessEquityAnswer *self)
{
  g_autofree guint64 *people = NULL;
  guint cut = caseness_equity_find_cut (self, &self->question->cut);

  self->is_everybody = self->question->filter == NULL || caseness_filter_is_empty (self->question->filter);
  people = self->is_everybody ? NULL : caseness_equity_choose_people (self->question, self->question->filter);
  self->cube = caseness_equity_cube_new (self->plan, people);
  self->way = caseness_equity_way_new (self->cube, cut, self->area, self->question->by_population);
  self->deprivation = way_by (self, CASENESS_EQUITY_DEPRIVATION);
  self->gradient = caseness_equity_gradient_fit (self->deprivation, self->question->figure);
  follow (self, cut);
  self->picked = caseness_equity_way_of_picks (self, -1, &self->picked_group);
  self->parts = caseness_equity_parts_new (g_steal_pointer (&people));
}

/* All areas of the list, whichever variable they are of, so that one choice holds for the whole page. */
static GPtrArray *
list_areas (const CasenessSnapshot *snapshot)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_free);
  guint n, i;
  const CasenessPopulationRow *rows = caseness_snapshot_get_population (snapshot, &n);

  for (i = 0; i < n; i++)
    {
      const char *area = caseness_dictionary_get (dictionary, rows[i].area);

      if (!g_ptr_array_find_with_equal_func (areas, area, g_str_equal, NULL))
        g_ptr_array_add (areas, g_strdup (area));
    }
  return areas;
}

static const char *
choose_area (const CasenessEquityAnswer *self)
{
  guint i;

  for (i = 0; self->question->area != NULL && i < self->areas->len; i++)
    if (strcmp (g_ptr_array_index (self->areas, i), self->question->area) == 0)
      return g_ptr_array_index (self->areas, i);
  return self->areas->len > 0 ? g_ptr_array_index (self->areas, 0) : NULL;
}

CasenessEquityAnswer *
caseness_equity_answer_new (const CasenessEquityQuestion *question, GCancellable *cancellable)
{
  g_autoptr(CasenessEquityAnswer) self = g_atomic_rc_box_new0 (CasenessEquityAnswer);

  self->question = caseness_equity_question_copy (question);
  self->access_standard = caseness_standards_find (caseness_snapshot_get_standards (question->snapshot),
                                                   CASENESS_STANDARD_ACCESS, question->period.end);
  self->areas = list_areas (question->snapshot);
  self->area = choose_area (self);
  self->plan = make_plan (self->question);
  g_clear_pointer (&self->question->plan, caseness_equity_plan_unref);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  count (self);
  self->sources = caseness_equity_list_sources (question->snapshot, question->cut.variables[0], self->area);
  return caseness_equity_answer_complete (self, question->wanted, cancellable) ? g_steal_pointer (&self) : NULL;
}

CasenessEquityAnswer *
caseness_equity_answer_ref (CasenessEquityAnswer *answer)
{
  return g_atomic_rc_box_acquire (answer);
}

static void
clear_answer (gpointer data)
{
  CasenessEquityAnswer *answer = data;

  caseness_equity_question_free (answer->question);
  g_ptr_array_unref (answer->areas);
  g_clear_pointer (&answer->trend, g_array_unref);
  caseness_equity_way_free (answer->way);
  caseness_equity_way_free (answer->picked);
  caseness_equity_way_free (answer->deprivation);
  caseness_equity_cube_free (answer->cube);
  caseness_equity_plan_unref (answer->plan);
  caseness_equity_parts_free (answer->parts);
  g_strfreev (answer->sources);
}

void
caseness_equity_answer_unref (CasenessEquityAnswer *answer)
{
  if (answer != NULL)
    g_atomic_rc_box_release_full (answer, clear_answer);
}

gboolean
caseness_equity_answer_is_filtered_by (const CasenessEquityAnswer *answer, const CasenessVariable *variable)
{
  CasenessFilter *filter = answer->question->filter;
  guint i;

  for (i = 0; filter != NULL && i < caseness_dimension_count (); i++)
    if (*caseness_filter_get_values (filter, i) != NULL && caseness_dimension_get_variable (i) == variable)
      return TRUE;
  return FALSE;
}

CasenessInterval
caseness_equity_answer_get_access (const CasenessEquityAnswer *answer, int group)
{
  const CasenessEquityWay *way = answer->way;
  guint treated = group < 0 ? way->observed[CASENESS_EQUITY_TREATED]
                            : caseness_equity_way_get_group (way, (guint) group)->observed[CASENESS_EQUITY_TREATED];
  double need = group < 0 ? way->need : caseness_equity_way_get_group (way, (guint) group)->need;

  return caseness_equity_get_access (treated, answer->is_everybody ? need : NAN, &answer->question->period);
}
