/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-way.h"

G_BEGIN_DECLS

/** CasenessEquityTable: everybody by one, two or three characteristics at once, and what may be told of them. */
typedef struct
{
  const CasenessVariable *variables[CASENESS_MAX_CROSSED]; /* in an order that does not depend on who asks */
  guint n;
  GPtrArray *lines[CASENESS_MAX_CROSSED];      /* CasenessEquityLine, owned reference: the groups of each */
  gboolean *is_unknown[CASENESS_MAX_CROSSED];  /* by group; NULL where those who are not known are as good as a group */
  gboolean *is_empty[CASENESS_MAX_CROSSED];    /* by group: nobody came to any stage */
  guint (*counts)[CASENESS_N_EQUITY_STAGES];   /* by cell, the last variable's groups following one another */
  gboolean *is_hidden[CASENESS_N_EQUITY_STAGES];
  gboolean *is_secret[CASENESS_N_EQUITY_STAGES]; /* of those not known, by cell: see caseness_told_cube_is_secret() */
  guint n_cells;
} CasenessEquityTable;

/** CasenessEquityFamily: tables of everybody that are told with regard to one another, made as they are needed and kept:
 *  no filter changes them. Any thread may ask. */
typedef struct _CasenessEquityFamily CasenessEquityFamily;

/** caseness_equity_family_of: Returns: (transfer none): the tables of everybody in the period of @plan, by the groups that
 *  the list of local population has for @area (nullable); they last as long as @plan and those made from it. */
CasenessEquityFamily *caseness_equity_family_of (const CasenessEquityPlan *plan, const char *area);

/** caseness_equity_family_are_kin: whether the groups of one variable are those of the other, or parts of them. */
gboolean caseness_equity_family_are_kin (const CasenessVariable *a, const CasenessVariable *b);

/** caseness_equity_family_get: Returns: (transfer none): the table by @variables, none of which is kin to another. */
const CasenessEquityTable *caseness_equity_family_get (CasenessEquityFamily *family,
                                                       const CasenessVariable *const *variables, guint n);

/** caseness_equity_family_group: Returns: (transfer none): who is in which group of @variable. */
const CasenessGrouping *caseness_equity_family_group (CasenessEquityFamily *family, const CasenessVariable *variable);

/** caseness_equity_table_number: Returns: the number of the cell at the groups @at. */
guint caseness_equity_table_number (const CasenessEquityTable *table, const guint *at);

G_END_DECLS
