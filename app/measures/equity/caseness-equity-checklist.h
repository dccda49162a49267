/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-shared.h"

G_BEGIN_DECLS

/** CasenessEquityCheck: a group that services tend to miss: a row of `resources/reference/equity-checklist.csv`, and how
 *  it stands here. Texts are borrowed from the table. */
typedef struct
{
  const char *title;
  const char *variable;
  const char *recorded_in; /* tables and fields */
  const char *advice;      /* what helps, in a line of our own words */
  const char *source;
  CasenessEquityWay *way;  /* owned: by its variable */
  guint group;             /* number of the group in @way */
} CasenessEquityCheck;

/** caseness_equity_check_is_recorded: whether anybody referred in the period is known to be of the group. */
gboolean caseness_equity_check_is_recorded (const CasenessEquityCheck *check);

/** caseness_equity_check_is_flag: whether only those who are of the group are recorded, so that nobody can tell of the
 *  others whether they are not or were not asked. */
gboolean caseness_equity_check_is_flag (const CasenessEquityCheck *check);

/**
 * caseness_equity_checklist_new:
 * @cube: counts by a plan that has a cut of each variable by itself; rows whose cut is missing are left out
 * @area: (nullable): an area of the local population list
 *
 * Returns: (transfer full) (element-type CasenessEquityCheck): the rows, in the order of the table.
 */
GPtrArray *caseness_equity_checklist_new (const CasenessEquityCube *cube, const char *area);

/** CasenessEquityOlder: people aged 65 and over, named. */
typedef struct
{
  guint seen;              /* treated in the period */
  guint known;             /* of those whose age is known */
  CasenessInterval share;  /* shares of 1, Wilson */
  double expected;         /* share of 1 by need, or by population where need is not known; NaN without a list */
  gboolean is_by_need;
  double prevalence;       /* percentage of those of 65 to 74 by the list; NaN where it has no such figure */
  double plan_share;       /* percentages of the four-year plan */
  double plan_prevalence;
} CasenessEquityOlder;

/** caseness_equity_older_new: Returns: older people among those treated, against who would be expected. */
CasenessEquityOlder caseness_equity_older_new (const CasenessEquityCube *cube, const char *area);

/** caseness_equity_older_is_hidden: whether they are too few to be told of outside the service. */
gboolean caseness_equity_older_is_hidden (const CasenessEquityCube *cube, const char *area);

G_END_DECLS
