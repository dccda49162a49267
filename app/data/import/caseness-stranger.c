/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-stranger.h"

#include <glib/gi18n.h>

static const struct
{
  const char *endings[8];
  const char *words;
} strangers[] = {
  { { ".caseness" },
    N_ ("this is a service file, which is opened and not imported. Import the submissions that it was made of.") },
  { { ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers" },
    N_ ("this is a workbook. Save each of its sheets as a CSV file named after its table, such as IDS101Referral.csv, in one "
        "folder, and import the folder.") },
  { { ".7z", ".rar", ".tar", ".gz", ".bz2", ".xz", ".zst" },
    N_ ("archives of this kind are not read. Unpack it and import the folder, or pack it again as a .zip file.") },
  { { ".pdf", ".doc", ".docx" },
    N_ ("this is a document. Import the CSV files or the database that the figures in it come from.") },
  { { ".xml", ".json" },
    N_ ("files of this kind are not read. Export the submission as CSV files named after its tables, such as "
        "IDS101Referral.csv, and import their folder.") },
  { { ".csv" },
    N_ ("this is neither a table nor a local list by its name, nor a file that NHS England publishes. A local list is named "
        "after the list, such as LOCStaff.csv. Columns of any other export are mapped in the window: import it there, or its folder with the mapping in it.") },
};

const char *
caseness_stranger_describe (const char *name)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL, "");

  lower = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    for (guint k = 0; k < G_N_ELEMENTS (strangers[i].endings) && strangers[i].endings[k] != NULL; k++)
      if (g_str_has_suffix (lower, strangers[i].endings[k]))
        return _ (strangers[i].words);
  return _ ("this is neither a submission folder, nor an archive of one (.zip or .tar.gz), nor a Microsoft Access "
            "database of one (.mdb or .accdb), nor a local list, nor a file that NHS England publishes. A local list is a "
            "CSV file named after the list, such as LOCStaff.csv.");
}
