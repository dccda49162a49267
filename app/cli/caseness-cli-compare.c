/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli.h"
#include "caseness-compare-extract.h"
#include "caseness-compare.h"
#include "caseness-import-plan.h"
#include "caseness-publication-store.h"

#include <glib/gi18n.h>

/* What the command line asks for. */
typedef struct
{
  const char *store;
  const char *against;
  CasenessPeriod within;
  gboolean is_within; /* whether both ends were given */
} Request;

static gboolean
read_period (const char *from, const char *to, Request *request, GError **error)
{
  request->within = (CasenessPeriod){ CASENESS_DATE_NONE, CASENESS_DATE_NONE };
  if (!caseness_cli_parse_date ("--from", from, &request->within.start, error)
      || !caseness_cli_parse_date ("--to", to, &request->within.end, error))
    return FALSE;
  if ((from == NULL) != (to == NULL))
    {
      g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("%s: give both ends of the period or none"),
                   from == NULL ? "--from" : "--to");
      return FALSE;
    }
  request->is_within = from != NULL;
  return !request->is_within || request->within.start <= request->within.end || caseness_cli_refuse_period (from, error);
}

static CasenessPublication *
read_publication (CasenessStore *store, const Request *request, GError **error)
{
  g_autoptr(GHashTable) providers = caseness_publication_list_providers (store, error);
  const CasenessPublicationOptions options = { .providers = providers, .is_of_providers = TRUE,
                                               .period = request->is_within ? &request->within : NULL };

  return providers != NULL ? caseness_publication_read (request->against, &options, NULL, error) : NULL;
}

static void
tell_what_is_left_out (const CasenessComparisons *comparisons)
{
  if (comparisons->n_outside > 0)
    g_printerr (ngettext ("%u figure of a period that is not asked for or of which nothing is held was left out.\n",
                          "%u figures of periods that are not asked for or of which nothing is held were left out.\n",
                          comparisons->n_outside),
                comparisons->n_outside);
  if (comparisons->is_partial)
    g_printerr ("%s\n", _ ("Of some periods not every month is held, so that our counts must be lower."));
}

static gboolean
compare_publication (CasenessCsvWriter *writer, CasenessStore *store, const Request *request, GError **error)
{
  g_autoptr(CasenessPublication) publication = read_publication (store, request, error);
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessComparisons) comparisons = NULL;

  if (publication == NULL)
    return FALSE;
  snapshot = caseness_snapshot_load (store, NULL, error);
  if (snapshot == NULL)
    return FALSE;
  comparisons = caseness_compare_published (snapshot, publication->list, request->is_within ? &request->within : NULL,
                                            NULL, error);
  if (comparisons == NULL)
    return FALSE;
  tell_what_is_left_out (comparisons);
  if (comparisons->rows->len == 0)
    {
      g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_REQUEST,
                   /* Translators: a file name. */
                   _ ("%s: there is nothing to compare: it has no figures of the providers held in the months held"),
                   publication->file);
      return FALSE;
    }
  caseness_compare_write_csv (writer, comparisons, FALSE);
  return TRUE;
}

/* An extract is of one month: a period that does not hold it is a request that cannot be honoured. */
static gboolean
check_month (const CasenessSubmission *extract, const Request *request, GError **error)
{
  if (!request->is_within
      || (extract->period_start >= request->within.start && extract->period_end <= request->within.end))
    return TRUE;
  g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_REQUEST,
               /* Translators: a folder. */
               _ ("%s: the month of the extract does not lie in the period asked for"), request->against);
  return FALSE;
}

static gboolean
compare_extract (CasenessCsvWriter *writer, CasenessStore *store, const Request *request, GError **error)
{
  g_autoptr(CasenessImportPlan) plan = caseness_import_plan_new_of (request->against, NULL, error);
  g_autoptr(CasenessSubmission) extract
    = plan != NULL ? caseness_import_plan_read_submission (plan, request->against, NULL, error) : NULL;
  g_autoptr(CasenessDifferences) differences = NULL;

  if (extract == NULL || !check_month (extract, request, error))
    return FALSE;
  differences = caseness_compare_extract (store, extract, NULL, error);
  if (differences == NULL)
    return FALSE;
  g_printerr (_ ("%u pathways compared, %u differ.\n"), differences->n_compared, differences->n_differing);
  caseness_differences_write_csv (writer, differences);
  return TRUE;
}

static gboolean
compare (CasenessCsvWriter *writer, CasenessStore *store, const Request *request, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (request->against, -1);

  /* An extract is a folder, an archive or a database; a publication is one CSV file. */
  return g_str_has_suffix (lower, ".csv") && !g_file_test (request->against, G_FILE_TEST_IS_DIR)
           ? compare_publication (writer, store, request, error)
           : compare_extract (writer, store, request, error);
}

gboolean
caseness_cli_compare (int argc, char **argv, GError **error)
{
  g_autofree char *from = NULL, *to = NULL, *output = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autoptr(CasenessStore) store = NULL;
  Request request = { 0 };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("First day; only periods from here on"), "D" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Last day; only periods up to here"), "D" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), "FILE" },
    { NULL }
  };

  if (!caseness_cli_parse (entries, &argc, &argv, 2, 2, error) || !read_period (from, to, &request, error))
    return FALSE;
  request.store = argv[1];
  request.against = argv[2];
  store = caseness_cli_open (request.store, error);
  if (store == NULL || !compare (writer, store, &request, error))
    return FALSE;
  return caseness_cli_write (writer, output, error);
}
