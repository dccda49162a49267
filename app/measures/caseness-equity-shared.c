/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-shared.h"

#include "caseness-equity-list-private.h"
#include "caseness-suppression.h"
#include "caseness-told-lines.h"

#include <string.h>

#define NOT_OURS G_MAXUINT /* a number of the variable of sums or parts, that is not asked for */

struct _CasenessEquityShared
{
  gboolean *is_hidden[CASENESS_N_EQUITY_STAGES]; /* by group, then of all who are known */
  guint n;                                       /* groups */
};

/* What stands in an answer, and so may be told: of a group, of all whose group is known, of all. */
typedef enum
{
  GROUP,
  KNOWN,
  ALL,
} Kind;

typedef struct
{
  Kind kind;
  const CasenessVariable *variable;
  const char *label; /* (nullable) */
  guint ours;        /* group of the answer, or NOT_OURS */
  gboolean is_unknown;
  guint (*counts)[CASENESS_N_EQUITY_STAGES]; /* owned: of those asked for, then of each wider */
} Number;

/* The numbers of an answer and of the variable of its sums or parts, those of sums first. */
typedef struct
{
  GArray *numbers; /* Number */
  GPtrArray *ways; /* CasenessEquityWay: whose labels are borrowed */
  const GPtrArray *wider;
  const CasenessVariable *kin;  /* (nullable): the variable of the sums or the parts of the one asked for */
  const CasenessVariable *sums; /* (nullable): the one of both whose groups the others are parts of */
  const CasenessEquityCut *cut;
} Book;

static void
clear_number (gpointer number)
{
  g_free (((Number *) number)->counts);
}

static void
clear_book (Book *book)
{
  g_clear_pointer (&book->numbers, g_array_unref);
  g_clear_pointer (&book->ways, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, clear_book)

static Number *
get_number (const Book *book, guint i)
{
  return &g_array_index (book->numbers, Number, i);
}

typedef guint StageCounts[CASENESS_N_EQUITY_STAGES];

/* Row @which of each number is of the counts of one cube; the last row of @counts is of all. */
static void
fill_numbers (Book *book, guint first, guint which, const StageCounts *counts, guint n_groups)
{
  guint i, stage;

  for (i = first; i < book->numbers->len; i++)
    {
      Number *number = get_number (book, i);
      const guint *all = counts[n_groups], *unknown = counts[n_groups - 1];

      for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
        number->counts[which][stage] = number->kind == ALL     ? all[stage]
                                       : number->kind == KNOWN ? all[stage] - unknown[stage]
                                                               : counts[i - first][stage];
    }
}

static void
add_number (Book *book, Kind kind, const CasenessVariable *variable, const CasenessEquityLine *line, guint ours)
{
  Number number = { kind, variable, line != NULL ? line->group : NULL, ours,
                    line != NULL && line->kind == CASENESS_EQUITY_UNKNOWN,
                    g_malloc0_n (book->wider->len + 1, sizeof (StageCounts)) };

  g_array_append_val (book->numbers, number);
}

/* The groups of @way, those who are known together, and with the first way everybody. */
static void
add_way (Book *book, const CasenessEquityCube *cube, guint cut, const CasenessEquityWay *way, gboolean is_ours)
{
  const CasenessEquityCut *of = caseness_equity_plan_get_cut (caseness_equity_cube_get_plan (cube), cut);
  guint n = way->groups->len, first = book->numbers->len, i;
  g_autofree StageCounts *counts = g_malloc0_n (n + 1, sizeof (StageCounts));

  for (i = 0; i < n; i++)
    add_number (book, GROUP, of->variables[0], caseness_equity_way_get_group (way, i)->line, is_ours ? i : NOT_OURS);
  add_number (book, KNOWN, of->variables[0], NULL, is_ours ? n : NOT_OURS);
  if (is_ours)
    add_number (book, ALL, of->variables[0], NULL, NOT_OURS);
  caseness_equity_way_recount (way, cube, cut, counts);
  fill_numbers (book, first, 0, (const StageCounts *) counts, n);
  for (i = 0; i < book->wider->len; i++)
    {
      caseness_equity_way_recount (way, ((CasenessEquityWider *) g_ptr_array_index (book->wider, i))->cube, cut, counts);
      fill_numbers (book, first, i + 1, (const StageCounts *) counts, n);
    }
}

/* Sums before their parts, then by name, so that the same gaps are chosen whichever of the two is asked for. */
static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer sums)
{
  const Number *first = a, *second = b;
  gboolean is_sum = first->variable == sums, is_other_sum = second->variable == sums;

  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  if (is_sum != is_other_sum)
    return is_sum ? -1 : 1;
  return g_strcmp0 (first->label, second->label);
}

static void
add_kin (Book *book, const CasenessEquityCube *cube, const CasenessVariable *kin)
{
  const CasenessEquityCut cut = { { kin }, 1 };
  int number = caseness_equity_plan_find_cut (caseness_equity_cube_get_plan (cube), &cut);
  CasenessEquityWay *way;

  if (number < 0)
    return;
  way = caseness_equity_way_new (cube, (guint) number, CASENESS_EQUITY_NO_AREA, FALSE);
  g_ptr_array_add (book->ways, way);
  add_way (book, cube, (guint) number, way, FALSE);
}

static void
open_book (Book *book, const CasenessEquityCube *cube, guint cut, const CasenessEquityWay *way)
{
  const CasenessVariable *parts, *sums;

  book->cut = caseness_equity_plan_get_cut (caseness_equity_cube_get_plan (cube), cut);
  book->wider = caseness_equity_cube_get_wider (cube);
  book->numbers = g_array_new (FALSE, TRUE, sizeof (Number));
  g_array_set_clear_func (book->numbers, clear_number);
  book->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_equity_way_free);
  add_way (book, cube, cut, way, TRUE);
  if (book->cut->n_variables > 1)
    return;
  parts = caseness_population_find_parts (book->cut->variables[0]);
  sums = caseness_population_find_sums (book->cut->variables[0]);
  book->sums = parts != NULL ? book->cut->variables[0] : sums;
  book->kin = parts != NULL ? parts : sums;
  if (book->kin != NULL)
    add_kin (book, cube, book->kin);
  g_array_sort_with_data (book->numbers, compare_numbers, (gpointer) book->sums);
}

/* Joins numbers to the one they add up to, if they do: somebody in several groups counts in each of them. */
static void
join (CasenessToldLines *lines, const Book *book, const GArray *cells, guint total, guint which, CasenessEquityStage stage)
{
  guint sum = 0, i;

  for (i = 0; i < cells->len; i++)
    sum += get_number (book, g_array_index (cells, guint, i))->counts[which][stage];
  if (cells->len > 0 && sum == get_number (book, total)->counts[which][stage])
    caseness_told_lines_join (lines, (const guint *) (gconstpointer) cells->data, cells->len, total);
}

/* What number @total is the sum of, by one variable: of everybody those known and those not, of those the groups, of a
 * group its parts. */
static gboolean
is_term (const Book *book, const Number *total, const Number *term, const CasenessVariable *variable)
{
  if (term->variable != variable || term->kind == ALL)
    return FALSE;
  if (total->kind == ALL)
    return term->kind == KNOWN || term->is_unknown;
  if (total->kind == KNOWN && variable != total->variable)
    return total->variable == book->sums && term->kind == KNOWN; /* the same people */
  if (term->kind != GROUP)
    return FALSE;
  if (total->kind == KNOWN)
    return !term->is_unknown;
  if (total->variable != book->sums || variable == book->sums)
    return FALSE;
  return total->is_unknown
           ? term->is_unknown
           : g_strcmp0 (caseness_population_find_sum (book->sums, term->label), total->label) == 0;
}

static void
join_by (CasenessToldLines *lines, const Book *book, const CasenessVariable *variable, guint which,
         CasenessEquityStage stage)
{
  guint total, i;

  for (total = 0; total < book->numbers->len; total++)
    {
      g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));

      for (i = 0; i < book->numbers->len; i++)
        if (is_term (book, get_number (book, total), get_number (book, i), variable))
          g_array_append_val (cells, i);
      join (lines, book, cells, total, which, stage);
    }
}

static gboolean
is_kin (const CasenessVariable *a, const CasenessVariable *b)
{
  return a == b || caseness_population_find_parts (a) == b || caseness_population_find_sums (a) == b;
}

/* Whether a filter by @wider settles who is in a group, so that it leaves the group whole or leaves it out. */
static gboolean
is_settled (const Book *book, const CasenessEquityWider *wider, const Number *number, guint count, guint whole)
{
  guint i, k;

  if (number->kind != GROUP || (count != whole && count != 0) || whole < CASENESS_FEWEST_TOLD)
    return FALSE;
  for (i = 0; i < wider->variables->len; i++)
    for (k = 0; k < book->cut->n_variables; k++)
      if (is_kin (g_ptr_array_index (wider->variables, i), book->cut->variables[k]))
        return TRUE;
  return FALSE;
}

/* Of what a number is a part: of the same number of the wider @of, told or not. */
static void
hold_against (CasenessToldLines *lines, const Book *book, guint which, guint of, const gboolean *is_hidden,
              CasenessEquityStage stage)
{
  const CasenessEquityWider *wider = g_ptr_array_index (book->wider, of - 1);
  guint i;

  for (i = 0; i < book->numbers->len; i++)
    {
      const Number *number = get_number (book, i);
      guint count = number->counts[which][stage], whole = number->counts[of][stage];

      if (!is_settled (book, wider, number, count, whole))
        caseness_told_lines_part (lines, i, whole, is_hidden[i]);
      else if (count == 0)
        caseness_told_lines_keep (lines, i);
    }
}

/* Nobody of the group came to any stage in the period, whatever the filter: that tells of nobody. */
static gboolean
is_empty (const Book *book, const Number *number)
{
  const guint *everybody = number->counts[book->wider->len > 0 ? 1 : 0];
  guint stage;

  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    if (everybody[stage] > 0)
      return FALSE;
  return number->kind == GROUP;
}

/* What may be told of the counts @which at a stage, given what is told of those that @hidden (by wider) is of. */
static gboolean *
find_hidden (const Book *book, guint which, guint first, guint last, gboolean *const *hidden, CasenessEquityStage stage)
{
  guint n = book->numbers->len, i;
  g_autoptr(CasenessToldLines) lines = caseness_told_lines_new (n, CASENESS_TOTALS_EXACT);
  gboolean *is_hidden = g_new0 (gboolean, n + 1);

  for (i = 0; i < n; i++)
    {
      caseness_told_lines_set (lines, i, get_number (book, i)->counts[which][stage]);
      if (is_empty (book, get_number (book, i)))
        caseness_told_lines_keep (lines, i);
    }
  for (i = first; i <= last; i++)
    hold_against (lines, book, which, i, hidden[i], stage);
  join_by (lines, book, book->cut->variables[0], which, stage);
  if (book->ways->len > 0)
    join_by (lines, book, book->kin, which, stage);
  caseness_told_lines_hide (lines);
  for (i = 0; i < n; i++)
    is_hidden[i] = caseness_told_lines_is_hidden (lines, i);
  return is_hidden;
}

/* First everybody, who is part of nothing, then those of one wish less, then those asked for. */
static void
hide_stage (CasenessEquityShared *self, const Book *book, CasenessEquityStage stage)
{
  guint n = book->wider->len, i;
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_autofree gboolean *own = NULL;

  g_ptr_array_add (kept, NULL);
  for (i = 1; i <= n; i++)
    g_ptr_array_add (kept, find_hidden (book, i, 1, i > 1 ? 1 : 0, (gboolean *const *) kept->pdata, stage));
  own = find_hidden (book, 0, 1, n, (gboolean *const *) kept->pdata, stage);
  for (i = 0; i < book->numbers->len; i++)
    if (get_number (book, i)->ours != NOT_OURS)
      self->is_hidden[stage][get_number (book, i)->ours] = own[i];
}

CasenessEquityShared *
caseness_equity_shared_new (const CasenessEquityCube *cube, guint cut, const CasenessEquityWay *way)
{
  CasenessEquityShared *self = g_new0 (CasenessEquityShared, 1);
  g_auto(Book) book = { NULL };
  guint stage, i;

  self->n = way->groups->len;
  open_book (&book, cube, cut, way);
  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    {
      self->is_hidden[stage] = g_new0 (gboolean, self->n + 1);
      hide_stage (self, &book, stage);
      for (i = 0; self->is_hidden[stage][self->n] && i < self->n; i++)
        self->is_hidden[stage][i] = TRUE; /* what is expected goes by all who are known */
    }
  return self;
}

void
caseness_equity_shared_free (CasenessEquityShared *shared)
{
  guint stage;

  if (shared == NULL)
    return;
  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    g_free (shared->is_hidden[stage]);
  g_free (shared);
}

gboolean
caseness_equity_shared_hides (const CasenessEquityShared *shared, guint group, CasenessEquityStage stage)
{
  return shared != NULL && shared->is_hidden[stage][group];
}

gboolean
caseness_equity_shared_hides_known (const CasenessEquityShared *shared, CasenessEquityStage stage)
{
  return shared != NULL && shared->is_hidden[stage][shared->n];
}

gboolean
caseness_equity_shared_hides_outcome (const CasenessEquityShared *shared, guint group, CasenessEquityOutcome outcome)
{
  return caseness_equity_shared_hides (shared, group, caseness_equity_outcome_get_numerator (outcome))
         || caseness_equity_shared_hides (shared, group, caseness_equity_outcome_get_denominator (outcome));
}
