/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-request-private.h"

#include "caseness-equity-tables.h"
#include "caseness-equity.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_BY 2 /* variables that are laid across each other */

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
  if (request->variables->len > MOST_BY)
    return caseness_cli_refuse (error, "--by", _ ("takes two variables at most here"));
  if (request->variables->len == MOST_BY
      && g_ptr_array_index (request->variables, 0) == g_ptr_array_index (request->variables, 1))
    return caseness_cli_refuse (error, "--by", _ ("takes two different variables"));
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

/* `Gender=Female`: a group of a variable, each picked once. */
static gboolean
read_pick (const char *text, CasenessEquityQuestion *question, guint n, GError **error)
{
  const char *sign = strchr (text, '=');
  g_autofree char *name = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : g_strdup (text);
  const CasenessVariable *variable = caseness_variable_find (name);
  g_auto(GStrv) groups = variable != NULL ? caseness_variable_dup_groups (variable) : NULL;
  guint i;

  if (sign == NULL || variable == NULL || n >= CASENESS_MAX_CROSSED)
    return caseness_cli_refuse (error, "--pick", _ ("takes VARIABLE=GROUP, three times at most"));
  for (i = 0; i < n; i++)
    if (question->picks[i].variable == variable)
      return caseness_cli_refuse (error, "--pick", _ ("takes each variable once"));
  for (i = 0; groups[i] != NULL && g_ascii_strcasecmp (groups[i], sign + 1) != 0; i++)
    ;
  if (groups[i] == NULL)
    {
      g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("--pick: %1$s has no group “%2$s”"),
                   caseness_variable_get_name (variable), sign + 1);
      return FALSE;
    }
  question->picks[n] = (CasenessEquityPick){ variable, g_strdup (groups[i]) };
  return TRUE;
}

/* Areas of which the list tells by any of the variables; of any at all where it tells by none. */
static GPtrArray *
list_areas (const CasenessSnapshot *snapshot, const CasenessEquityCut *cut)
{
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_free);
  guint i, k;

  for (i = 0; i < cut->n_variables; i++)
    {
      g_autoptr(GPtrArray) of_one = caseness_equity_list_areas (snapshot, cut->variables[i]);

      for (k = 0; k < of_one->len; k++)
        if (!g_ptr_array_find_with_equal_func (areas, g_ptr_array_index (of_one, k), g_str_equal, NULL))
          g_ptr_array_add (areas, g_strdup (g_ptr_array_index (of_one, k)));
    }
  return areas;
}

/* An area must be named where the list holds several, and be one of them: it is then written as the list has it. Where the
 * list does not tell by the variable, people are counted all the same, and standard error says so. */
static gboolean
choose_area (const CasenessSnapshot *snapshot, const CasenessEquityCut *cut, Options *options, GError **error)
{
  g_autoptr(GPtrArray) areas = list_areas (snapshot, cut);
  g_autofree char *names = NULL;
  guint n_rows, i;

  caseness_snapshot_get_population (snapshot, &n_rows);
  if (areas->len == 0)
    {
      const char *name = caseness_variable_get_name (cut->variables[0]);

      g_clear_pointer (&options->area, g_free);
      if (n_rows > 0)
        g_printerr (_ ("caseness-cli equity: the local population list does not tell by %s; people seen are counted alone\n"),
                    name);
      else
        g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_REQUEST,
                     _ ("the local population by %s is not known; import it in LOCPopulation.csv"), name);
      return n_rows > 0;
    }
  if (options->area == NULL && areas->len == 1)
    return TRUE;
  for (i = 0; options->area != NULL && i < areas->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (areas, i), options->area) == 0)
      {
        g_free (options->area);
        options->area = g_strdup (g_ptr_array_index (areas, i));
        return TRUE;
      }
  g_ptr_array_add (areas, NULL);
  names = g_strjoinv (", ", (char **) areas->pdata);
  g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_REQUEST,
               _ ("name one area with --population; the list of local population has %s"), names);
  return FALSE;
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
  guint i;

  for (i = 0; i < request->variables->len; i++)
    question->cut.variables[i] = g_ptr_array_index (request->variables, i);
  question->cut.n_variables = MAX (i, 1);
  if (!choose_area (snapshot, &question->cut, options, error))
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
  guint i;
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
  is_done = TRUE;
  for (i = 0; options.picks != NULL && options.picks[i] != NULL && is_done; i++)
    is_done = read_pick (options.picks[i], &question, i, error);
  frame = is_done ? caseness_cli_request_load (&request, argv[1], error) : NULL;
  is_done = frame != NULL && make_question (&question, frame, &request, &options, error);
  if (is_done && options.table != NULL)
    write_table (writer, &question, options.view);
  else if (is_done)
    write_ways (writer, &question, frame, &request, &options);
  for (i = 0; i < CASENESS_MAX_CROSSED; i++)
    g_free (question.picks[i].group);
  return is_done && caseness_cli_write (writer, request.output, error);
}
