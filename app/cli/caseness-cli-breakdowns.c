/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-request-private.h"

#include "caseness-adsm-list.h"
#include "caseness-adsm-people.h"
#include "caseness-evaluate.h"
#include "caseness-recovery.h"

#include <glib/gi18n.h>
#include <string.h>

void
caseness_cli_request_clear (CasenessCliRequest *request)
{
  g_free (request->from);
  g_free (request->to);
  g_strfreev (request->by);
  g_strfreev (request->where);
  g_free (request->output);
  g_clear_pointer (&request->variables, g_ptr_array_unref);
  g_clear_pointer (&request->filter, caseness_filter_unref);
  g_free (request->people);
}

gboolean
caseness_cli_refuse (GError **error, const char *option, const char *fault)
{
  g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, "%s: %s", option, fault);
  return FALSE;
}

static gboolean
read_variables (CasenessCliRequest *request, GError **error)
{
  guint i;

  request->variables = g_ptr_array_new ();
  for (i = 0; request->by != NULL && request->by[i] != NULL; i++)
    {
      const CasenessVariable *variable = caseness_variable_find (request->by[i]);

      if (request->has_months && g_ascii_strcasecmp (request->by[i], "month") == 0)
        {
          request->by_month = TRUE;
          continue;
        }
      if (variable == NULL)
        {
          g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("--by: there is no variable “%s”"),
                       request->by[i]);
          return FALSE;
        }
      g_ptr_array_add (request->variables, (gpointer) variable);
    }
  return request->variables->len > 0 || request->by_month || request->is_by_optional
         || caseness_cli_refuse (error, "--by", _ ("is missing"));
}

static gboolean
read_period (CasenessCliRequest *request, GError **error)
{
  request->period = (CasenessPeriod){ CASENESS_DATE_NONE, CASENESS_DATE_NONE };
  if (!caseness_cli_parse_date ("--from", request->from, &request->period.start, error)
      || !caseness_cli_parse_date ("--to", request->to, &request->period.end, error))
    return FALSE;
  if (request->from == NULL || request->to == NULL)
    return caseness_cli_refuse (error, request->from == NULL ? "--from" : "--to", _ ("is missing"));
  return request->period.start <= request->period.end || caseness_cli_refuse (error, "--to", _ ("lies before --from"));
}

gboolean
caseness_cli_request_read (CasenessCliRequest *request, const GOptionEntry *further, int *argc, char ***argv, GError **error)
{
  GOptionEntry entries[5 + CASENESS_CLI_MOST_FURTHER + 1] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &request->from, N_ ("First day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &request->to, N_ ("Last day"), "DATE" },
    { "by", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request->by, N_ ("What the rows are"), "VARIABLE" },
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request->where,
      N_ ("Only these; several are joined by “and”"), "K=V" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &request->output, N_ ("Write to this file"), "FILE" },
  };
  guint i;

  for (i = 0; further != NULL && further[i].long_name != NULL; i++)
    {
      g_assert (i < CASENESS_CLI_MOST_FURTHER);
      entries[5 + i] = further[i];
    }
  if (!caseness_cli_parse (entries, argc, argv, 1, 1, error) || !read_period (request, error)
      || !read_variables (request, error))
    return FALSE;
  request->filter = caseness_cli_parse_where (request->where, error);
  return request->filter != NULL;
}

CasenessFrame *
caseness_cli_request_load (CasenessCliRequest *request, const char *path, GError **error)
{
  g_autoptr(CasenessSnapshot) snapshot = caseness_cli_load (path, error);
  CasenessQuestion question = {
    .periods = &request->period,
    .n_periods = 1,
    .filter = request->filter,
  };
  CasenessFrame *frame;

  if (snapshot == NULL)
    return NULL;
  request->people = caseness_evaluate_people (snapshot, &question, error);
  if (request->people == NULL)
    return NULL;
  frame = caseness_frame_new (snapshot);
  caseness_frame_set_period (frame, &request->period);
  return frame;
}

gboolean
caseness_cli_recovery (int argc, char **argv, GError **error)
{
  g_auto(CasenessCliRequest) request = { 0 };
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

  if (!caseness_cli_request_read (&request, NULL, &argc, &argv, error))
    return FALSE;
  frame = caseness_cli_request_load (&request, argv[1], error);
  if (frame == NULL)
    return FALSE;
  rows = caseness_recovery_count (frame, request.variables, request.people);
  caseness_recovery_write_csv (writer, rows);
  return caseness_cli_write (writer, request.output, error);
}

/* By the names that people would type. */
static gboolean
read_family (const char *name, CasenessAdsmFamily *family, GError **error)
{
  static const char *const names[CASENESS_N_ADSM_FAMILIES] = {
    [CASENESS_ADSM_NATIONAL] = "national", [CASENESS_ADSM_MUS] = "mus", [CASENESS_ADSM_CONDITIONS] = "ltc",
  };
  guint i;

  *family = CASENESS_ADSM_NATIONAL;
  if (name == NULL)
    return TRUE;
  for (i = 0; i < CASENESS_N_ADSM_FAMILIES; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      {
        *family = i;
        return TRUE;
      }
  return caseness_cli_refuse_option ("--measures", name, error);
}

/* Rows of a month are called "2025-01", or "2025-01 / East". */
static void
name_month (GPtrArray *rows, CasenessDate day, gboolean has_groups)
{
  char iso[11];
  guint i;

  caseness_date_write_iso (day, iso);
  iso[strlen ("2025-01")] = '\0';
  for (i = 0; i < rows->len; i++)
    {
      CasenessAdsm *row = g_ptr_array_index (rows, i);
      g_autofree char *group = row->group;

      row->group = has_groups ? g_strdup_printf ("%s / %s", iso, group) : g_strdup (iso);
    }
}

/* The rows of each month after those of the one before. */
static GPtrArray *
count_adsm_by_month (CasenessFrame *frame, CasenessAdsmFamily family, const CasenessCliRequest *request)
{
  GPtrArray *all = NULL;
  CasenessDate day = request->period.start;

  for (; day <= request->period.end; day = caseness_date_month_end (day) + 1)
    {
      const CasenessPeriod month = { day, MIN (caseness_date_month_end (day), request->period.end) };
      g_autoptr(GPtrArray) rows = NULL;

      caseness_frame_set_period (frame, &month);
      rows = caseness_adsm_count_family (frame, family, request->variables, request->people);
      name_month (rows, day, request->variables->len > 0);
      if (all == NULL)
        all = g_steal_pointer (&rows);
      while (rows != NULL && rows->len > 0)
        g_ptr_array_add (all, g_ptr_array_steal_index (rows, 0));
    }
  return all;
}

/* What of ADSM use is asked for, besides counts by variable. */
typedef struct
{
  CasenessAdsmFamily family;
  gboolean people; /* the courses that should have had their measure */
  gboolean costs;  /* what judging by GAD-7 would change */
  gboolean open;   /* the open cases without the right measure */
} AdsmWish;

/* What costs and open cases are listed by stands fast; all else needs a variable. */
static gboolean
check_wish (const AdsmWish *wish, const CasenessCliRequest *request, GError **error)
{
  gboolean has_any = request->variables->len > 0 || request->by_month;

  if (wish->costs && wish->open)
    return caseness_cli_refuse (error, "--open", _ ("does not go with --costs"));
  if (wish->people && (request->by_month || wish->costs || wish->open || wish->family != CASENESS_ADSM_NATIONAL))
    return caseness_cli_refuse (error, "--list", _ ("has no months, and the national measures alone"));
  if (wish->costs || wish->open)
    return !has_any || caseness_cli_refuse (error, "--by", _ ("goes with neither --costs nor --open"));
  return has_any || caseness_cli_refuse (error, "--by", _ ("is missing"));
}

/* What has rows of its own. Cases are open on the last day. */
static gboolean
print_use (const AdsmWish *wish, const CasenessCliRequest *request, const char *path, CasenessCsvWriter *writer,
           GError **error)
{
  g_autoptr(CasenessSnapshot) snapshot = caseness_cli_load (path, error);
  g_autoptr(CasenessAdsmUse) use = NULL;
  g_autoptr(GArray) cases = NULL;

  if (snapshot == NULL)
    return FALSE;
  use = caseness_adsm_use_new (snapshot, &request->period, request->filter, request->period.end, wish->family,
                               CASENESS_ADSM_BY_PROBLEM, error);
  if (use == NULL)
    return FALSE;
  if (wish->costs)
    caseness_adsm_costs_write_csv (writer, use);
  else
    {
      cases = caseness_adsm_use_pick_cases (use, CASENESS_ADSM_WHEN_EVER, NULL);
      caseness_adsm_cases_write_csv (writer, use, cases);
    }
  return TRUE;
}

static gboolean
print_counts (const AdsmWish *wish, CasenessCliRequest *request, const char *path, CasenessCsvWriter *writer, GError **error)
{
  g_autoptr(CasenessFrame) frame = caseness_cli_request_load (request, path, error);
  g_autoptr(GPtrArray) rows = NULL;

  if (frame == NULL)
    return FALSE;
  if (wish->people)
    {
      caseness_adsm_write_people_csv (writer, frame, request->variables, request->people);
      return TRUE;
    }
  rows = request->by_month ? count_adsm_by_month (frame, wish->family, request)
                           : caseness_adsm_count_family (frame, wish->family, request->variables, request->people);
  caseness_adsm_write_csv (writer, rows);
  return TRUE;
}

gboolean
caseness_cli_adsm (int argc, char **argv, GError **error)
{
  g_auto(CasenessCliRequest) request = { .has_months = TRUE, .is_by_optional = TRUE };
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autofree char *measures = NULL;
  AdsmWish wish = { 0 };
  gboolean is_printed;
  const GOptionEntry further[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &wish.people, N_ ("A row a course that should have had its measure"), NULL },
    { "costs", 0, 0, G_OPTION_ARG_NONE, &wish.costs,
      N_ ("Instead, what the same courses show by GAD-7, and who is a case by one measure alone"), NULL },
    { "open", 0, 0, G_OPTION_ARG_NONE, &wish.open,
      N_ ("Instead, the cases open on the last day whose measure was not given at the last session"), NULL },
    { "measures", 0, 0, G_OPTION_ARG_STRING, &measures,
      N_ ("Which: national (by default), mus or ltc"), "FAMILY" },
    { NULL }
  };

  if (!caseness_cli_request_read (&request, further, &argc, &argv, error) || !read_family (measures, &wish.family, error)
      || !check_wish (&wish, &request, error))
    return FALSE;
  is_printed = wish.costs || wish.open ? print_use (&wish, &request, argv[1], writer, error)
                                       : print_counts (&wish, &request, argv[1], writer, error);
  return is_printed && caseness_cli_write (writer, request.output, error);
}
