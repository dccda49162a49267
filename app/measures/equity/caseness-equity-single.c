/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-single-private.h"

#include "caseness-equity-list-private.h"
#include "caseness-suppression.h"
#include "caseness-told-lines.h"

#include <string.h>

#define NOT_OURS G_MAXUINT /* a number of the variable of sums or parts, that is not asked for */

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
  guint counts[CASENESS_N_EQUITY_STAGES];
} Number;

/* The numbers of an answer and of the variable of its sums or parts, those of sums first. */
typedef struct
{
  GArray *numbers; /* Number */
  GPtrArray *ways; /* CasenessEquityWay: whose labels are borrowed */
  const CasenessVariable *kin;  /* (nullable): the variable of the sums or the parts of the one asked for */
  const CasenessVariable *sums; /* (nullable): the one of both whose groups the others are parts of */
  const CasenessEquityCut *cut;
} Book;

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

/* The last row of @counts is of all. */
static void
fill_numbers (Book *book, guint first, const StageCounts *counts, guint n_groups)
{
  guint i, stage;

  for (i = first; i < book->numbers->len; i++)
    {
      Number *number = get_number (book, i);
      const guint *all = counts[n_groups], *unknown = counts[n_groups - 1];

      for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
        number->counts[stage] = number->kind == ALL     ? all[stage]
                                : number->kind == KNOWN ? all[stage] - unknown[stage]
                                                        : counts[i - first][stage];
    }
}

static void
add_number (Book *book, Kind kind, const CasenessVariable *variable, const CasenessEquityLine *line, guint ours)
{
  Number number = { kind, variable, line != NULL ? line->group : NULL, ours,
                    line != NULL && line->kind == CASENESS_EQUITY_UNKNOWN, { 0 } };

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
  fill_numbers (book, first, (const StageCounts *) counts, n);
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
  book->numbers = g_array_new (FALSE, TRUE, sizeof (Number));
  book->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_equity_way_free);
  add_way (book, cube, cut, way, TRUE);
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
join (CasenessToldLines *lines, const Book *book, const GArray *cells, guint total, CasenessEquityStage stage)
{
  guint sum = 0, i;

  for (i = 0; i < cells->len; i++)
    sum += get_number (book, g_array_index (cells, guint, i))->counts[stage];
  if (cells->len > 0 && sum == get_number (book, total)->counts[stage])
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
join_by (CasenessToldLines *lines, const Book *book, const CasenessVariable *variable, CasenessEquityStage stage)
{
  guint total, i;

  for (total = 0; total < book->numbers->len; total++)
    {
      g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));

      for (i = 0; i < book->numbers->len; i++)
        if (is_term (book, get_number (book, total), get_number (book, i), variable))
          g_array_append_val (cells, i);
      join (lines, book, cells, total, stage);
    }
}

/* Nobody of the group came to any stage in the period: that tells of nobody. */
static gboolean
is_empty (const Number *number)
{
  guint stage;

  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    if (number->counts[stage] > 0)
      return FALSE;
  return number->kind == GROUP;
}

void
caseness_equity_single_hide (const CasenessEquityCube *everybody, guint cut, const CasenessEquityWay *way,
                             CasenessEquityStage stage, gboolean *is_hidden)
{
  g_autoptr(CasenessToldLines) lines = NULL;
  g_auto(Book) book = { NULL };
  guint i;

  open_book (&book, everybody, cut, way);
  lines = caseness_told_lines_new (book.numbers->len, CASENESS_TOTALS_EXACT);
  for (i = 0; i < book.numbers->len; i++)
    {
      caseness_told_lines_set (lines, i, get_number (&book, i)->counts[stage]);
      if (is_empty (get_number (&book, i)))
        caseness_told_lines_keep (lines, i);
    }
  join_by (lines, &book, book.cut->variables[0], stage);
  if (book.ways->len > 0)
    join_by (lines, &book, book.kin, stage);
  caseness_told_lines_hide (lines);
  for (i = 0; i < book.numbers->len; i++)
    if (get_number (&book, i)->ours != NOT_OURS)
      is_hidden[get_number (&book, i)->ours] = caseness_told_lines_is_hidden (lines, i);
  for (i = 0; is_hidden[way->groups->len] && i < way->groups->len; i++)
    is_hidden[i] = TRUE; /* what is expected goes by all who are known */
}
