/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-csv-writer.h"
#include "caseness-submission.h"

#include <string.h>

/* The submissions that count: a later one of a month stands for the earlier. */
static const char *const months[] = {
  "2025-01", "2025-02", "2025-03-refresh", "2025-04", "2025-05-refresh", "2025-06",
};

/* Its wording is not ours, so the last column is left out. */
static char *
read_expected (const char *shared)
{
  g_autofree char *path = g_build_filename (shared, "data", "exampleshire-expected", "findings.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = NULL;
  GString *kept = g_string_new (NULL);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", 0);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_string_append_len (kept, lines[i], strrchr (lines[i], ',') - lines[i]);
      g_string_append_c (kept, '\n');
    }
  return g_string_free (kept, FALSE);
}

static void
append_findings (CasenessCsvWriter *writer, const CasenessSubmission *submission)
{
  for (guint i = 0; i < submission->findings->len; i++)
    {
      const CasenessFinding *finding = g_ptr_array_index (submission->findings, i);

      caseness_csv_writer_text (writer, finding->rule);
      caseness_csv_writer_text (writer, caseness_finding_level_get_word (finding->level));
      caseness_csv_writer_text (writer, finding->table);
      caseness_csv_writer_text (writer, finding->file);
      caseness_csv_writer_int (writer, finding->line);
      caseness_csv_writer_text (writer, finding->field);
      caseness_csv_writer_text (writer, finding->value);
      caseness_csv_writer_end_row (writer);
    }
}

static void
test_findings (void)
{
  const char *shared = g_getenv ("CASENESS_SHARED_DIR");
  g_autofree char *expected = read_expected (shared);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *folder = g_build_filename (shared, "data", "exampleshire", months[i], NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(CasenessSubmission) submission = caseness_submission_read (folder, NULL, &error);

      g_assert_no_error (error);
      append_findings (writer, submission);
    }
  g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/worked-service/findings", test_findings);
  return g_test_run ();
}
