/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli.h"
#include "caseness-store-copy.h"

#include <glib/gi18n.h>

gboolean
caseness_cli_salvage (int argc, char **argv, GError **error)
{
  g_autofree char *output = NULL;
  g_autoptr(CasenessSalvage) salvage = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  const char *const head[] = { "rows_saved", "table_with_losses", NULL };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), "FILE" },
    { NULL }
  };
  guint i;

  if (!caseness_cli_parse (entries, &argc, &argv, 2, 2, error))
    return FALSE;
  if (g_file_test (argv[2], G_FILE_TEST_EXISTS))
    {
      g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE,
                   _ ("%s: a file of this name is there. Choose another name."), argv[2]);
      return FALSE;
    }
  salvage = caseness_store_salvage (argv[1], argv[2], NULL, error);
  if (salvage == NULL)
    return FALSE;
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < MAX (salvage->lost->len, 1); i++)
    {
      caseness_csv_writer_int (writer, (gint64) salvage->n_rows);
      caseness_csv_writer_text (writer, i < salvage->lost->len ? salvage->lost->pdata[i] : NULL);
      caseness_csv_writer_end_row (writer);
    }
  return caseness_cli_write (writer, output, error);
}
