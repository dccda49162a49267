/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity.h"

#include "caseness-percent.h"

#define DECIMALS 6

CasenessEquityWay *
caseness_equity_count (CasenessFrame *frame, const CasenessVariable *variable, const char *area,
                       const guint64 *people)
{
  const CasenessEquityCut cut = { { variable }, 1 };
  g_autoptr(CasenessEquityPlan) plan = caseness_equity_plan_new (frame, &cut, 1, caseness_frame_get_period (frame), 1);
  g_autoptr(CasenessEquityCube) cube = caseness_equity_cube_new (plan, people);

  return caseness_equity_way_new (cube, 0, area, FALSE);
}

static void
write_group (CasenessCsvWriter *writer, const CasenessEquityWay *way, const CasenessEquityGroup *group,
             CasenessEquityStage stage)
{
  const CasenessShare *share = &group->shares[stage];

  caseness_csv_writer_text (writer, group->line->group);
  caseness_csv_writer_number (writer, group->line->population, DECIMALS);
  caseness_csv_writer_number (writer, group->line->prevalence, DECIMALS);
  caseness_csv_writer_number (writer, share->expected, DECIMALS);
  caseness_csv_writer_int (writer, group->observed[stage]);
  caseness_csv_writer_number (writer, share->ratio.value, DECIMALS);
  caseness_csv_writer_number (writer, share->ratio.lower, DECIMALS);
  caseness_csv_writer_number (writer, share->ratio.upper, DECIMALS);
  caseness_percent_write (writer, caseness_percent_round (way->missing[stage], way->observed[stage], 1));
  caseness_csv_writer_end_row (writer);
}

void
caseness_equity_write_csv (CasenessCsvWriter *writer, const CasenessEquityWay *way, CasenessEquityStage stage)
{
  static const char *const head[] = { "group", "population", "prevalence_pct", "expected",    "observed",
                                      "ratio", "ratio_low",  "ratio_high",     "missing_pct", NULL };
  guint i;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < way->groups->len; i++)
    write_group (writer, way, caseness_equity_way_get_group (way, i), stage);
}
