/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity.h"

#include "caseness-percent.h"
#include "caseness-suppression.h"

#include <math.h>

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

/* How many are expected tells of all who are known. */
static void
write_people (CasenessCsvWriter *writer, const CasenessEquityGroup *group, CasenessEquityStage stage, gboolean is_told,
              const CasenessEquityShared *shared)
{
  double expected = group->shares[stage].expected;

  if (shared == NULL)
    {
      caseness_csv_writer_number (writer, expected, DECIMALS);
      caseness_csv_writer_int (writer, group->observed[stage]);
      return;
    }
  if (isnan (expected))
    caseness_csv_writer_number (writer, expected, 0);
  else if (caseness_equity_shared_hides_known (shared, stage))
    caseness_csv_writer_text (writer, CASENESS_SUPPRESSED);
  else
    caseness_csv_writer_int (writer, caseness_suppress_round ((gint64) round (expected)));
  if (is_told)
    caseness_csv_writer_int (writer, caseness_suppress_round (group->observed[stage]));
  else
    caseness_csv_writer_text (writer, CASENESS_SUPPRESSED);
}

static void
write_figure (CasenessCsvWriter *writer, double figure, gboolean is_told)
{
  if (is_told || isnan (figure))
    caseness_csv_writer_number (writer, figure, DECIMALS);
  else
    caseness_csv_writer_text (writer, CASENESS_SUPPRESSED);
}

static void
write_group (CasenessCsvWriter *writer, const CasenessEquityWay *way, guint number, CasenessEquityStage stage,
             const CasenessEquityShared *shared)
{
  const CasenessEquityGroup *group = caseness_equity_way_get_group (way, number);
  const CasenessShare *share = &group->shares[stage];
  gboolean is_told = !caseness_equity_shared_stars (shared, number, stage);

  caseness_csv_writer_text (writer, group->line->group);
  caseness_csv_writer_number (writer, group->line->population, DECIMALS);
  caseness_csv_writer_number (writer, group->line->prevalence, DECIMALS);
  write_people (writer, group, stage, is_told, shared);
  write_figure (writer, share->ratio.value, is_told);
  write_figure (writer, share->ratio.lower, is_told);
  write_figure (writer, share->ratio.upper, is_told);
  if (caseness_equity_shared_stars (shared, way->groups->len - 1, stage))
    caseness_csv_writer_text (writer, CASENESS_SUPPRESSED);
  else
    caseness_percent_write (writer, caseness_percent_round (way->missing[stage], way->observed[stage], 1));
  caseness_csv_writer_end_row (writer);
}

void
caseness_equity_write_csv (CasenessCsvWriter *writer, const CasenessEquityWay *way, CasenessEquityStage stage,
                           const CasenessEquityShared *shared)
{
  static const char *const head[] = { "group", "population", "prevalence_pct", "expected",    "observed",
                                      "ratio", "ratio_low",  "ratio_high",     "missing_pct", NULL };
  guint i;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < way->groups->len; i++)
    write_group (writer, way, i, stage, shared);
}
