/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"

G_BEGIN_DECLS

/** CasenessEquityStage: how far on the way through the service people are counted, and how it ended. */
typedef enum
{
  CASENESS_EQUITY_REFERRED,
  CASENESS_EQUITY_ASSESSED,
  CASENESS_EQUITY_TREATED,
  CASENESS_EQUITY_COMPLETED,
  CASENESS_EQUITY_RECOVERED,
  CASENESS_EQUITY_RELIABLY_RECOVERED,
  CASENESS_EQUITY_IMPROVED,     /* reliably */
  CASENESS_EQUITY_DETERIORATED, /* reliably */
  CASENESS_EQUITY_AT_CASENESS,  /* finished courses that were not below caseness at the start (rulings 7) */
  CASENESS_N_EQUITY_STAGES
} CasenessEquityStage;

/** CASENESS_N_EQUITY_STEPS: the stages that are steps of the way, from referred to recovered. */
#define CASENESS_N_EQUITY_STEPS (CASENESS_EQUITY_RECOVERED + 1)

/** caseness_equity_stage_get_name: Returns: (transfer none): `referred` …, marked for gettext. */
const char *caseness_equity_stage_get_name (CasenessEquityStage stage);

/** caseness_equity_stage_parse: whether @text names a stage, in any case. */
gboolean caseness_equity_stage_parse (const char *text, CasenessEquityStage *stage);

/** CasenessEquityStages: a bit for each stage. */
typedef guint CasenessEquityStages;

/** CasenessEquityDay: the days on which a pathway comes to stages: the last of them settles all about its end. */
typedef enum
{
  CASENESS_EQUITY_DAY_REFERRED,
  CASENESS_EQUITY_DAY_ASSESSED,
  CASENESS_EQUITY_DAY_TREATED,
  CASENESS_EQUITY_DAY_COMPLETED,
  CASENESS_N_EQUITY_DAYS
} CasenessEquityDay;

/**
 * caseness_equity_day_read:
 * @snapshot: a snapshot
 * @index: a pathway
 * @day: which day
 * @stages: (out): the stages it came to on that day
 *
 * Received, first assessment, first treatment, and the discharge of a finished course (rulings 81).
 *
 * Returns: the day, CASENESS_DATE_NONE when it has not come.
 */
CasenessDate caseness_equity_day_read (const CasenessSnapshot *snapshot, guint index, CasenessEquityDay day,
                                       CasenessEquityStages *stages);

G_END_DECLS
