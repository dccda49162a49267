/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-finding.h"

CasenessFinding *
caseness_finding_new (const char *rule, CasenessFindingLevel level, const char *table, const char *file, guint line,
                      const char *field, const char *value, char *message)
{
  CasenessFinding *finding = g_new0 (CasenessFinding, 1);

  finding->rule = rule;
  finding->level = level;
  finding->table = table;
  finding->file = g_strdup (file);
  finding->line = line;
  finding->field = g_strdup (field == NULL ? "" : field);
  finding->value = g_strdup (value);
  finding->message = message;
  return finding;
}

void
caseness_finding_free (CasenessFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->file);
  g_free (finding->field);
  g_free (finding->value);
  g_free (finding->message);
  g_free (finding->referral);
  g_free (finding->patient);
  g_free (finding);
}

const char *
caseness_finding_level_get_word (CasenessFindingLevel level)
{
  static const char *const words[] = { "file", "record", "warning" };

  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (words), "");

  return words[level];
}
