/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli.h"
#include "caseness-identity.h"
#include "caseness-measure-csv.h"
#include "caseness-measure-explain.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  char *from;
  char *to;
  char *every;
  char *output;
  char **by;
  char **ids;
  char **where;
  char **rules;
  gboolean is_exact;
  gboolean suppresses;
  gboolean is_list;
} Options;

/* What the words of the command line come to. */
typedef struct
{
  CasenessSwitches switches;
  GArray *periods;      /* CasenessPeriod */
  GPtrArray *measures;  /* const CasenessMeasure *, none for all */
  GPtrArray *variables; /* const CasenessVariable *, NULL for Total */
  CasenessFilter *filter;
} Request;

static void
options_clear (Options *options)
{
  g_free (options->from);
  g_free (options->to);
  g_free (options->every);
  g_free (options->output);
  g_strfreev (options->by);
  g_strfreev (options->ids);
  g_strfreev (options->where);
  g_strfreev (options->rules);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
request_init (Request *request)
{
  caseness_switches_init (&request->switches);
  request->periods = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  request->measures = g_ptr_array_new ();
  request->variables = g_ptr_array_new ();
}

static void
request_clear (Request *request)
{
  g_array_unref (request->periods);
  g_ptr_array_unref (request->measures);
  g_ptr_array_unref (request->variables);
  g_clear_pointer (&request->filter, caseness_filter_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
refuse (GError **error, const char *option, const char *value, const char *why)
{
  g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, "%s%s%s: %s", option, *value != '\0' ? " " : "", value,
               why);
  return FALSE;
}

/* The twelve months to the end of each month between the days asked for. */
static void
add_rolling_years (const CasenessPeriod *all, GArray *periods)
{
  CasenessDate end = caseness_date_month_end (all->start);

  for (; end <= all->end; end = caseness_date_month_end (end + 1))
    {
      CasenessPeriod year = caseness_period_around (CASENESS_PERIOD_ROLLING_YEAR, end);

      g_array_append_val (periods, year);
    }
}

/* Cut where months, quarters or financial years end; the first and the last may be part of one (rulings 106). */
static gboolean
read_periods (const Options *options, GArray *periods, GError **error)
{
  static const struct { const char *word; CasenessPeriodKind kind; } kinds[] = {
    { "month", CASENESS_PERIOD_MONTH },
    { "quarter", CASENESS_PERIOD_QUARTER },
    { "year", CASENESS_PERIOD_FINANCIAL_YEAR },
    { "rolling-year", CASENESS_PERIOD_ROLLING_YEAR },
  };
  CasenessPeriod all = { CASENESS_DATE_NONE, CASENESS_DATE_NONE }, part;
  guint i;

  if (!caseness_cli_parse_date ("--from", options->from, &all.start, error)
      || !caseness_cli_parse_date ("--to", options->to, &all.end, error))
    return FALSE;
  if (options->from == NULL || options->to == NULL)
    return refuse (error, options->from == NULL ? "--from" : "--to", "", _("is missing"));
  if (all.start > all.end)
    return caseness_cli_refuse_period (options->from, error);
  for (i = 0; options->every != NULL && i < G_N_ELEMENTS (kinds) && strcmp (options->every, kinds[i].word) != 0; i++)
    ;
  if (options->every != NULL && i == G_N_ELEMENTS (kinds))
    return refuse (error, "--every", options->every, _("must be month, quarter, year or rolling-year"));
  if (options->every != NULL && kinds[i].kind == CASENESS_PERIOD_ROLLING_YEAR)
    {
      add_rolling_years (&all, periods);
      return TRUE;
    }
  for (part.start = all.start; part.start <= all.end; part.start = part.end + 1)
    {
      part.end = all.end;
      if (options->every != NULL)
        part.end = MIN (all.end, caseness_period_around (kinds[i].kind, part.start).end);
      g_array_append_val (periods, part);
    }
  return TRUE;
}

static gboolean
read_measures (char **ids, GPtrArray *measures, GError **error)
{
  guint i;

  for (i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const CasenessMeasure *measure = caseness_measure_find (g_strstrip (ids[i]));

      if (measure == NULL || !caseness_measure_is_asked_for (measure))
        return refuse (error, "--id", ids[i], _("there is no measure of that id"));
      g_ptr_array_add (measures, (gpointer) measure);
    }
  return TRUE;
}

static gboolean
read_variables (char **names, GPtrArray *variables, GError **error)
{
  guint i;

  for (i = 0; names != NULL && names[i] != NULL; i++)
    {
      const CasenessVariable *variable = caseness_variable_find (names[i]);

      if (variable == NULL && g_ascii_strcasecmp (names[i], CASENESS_VARIABLE_TOTAL) != 0)
        return refuse (error, "--by", names[i], _("there is no variable of that name"));
      g_ptr_array_add (variables, (gpointer) variable);
    }
  return TRUE;
}

static gboolean
read_rules (char **words, CasenessSwitches *switches, GError **error)
{
  guint i;

  for (i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *name = NULL, *value = NULL;

      if (!caseness_cli_split_word ("--rule", words[i], &name, &value, error))
        return FALSE;
      if (!caseness_switches_set (switches, name, value))
        return refuse (error, "--rule", words[i], _("there is no such switch, or it has no such value"));
    }
  return TRUE;
}

static gboolean
read_request (const Options *options, Request *request, GError **error)
{
  if (options->is_list && options->suppresses)
    return refuse (error, "--list", "", _("shows people, which --suppress must not"));
  return read_periods (options, request->periods, error) && read_measures (options->ids, request->measures, error)
         && read_variables (options->by, request->variables, error)
         && (request->filter = caseness_cli_parse_where (options->where, error)) != NULL
         && read_rules (options->rules, &request->switches, error);
}

/* Why a measure asked for has no figures. */
static void
tell_what_cannot_be_computed (const Request *request)
{
  guint i;

  for (i = 0; i < request->measures->len; i++)
    {
      const CasenessMeasure *measure = g_ptr_array_index (request->measures, i);

      if (measure->statistic == CASENESS_STATISTIC_NONE)
        g_printerr ("%s, %s: %s\n", measure->id, measure->name, measure->definition);
    }
}

/* The figures, or with --list the people behind them. */
static gboolean
answer_question (CasenessCsvWriter *writer, CasenessStore *store, const CasenessSwitches *switches,
                 const CasenessQuestion *question, const Options *options, gboolean is_first, GError **error)
{
  g_autoptr(CasenessSnapshot) snapshot = caseness_snapshot_load_with (store, switches, NULL, error);
  g_autoptr(CasenessAnswer) answer = NULL;
  CasenessMeasureCsvOptions how = {
    .is_exact = options->is_exact,
    .suppresses = options->suppresses,
    .has_no_head = !is_first,
  };

  if (snapshot == NULL)
    return FALSE;
  if (options->is_list)
    return caseness_measure_write_people_csv (writer, snapshot, question, is_first, error);
  answer = caseness_evaluate (snapshot, question, NULL, error);
  if (answer == NULL)
    return FALSE;
  caseness_measures_write_csv (writer, answer, &how);
  return TRUE;
}

/* All periods from one snapshot, or each from what was known at its end. */
static gboolean
answer_request (CasenessCsvWriter *writer, const char *path, const Request *request, const Options *options,
                GError **error)
{
  g_autoptr(CasenessStore) store = caseness_cli_open (path, error);
  CasenessSwitches switches = request->switches;
  guint i;
  CasenessQuestion question = {
    .periods = (const CasenessPeriod *) (gconstpointer) request->periods->data,
    .n_periods = request->periods->len,
    .measures = request->measures->len > 0 ? (const CasenessMeasure *const *) request->measures->pdata : NULL,
    .n_measures = request->measures->len,
    .variables = (const CasenessVariable *const *) request->variables->pdata,
    .n_variables = request->variables->len,
    .filter = request->filter,
  };

  if (store == NULL)
    return FALSE;
  tell_what_cannot_be_computed (request);
  if (!switches.knowledge_is_submitted)
    return answer_question (writer, store, &switches, &question, options, TRUE, error);
  for (i = 0; i < request->periods->len; i++)
    {
      question.periods = &g_array_index (request->periods, CasenessPeriod, i);
      question.n_periods = 1;
      caseness_switches_know (&switches, question.periods->end);
      if (!answer_question (writer, store, &switches, &question, options, i == 0, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
caseness_cli_measures (int argc, char **argv, GError **error)
{
  g_auto(Options) options = { NULL };
  g_auto(Request) request = { 0 };
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("First day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Last day"), "DATE" },
    { "every", 0, 0, G_OPTION_ARG_STRING, &options.every, N_ ("Cut into months, quarters, financial years or the twelve months to each month"),
      "month|quarter|year|rolling-year" },
    { "by", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.by, N_ ("Break down by this; may be given again"), "VARIABLE" },
    { "id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.ids, N_ ("Only this measure; may be given again"), "ID" },
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.where, N_ ("Only these; several are joined by “and”"),
      "K=V" },
    { "rule", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.rules, N_ ("Decide a question another way"),
      "SWITCH=VALUE" },
    { "exact", 0, 0, G_OPTION_ARG_NONE, &options.is_exact, N_ ("Percentages with six decimals"), NULL },
    { "suppress", 0, 0, G_OPTION_ARG_NONE, &options.suppresses, N_ ("Hide small numbers and round the others to 5"),
      NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.is_list, N_ ("The people behind the figures instead"), NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Write to this file"), "FILE" },
    { NULL }
  };

  request_init (&request);
  if (!caseness_cli_parse (entries, &argc, &argv, 1, 1, error) || !read_request (&options, &request, error))
    return FALSE;
  if (!answer_request (writer, argv[1], &request, &options, error))
    return FALSE;
  return caseness_cli_write (writer, options.output, error);
}

gboolean
caseness_cli_check (int argc, char **argv, GError **error)
{
  g_auto(Options) options = { NULL };
  g_autoptr(GArray) periods = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(GPtrArray) identities = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("First day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Last day"), "DATE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Write to this file"), "FILE" },
    { NULL }
  };

  options.every = g_strdup ("month");
  if (!caseness_cli_parse (entries, &argc, &argv, 1, 1, error) || !read_periods (&options, periods, error))
    return FALSE;
  snapshot = caseness_cli_load (argv[1], error);
  if (snapshot == NULL)
    return FALSE;
  identities = caseness_identity_check (snapshot, (const CasenessPeriod *) (gconstpointer) periods->data, periods->len,
                                        NULL, error);
  if (identities == NULL)
    return FALSE;
  caseness_identity_write_csv (writer, identities);
  return caseness_cli_write (writer, options.output, error);
}
