/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-equity-private.h"

#include "caseness-cli-request-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_BY 2 /* variables that are laid across each other */

gboolean
caseness_cli_equity_check_by (const GPtrArray *variables, GError **error)
{
  if (variables->len > MOST_BY)
    return caseness_cli_refuse (error, "--by", _ ("takes two variables at most here"));
  return variables->len < MOST_BY || g_ptr_array_index (variables, 0) != g_ptr_array_index (variables, 1)
         || caseness_cli_refuse (error, "--by", _ ("takes two different variables"));
}

void
caseness_cli_equity_read_by (const GPtrArray *variables, CasenessEquityCut *cut)
{
  guint i;

  for (i = 0; i < variables->len; i++)
    cut->variables[i] = g_ptr_array_index (variables, i);
  cut->n_variables = MAX (i, cut->n_variables);
}

/* `Gender=Female`: a group of a variable, each picked once. */
static gboolean
read_pick (const char *text, CasenessEquityPick *picks, guint n, GError **error)
{
  const char *sign = strchr (text, '=');
  g_autofree char *name = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : g_strdup (text);
  const CasenessVariable *variable = caseness_variable_find (name);
  g_auto(GStrv) groups = variable != NULL ? caseness_variable_dup_groups (variable) : NULL;
  guint i;

  if (sign == NULL || variable == NULL || n >= CASENESS_MAX_CROSSED)
    return caseness_cli_refuse (error, "--pick", _ ("takes VARIABLE=GROUP, three times at most"));
  for (i = 0; i < n; i++)
    if (picks[i].variable == variable)
      return caseness_cli_refuse (error, "--pick", _ ("takes each variable once"));
  for (i = 0; groups[i] != NULL && g_ascii_strcasecmp (groups[i], sign + 1) != 0; i++)
    ;
  if (groups[i] == NULL)
    {
      g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("--pick: %1$s has no group “%2$s”"),
                   caseness_variable_get_name (variable), sign + 1);
      return FALSE;
    }
  picks[n] = (CasenessEquityPick){ variable, g_strdup (groups[i]) };
  return TRUE;
}

gboolean
caseness_cli_equity_read_picks (char **texts, CasenessEquityPick *picks, GError **error)
{
  guint i;

  for (i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!read_pick (texts[i], picks, i, error))
      {
        caseness_cli_equity_clear_picks (picks);
        return FALSE;
      }
  return TRUE;
}

void
caseness_cli_equity_clear_picks (CasenessEquityPick *picks)
{
  guint i;

  for (i = 0; i < CASENESS_MAX_CROSSED; i++)
    g_clear_pointer (&picks[i].group, g_free);
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

gboolean
caseness_cli_equity_choose_area (const CasenessSnapshot *snapshot, const CasenessEquityCut *cut, char **area,
                                 GError **error)
{
  g_autoptr(GPtrArray) areas = list_areas (snapshot, cut);
  g_autofree char *names = NULL;
  guint n_rows, i;

  caseness_snapshot_get_population (snapshot, &n_rows);
  if (areas->len == 0)
    {
      const char *name = caseness_variable_get_name (cut->variables[0]);

      g_clear_pointer (area, g_free);
      if (n_rows > 0)
        g_printerr (_ ("caseness-cli: the local population list does not tell by %s; people seen are counted alone\n"),
                    name);
      else
        g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_REQUEST,
                     _ ("the local population by %s is not known; import it in LOCPopulation.csv"), name);
      return n_rows > 0;
    }
  if (*area == NULL && areas->len == 1)
    return TRUE;
  for (i = 0; *area != NULL && i < areas->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (areas, i), *area) == 0)
      {
        g_free (*area);
        *area = g_strdup (g_ptr_array_index (areas, i));
        return TRUE;
      }
  g_ptr_array_add (areas, NULL);
  names = g_strjoinv (", ", (char **) areas->pdata);
  g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_REQUEST,
               _ ("name one area with --population; the list of local population has %s"), names);
  return FALSE;
}
