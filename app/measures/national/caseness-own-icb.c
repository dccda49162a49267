/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-own-icb.h"

#include "caseness-journal-body.h"

#define CODE "code"

char *
caseness_own_icb_dup (CasenessJournal *journal)
{
  const CasenessJournalEntry *entry;
  g_autoptr(CasenessJournalBody) body = NULL;
  const char *code;

  g_return_val_if_fail (journal != NULL, NULL);
  entry = caseness_journal_get (journal, CASENESS_RECORD_ICB, CASENESS_RECORD_ICB_SUBJECT);
  body = caseness_journal_body_parse (entry != NULL ? entry->body : NULL);
  code = caseness_journal_body_get_text (body, CODE);
  return g_strdup (code != NULL ? code : "");
}

char *
caseness_own_icb_dup_body (const char *code)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();

  g_return_val_if_fail (code != NULL, NULL);
  if (*code == '\0')
    return NULL;
  caseness_journal_body_set_text (body, CODE, code);
  return caseness_journal_body_to_text (body);
}
