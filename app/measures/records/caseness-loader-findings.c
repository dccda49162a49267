/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-loader.h"

#include <string.h>

CasenessFindings *
caseness_findings_new (void)
{
  CasenessFindings *findings = g_new0 (CasenessFindings, 1);

  findings->submissions = g_array_new (FALSE, FALSE, sizeof (CasenessSubmissionRow));
  findings->rows = g_array_new (FALSE, FALSE, sizeof (CasenessFindingRow));
  return findings;
}

void
caseness_findings_free (CasenessFindings *findings)
{
  if (findings == NULL)
    return;
  g_array_unref (findings->submissions);
  g_array_unref (findings->rows);
  g_free (findings);
}

static guint32
get_number (CasenessDictionary *dictionary, CasenessStatement *row, int column)
{
  return caseness_dictionary_add (dictionary, caseness_statement_get_text (row, column));
}

static CasenessFindingLevel
get_level (CasenessStatement *row, int column)
{
  const char *word = caseness_statement_get_text (row, column);
  CasenessFindingLevel level = CASENESS_FINDING_FILE;

  while (level < CASENESS_FINDING_WARNING && strcmp (caseness_finding_level_get_word (level), word) != 0)
    level++;
  return level;
}

static void
read_submission (CasenessFindings *findings, CasenessDictionary *dictionary, CasenessStatement *row)
{
  CasenessSubmissionRow submission = {
    .provider = get_number (dictionary, row, 1),
    .period_start = (CasenessDate) caseness_statement_get_int (row, 2),
    .period_end = (CasenessDate) caseness_statement_get_int (row, 3),
  };

  g_array_append_val (findings->submissions, submission);
}

static void
read_finding (CasenessFindings *findings, CasenessDictionary *dictionary, CasenessStatement *row)
{
  CasenessFindingRow finding = {
    .rule = get_number (dictionary, row, 0),
    .level = get_level (row, 1),
    .table = get_number (dictionary, row, 2),
    .file = get_number (dictionary, row, 3),
    .line = (guint32) caseness_statement_get_int (row, 4),
    .field = get_number (dictionary, row, 5),
    .value = get_number (dictionary, row, 6),
    .message = get_number (dictionary, row, 7),
    .provider = get_number (dictionary, row, 8),
    .period_end = caseness_statement_is_null (row, 9) ? CASENESS_DATE_NONE
                                                      : (CasenessDate) caseness_statement_get_int (row, 9),
    .referral = get_number (dictionary, row, 10),
    .patient = get_number (dictionary, row, 11),
    .pathway = CASENESS_NO_ROW,
  };

  g_array_append_val (findings->rows, finding);
}

static const struct
{
  const char *statement;
  void (*read) (CasenessFindings *findings, CasenessDictionary *dictionary, CasenessStatement *row);
} parts[] = {
  { "select-submissions", read_submission },
  { "select-findings", read_finding },
};

CasenessFindings *
caseness_loader_read_findings (CasenessStore *store, CasenessDictionary *dictionary, GCancellable *cancellable,
                               GError **error)
{
  g_autoptr(CasenessFindings) findings = caseness_findings_new ();
  guint i;

  g_return_val_if_fail (store != NULL && dictionary != NULL, NULL);
  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, parts[i].statement, error);
      CasenessStep step;

      if (statement == NULL)
        return NULL;
      while ((step = caseness_statement_step (statement, cancellable, error)) == CASENESS_STEP_ROW)
        parts[i].read (findings, dictionary, statement);
      if (step != CASENESS_STEP_DONE)
        return NULL;
    }
  return g_steal_pointer (&findings);
}
