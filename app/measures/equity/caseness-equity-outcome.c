/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-outcome.h"

#include <math.h>

#define CONFIDENCE 0.95

static const struct
{
  const char *measure;
  CasenessEquityStage numerator;
  CasenessEquityStage denominator;
} outcomes[CASENESS_N_EQUITY_OUTCOMES] = {
  [CASENESS_EQUITY_RECOVERY] = { "M192", CASENESS_EQUITY_RECOVERED, CASENESS_EQUITY_AT_CASENESS },
  [CASENESS_EQUITY_RELIABLE_RECOVERY] = { "M195", CASENESS_EQUITY_RELIABLY_RECOVERED, CASENESS_EQUITY_AT_CASENESS },
  [CASENESS_EQUITY_IMPROVEMENT] = { "M186", CASENESS_EQUITY_IMPROVED, CASENESS_EQUITY_COMPLETED },
  [CASENESS_EQUITY_DETERIORATION] = { "M1010", CASENESS_EQUITY_DETERIORATED, CASENESS_EQUITY_COMPLETED },
};

const char *
caseness_equity_outcome_get_measure (CasenessEquityOutcome outcome)
{
  g_return_val_if_fail (outcome < CASENESS_N_EQUITY_OUTCOMES, NULL);
  return outcomes[outcome].measure;
}

CasenessEquityStage
caseness_equity_outcome_get_numerator (CasenessEquityOutcome outcome)
{
  g_return_val_if_fail (outcome < CASENESS_N_EQUITY_OUTCOMES, CASENESS_N_EQUITY_STAGES);
  return outcomes[outcome].numerator;
}

CasenessEquityStage
caseness_equity_outcome_get_denominator (CasenessEquityOutcome outcome)
{
  g_return_val_if_fail (outcome < CASENESS_N_EQUITY_OUTCOMES, CASENESS_N_EQUITY_STAGES);
  return outcomes[outcome].denominator;
}

static CasenessEquityRate
make_rate (const guint *counts, CasenessEquityOutcome outcome)
{
  const CasenessInterval undefined = { NAN, NAN, NAN };
  CasenessEquityRate rate = { counts[outcomes[outcome].numerator], counts[outcomes[outcome].denominator], undefined,
                              undefined };

  rate.rate = caseness_interval_wilson (rate.numerator, rate.denominator, CONFIDENCE);
  return rate;
}

CasenessEquityRate
caseness_equity_get_rate (const CasenessEquityWay *way, guint group, CasenessEquityOutcome outcome)
{
  const CasenessEquityGroup *row = caseness_equity_way_get_group (way, group);
  CasenessEquityStage numerator, denominator;
  CasenessEquityRate rate;

  g_return_val_if_fail (outcome < CASENESS_N_EQUITY_OUTCOMES, (CasenessEquityRate){ 0 });
  rate = make_rate (row->observed, outcome);
  if (row->line->kind == CASENESS_EQUITY_UNKNOWN)
    return rate;
  numerator = outcomes[outcome].numerator;
  denominator = outcomes[outcome].denominator;
  rate.difference = caseness_interval_difference (
    rate.numerator, rate.denominator, way->observed[numerator] - way->missing[numerator] - rate.numerator,
    way->observed[denominator] - way->missing[denominator] - rate.denominator, CONFIDENCE);
  return rate;
}

CasenessEquityRate
caseness_equity_get_overall (const CasenessEquityWay *way, CasenessEquityOutcome outcome)
{
  g_return_val_if_fail (outcome < CASENESS_N_EQUITY_OUTCOMES, (CasenessEquityRate){ 0 });
  return make_rate (way->observed, outcome);
}

CasenessEquityAdjusted
caseness_equity_adjust (const CasenessEquityWay *way, guint group)
{
  const CasenessEquityGroup *row = caseness_equity_way_get_group (way, group);
  const CasenessInterval undefined = { NAN, NAN, NAN };
  CasenessEquityAdjusted adjusted = { row->observed[CASENESS_EQUITY_RECOVERED], row->recoveries, undefined, NAN };
  double overall = caseness_equity_get_overall (way, CASENESS_EQUITY_RECOVERY).rate.value;

  if (!(row->recoveries >= CASENESS_FEWEST_EXPECTED))
    return adjusted;
  adjusted.ratio = caseness_standardised_ratio (adjusted.observed, row->recoveries, CONFIDENCE);
  adjusted.rate = MIN (adjusted.ratio.value * overall, 1);
  return adjusted;
}
