/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-statistics-equity.h"
#include "caseness-variable.h"

G_BEGIN_DECLS

/** CasenessEquityStage: how far on the way through the service people are counted. */
typedef enum
{
  CASENESS_EQUITY_REFERRED,
  CASENESS_EQUITY_ASSESSED,
  CASENESS_EQUITY_TREATED,
  CASENESS_EQUITY_COMPLETED,
  CASENESS_EQUITY_RECOVERED,
  CASENESS_N_EQUITY_STAGES
} CasenessEquityStage;

/** caseness_equity_stage_get_name: Returns: (transfer none): `referred` …, marked for gettext. */
const char *caseness_equity_stage_get_name (CasenessEquityStage stage);

/** caseness_equity_stage_parse: whether @text names a stage, in any case. */
gboolean caseness_equity_stage_parse (const char *text, CasenessEquityStage *stage);

/** CasenessEquityRow: one group. */
typedef struct
{
  char *group;
  double population; /* NaN where the local population list has no such group */
  double prevalence; /* percentage, NaN unknown */
  guint observed;
  CasenessShare share; /* NaN throughout where there is no population */
} CasenessEquityRow;

/** CasenessEquity: who reaches a stage of the service, against who lives there. */
typedef struct
{
  GPtrArray *rows;          /* CasenessEquityRow *: the list's groups, then the others, then those not known */
  guint observed;           /* all together */
  guint missing;            /* of them not known */
  gboolean is_by_need;      /* every group's prevalence is known; else shares are of the population */
} CasenessEquity;

/** caseness_equity_list_areas: Returns: (transfer full) (element-type utf8): areas the list holds for @variable. */
GPtrArray *caseness_equity_list_areas (const CasenessSnapshot *snapshot, const CasenessVariable *variable);

/**
 * caseness_equity_count:
 * @frame: a snapshot and a period
 * @variable: what to group by
 * @stage: the stage reached in the period
 * @area: (nullable): an area of the local population list; NULL for all its rows
 * @people: (nullable): a bitmap of whom to count (caseness_evaluate_people()), NULL for everybody
 *
 * Expected are as many as would be seen of each group were all groups seen alike for their need (methods, section
 * 12.2; rulings 81, 82, 97 and 112).
 *
 * Returns: (transfer full): the answer.
 */
CasenessEquity *caseness_equity_count (CasenessFrame *frame, const CasenessVariable *variable,
                                       CasenessEquityStage stage, const char *area, const guint64 *people);

/** caseness_equity_free: frees the answer. */
void caseness_equity_free (CasenessEquity *equity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquity, caseness_equity_free)

/** caseness_equity_write_csv: writes rows as `caseness-cli equity` prints them. */
void caseness_equity_write_csv (CasenessCsvWriter *writer, const CasenessEquity *equity);

G_END_DECLS
