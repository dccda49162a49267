/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-cube.h"

G_BEGIN_DECLS

/** CASENESS_EQUITY_NOT_KNOWN: the label of people of whom nothing is known. */
#define CASENESS_EQUITY_NOT_KNOWN "Not stated/Not known/Invalid"

/** CASENESS_EQUITY_NO_AREA: an area that no list has, so that every group stands by itself and without a population. */
#define CASENESS_EQUITY_NO_AREA ""

/** CASENESS_CROSSED: stands between the parts of a crossed group. */
#define CASENESS_CROSSED " / "

/** CasenessEquityLineKind: what a row of an equity table is. */
typedef enum
{
  CASENESS_EQUITY_LISTED, /* the list of local population has it */
  CASENESS_EQUITY_OTHER,  /* it has not */
  CASENESS_EQUITY_UNKNOWN,
} CasenessEquityLineKind;

/** CasenessEquityLine: a row before anybody is counted: which groups it means, and who lives there. */
typedef struct
{
  char *group;
  CasenessEquityLineKind kind;
  double population;     /* NaN unless listed */
  double prevalence;     /* percentage, NaN unknown */
  gboolean is_estimated; /* worked out from lists of the variables one by one, as if each had no bearing on the other */
  gboolean *is_chosen[CASENESS_MAX_CROSSED]; /* by group of each variable */
} CasenessEquityLine;

/** caseness_equity_line_choose: Returns: which groups @line means. */
CasenessEquityChoice caseness_equity_line_choose (const CasenessEquityLine *line);

/** caseness_equity_list_areas: Returns: (transfer full) (element-type utf8): areas the list holds for @variable. */
GPtrArray *caseness_equity_list_areas (const CasenessSnapshot *snapshot, const CasenessVariable *variable);

/**
 * caseness_equity_list_sources:
 * @snapshot: a snapshot
 * @variable: a variable
 * @area: (nullable): an area of the local population list; NULL for all its rows
 *
 * Returns: (transfer full): where the figures on @variable are from, each source once, as the list tells it: of people,
 *   then of need.
 */
GStrv caseness_equity_list_sources (const CasenessSnapshot *snapshot, const CasenessVariable *variable,
                                    const char *area);

/**
 * caseness_equity_list_lines:
 * @plan: a plan
 * @cut: number of one of its cuts
 * @area: (nullable): an area of the local population list; NULL for all its rows
 *
 * The groups of the local population list, then the groups that it lacks, then those not known in one row (rulings 81,
 * 82, 97 and 112). A list that has only the parts of a group (`resources/reference/population-folds.csv`) is added up.
 * Crossed groups are taken from rows of the list whose type and group are joined by ` / `; where it has none they are
 * worked out from the lists of the single variables, as if those had no bearing on one another.
 *
 * Returns: (transfer full) (element-type CasenessEquityLine): the rows.
 */
GPtrArray *caseness_equity_list_lines (const CasenessEquityPlan *plan, guint cut, const char *area);

G_END_DECLS
