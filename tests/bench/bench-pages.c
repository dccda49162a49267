/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures one filter change to all figures of each page, the period and the rest as they were, and to those of the
 * contract review pack; or to those of the pages whose name has PART in it. Writes CSV: what, amount, unit. */
#include "bench.h"

#include "caseness-adsm-use.h"
#include "caseness-catalogue.h"
#include "caseness-contract.h"
#include "caseness-equity-answer.h"
#include "caseness-board.h"
#include "caseness-measure-detail.h"
#include "caseness-national.h"
#include "caseness-overview.h"
#include "caseness-ptl.h"
#include "caseness-quality.h"
#include "caseness-recovery-study.h"

#include <stdio.h>
#include <string.h>

/* A filter nobody has asked for yet would be as slow as one asked for before: every run takes the other sex. */
static void
turn_filter (Bench *bench)
{
  static const char *const values[] = { "Male", "Female" };
  static guint turn;
  CasenessFilter *everybody = caseness_filter_new ();
  CasenessDimension dimension;

  g_assert_true (caseness_dimension_parse ("Gender", &dimension));
  g_clear_pointer (&bench->filter, caseness_filter_unref);
  bench->filter = caseness_filter_with (everybody, dimension, values[turn++ % G_N_ELEMENTS (values)]);
  caseness_filter_unref (everybody);
}

static void
show_overview (Bench *bench)
{
  CasenessOverviewOptions options = { .n_points = 24, .last = bench->last, .filter = bench->filter };
  GError *error = NULL;
  CasenessOverview *overview = caseness_overview_new (bench->snapshot, &options, NULL, &error);

  if (overview == NULL)
    bench_stop (error);
  caseness_overview_unref (overview);
}

static void
show_contract (Bench *bench)
{
  GError *error = NULL;
  CasenessContract *contract
    = caseness_contract_new (bench->snapshot, &bench->quarter, bench->filter, NULL, NULL, &error);

  if (contract == NULL)
    bench_stop (error);
  caseness_contract_unref (contract);
}

static void
show_ptl (Bench *bench)
{
  caseness_ptl_unref (caseness_ptl_new (bench->snapshot, CASENESS_STAGE_FIRST_TREATMENT, bench->last,
                                        CASENESS_STANDARD_OF_STAGE, bench->filter));
}

static void
show_recovery (Bench *bench)
{
  CasenessRecoveryQuestion question = { bench->snapshot, bench->quarter, bench->filter, { caseness_variable_find ("Team") } };
  GError *error = NULL;
  CasenessRecoveryStudy *study = caseness_recovery_study_new (&question, NULL, &error);

  if (study == NULL)
    bench_stop (error);
  caseness_recovery_study_free (study);
}

static void
show_quality (Bench *bench)
{
  caseness_quality_unref (caseness_quality_new (bench->snapshot, &bench->quarter, bench->filter, bench->last));
}

static void
show_adsm (Bench *bench)
{
  GError *error = NULL;
  CasenessAdsmUse *use = caseness_adsm_use_new (bench->snapshot, &bench->quarter, bench->filter, bench->last,
                                                CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM, &error);

  if (use == NULL)
    bench_stop (error);
  caseness_adsm_use_free (use);
}

/* As the page asks: with the plan of the answer before. */
static void
show_equity (Bench *bench)
{
  static CasenessEquityPlan *plan;
  CasenessEquityQuestion question;
  CasenessEquityAnswer *answer;

  caseness_equity_question_init (&question);
  question.snapshot = bench->snapshot;
  question.filter = bench->filter;
  question.period = bench->quarter;
  question.as_at = bench->last;
  question.plan = plan;
  answer = caseness_equity_answer_new (&question, NULL);
  g_clear_pointer (&plan, caseness_equity_plan_unref);
  plan = caseness_equity_plan_ref (answer->plan);
  caseness_equity_answer_unref (answer);
}

static void
show_board (Bench *bench, CasenessBoardKind kind)
{
  GError *error = NULL;
  CasenessBoard *board = caseness_board_new (bench->snapshot, kind, &bench->quarter, bench->filter,
                                             caseness_variable_find ("Team"), NULL, &error);

  if (board == NULL)
    bench_stop (error);
  caseness_board_free (board);
}

static void
show_flow (Bench *bench)
{
  show_board (bench, CASENESS_BOARD_FLOW);
}

static void
show_experience (Bench *bench)
{
  show_board (bench, CASENESS_BOARD_EXPERIENCE);
}

/* The list with every measure's value, and the one that is picked by team over twelve months. */
static void
show_measures (Bench *bench)
{
  CasenessPeriod year = { bench->months[0].start, bench->last };
  CasenessDetailQuestion question = {
    .measure = caseness_measure_find ("M192"),
    .period = year,
    .step = CASENESS_DETAIL_MONTHS,
    .by = caseness_variable_find ("Team"),
    .filter = bench->filter,
  };
  GError *error = NULL;
  CasenessCatalogue *catalogue
    = caseness_catalogue_new (bench->snapshot, &bench->quarter, bench->filter, NULL, NULL, &error);
  CasenessMeasureDetail *detail
    = catalogue != NULL ? caseness_measure_detail_new (bench->snapshot, &question, NULL, &error) : NULL;

  if (detail == NULL)
    bench_stop (error);
  caseness_measure_detail_unref (detail);
  caseness_catalogue_unref (catalogue);
}

/* Compares all that was sent, so that another period is to it what another filter is to the others. */
static void
show_national (Bench *bench)
{
  static guint turn;

  caseness_national_unref (
    caseness_national_new (bench->snapshot, &bench->months[turn++ % MONTHS], CASENESS_NATIONAL_BEST, NULL));
}

static const struct
{
  const char *what;
  Act show;
} pages[] = {
  { "filter: overview, 24 months", show_overview },
  { "filter: waiting list", show_ptl },
  { "filter: recovery by team", show_recovery },
  { "filter: ADSM use", show_adsm },
  { "filter: equity", show_equity },
  { "filter: flow by team", show_flow },
  { "filter: experience by team", show_experience },
  { "filter: data quality", show_quality },
  { "filter: measures, a year by team", show_measures },
  { "another month: national", show_national },
  { "filter: contract review", show_contract },
};

static Act shown;

static void
change_filter (Bench *bench)
{
  turn_filter (bench);
  shown (bench);
}

static void
measure (Bench *bench, const char *path, const char *part)
{
  bench_open (bench, path);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (part == NULL || strstr (pages[i].what, part) != NULL)
      {
        shown = pages[i].show;
        bench_measure (pages[i].what, bench, change_filter);
      }
}

int
main (int argc, char **argv)
{
  return bench_main (argc, argv, "PART-OF-A-NAME", measure);
}
