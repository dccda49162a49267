/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-equity-private.h"
#include "caseness-cli-request-private.h"
#include "caseness-report-set.h"

#include <glib/gi18n.h>

/* What was written on the command line. */
typedef struct
{
  char *kind;
  char *set;
  char *from;
  char *to;
  char *as_at;
  char *output;
  char **where;
  char **by;
  char **pick;
  char *area;
  gboolean identify;
  CasenessEquityPick picks[CASENESS_MAX_CROSSED]; /* as read */
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->set);
  g_free (options->from);
  g_free (options->to);
  g_free (options->as_at);
  g_free (options->output);
  g_strfreev (options->where);
  g_strfreev (options->by);
  g_strfreev (options->pick);
  g_free (options->area);
  caseness_cli_equity_clear_picks (options->picks);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Without both ends the period is the month that the list stands in. @has_day: whether any day was given. */
static gboolean
read_request (const Options *options, CasenessReportRequest *request, gboolean *has_day, GError **error)
{
  CasenessDate from = CASENESS_DATE_NONE, to = CASENESS_DATE_NONE, as_at = CASENESS_DATE_NONE;

  if (!caseness_cli_parse_date ("--from", options->from, &from, error)
      || !caseness_cli_parse_date ("--to", options->to, &to, error)
      || !caseness_cli_parse_date ("--as-at", options->as_at, &as_at, error))
    return FALSE;
  if (as_at == CASENESS_DATE_NONE)
    as_at = to;
  *has_day = as_at != CASENESS_DATE_NONE;
  if (!*has_day)
    return TRUE;
  *request = (CasenessReportRequest){ .as_at = as_at, .identifies = options->identify };
  request->period.end = to != CASENESS_DATE_NONE ? to : caseness_date_month_end (as_at);
  request->period.start = from != CASENESS_DATE_NONE ? from : caseness_date_month_start (request->period.end);
  return request->period.start <= request->period.end || caseness_cli_refuse_period (options->from, error);
}

static void
show_set_progress (guint done, guint all, const char *title, gpointer user_data)
{
  caseness_cli_show_progress (all > 0 ? (double) done / all : 1, title, user_data);
}

/* A saved set brings its own kinds, filter and audience; the period may be given. */
static gboolean
make_set (const char *path, const Options *options, const CasenessReportRequest *request, GError **error)
{
  g_autoptr(CasenessJournal) journal = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessReportSet) set = NULL;
  g_auto(GStrv) files = NULL;
  guint i;

  if (options->kind != NULL)
    return caseness_cli_refuse_option ("--kind", options->kind, error);
  if (options->by != NULL)
    return caseness_cli_refuse_option ("--by", options->by[0], error);
  if (options->pick != NULL)
    return caseness_cli_refuse_option ("--pick", options->pick[0], error);
  if (options->area != NULL)
    return caseness_cli_refuse_option ("--population", options->area, error);
  if (options->output == NULL)
    return caseness_cli_refuse_option ("--output", NULL, error);
  snapshot = caseness_cli_load_with_journal (path, &journal, error);
  if (snapshot == NULL)
    return FALSE;
  set = caseness_report_set_find (journal, options->set);
  if (set == NULL)
    {
      g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_REQUEST,
                   _ ("there is no report set “%s” in this service file"), options->set);
      return FALSE;
    }
  files = caseness_report_set_save (set, snapshot, request, journal, options->output, show_set_progress, NULL, NULL,
                                    error);
  for (i = 0; files != NULL && files[i] != NULL; i++)
    g_print ("%s\n", files[i]);
  return files != NULL;
}

static const CasenessReportKind *
find_kind (const char *name, GError **error)
{
  const CasenessReportKind *kind = caseness_report_kind_find (name);

  if (kind != NULL && kind->make != NULL)
    return kind;
  if (kind == NULL)
    caseness_cli_refuse_option ("--kind", name, error);
  else
    g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_REQUEST,
                 _ ("this version of Caseness does not make the report “%s”"), name);
  return NULL;
}

static gboolean
is_of_kind (const Options *options, const char *kind)
{
  return g_strcmp0 (options->kind, kind) == 0;
}

/* Measures are broken down by what is asked for, and equity compares by it. */
static gboolean
read_variables (const Options *options, GPtrArray *variables, GError **error)
{
  gboolean is_equity = is_of_kind (options, "equity");
  guint i;

  for (i = 0; options->by != NULL && options->by[i] != NULL; i++)
    {
      const CasenessVariable *variable = caseness_variable_find (options->by[i]);

      if (variable == NULL || (!is_equity && !is_of_kind (options, "measures")))
        return caseness_cli_refuse_option ("--by", options->by[i], error);
      g_ptr_array_add (variables, (gpointer) variable);
    }
  return !is_equity || caseness_cli_equity_check_by (variables, error);
}

/* A group to look at by itself, and who lives where, are for equity alone. */
static gboolean
read_group (Options *options, GError **error)
{
  if (is_of_kind (options, "equity"))
    return caseness_cli_equity_read_picks (options->pick, options->picks, error);
  if (options->pick != NULL)
    return caseness_cli_refuse (error, "--pick", _ ("is for --kind equity"));
  return options->area == NULL || caseness_cli_refuse (error, "--population", _ ("is for --kind equity"));
}

/* Unless one is asked for, the report takes the first area of the list. */
static gboolean
read_area (Options *options, const CasenessSnapshot *snapshot, const GPtrArray *variables, GError **error)
{
  CasenessEquityQuestion question;

  if (options->area == NULL)
    return TRUE;
  caseness_equity_question_init (&question);
  caseness_cli_equity_read_by (variables, &question.cut);
  return caseness_cli_equity_choose_area (snapshot, &question.cut, &options->area, error);
}

static gboolean
make_report (const char *path, Options *options, CasenessReportRequest *request, gboolean has_day, GError **error)
{
  const CasenessReportKind *kind = find_kind (options->kind, error);
  CasenessReportFormat format;
  g_autoptr(CasenessFilter) filter = NULL;
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();
  g_autoptr(CasenessJournal) journal = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessReport) report = NULL;

  if (kind == NULL || !read_variables (options, variables, error) || !read_group (options, error))
    return FALSE;
  if (!has_day)
    return caseness_cli_refuse_option ("--as-at", NULL, error);
  if (options->output == NULL || !caseness_report_format_from_name (options->output, &format))
    return caseness_cli_refuse_option ("--output", options->output, error);
  filter = caseness_cli_parse_where (options->where, error);
  if (filter == NULL)
    return FALSE;
  snapshot = caseness_cli_load_with_journal (path, &journal, error);
  if (snapshot == NULL || !read_area (options, snapshot, variables, error))
    return FALSE;
  request->filter = filter;
  request->journal = journal;
  request->store_path = path;
  request->variables = variables;
  request->picks = options->picks;
  request->area = options->area;
  report = kind->make (snapshot, request, NULL, error);
  return report != NULL && caseness_report_save (report, options->output, format, NULL, error);
}

gboolean
caseness_cli_report (int argc, char **argv, GError **error)
{
  g_auto(Options) options = { 0 };
  CasenessReportRequest request = { 0 };
  gboolean has_day = FALSE;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_ ("Which report: overview, ptl, contract, quality …"), "KIND" },
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_ ("Make a saved set of reports into the folder of --output"),
      "NAME" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("First day of the period"), "D" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Last day of the period"), "D" },
    { "as-at", 0, 0, G_OPTION_ARG_STRING, &options.as_at, N_ ("Day the lists stand on; the period's end if not given"),
      "D" },
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.where, N_ ("Only these; several are joined by “and”"), "K=V" },
    { "by", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.by, N_ ("Break measures down by this, compare equity by it; may be given again"), "VARIABLE" },
    { "pick", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.pick,
      N_ ("A group that the equity report looks at by itself; up to three across one another"), "V=G" },
    { "population", 0, 0, G_OPTION_ARG_STRING, &options.area, N_ ("Area of the local population in the equity report"),
      "AREA" },
    { "identify", 0, 0, G_OPTION_ARG_NONE, &options.identify, N_ ("Print the columns that identify people"), NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("File to write: .pdf, .svg or .png; a folder for a set"),
      "FILE" },
    { NULL }
  };

  if (!caseness_cli_parse (entries, &argc, &argv, 1, 1, error) || !read_request (&options, &request, &has_day, error))
    return FALSE;
  if (options.set != NULL)
    return make_set (argv[1], &options, has_day ? &request : NULL, error);
  return make_report (argv[1], &options, &request, has_day, error);
}
