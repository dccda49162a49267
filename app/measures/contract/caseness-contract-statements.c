/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-contract-private.h"

#include "caseness-equity-answer.h"
#include "caseness-reference.h"

#include <math.h>
#include <string.h>

#define TABLE "self-assessment"

/* By what a statement is answered, in place of a measure. */
static const struct
{
  const char *word;
  CasenessSelfKind kind;
} kinds[] = {
  { "", CASENESS_SELF_BY_PEOPLE },
  { "access", CASENESS_SELF_BY_ACCESS },
  { "equal access", CASENESS_SELF_BY_EQUAL_ACCESS },
  { "equal recovery", CASENESS_SELF_BY_EQUAL_RECOVERY },
};

/* By what people are compared there. */
static const char *const variables[] = { "Ethnic Group 5", "Gender", "Age Group", "Deprivation Quintile" };

static const char *
get_cell (guint row, const char *column)
{
  const CasenessReference *reference = caseness_reference_get (TABLE);

  return caseness_reference_get_cell (reference, row, caseness_reference_find_column (reference, column));
}

static CasenessSelfAnswer
judge (const CasenessSelfStatement *statement)
{
  if (statement->kind == CASENESS_SELF_BY_PEOPLE)
    return CASENESS_SELF_NOT_FROM_DATA;
  if (isnan (statement->figure.value))
    return CASENESS_SELF_NO_FIGURE;
  if (isnan (statement->value))
    return CASENESS_SELF_FIGURE;
  return (statement->is_at_most ? statement->figure.value <= statement->value
                                : statement->figure.value >= statement->value)
           ? CASENESS_SELF_MET
           : CASENESS_SELF_NOT_MET;
}

/* Groups that may not be told of do not count, so that how many there are gives none away. */
static guint
count_behind (const CasenessEquityWay *way, const CasenessEquityShared *shared, CasenessSelfKind kind)
{
  guint n = 0, i;

  for (i = 0; i < way->groups->len; i++)
    if (kind == CASENESS_SELF_BY_EQUAL_ACCESS)
      n += !caseness_equity_shared_stars (shared, i, CASENESS_EQUITY_TREATED)
           && caseness_equity_group_judge (caseness_equity_way_get_group (way, i), CASENESS_EQUITY_TREATED)
                == CASENESS_EQUITY_FEWER;
    else
      n += !caseness_equity_shared_stars_outcome (shared, i, CASENESS_EQUITY_RECOVERY)
           && caseness_equity_get_rate (way, i, CASENESS_EQUITY_RECOVERY).difference.upper < 0;
  return n;
}

/* How many groups are clearly behind, of all groupings together; NaN where there is nothing to hold them against. */
static double
count_all_behind (const CasenessEquityAnswer *answer, CasenessSelfKind kind)
{
  double n = NAN;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const CasenessEquityCut cut = { { caseness_variable_find (variables[i]) }, 1 };
      int number = caseness_equity_plan_find_cut (answer->plan, &cut);
      g_autoptr(CasenessEquityWay) way = NULL;
      g_autoptr(CasenessEquityShared) shared = NULL;

      if (number < 0)
        continue;
      way = caseness_equity_way_new (answer->cube, (guint) number, answer->area, answer->question->by_population);
      if (way->observed[CASENESS_EQUITY_TREATED] == 0
          || (kind == CASENESS_SELF_BY_EQUAL_ACCESS && (!way->has_population || !answer->is_everybody)))
        continue;
      shared = caseness_equity_answer_share_by (answer, &cut, way);
      n = (isnan (n) ? 0 : n) + count_behind (way, shared, kind);
    }
  return n;
}

static void
read_kind (CasenessSelfStatement *statement, const char *word)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, word) == 0)
      {
        statement->kind = kinds[i].kind;
        return;
      }
  statement->kind = CASENESS_SELF_BY_MEASURE;
  statement->measure = caseness_measure_find (word);
  if (statement->measure == NULL)
    g_error (TABLE ".csv: there is no measure %s", word);
}

static CasenessFigure
find_figure (const CasenessContract *contract, const CasenessSelfStatement *statement)
{
  const CasenessContractRow *row;

  switch (statement->kind)
    {
    case CASENESS_SELF_BY_MEASURE:
      row = caseness_contract_find (contract, statement->measure);
      if (row == NULL)
        g_error (TABLE ".csv: %s is not in contract.csv", statement->measure->id);
      return row->year.figure;
    case CASENESS_SELF_BY_ACCESS:
      return (CasenessFigure){ NAN, NAN, contract->access.value };
    case CASENESS_SELF_BY_EQUAL_ACCESS:
    case CASENESS_SELF_BY_EQUAL_RECOVERY:
      return (CasenessFigure){ NAN, NAN, count_all_behind (contract->equity, statement->kind) };
    case CASENESS_SELF_BY_PEOPLE:
    default:
      return (CasenessFigure){ NAN, NAN, NAN };
    }
}

static void
add_statement (CasenessContract *contract, guint row)
{
  const char *value = get_cell (row, "value");
  CasenessSelfStatement statement = {
    .table = (guint) g_ascii_strtoull (get_cell (row, "table"), NULL, 10),
    .domain = get_cell (row, "domain"),
    .statement = get_cell (row, "statement"),
    .is_at_most = strcmp (get_cell (row, "comparator"), "<=") == 0,
    .value = *value != '\0' ? g_ascii_strtod (value, NULL) : NAN,
    .source = get_cell (row, "source"),
  };

  read_kind (&statement, get_cell (row, "measure"));
  statement.figure = find_figure (contract, &statement);
  statement.answer = judge (&statement);
  g_array_append_val (contract->statements, statement);
}

void
caseness_contract_add_statements (CasenessContract *contract)
{
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (caseness_reference_get (TABLE)); i++)
    add_statement (contract, i);
}
