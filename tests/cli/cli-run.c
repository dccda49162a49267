/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-run.h"

#include <gio/gio.h>

int
cli_run (const char *folder, const char *line, char **out, char **err)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) split = g_strsplit (line, "@", -1);
  g_autofree char *words = g_strjoinv (folder, split);
  g_autofree char *command = g_strdup_printf ("'%s' %s", g_getenv ("CASENESS_CLI"), words);
  g_auto(GStrv) argv = NULL;
  g_autoptr(GSubprocess) process = NULL;

  g_assert_true (g_shell_parse_argv (command, NULL, &argv, &error));
  process = g_subprocess_newv ((const char *const *) argv,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, out, err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}
