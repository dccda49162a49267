/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli.h"

#include "caseness-cli-stat-private.h"

gboolean
caseness_cli_stat (int argc, char **argv, GError **error)
{
  g_autofree char *results = NULL;
  g_autoptr(GError) fault = NULL;
  const GOptionEntry entries[] = { { NULL } };

  if (!caseness_cli_parse (entries, &argc, &argv, 2, 2, error))
    return FALSE;
  results = caseness_stat_run (argv[1], argv[2], &fault);
  if (results == NULL)
    {
      g_set_error_literal (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, fault->message);
      return FALSE;
    }
  g_print ("%s\n", results);
  return TRUE;
}
