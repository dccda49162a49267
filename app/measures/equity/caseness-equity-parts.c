/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-parts-private.h"

#include "caseness-bitmap.h"
#include "caseness-equity-plan-private.h"

#include <string.h>

/* The parts of an answer that are worked out when they are first asked for, by whichever thread asks. */
struct _CasenessEquityParts
{
  GRecMutex lock;
  CasenessEquityPart done; /* bits */
  guint64 *people;         /* (nullable): bitmap of those of the filter */
  gboolean has_wishes;
  CasenessEquityShared *shared;
  CasenessEquityShared *deprivation_shared;
  CasenessEquityShared *picked_shared;
  gboolean *trend_hidden;
  gboolean hides_older;
  CasenessEquityOlder older;
  CasenessEquityRoutes *routes;
  GPtrArray *checks;
  GPtrArray *aspirations[2]; /* all; what may be told */
  GPtrArray *wider; /* CasenessEquityWider */
  CasenessAnswer *care;
  CasenessAnswer *care_of_all;
};

static const char *const care_measures[] = { "M053", "M055", "M123", "M126", "L016", "M141", "L004", "L006", "L005" };

CasenessEquityParts *
caseness_equity_parts_new (guint64 *people)
{
  CasenessEquityParts *self = g_new0 (CasenessEquityParts, 1);

  g_rec_mutex_init (&self->lock);
  self->people = people;
  return self;
}

void
caseness_equity_parts_free (CasenessEquityParts *parts)
{
  if (parts == NULL)
    return;
  g_free (parts->people);
  g_free (parts->trend_hidden);
  caseness_equity_shared_free (parts->shared);
  caseness_equity_shared_free (parts->deprivation_shared);
  caseness_equity_shared_free (parts->picked_shared);
  caseness_equity_routes_free (parts->routes);
  g_clear_pointer (&parts->checks, g_ptr_array_unref);
  g_clear_pointer (&parts->aspirations[FALSE], g_ptr_array_unref);
  g_clear_pointer (&parts->aspirations[TRUE], g_ptr_array_unref);
  g_clear_pointer (&parts->wider, g_ptr_array_unref);
  g_clear_pointer (&parts->care, caseness_answer_free);
  g_clear_pointer (&parts->care_of_all, caseness_answer_free);
  g_rec_mutex_clear (&parts->lock);
  g_free (parts);
}

/* What the filter wants of each characteristic; where those together let others through than it does, it wants more. */
static void
say_wishes (const CasenessEquityAnswer *self, const guint64 *people)
{
  CasenessFilter *filter = self->question->filter;
  guint n = caseness_snapshot_get_n_pathways (self->question->snapshot), i, k;
  g_autofree guint64 *all = NULL;

  for (i = 0; people != NULL && i < caseness_dimension_count (); i++)
    {
      const char *const *values = caseness_filter_get_values (filter, i);
      g_autoptr(CasenessFilter) one = caseness_filter_new ();
      guint64 *wanted;

      for (k = 0; values[k] != NULL; k++)
        {
          g_autoptr(CasenessFilter) less = one;

          one = caseness_filter_with (less, i, values[k]);
        }
      wanted = k > 0 ? caseness_equity_choose_people (self->question, one) : NULL;
      if (wanted == NULL)
        continue;
      if (all == NULL)
        all = caseness_bitmap_new_full (n);
      caseness_bitmap_and (all, wanted, n);
      caseness_equity_cube_add_wish (self->cube, caseness_dimension_get_variable (i), wanted);
    }
  if (people == NULL || all == NULL || memcmp (people, all, CASENESS_BITMAP_WORDS (n) * sizeof *all) != 0)
    caseness_equity_cube_add_wish (self->cube, NULL, NULL);
}

/* Before anything is said of what may be told: the wishes of the filter. */
static void
need_wishes (const CasenessEquityAnswer *self)
{
  if (!self->parts->has_wishes && !self->is_everybody)
    say_wishes (self, self->parts->people);
  self->parts->has_wishes = TRUE;
}

/* Month by month, besides those asked for, everybody, and where the filter has several wishes those of each wish less. */
static void
count_wider (const CasenessEquityAnswer *self)
{
  CasenessFilter *filter = self->question->filter;
  g_autoptr(CasenessEquityPlan) plan = caseness_equity_plan_new_by (self->plan, NULL, NULL, &self->question->cut, 1);
  guint n = 0, i;

  caseness_equity_cube_add_wider (self->cube, caseness_equity_cube_new (plan, NULL));
  for (i = 0; i < caseness_dimension_count (); i++)
    n += *caseness_filter_get_values (filter, i) != NULL;
  for (i = 0; n > 1 && i < caseness_dimension_count (); i++)
    {
      g_autoptr(CasenessFilter) without = NULL;
      g_autofree guint64 *people = NULL;

      if (*caseness_filter_get_values (filter, i) == NULL)
        continue;
      without = caseness_filter_without (filter, i, NULL);
      people = caseness_equity_choose_people (self->question, without);
      caseness_equity_cube_add_wider (self->cube, caseness_equity_cube_new (plan, people));
    }
}

static CasenessEquityShared *
share (const CasenessEquityAnswer *self, const CasenessEquityCut *cut, const CasenessEquityWay *way)
{
  need_wishes (self);
  return caseness_equity_shared_new (self->cube, caseness_equity_find_cut (self, cut), way);
}

CasenessEquityShared *
caseness_equity_answer_share_by (const CasenessEquityAnswer *answer, const CasenessEquityCut *cut,
                                 const CasenessEquityWay *way)
{
  g_autoptr(GRecMutexLocker) locker = g_rec_mutex_locker_new (&answer->parts->lock);

  return share (answer, cut, way);
}

static void
hide_trend (const CasenessEquityAnswer *self)
{
  const CasenessEquityShared *shared = caseness_equity_answer_share (self, TRUE);

  if (self->trend_group < 0)
    return;
  if (!self->is_everybody)
    count_wider (self);
  self->parts->trend_hidden
    = caseness_equity_trend_hide (self->cube, caseness_equity_find_cut (self, &self->question->cut), self->way,
                                  (guint) self->trend_group, self->question->trend_stage, shared);
}

static void
wider_free (gpointer data)
{
  CasenessEquityWider *wider = data;

  caseness_equity_way_free (wider->way);
  caseness_equity_shared_free (wider->shared);
  g_free (wider);
}

/* Who of a group as small as that may be told of. */
static GPtrArray *
widen (const CasenessEquityAnswer *self)
{
  const CasenessEquityQuestion *question = self->question;
  GPtrArray *all = g_ptr_array_new_with_free_func (wider_free);
  int i;

  for (i = 0; i < CASENESS_MAX_CROSSED && caseness_equity_question_cut_picks (question).n_variables > 1; i++)
    {
      CasenessEquityQuestion less = *question;
      CasenessEquityWider *wider;
      CasenessEquityCut cut;
      int group;

      if (question->picks[i].variable == NULL || question->picks[i].group == NULL)
        continue;
      less.picks[i].variable = NULL;
      cut = caseness_equity_question_cut_picks (&less);
      wider = g_new0 (CasenessEquityWider, 1);
      wider->way = caseness_equity_way_of_picks (self, i, &group);
      wider->shared = share (self, &cut, wider->way);
      wider->group = (guint) MAX (group, 0);
      if (group >= 0)
        g_ptr_array_add (all, wider);
      else
        wider_free (wider);
    }
  return all;
}

/* By each characteristic of people: where they came from is none, and ages are in finer bands too. */
static GPtrArray *
test_aspirations (const CasenessEquityAnswer *self, gboolean is_shared)
{
  static const char *const others[] = { "Referral Route", "Working Age", NULL };
  const char *const *names = caseness_equity_list_variables ();
  GPtrArray *tests = caseness_equity_aspirations_new ();
  guint i;

  for (i = 0; names[i] != NULL; i++)
    {
      const CasenessEquityCut cut = { { caseness_variable_find (names[i]) }, 1 };
      g_autoptr(CasenessEquityWay) way = NULL;
      g_autoptr(CasenessEquityShared) shared = NULL;

      if (g_strv_contains (others, names[i]) || caseness_equity_answer_is_filtered_by (self, cut.variables[0]))
        continue;
      way = caseness_equity_way_new (self->cube, caseness_equity_find_cut (self, &cut), self->area,
                                     self->question->by_population);
      shared = is_shared ? share (self, &cut, way) : NULL;
      caseness_equity_aspiration_test (way, names[i], shared, tests);
    }
  return tests;
}

static CasenessAnswer *
evaluate (const CasenessEquityQuestion *question, CasenessFilter *filter, GCancellable *cancellable)
{
  const CasenessMeasure *measures[G_N_ELEMENTS (care_measures)];
  const CasenessQuestion asked = {
    .periods = &question->period,
    .n_periods = 1,
    .measures = measures,
    .n_measures = G_N_ELEMENTS (care_measures),
    .variables = &question->cut.variables[0],
    .n_variables = 1,
    .filter = filter,
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (care_measures); i++)
    measures[i] = caseness_measure_find (care_measures[i]);
  return caseness_evaluate (question->snapshot, &asked, cancellable, NULL);
}

static void
work_out (const CasenessEquityAnswer *self, CasenessEquityPart part)
{
  const CasenessEquityQuestion *question = self->question;
  CasenessEquityParts *parts = self->parts;
  CasenessEquityCut cut;

  switch (part)
    {
    case CASENESS_EQUITY_PART_SHARED:
      parts->shared = share (self, &question->cut, self->way);
      break;
    case CASENESS_EQUITY_PART_DEPRIVATION_SHARED:
      cut = (CasenessEquityCut){ { caseness_variable_find (CASENESS_EQUITY_DEPRIVATION) }, 1 };
      parts->deprivation_shared = share (self, &cut, self->deprivation);
      break;
    case CASENESS_EQUITY_PART_PICKED_SHARED:
      cut = caseness_equity_question_cut_picks (question);
      parts->picked_shared = self->picked != NULL ? share (self, &cut, self->picked) : NULL;
      break;
    case CASENESS_EQUITY_PART_TREND_HIDDEN:
      hide_trend (self);
      break;
    case CASENESS_EQUITY_PART_OLDER:
      parts->older = caseness_equity_older_new (self->cube, self->area);
      break;
    case CASENESS_EQUITY_PART_OLDER_HIDDEN:
      need_wishes (self);
      parts->hides_older = caseness_equity_older_is_hidden (self->cube, self->area);
      break;
    case CASENESS_EQUITY_PART_ROUTES:
      need_wishes (self);
      parts->routes = caseness_equity_routes_new (self->cube, question->cut.variables[0], self->area);
      break;
    case CASENESS_EQUITY_PART_CHECKS:
      need_wishes (self);
      parts->checks = caseness_equity_checklist_new (self->cube, self->area);
      break;
    case CASENESS_EQUITY_PART_CARE:
      parts->care = evaluate (question, question->filter, NULL);
      break;
    case CASENESS_EQUITY_PART_CARE_OF_ALL:
      parts->care_of_all = self->is_everybody ? NULL : evaluate (question, NULL, NULL);
      break;
    case CASENESS_EQUITY_PART_WIDER:
      parts->wider = widen (self);
      break;
    case CASENESS_EQUITY_PART_ASPIRATIONS:
    case CASENESS_EQUITY_PART_ASPIRATIONS_SHARED:
      parts->aspirations[part == CASENESS_EQUITY_PART_ASPIRATIONS_SHARED]
        = test_aspirations (self, part == CASENESS_EQUITY_PART_ASPIRATIONS_SHARED);
      break;
    case CASENESS_EQUITY_PART_TABLES:
    case CASENESS_EQUITY_ALL_PARTS:
    default:
      g_assert_not_reached ();
    }
}

/* The part, once and for all. */
static CasenessEquityParts *
need (const CasenessEquityAnswer *self, CasenessEquityPart part)
{
  CasenessEquityParts *parts = self->parts;
  g_autoptr(GRecMutexLocker) locker = g_rec_mutex_locker_new (&parts->lock);

  if ((parts->done & part) == 0)
    {
      work_out (self, part);
      parts->done |= part;
    }
  return parts;
}

/* Tables of everybody by each characteristic, and by what the filter is by, are kept where they are made. One is made at a
 * time, so that nobody who needs another part has to wait for all. */
static void
prepare_tables (const CasenessEquityAnswer *self, GCancellable *cancellable)
{
  guint i;

  for (i = 0; i < caseness_equity_plan_get_n_cuts (self->plan) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const CasenessEquityCut *cut = caseness_equity_plan_get_cut (self->plan, i);
      g_autoptr(CasenessEquityWay) way = NULL;
      g_autoptr(CasenessEquityShared) shared = NULL;

      if (cut->n_variables > 1)
        continue;
      way = caseness_equity_way_new (self->cube, i, self->area, FALSE);
      shared = caseness_equity_answer_share_by (self, cut, way);
    }
}

gboolean
caseness_equity_answer_complete (const CasenessEquityAnswer *answer, CasenessEquityPart wanted, GCancellable *cancellable)
{
  CasenessEquityPart part;

  g_return_val_if_fail (answer != NULL, FALSE);
  for (part = 1; part < CASENESS_EQUITY_ALL_PARTS && !g_cancellable_is_cancelled (cancellable); part <<= 1)
    if (part == CASENESS_EQUITY_PART_TABLES && (wanted & part) != 0)
      prepare_tables (answer, cancellable);
    else if ((wanted & part) != 0)
      need (answer, part);
  return !g_cancellable_is_cancelled (cancellable);
}

const CasenessEquityShared *
caseness_equity_answer_share (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  return is_shared ? need (answer, CASENESS_EQUITY_PART_SHARED)->shared : NULL;
}

const CasenessEquityShared *
caseness_equity_answer_share_deprivation (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  return is_shared ? need (answer, CASENESS_EQUITY_PART_DEPRIVATION_SHARED)->deprivation_shared : NULL;
}

const CasenessEquityShared *
caseness_equity_answer_share_picked (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  return is_shared ? need (answer, CASENESS_EQUITY_PART_PICKED_SHARED)->picked_shared : NULL;
}

gboolean
caseness_equity_answer_hides_month (const CasenessEquityAnswer *answer, guint month)
{
  g_return_val_if_fail (answer->trend != NULL && month < answer->trend->len, TRUE);
  return need (answer, CASENESS_EQUITY_PART_TREND_HIDDEN)->trend_hidden[month];
}

const CasenessEquityOlder *
caseness_equity_answer_get_older (const CasenessEquityAnswer *answer)
{
  return &need (answer, CASENESS_EQUITY_PART_OLDER)->older;
}

gboolean
caseness_equity_answer_hides_older (const CasenessEquityAnswer *answer)
{
  return need (answer, CASENESS_EQUITY_PART_OLDER_HIDDEN)->hides_older;
}

const CasenessEquityRoutes *
caseness_equity_answer_get_routes (const CasenessEquityAnswer *answer)
{
  return need (answer, CASENESS_EQUITY_PART_ROUTES)->routes;
}

const GPtrArray *
caseness_equity_answer_get_wider (const CasenessEquityAnswer *answer)
{
  return need (answer, CASENESS_EQUITY_PART_WIDER)->wider;
}

const GPtrArray *
caseness_equity_answer_get_checks (const CasenessEquityAnswer *answer)
{
  return need (answer, CASENESS_EQUITY_PART_CHECKS)->checks;
}

const GPtrArray *
caseness_equity_answer_get_aspirations (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  CasenessEquityPart part = is_shared ? CASENESS_EQUITY_PART_ASPIRATIONS_SHARED : CASENESS_EQUITY_PART_ASPIRATIONS;

  return need (answer, part)->aspirations[is_shared];
}

const CasenessAnswer *
caseness_equity_answer_get_care (const CasenessEquityAnswer *answer)
{
  return need (answer, CASENESS_EQUITY_PART_CARE)->care;
}

const CasenessAnswer *
caseness_equity_answer_get_care_of_all (const CasenessEquityAnswer *answer)
{
  return need (answer, CASENESS_EQUITY_PART_CARE_OF_ALL)->care_of_all;
}
