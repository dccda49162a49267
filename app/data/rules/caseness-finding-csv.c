/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-finding-csv.h"

void
caseness_finding_csv_write (CasenessCsvWriter *writer, const GPtrArray *findings)
{
  static const char *const head[] = { "rule", "level", "table", "file", "row", "field", "value", "message", NULL };

  g_return_if_fail (writer != NULL && findings != NULL);

  caseness_csv_writer_row (writer, head);
  for (guint i = 0; i < findings->len; i++)
    {
      const CasenessFinding *finding = g_ptr_array_index (findings, i);

      caseness_csv_writer_text (writer, finding->rule);
      caseness_csv_writer_text (writer, caseness_finding_level_get_word (finding->level));
      caseness_csv_writer_text (writer, finding->table);
      caseness_csv_writer_text (writer, finding->file);
      if (finding->line > 0)
        caseness_csv_writer_int (writer, finding->line);
      else
        caseness_csv_writer_text (writer, NULL);
      caseness_csv_writer_text (writer, finding->field);
      caseness_csv_writer_text (writer, finding->value);
      caseness_csv_writer_text (writer, finding->message);
      caseness_csv_writer_end_row (writer);
    }
}
