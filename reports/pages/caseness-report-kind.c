/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-report-kind.h"

#include "caseness-adsm-report.h"
#include "caseness-contract-report.h"
#include "caseness-cycle-report.h"
#include "caseness-equity-report.h"
#include "caseness-board-report.h"
#include "caseness-measures-report.h"
#include "caseness-national-report.h"
#include "caseness-overview-report.h"
#include "caseness-ptl-report.h"
#include "caseness-quality-report.h"
#include "caseness-recovery-report.h"
#include "caseness-supervision-report.h"

#include <glib/gi18n.h>
#include <string.h>

#define MONTHS 24

static CasenessReport *
make_overview (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable,
               GError **error)
{
  CasenessOverviewReportOptions options = { request->as_at, !request->identifies };
  CasenessOverviewOptions asked = { .set = CASENESS_OVERVIEW_CONTRACT, .n_points = MONTHS, .last = request->period.end,
                                    .filter = request->filter, .journal = request->journal };
  g_autoptr(CasenessOverview) overview = caseness_overview_new (snapshot, &asked, cancellable, error);

  return overview != NULL ? caseness_overview_report_new (overview, &options) : NULL;
}

static CasenessReport *
make_ptl (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable, GError **error)
{
  CasenessPtlReportOptions options = { 0 };

  options.as_at = request->as_at;
  options.filter = request->filter;
  options.standard_days = CASENESS_STANDARD_OF_STAGE;
  options.identifies = request->identifies;
  options.journal = request->journal;
  return caseness_ptl_report_new (snapshot, &options);
}

static CasenessReport *
make_contract (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable,
               GError **error)
{
  CasenessContractReportOptions options
    = { .as_at = request->as_at, .tells_exactly = request->identifies, .cancellable = cancellable };
  g_autoptr(CasenessContract) contract = caseness_contract_new (snapshot, &request->period, request->filter,
                                                                request->journal, cancellable, error);
  CasenessReport *report = contract != NULL ? caseness_contract_report_new (contract, &options) : NULL;

  if (contract != NULL && report == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  return report;
}

static CasenessReport *
make_quality (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable,
              GError **error)
{
  CasenessQualityReportOptions options = { request->period, request->as_at, request->filter, request->identifies };

  return caseness_quality_report_new (snapshot, &options);
}

static CasenessReport *
make_adsm (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable, GError **error)
{
  CasenessAdsmReportOptions options = { request->period, request->as_at, (CasenessFilter *) request->filter,
                                        request->identifies };

  return caseness_adsm_report_new (snapshot, &options, error);
}

/* What is not asked for is by the reference's own choices: ethnic group in five, need, the first area of the list. */
static CasenessReport *
make_equity (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable, GError **error)
{
  CasenessEquityQuestion question;
  g_autoptr(CasenessEquityAnswer) answer = NULL;
  guint i;

  caseness_equity_question_init (&question);
  question.snapshot = snapshot;
  question.filter = (CasenessFilter *) request->filter;
  question.period = request->period;
  question.as_at = request->as_at;
  question.area = (char *) request->area;
  for (i = 0; request->variables != NULL && i < MIN (request->variables->len, CASENESS_MAX_CROSSED); i++)
    {
      question.cut.variables[i] = g_ptr_array_index (request->variables, i);
      question.cut.n_variables = i + 1;
    }
  for (i = 0; request->picks != NULL && i < CASENESS_MAX_CROSSED; i++)
    question.picks[i] = request->picks[i];
  answer = caseness_equity_answer_new (&question, cancellable);
  if (answer == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  return answer != NULL ? caseness_equity_report_new (answer) : NULL;
}

static CasenessReport *
make_board (CasenessBoardKind kind, CasenessSnapshot *snapshot, const CasenessReportRequest *request,
            GCancellable *cancellable, GError **error)
{
  CasenessBoardReportOptions options
    = { kind, request->period, request->as_at, request->filter, !request->identifies };

  return caseness_board_report_new (snapshot, &options, cancellable, error);
}

static CasenessReport *
make_experience (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable,
                 GError **error)
{
  return make_board (CASENESS_BOARD_EXPERIENCE, snapshot, request, cancellable, error);
}

static CasenessReport *
make_flow (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable, GError **error)
{
  return make_board (CASENESS_BOARD_FLOW, snapshot, request, cancellable, error);
}

static CasenessRecoveryStudy *
study_clinicians (CasenessSnapshot *snapshot, const CasenessReportRequest *request, CasenessFilter *filter,
                  GCancellable *cancellable, GError **error)
{
  const CasenessRecoveryQuestion question
    = { snapshot, request->period, filter, { caseness_variable_find ("Clinician"), NULL } };

  return caseness_recovery_study_new (&question, cancellable, error);
}

static CasenessReport *
make_recovery (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable,
               GError **error)
{
  CasenessRecoveryReportOptions options
    = { .as_at = request->as_at, .journal = request->journal, .identifies = request->identifies };
  const CasenessCycleReportOptions of_cycles = { request->as_at, NULL, request->identifies };
  g_autoptr(CasenessRecoveryStudy) study
    = study_clinicians (snapshot, request, (CasenessFilter *) request->filter, cancellable, error);
  g_autoptr(GPtrArray) cycles
    = study != NULL ? caseness_cycle_results_list (request->journal, snapshot, &of_cycles, cancellable, error) : NULL;

  if (cycles == NULL)
    return NULL;
  options.cycles = cycles;
  return caseness_recovery_report_new (study, &options);
}

static CasenessReport *
make_supervision (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable,
                  GError **error)
{
  const CasenessRecoveryReportOptions options = { .as_at = request->as_at, .journal = request->journal };
  g_autoptr(CasenessRecoveryStudy) study
    = study_clinicians (snapshot, request, (CasenessFilter *) request->filter, cancellable, error);

  return study != NULL ? caseness_supervision_report_new (study, NULL, NULL, &options) : NULL;
}

static CasenessReport *
make_pdsa (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable, GError **error)
{
  const CasenessCycleReportOptions options = { request->as_at, request->filter, request->identifies };
  g_autoptr(GPtrArray) results
    = caseness_cycle_results_list (request->journal, snapshot, &options, cancellable, error);

  return results != NULL ? caseness_cycle_report_new (results, snapshot, &options) : NULL;
}

/* Whoever gets a sheet is compared with the whole of the rest of the filter (rulings 110). */
static CasenessReport *
make_clinician (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable,
                GError **error)
{
  g_autoptr(CasenessFilter) colleagues
    = request->filter != NULL ? caseness_filter_without (request->filter, CASENESS_DIMENSION_CLINICIAN, NULL) : NULL;
  g_autoptr(CasenessRecoveryStudy) study = study_clinicians (snapshot, request, colleagues, cancellable, error);

  return study != NULL ? caseness_clinician_report_new (study, request->filter, request->as_at) : NULL;
}

/* The rules in doubt are tried on the file itself; without one it is printed without them. */
static CasenessReport *
make_national (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable,
               GError **error)
{
  CasenessNationalReportOptions options = { .as_at = request->as_at, .identifies = request->identifies };
  g_autoptr(CasenessNational) national
    = caseness_national_new (snapshot, &request->period, CASENESS_NATIONAL_BEST, cancellable);
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GPtrArray) checks = NULL;

  if (national == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  if (request->store_path != NULL)
    {
      store = caseness_store_open (request->store_path, CASENESS_STORE_READ, error);
      checks = store != NULL ? caseness_doubt_check_all (store, snapshot, &request->period, cancellable, error) : NULL;
      if (checks == NULL)
        return NULL;
    }
  options.checks = checks;
  return caseness_national_report_new (national, &options);
}

static CasenessReport *
make_measures (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable,
               GError **error)
{
  CasenessMeasuresReportOptions options = { .period = request->period, .filter = request->filter,
                                            .identifies = request->identifies, .variables = request->variables };

  return caseness_measures_report_new (snapshot, &options, cancellable, error);
}

/* The kinds of command-line.md, the overview, flow, the supervision list, cycles, experience, and the measures. */
static const CasenessReportKind kinds[] = {
  { "overview", N_("Overview"), make_overview },
  { "ptl", N_("PTL pack"), make_ptl },
  { "flow", N_("Flow"), make_flow },
  { "recovery", N_("Recovery and reflective practice"), make_recovery },
  { "supervision", N_("Supervision list"), make_supervision },
  { "pdsa", N_("Plan, Do, Study, Act"), make_pdsa },
  { "clinician", N_("A clinician’s own feedback"), make_clinician },
  { "adsm", N_("ADSM use"), make_adsm },
  { "equity", N_("Equity"), make_equity },
  { "contract", N_("Contract review pack"), make_contract },
  { "experience", N_("Experience and employment"), make_experience },
  { "quality", N_("Data quality"), make_quality },
  { "national", N_("National agreement"), make_national },
  { "measures", N_("Measures"), make_measures },
};

const CasenessReportKind *
caseness_report_kinds_get (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

const CasenessReportKind *
caseness_report_kind_find (const char *name)
{
  gsize i;

  for (i = 0; name != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}
