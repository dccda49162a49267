/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-equity-private.h"
#include "caseness-cli-request-private.h"

#include "caseness-equity-tables.h"
#include "caseness-equity.h"

#include <glib/gi18n.h>

/* What is asked of equity besides what all breakdowns are asked. */
typedef struct
{
  char *stage_text;
  char *area;
  char *table;
  char **picks;
  gboolean suppresses;
  CasenessEquityStage stage;
  CasenessEquityView view;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->stage_text);
  g_free (options->area);
  g_free (options->table);
  g_strfreev (options->picks);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
refuse_table (const char *name, GError **error)
{
  g_autoptr(GString) fault = g_string_new (NULL);
  guint i;

  for (i = 0; i < CASENESS_N_EQUITY_VIEWS; i++)
    g_string_append_printf (fault, "%s%s", i > 0 ? ", " : "", caseness_equity_words_get_name (i));
  /* Translators: %1$s is what was asked for, %2$s are names */
  g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("--table: there is no table “%1$s”; there are %2$s"),
               name, fault->str);
  return FALSE;
}

static gboolean
check_options (const CasenessCliRequest *request, Options *options, GError **error)
{
  if (request->variables->len == 0 && options->table == NULL)
    return caseness_cli_refuse (error, "--by", _ ("is missing"));
  if (!caseness_cli_equity_check_by (request->variables, error))
    return FALSE;
  options->stage = CASENESS_EQUITY_TREATED;
  if (options->stage_text != NULL && !caseness_equity_stage_parse (options->stage_text, &options->stage))
    return caseness_cli_refuse (error, "--stage", _ ("must be referred, assessed, treated, completed or recovered"));
  if (options->table != NULL && !caseness_equity_words_parse_view (options->table, &options->view))
    return refuse_table (options->table, error);
  if (options->picks != NULL && (options->table == NULL || options->view != CASENESS_EQUITY_VIEW_ONE))
    return caseness_cli_refuse (error, "--pick", _ ("is for --table one-group"));
  if (options->table != NULL && options->view == CASENESS_EQUITY_VIEW_ONE && options->picks == NULL)
    return caseness_cli_refuse (error, "--table", _ ("one-group needs --pick"));
  return TRUE;
}

/* By one variable in full, unless it is to be suppressed; groups crossed are suppressed always. */
static void
write_ways (CasenessCsvWriter *writer, const CasenessEquityQuestion *question, CasenessFrame *frame,
            const CasenessCliRequest *request, const Options *options)
{
  if (question->cut.n_variables > 1 || options->suppresses)
    {
      g_autoptr(CasenessEquityAnswer) answer = caseness_equity_answer_new (question, NULL);

      caseness_equity_write_csv (writer, answer->way, options->stage, caseness_equity_answer_share (answer, TRUE));
    }
  else
    {
      g_autoptr(CasenessEquityWay) way
        = caseness_equity_count (frame, question->cut.variables[0], options->area, request->people);

      caseness_equity_write_csv (writer, way, options->stage, NULL);
    }
}

static void
write_table (CasenessCsvWriter *writer, const CasenessEquityQuestion *question, CasenessEquityView view)
{
  g_autoptr(CasenessEquityAnswer) answer = caseness_equity_answer_new (question, NULL);
  g_autoptr(CasenessChartTable) table = caseness_equity_table_new (answer, view, TRUE);

  caseness_equity_table_write_csv (writer, table);
}

static gboolean
make_question (CasenessEquityQuestion *question, CasenessFrame *frame, const CasenessCliRequest *request, Options *options,
               GError **error)
{
  CasenessSnapshot *snapshot = (CasenessSnapshot *) caseness_frame_get_snapshot (frame);

  caseness_cli_equity_read_by (request->variables, &question->cut);
  if (!caseness_cli_equity_choose_area (snapshot, &question->cut, &options->area, error))
    return FALSE;
  question->snapshot = snapshot;
  question->filter = request->filter;
  question->period = request->period;
  question->as_at = request->period.end;
  question->area = options->area;
  question->trend_stage = options->stage;
  return TRUE;
}

gboolean
caseness_cli_equity (int argc, char **argv, GError **error)
{
  g_auto(CasenessCliRequest) request = { .is_by_optional = TRUE };
  g_auto(Options) options = { 0 };
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  CasenessEquityQuestion question;
  gboolean is_done;
  const GOptionEntry further[] = {
    { "stage", 0, 0, G_OPTION_ARG_STRING, &options.stage_text, N_ ("How far people have come"), "STAGE" },
    { "population", 0, 0, G_OPTION_ARG_STRING, &options.area, N_ ("Area of the local population"), "AREA" },
    { "table", 0, 0, G_OPTION_ARG_STRING, &options.table, N_ ("A table of the page as it leaves the service, instead"),
      "TABLE" },
    { "pick", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.picks, N_ ("The group of --table one-group; up to three"), "V=G" },
    { "suppress", 0, 0, G_OPTION_ARG_NONE, &options.suppresses, N_ ("Hide small numbers, and round the others to five"),
      NULL },
    { NULL }
  };

  if (!caseness_cli_request_read (&request, further, &argc, &argv, error) || !check_options (&request, &options, error))
    return FALSE;
  caseness_equity_question_init (&question);
  is_done = caseness_cli_equity_read_picks (options.picks, question.picks, error);
  frame = is_done ? caseness_cli_request_load (&request, argv[1], error) : NULL;
  is_done = frame != NULL && make_question (&question, frame, &request, &options, error);
  if (is_done && options.table != NULL)
    write_table (writer, &question, options.view);
  else if (is_done)
    write_ways (writer, &question, frame, &request, &options);
  caseness_cli_equity_clear_picks (question.picks);
  return is_done && caseness_cli_write (writer, request.output, error);
}
