/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli.h"
#include "caseness-contract-report.h"
#include "caseness-evaluate.h"
#include "caseness-pathway-csv.h"
#include "caseness-overview-report.h"
#include "caseness-ptl-csv.h"
#include "caseness-ptl-report.h"
#include "caseness-quality-report.h"

#include <glib/gi18n.h>
#include <string.h>

/* Variables that depend on the period are taken at the end of the latest one (rulings 108). */
static guint64 *
find_people (CasenessSnapshot *snapshot, const CasenessFilter *filter, GError **error)
{
  CasenessPeriod latest
    = caseness_period_around (CASENESS_PERIOD_MONTH, MAX (caseness_snapshot_get_latest_period_end (snapshot), 0));
  CasenessQuestion question = {
    .periods = &latest,
    .n_periods = 1,
    .filter = filter,
  };

  return caseness_evaluate_people (snapshot, &question, error);
}

gboolean
caseness_cli_pathways (int argc, char **argv, GError **error)
{
  g_autofree char *output = NULL;
  g_auto(GStrv) words = NULL;
  g_autoptr(CasenessFilter) filter = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autofree guint64 *people = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  const GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, N_ ("Only these; several are joined by “and”"), "K=V" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), "FILE" },
    { NULL }
  };

  if (!caseness_cli_parse (entries, &argc, &argv, 1, 1, error))
    return FALSE;
  filter = caseness_cli_parse_where (words, error);
  if (filter == NULL)
    return FALSE;
  snapshot = caseness_cli_load (argv[1], error);
  if (snapshot == NULL)
    return FALSE;
  people = find_people (snapshot, filter, error);
  if (people == NULL)
    return FALSE;
  caseness_pathway_write_people_csv (writer, snapshot, people);
  return caseness_cli_write (writer, output, error);
}

/* Says that an option is missing or its value is none of those allowed. */
static gboolean
refuse_option (const char *option, const char *value, GError **error)
{
  if (value == NULL)
    g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("%s is missing"), option);
  else
    g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("%s: “%s” is not one of those allowed"),
                 option, value);
  return FALSE;
}

gboolean
caseness_cli_ptl (int argc, char **argv, GError **error)
{
  g_autofree char *output = NULL;
  g_autofree char *as_at_text = NULL;
  g_autofree char *stage_text = NULL;
  g_autofree char *by = NULL;
  int standard = CASENESS_STANDARD_OF_STAGE;
  gboolean is_list = FALSE;
  CasenessDate as_at = CASENESS_DATE_NONE;
  CasenessStage stage;
  CasenessPtlSplit split = CASENESS_PTL_SPLIT_ALL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessPtl) ptl = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  const GOptionEntry entries[] = {
    { "as-at", 0, 0, G_OPTION_ARG_STRING, &as_at_text, N_ ("The day asked about"), "DATE" },
    { "stage", 0, 0, G_OPTION_ARG_STRING, &stage_text, N_ ("What people wait for"), "STAGE" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("What the rows are"), "SPLIT" },
    { "standard", 0, 0, G_OPTION_ARG_INT, &standard, N_ ("Standard in days, for everybody"), "DAYS" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &is_list, N_ ("One row per person instead of the grid"), NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), "FILE" },
    { NULL }
  };

  if (!caseness_cli_parse (entries, &argc, &argv, 1, 1, error)
      || !caseness_cli_parse_date ("--as-at", as_at_text, &as_at, error))
    return FALSE;
  if (as_at == CASENESS_DATE_NONE)
    return refuse_option ("--as-at", NULL, error);
  if (stage_text == NULL || !caseness_stage_parse (stage_text, &stage))
    return refuse_option ("--stage", stage_text, error);
  if (by != NULL && !caseness_ptl_split_parse (by, &split))
    return refuse_option ("--by", by, error);
  if (standard != CASENESS_STANDARD_OF_STAGE && (standard < 1 || standard > 3650))
    {
      g_set_error_literal (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE,
                           _ ("--standard: must be 1 to 3650 days"));
      return FALSE;
    }

  snapshot = caseness_cli_load (argv[1], error);
  if (snapshot == NULL)
    return FALSE;
  ptl = caseness_ptl_new (snapshot, stage, as_at, standard, NULL);
  if (is_list)
    caseness_ptl_write_people_csv (writer, ptl, NULL);
  else
    caseness_ptl_write_grid_csv (writer, ptl, split);
  return caseness_cli_write (writer, output, error);
}

/* ReportRequest: what any report is asked for. */
typedef struct
{
  CasenessPeriod period;
  CasenessDate as_at;
  const CasenessFilter *filter;
  CasenessJournal *journal; /* what people recorded */
  gboolean identifies;
} ReportRequest;

typedef CasenessReport *(*MakeReport) (CasenessSnapshot *snapshot, const ReportRequest *request);

static CasenessReport *
make_ptl_report (CasenessSnapshot *snapshot, const ReportRequest *request)
{
  CasenessPtlReportOptions options = { 0 };

  options.as_at = request->as_at;
  options.filter = request->filter;
  options.standard_days = CASENESS_STANDARD_OF_STAGE;
  options.identifies = request->identifies;
  return caseness_ptl_report_new (snapshot, &options);
}

static CasenessReport *
make_quality_report (CasenessSnapshot *snapshot, const ReportRequest *request)
{
  CasenessQualityReportOptions options = { request->period, request->as_at, request->filter, request->identifies };

  return caseness_quality_report_new (snapshot, &options);
}

static CasenessReport *
make_overview_report (CasenessSnapshot *snapshot, const ReportRequest *request)
{
  CasenessOverviewReportOptions options = { request->as_at, !request->identifies };
  CasenessOverviewOptions asked = { .set = CASENESS_OVERVIEW_CONTRACT, .n_points = 24, .last = request->period.end,
                                    .filter = request->filter, .journal = request->journal };
  g_autoptr(CasenessOverview) overview = caseness_overview_new (snapshot, &asked, NULL, NULL);

  return overview != NULL ? caseness_overview_report_new (overview, &options) : NULL;
}

static CasenessReport *
make_contract_report (CasenessSnapshot *snapshot, const ReportRequest *request)
{
  CasenessContractReportOptions options = { request->as_at, request->identifies };
  g_autoptr(CasenessContract) contract
    = caseness_contract_new (snapshot, &request->period, request->filter, request->journal, NULL, NULL);

  return contract != NULL ? caseness_contract_report_new (contract, &options) : NULL;
}

/* Every kind command-line.md names, and the overview; this version makes those that have a maker. */
static const struct
{
  const char *name;
  MakeReport make;
} report_kinds[] = {
  { "overview", make_overview_report },
  { "ptl", make_ptl_report },
  { "recovery", NULL },
  { "clinician", NULL },
  { "adsm", NULL },
  { "equity", NULL },
  { "contract", make_contract_report },
  { "quality", make_quality_report },
  { "national", NULL },
};

static MakeReport
find_report (const char *kind, GError **error)
{
  gsize i;

  for (i = 0; kind != NULL && i < G_N_ELEMENTS (report_kinds); i++)
    if (strcmp (report_kinds[i].name, kind) == 0)
      {
        if (report_kinds[i].make == NULL)
          g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_REQUEST,
                       _ ("this version of Caseness does not make the report “%s”"), kind);
        return report_kinds[i].make;
      }
  refuse_option ("--kind", kind, error);
  return NULL;
}

gboolean
caseness_cli_report (int argc, char **argv, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  g_autofree char *as_at_text = NULL;
  g_autofree char *output = NULL;
  g_auto(GStrv) where = NULL;
  gboolean identify = FALSE;
  CasenessDate from = CASENESS_DATE_NONE, to = CASENESS_DATE_NONE, as_at = CASENESS_DATE_NONE;
  CasenessReportFormat format;
  MakeReport make;
  ReportRequest request;
  g_autoptr(CasenessFilter) filter = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessJournal) journal = NULL;
  g_autoptr(CasenessReport) report = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("Which report: overview, ptl, quality …"), "KIND" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First day of the period"), "D" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("Last day of the period"), "D" },
    { "as-at", 0, 0, G_OPTION_ARG_STRING, &as_at_text, N_ ("Day the lists stand on; the period's end if not given"),
      "D" },
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &where, N_ ("Only these; several are joined by “and”"), "K=V" },
    { "identify", 0, 0, G_OPTION_ARG_NONE, &identify, N_ ("Print the columns that identify people"), NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("File to write: .pdf, .svg or .png"), "FILE" },
    { NULL }
  };

  if (!caseness_cli_parse (entries, &argc, &argv, 1, 1, error)
      || !caseness_cli_parse_date ("--from", from_text, &from, error)
      || !caseness_cli_parse_date ("--to", to_text, &to, error)
      || !caseness_cli_parse_date ("--as-at", as_at_text, &as_at, error))
    return FALSE;
  if (as_at == CASENESS_DATE_NONE)
    as_at = to;
  make = find_report (kind, error);
  if (make == NULL)
    return FALSE;
  if (as_at == CASENESS_DATE_NONE)
    return refuse_option ("--as-at", NULL, error);
  /* Without both ends the period is the month that the list stands in. */
  request = (ReportRequest){ .as_at = as_at, .identifies = identify };
  request.period.end = to != CASENESS_DATE_NONE ? to : caseness_date_month_end (as_at);
  request.period.start = from != CASENESS_DATE_NONE ? from : caseness_date_month_start (request.period.end);
  if (request.period.start > request.period.end)
    return refuse_option ("--from", from_text, error);
  if (output == NULL || !caseness_report_format_from_name (output, &format))
    return refuse_option ("--output", output, error);
  filter = caseness_cli_parse_where (where, error);
  if (filter == NULL)
    return FALSE;

  snapshot = caseness_cli_load_with_journal (argv[1], &journal, error);
  if (snapshot == NULL)
    return FALSE;
  request.filter = filter;
  request.journal = journal;
  report = make (snapshot, &request);
  return caseness_report_save (report, output, format, NULL, error);
}
