/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli.h"
#include "caseness-evaluate.h"
#include "caseness-pathway-csv.h"
#include "caseness-ptl-csv.h"

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
    return caseness_cli_refuse_option ("--as-at", NULL, error);
  if (stage_text == NULL || !caseness_stage_parse (stage_text, &stage))
    return caseness_cli_refuse_option ("--stage", stage_text, error);
  if (by != NULL && !caseness_ptl_split_parse (by, &split))
    return caseness_cli_refuse_option ("--by", by, error);
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
    caseness_ptl_write_people_csv (writer, ptl, NULL, NULL);
  else
    caseness_ptl_write_grid_csv (writer, ptl, split);
  return caseness_cli_write (writer, output, error);
}
